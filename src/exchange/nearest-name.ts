/** The name that was probably meant, for refusals that a person can act on at once. */

// Beyond this many names a search for each refusal would cost more than it helps.
const MOST_NAMES = 5000

/** ` did you mean “x”?` with what leads up to it, or nothing where no name is near. */
export function didYouMean(written: string, names: Iterable<string>): string {
  const nearest = nearestName(written, names)
  return nearest === undefined ? '' : `; did you mean ${quote(nearest)}?`
}

/**
 * The name with the fewest letters changed, if they are few for its length and at most `most`; of
 * several, the first.
 */
export function nearestName(
  written: string,
  names: Iterable<string>,
  most = 3,
): string | undefined {
  const wanted = written.toLowerCase()
  let limit = Math.min(most, Math.floor(wanted.length / 3) + 1)
  let nearest: string | undefined
  let looked = 0
  for (const name of names) {
    if (++looked > MOST_NAMES) break
    const distance = changes(wanted, name.toLowerCase(), limit)
    if (distance > limit) continue
    nearest = name
    limit = distance - 1
    if (limit < 0) break
  }
  return nearest
}

/** At most this much of what was written is repeated in a sentence. */
const LONGEST_QUOTE = 60

/** What was written, in quotes, on one line, cut where it is long. */
export function quote(written: string): string {
  const line = written.replace(/\s+/g, ' ').trim()
  const letters = line.slice(0, LONGEST_QUOTE * 2)
  const cut = [...letters].slice(0, LONGEST_QUOTE).join('')
  return cut.length < line.length ? `“${cut}…”` : `“${cut}”`
}

/** `a, b or c`, each in quotes. */
export function anyOf(allowed: readonly string[]): string {
  const quoted = allowed.map(quote)
  const last = quoted.pop() ?? ''
  return quoted.length === 0 ? last : `${quoted.join(', ')} or ${last}`
}

/** Letters to insert, remove or replace; anything above `limit` comes back as more than `limit`. */
function changes(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? limit + 1
}
