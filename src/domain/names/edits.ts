/** How many letters are dropped, added, changed or swapped with their neighbour between two words. */

const WIDTH = 64
const rows = [new Uint8Array(WIDTH), new Uint8Array(WIDTH), new Uint8Array(WIDTH)] as const

/** The number of edits, or more than `most` as soon as it is sure to be more. */
export function editsBetween(a: string, b: string, most: number): number {
  if (a === b) return 0
  if (Math.abs(a.length - b.length) > most || most === 0) return most + 1
  if (b.length >= WIDTH) return most + 1
  let [before, last, now]: readonly [Uint8Array, Uint8Array, Uint8Array] = rows
  for (let j = 0; j <= b.length; j += 1) last[j] = j
  for (let i = 1; i <= a.length; i += 1) {
    now[0] = i
    let least = i
    const letter = a.charCodeAt(i - 1)
    for (let j = 1; j <= b.length; j += 1) {
      const other = b.charCodeAt(j - 1)
      let edits = Math.min((last[j] ?? 0) + 1, (now[j - 1] ?? 0) + 1)
      edits = Math.min(edits, (last[j - 1] ?? 0) + (letter === other ? 0 : 1))
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && other === a.charCodeAt(i - 2))
        edits = Math.min(edits, (before[j - 2] ?? 0) + 1)
      now[j] = edits
      if (edits < least) least = edits
    }
    if (least > most) return most + 1
    ;[before, last, now] = [last, now, before]
  }
  return last[b.length] ?? most + 1
}
