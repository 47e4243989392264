/** Greek letters, read as the Latin letters that stand for their modern sounds. */
import { latin } from './phonemes-latin.ts'
import { romanise } from './romanise.ts'

const LETTERS = new Map(
  'α a|β v|γ g|δ d|ε e|ζ z|η i|θ th|ι i|κ k|λ l|μ m|ν n|ξ x|ο o|π p|ρ r|σ s|ς s|τ t|υ y|φ f|χ ch|ψ ps|ω o'
    .split('|')
    .map((pair): [string, string] => [pair.charAt(0), pair.slice(2)]),
)
// Two letters that are one sound.
const PAIRS: readonly (readonly [RegExp, string])[] = [
  [/ου/g, 'u'],
  [/αι/g, 'e'],
  [/ει|οι|υι/g, 'i'],
  [/([αε])υ/g, '$1v'],
  [/τζ|τσ/g, 'ts'],
  [/μπ/g, 'b'],
  [/ντ/g, 'd'],
  [/γκ|γγ/g, 'g'],
]

export const greek = {
  symbols: latin.symbols,
  read: (key: string) => {
    const sounds = PAIRS.reduce((text, [letters, sound]) => text.replace(letters, sound), key)
    return latin.read(romanise(sounds, LETTERS))
  },
}
