/**
 * Learned letter costs as text: each ratio as a whole number of tenths of nats in one byte, in base 64.
 * The symbols they were learned for are kept beside them as a sum, and must be today's.
 */
import type { LetterModel } from './letter-model.ts'

export type PackedModel = {
  /** As in `Latn-Cyrl`. */
  readonly scripts: string
  /** A sum over the symbols of both alphabets, in order. */
  readonly symbols: number
  readonly end: number
  /** aloneA, aloneB, then the pairs row by row. */
  readonly costs: string
}

/** Thirteenths of a nat: one byte holds −9.8 to +9.8 nats. */
const STEPS = 13

export function packModel(
  scripts: string,
  model: LetterModel,
  symbolsA: readonly string[],
  symbolsB: readonly string[],
): PackedModel {
  const ratios = [...model.aloneA, ...model.aloneB, ...model.pair]
  const bytes = Uint8Array.from(ratios, (ratio) =>
    Math.min(255, Math.max(0, 128 + Math.round(STEPS * Math.log(ratio)))),
  )
  return {
    scripts,
    symbols: sumOf(symbolsA, symbolsB),
    end: Number(model.end.toPrecision(6)),
    costs: toBase64(bytes),
  }
}

/** Throws when the symbols have changed since the costs were learned. */
export function unpackModel(
  packed: PackedModel,
  symbolsA: readonly string[],
  symbolsB: readonly string[],
): LetterModel {
  const [rows, columns] = [symbolsA.length, symbolsB.length]
  const bytes = fromBase64(packed.costs)
  if (
    packed.symbols !== sumOf(symbolsA, symbolsB) ||
    bytes.length !== rows + columns + rows * columns
  )
    throw new Error(
      `The letter costs of ${packed.scripts} were learned for other symbols. Learn them again: npm run names:train -- DIR`,
    )
  const ratios = Float64Array.from(bytes, (byte) => Math.exp((byte - 128) / STEPS))
  return {
    rows,
    columns,
    aloneA: ratios.slice(0, rows),
    aloneB: ratios.slice(rows, rows + columns),
    pair: ratios.slice(rows + columns),
    end: packed.end,
  }
}

function sumOf(symbolsA: readonly string[], symbolsB: readonly string[]): number {
  let sum = 0
  for (const letter of [...symbolsA, '', ...symbolsB].join('\n'))
    sum = (Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0)) | 0
  return sum
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const word = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    for (let shift = 18; shift >= 0; shift -= 6) text += DIGITS.charAt((word >> shift) & 63)
  }
  const missing = (3 - (bytes.length % 3)) % 3
  return missing === 0 ? text : text.slice(0, -missing) + '='.repeat(missing)
}

function fromBase64(text: string): Uint8Array {
  const missing = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const bytes = new Uint8Array((text.length / 4) * 3 - missing)
  for (let at = 0; at < text.length; at += 4) {
    let word = 0
    for (let place = 0; place < 4; place += 1)
      word = (word << 6) | Math.max(0, DIGITS.indexOf(text.charAt(at + place)))
    const start = (at / 4) * 3
    for (let place = 0; place < 3 && start + place < bytes.length; place += 1)
      bytes[start + place] = (word >> (16 - 8 * place)) & 255
  }
  return bytes
}
