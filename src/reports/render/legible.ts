/**
 * Text that every file format can hold.
 *
 * XML 1.0 has no control characters but tab, newline and carriage return, no lone surrogates, no
 * U+FFFE and U+FFFF: with one of them a whole DOCX or XLSX is broken. HTML has no C1 controls either.
 * Each is replaced by U+FFFD, so that the reader sees that something stood there. Line ends become
 * one newline.
 */
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g
// In the order of code points: controls but tab and newline, lone surrogates, two noncharacters.
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const ILLEGIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\p{Surrogate}\ufffe\uffff]/gu

/** The text with what no file can hold replaced by U+FFFD. */
export function legible(text: string): string {
  return text.replace(LINE_ENDS, '\n').replace(ILLEGIBLE, '\ufffd')
}

/** The same plain data (objects, arrays, strings, numbers, booleans, null) with every text legible. */
export function legibleData<Data>(data: Data): Data {
  // The casts: what is built has the shape of what was given, part for part.
  if (typeof data === 'string') return legible(data) as Data
  if (Array.isArray(data)) return data.map(legibleData) as Data
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, legibleData(value)]),
  ) as Data // as above
}
