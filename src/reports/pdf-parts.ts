/** For tests: what can be read off the bytes of a PDF without a program for PDFs. */
import { inflateSync } from 'node:zlib'

/** All objects as text: those in the open, and the contents of packed streams. */
export function pdfText(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf)
  const parts = [bytes.toString('latin1')]
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 7)) {
    const end = bytes.indexOf('endstream', at)
    // "endstream" holds the word as well; a stream that is packed begins with zlib's sign.
    if (end > at && bytes[at + 7] === 0x78)
      parts.push(inflateSync(bytes.subarray(at + 7, end)).toString('latin1'))
  }
  return parts.join('\n')
}

/** The names of the fonts, without the six letters that mark a part of a font. */
export function pdfFonts(pdf: Uint8Array): ReadonlySet<string> {
  const names = pdfText(pdf).matchAll(/\/(?:BaseFont|FontName)\s*\/([^\s/<>[\]()]+)/g)
  return new Set([...names].map(([, name = '']) => name.replace(/^[A-Z]{6}\+/, '')))
}

/** The characters that can be copied out of it: those for which a glyph of some font is drawn. */
export function pdfCharacters(pdf: Uint8Array): string {
  const maps = pdfText(pdf).matchAll(/beginbfchar([^]*?)endbfchar/g)
  const hex = [...maps].flatMap(([, map = '']) =>
    Array.from(map.matchAll(/<[0-9A-Fa-f]+>\s*<([0-9A-Fa-f]+)>/g), ([, code = '']) => code),
  )
  return hex.map((code) => Buffer.from(code, 'hex').swap16().toString('utf16le')).join('')
}
