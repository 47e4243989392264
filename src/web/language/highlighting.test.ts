import { expect, it } from 'vitest'
import { colouredPieces } from './highlighting.ts'

const TEXT = `benchmark step-up "A step-up" outcome {
  # the lower end
  require total(emigration) over last 12 months >= 10000;
}`

it('gives back every character of the text, each at its place', () => {
  const pieces = colouredPieces(TEXT)
  expect(pieces.map(({ text }) => text).join('')).toBe(TEXT)
  for (const { from, text } of pieces) expect(TEXT.slice(from, from + text.length)).toBe(text)
})

it.each([
  ['require', 'bl-keyword'],
  ['total', 'bl-function'],
  ['emigration', 'bl-subject'],
  ['step-up', 'bl-name'],
  ['"A step-up"', 'bl-string'],
  ['# the lower end', 'bl-comment'],
])('colours %s', (text, colour) => {
  expect(colouredPieces(TEXT).find((piece) => piece.text === text)?.classes).toBe(colour)
})

it('colours a text that cannot be read as far as it goes', () => {
  const broken = 'benchmark x "y" outcome { requir'
  expect(
    colouredPieces(broken)
      .map(({ text }) => text)
      .join(''),
  ).toBe(broken)
})
