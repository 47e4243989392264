/** The `detail` of an event: `key: value; key: value`, keys caseless; or plain words, which have no keys. */

const parsed = new Map<string, ReadonlyMap<string, string>>()
const LIMIT = 50_000

export function readDetail(detail: string): ReadonlyMap<string, string> {
  const seen = parsed.get(detail)
  if (seen) return seen
  const keys = new Map<string, string>()
  for (const part of detail.split(';')) {
    const colon = part.indexOf(':')
    if (colon > 0) keys.set(fold(part.slice(0, colon)), fold(part.slice(colon + 1)))
  }
  if (parsed.size >= LIMIT) parsed.clear()
  parsed.set(detail, keys)
  return keys
}

/** Caseless, blanks as one: how keys and values are compared (rules R44). */
export function fold(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLocaleLowerCase('en')
}
