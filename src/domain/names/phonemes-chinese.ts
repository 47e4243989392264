/**
 * Chinese characters as sounds, by their Mandarin syllables without tones. Foreign names are written
 * with characters chosen for their sound, so that a syllable such as si, te, ke, fu or er may stand
 * for one consonant: its vowel has a symbol of its own. Chinese names themselves are spelled letter by
 * letter. A token may be either, so it has both readings.
 */
import anyAscii from 'any-ascii'
import { makeAlphabet } from './alphabet.ts'
import type { Phonemes } from './name-token.ts'

const TABLE = `
b b
p p
m m
f f|h/f
d d
t t
n n
l l|r/l
g g|k/g
k k
h h|kh
j j|ch|k/j
q ch|k/q
x sh|s|h/x
zh j|zh|ch/zh
ch ch
sh sh
r r|l|zh
z z|ts/z
c ts|s/c
s s
w _u -
w w|v/w
y _i -
y _u -
y y
er ^_ er|r|a/er
er er|r|l/er
yu u|i/ü
ai ai
ei e|i/ei
ao o|a|u/ao
ou o|u/ou
uo o|u/uo
ia a|y/ia
iao o|y/iao
ie e|i/ie
ye e|y/ye
iu u|y/iu
ua a|w/ua
uai ai/uai
ui u|i|e/ui
ue e|u/ue
a a
o o
e [bpmfdtgkzcslr]_$ e|/weak
e [h]_ e/mid
e e/en
i [zcs]_$ i|/s
i [h]_$ i|/s
i i
u [bpmfdtgkszcl]_$ u|o|/weak
u u
v u|i/ü
n [aeiouv]_$ n/tail
n [iaeu]_$ n/tail
ng ng|n
`

/** Pinyin letter by letter, for Chinese names proper. Capitals keep these rules from those above. */
const SPELLED =
  'b p m f d t n l g|k k h|kh j|ch ch|ts sh|s|h zh|j|ch ch sh r|zh z|ts ts|s s w y a e i o u u|i ng'
const SPELLED_LETTERS = 'B P M F D T N L G K H J Q X ZH CH SH R Z C S W Y A E I O U V NG'.split(' ')
const SPELLED_RULES = SPELLED.split(' ')
  .map(
    (sounds, at) => `${SPELLED_LETTERS[at] ?? ''} ${sounds}/spelled-${SPELLED_LETTERS[at] ?? ''}`,
  )
  .join('\n')

const letters = makeAlphabet(`${TABLE}\n${SPELLED_RULES}`, {
  vowels: 'aeiouv',
  front: 'ei',
  doubled: 'twice',
})

export const chinese = {
  symbols: letters.symbols,
  /** As a foreign name is written by its sounds. */
  read: (key: string): Phonemes => joinSyllables([...key].map(syllableOf)),
  /** As a Chinese name is spelled. */
  spell: (key: string): Phonemes => letters.read([...key].map(syllableOf).join('').toUpperCase()),
}

const readSyllables = new Map<string, Phonemes>()

function joinSyllables(syllables: readonly string[]): Phonemes {
  const parts = syllables.map((syllable) => {
    const known = readSyllables.get(syllable)
    if (known) return known
    const fresh = letters.read(syllable)
    readSyllables.set(syllable, fresh)
    return fresh
  })
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

/** The Mandarin syllable of a character, with v for ü. */
export function syllableOf(character: string): string {
  const syllable = anyAscii(character).toLowerCase()
  return syllable
    .replace(/^([jqxy])u/, '$1v')
    .replace(/^lu(?=e$)|^nu(?=e$)/, (start) => start.charAt(0) + 'v')
}
