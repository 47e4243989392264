/**
 * Tells Cyrillic text of old Windows programs (code page 1251) from other bytes that are not UTF-8.
 *
 * A guess that is wrong would turn every name into noise without a word, so it has to be plausible
 * three ways: nearly all high bytes are letters, letters keep together in words, and capitals stand
 * where capitals stand. Text in UTF-8 in one part and not in another is never guessed at.
 */
import { isUtf8 } from 'node:buffer'

/** What bytes that are not UTF-8 can be. `at` is the first byte that is not UTF-8. */
type Guess = {
  readonly encoding: 'windows-1251' | 'mixed' | 'unknown'
  readonly at: number
}

/** Looks at bytes that are known not to be UTF-8 as a whole. */
export function guessEncoding(bytes: Uint8Array): Guess {
  const seen = { bad: -1, utf8: false, high: 0, letters: 0, loose: 0, odd: 0, undefinedByte: false }
  for (let at = 0; at < bytes.length; at++) {
    if (byteAt(bytes, at) < 0x80) continue
    let end = at
    while (end < bytes.length && byteAt(bytes, end) >= 0x80) end++
    lookAtRun(bytes, at, end, seen)
    at = end
  }
  const at = seen.bad
  if (seen.utf8) return { encoding: 'mixed', at }
  const plausible =
    !seen.undefinedByte &&
    seen.letters >= seen.high * 0.8 &&
    seen.loose <= seen.letters * 0.1 &&
    seen.odd <= seen.letters * 0.1
  return { encoding: plausible ? 'windows-1251' : 'unknown', at }
}

type Seen = {
  bad: number
  utf8: boolean
  high: number
  letters: number
  loose: number
  odd: number
  undefinedByte: boolean
}

/** A run of bytes above ASCII: in UTF-8 it is valid as a whole, in code page 1251 it is mostly a word. */
function lookAtRun(bytes: Uint8Array, from: number, to: number, seen: Seen): void {
  const run = bytes.subarray(from, to)
  if (!isUtf8(run)) {
    if (seen.bad < 0) seen.bad = from + firstInvalid(run)
  } else if (!canBeCyrillic(run)) seen.utf8 = true
  const beside = isAsciiLetter(bytes[from - 1]) || isAsciiLetter(bytes[to])
  let previous = 0
  for (const byte of run) {
    seen.high++
    if (byte === 0x98) seen.undefinedByte = true
    if (!isLetter(byte)) {
      previous = 0
      continue
    }
    seen.letters++
    if (beside) seen.loose++
    if (isCapital(byte) && previous !== 0 && !isCapital(previous)) seen.odd++
    previous = byte
  }
}

/** One capital and a sign that follows words, such as `Р»`, is by chance valid UTF-8. */
function canBeCyrillic(run: Uint8Array): boolean {
  const [first = 0, second = 0] = run
  return run.length === 2 && isCapital(first) && (SIGNS_AFTER.has(second) || isLetter(second))
}

// NBSP … – — ’ “ ” » №
const SIGNS_AFTER = new Set([0xa0, 0x85, 0x96, 0x97, 0x92, 0x93, 0x94, 0xbb, 0xb9])
// Ё ё and the further letters of Ukrainian, Belarusian and Serbian.
const CAPITALS = new Set([0xa8, 0xaa, 0xaf, 0xb2, 0xa5, 0xa1, 0xa3, 0xbd])
const SMALL = new Set([0xb8, 0xba, 0xbf, 0xb3, 0xb4, 0xa2, 0xbc, 0xbe])

function isCapital(byte: number): boolean {
  return (byte >= 0xc0 && byte <= 0xdf) || CAPITALS.has(byte)
}

function isLetter(byte: number): boolean {
  return byte >= 0xc0 || CAPITALS.has(byte) || SMALL.has(byte)
}

function isAsciiLetter(byte: number | undefined): boolean {
  return byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a
}

function byteAt(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0
}

/** Where in bytes that are not UTF-8 the first one stands that does not fit. */
function firstInvalid(bytes: Uint8Array): number {
  let at = 0
  while (at < bytes.length) {
    const lead = byteAt(bytes, at)
    const length = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
    const end = at + length
    if (end > bytes.length || !isUtf8(bytes.subarray(at, end))) return at
    at = end
  }
  return at
}
