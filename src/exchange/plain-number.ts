/**
 * Numbers in files: digits, with a point for decimals, and nothing else.
 *
 * `3,092` is three thousand to one office and three to another; it is refused, not guessed at. A
 * number that this program cannot hold exactly is refused too.
 */
import { quote } from './nearest-name.ts'

const PLAIN = /^-?\d+(?:\.\d+)?$/

/** The number, or the sentence that says why the text is none. */
export function readNumber(text: string): number | { readonly message: string } {
  if (!PLAIN.test(text)) return { message: whyNotPlain(text) }
  const number = Number(text)
  if (printNumber(number) !== withoutIdleZeros(text))
    return { message: `${quote(text)} has more digits than can be held exactly.` }
  // Zero has no sign in a figure.
  return number === 0 ? 0 : number
}

/**
 * Why a number that counts cannot be told: `1.000` is one to one office and one thousand to another.
 * Nobody begins a number with a thousand of nothing: `0.125` is told.
 */
export function whyTwoReadings(text: string): string | undefined {
  const parts = /^-?([1-9]\d{0,2})\.(\d{3})$/.exec(text)
  if (!parts) return undefined
  const [, whole = '', fraction = ''] = parts
  const thousands = `${whole}${fraction}`
  return fraction === '000'
    ? `${quote(text)} may mean ${inWords(whole)} or ${inWords(whole, 'thousand')}: write ${whole} or ${thousands}.`
    : `${quote(text)} may mean ${whole} and a fraction or ${thousands}: write ${text}0 or ${thousands}.`
}

function inWords(whole: string, ...more: readonly string[]): string {
  return [whole === '1' ? 'one' : whole, ...more].join(' ')
}

/** The shortest plain digits that read as the same number; never an exponent. */
export function printNumber(number: number): string {
  const text = String(number === 0 ? 0 : number)
  const parts = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text)
  if (!parts) return text
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts
  const point = whole.length + Number(exponent)
  const digits = whole + fraction
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return sign + digits.padEnd(point, '0')
}

function withoutIdleZeros(text: string): string {
  const bare = text.replace(/^(-?)0+(?=\d)/, '$1')
  const short = bare.includes('.') ? bare.replace(/\.?0+$/, '') : bare
  return short === '-0' ? '0' : short
}

function whyNotPlain(text: string): string {
  const expected = 'expected are digits, with a point for decimals, such as 3092 or 12.5'
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text))
    return `${quote(text)} has commas between its digits; ${expected}.`
  if (/^-?\d+,\d+$/.test(text)) return `${quote(text)} has a comma for a point; ${expected}.`
  if (/^-?\d+(\.\d+)?e[+-]?\d+$/i.test(text))
    return `${quote(text)} is written with an exponent; ${expected}.`
  if (/^[<>≤≥]/.test(text) || /\b(more|less|at least|over|under|up to)\b/i.test(text))
    return `${quote(text)} is a bound, not a value; put the number under “low” or “high”.`
  return `${quote(text)} is not a number; ${expected}. “About” and the like belong in the note.`
}
