/**
 * Reads the bytes of a text file, however an office program wrote them.
 *
 * UTF-8 with or without a byte-order mark, UTF-16 with one, and Windows-1251 where it is plausible
 * (and then said). Lines end in LF, CRLF or CR; what comes out is UTF-8 with LF. Text in two
 * encodings, undecodable bytes and NUL are refused with their place: a letter lost in a name is not
 * noticed until the list is handed over.
 */
import { isUtf8 } from 'node:buffer'
import { guessEncoding } from './windows-1251.ts'

type DecodedText = {
  /** UTF-8, lines ending in LF, no byte-order mark. */
  readonly utf8: Buffer
  /** A sentence where the encoding was guessed. */
  readonly remark: string | null
}
type Undecodable = {
  readonly line: number
  readonly column: number
  readonly message: string
}

/** One half of a character that takes two units of UTF-16. */
export const HALF_CHARACTER = /\p{Surrogate}/u

const CR = 13
const LF = 10
const SLICE = 8 * 1024 * 1024

/** The text, or the first place that is none. */
export function decodeText(bytes: Uint8Array): DecodedText | Undecodable {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const decoded = decode(buffer)
  if ('message' in decoded) return decoded
  const utf8 = withLineFeeds(decoded.utf8)
  const nul = utf8.indexOf(0)
  if (nul < 0) return { utf8, remark: decoded.remark }
  const hint = buffer.length > 3 && (buffer[0] === 0 || buffer[1] === 0) ? UTF16_HINT : ''
  return { ...placeInUtf8(utf8, nul), message: `Here is a NUL byte; a text was expected${hint}.` }
}

const UTF16_HINT = ' (if this is UTF-16, it lacks its byte-order mark; save it as UTF-8)'

function decode(buffer: Buffer): DecodedText | Undecodable {
  if (startsWith(buffer, [0xff, 0xfe])) return decodeUtf16(buffer.subarray(2))
  if (startsWith(buffer, [0xfe, 0xff])) {
    const even = buffer.subarray(2, buffer.length - (buffer.length % 2))
    return decodeUtf16(
      Buffer.concat([Buffer.from(even).swap16(), buffer.subarray(even.length + 2)]),
    )
  }
  const hasMark = startsWith(buffer, [0xef, 0xbb, 0xbf])
  const body = hasMark ? buffer.subarray(3) : buffer
  if (isUtf8(body)) return { utf8: body, remark: null }
  return decodeGuessing(body, hasMark)
}

function decodeGuessing(body: Buffer, hasMark: boolean): DecodedText | Undecodable {
  const guess = guessEncoding(body)
  if (guess.encoding === 'windows-1251' && !hasMark)
    return {
      utf8: decodeWindows1251(body),
      remark: 'This file is not UTF-8; it was read as Windows-1251 (Cyrillic). Look at its names.',
    }
  const { at } = guess
  const byte = `0x${(body[at] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`
  const message =
    guess.encoding === 'mixed'
      ? `This file mixes encodings: parts are UTF-8, and the byte ${byte} here is not. Save it whole as UTF-8.`
      : `The byte ${byte} here is not UTF-8, and the file reads as no other encoding that is taken (UTF-16 with a byte-order mark, Windows-1251 Cyrillic). Save it as UTF-8.`
  return { ...placeInUtf8(withLineFeeds(body.subarray(0, at)), Infinity), message }
}

function decodeUtf16(body: Buffer): DecodedText | Undecodable {
  const text = body.toString('utf16le', 0, body.length - (body.length % 2))
  const broken = text.search(HALF_CHARACTER)
  if (broken < 0 && body.length % 2 === 0) return { utf8: Buffer.from(text), remark: null }
  const before = Buffer.from(broken < 0 ? text : text.slice(0, broken))
  return {
    ...placeInUtf8(withLineFeeds(before), Infinity),
    message: 'Here the file stops being UTF-16: half a character stands alone. Save it as UTF-8.',
  }
}

function decodeWindows1251(body: Buffer): Buffer {
  const decoder = new TextDecoder('windows-1251')
  const parts: Buffer[] = []
  for (let at = 0; at < body.length; at += SLICE)
    parts.push(Buffer.from(decoder.decode(body.subarray(at, at + SLICE))))
  return Buffer.concat(parts)
}

/** CRLF and CR become LF; the same bytes come back where there is no CR. */
function withLineFeeds(utf8: Buffer): Buffer {
  const first = utf8.indexOf(CR)
  if (first < 0) return utf8
  const out = Buffer.allocUnsafe(utf8.length)
  utf8.copy(out, 0, 0, first)
  let to = first
  for (let at = first; at < utf8.length; at++) {
    const byte = utf8[at] ?? 0
    if (byte !== CR) out[to++] = byte
    else if (utf8[at + 1] !== LF) out[to++] = LF
  }
  return out.subarray(0, to)
}

/** Line and column, from 1, of a byte in UTF-8 with LF; beyond the end is just after it. */
export function placeInUtf8(utf8: Uint8Array, at: number): { line: number; column: number } {
  const end = Math.min(at, utf8.length)
  let line = 1
  let lineStart = 0
  for (let next = utf8.indexOf(LF); next >= 0 && next < end; next = utf8.indexOf(LF, next + 1)) {
    line++
    lineStart = next + 1
  }
  return { line, column: 1 + countCharacters(utf8, lineStart, end) }
}

/** Characters between two bytes of UTF-8. */
export function countCharacters(utf8: Uint8Array, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at++) if (((utf8[at] ?? 0) & 0xc0) !== 0x80) count++
  return count
}

function startsWith(buffer: Buffer, mark: readonly number[]): boolean {
  return mark.every((byte, index) => buffer[index] === byte)
}
