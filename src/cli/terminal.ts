/** Text for a terminal: standings as glyphs with their word, aligned and wrapped; colour only where it is wanted. */
import { stripVTControlCharacters, styleText } from 'node:util'

export const GLYPHS: Readonly<Record<string, string>> = {
  met: '●',
  partly: '◐',
  'not-met': '○',
  insufficient: '?',
  disputed: '≠',
}

/** The words of the pages; JSON keeps the codes. */
const STANDING_WORDS: Readonly<Record<string, string>> = {
  met: 'met',
  partly: 'partly',
  'not-met': 'not met',
  insufficient: 'cannot be told',
  disputed: 'disputed',
}

/** Every sign with its word. */
export const LEGEND: readonly string[] = Object.entries(GLYPHS).map(
  ([standing, sign]) => `${sign} ${inWords(standing)}`,
)

/** A standing or a life as the pages call it: `not met`, `by a later standard`. */
export function inWords(code: string): string {
  return STANDING_WORDS[code] ?? code.replaceAll('-', ' ')
}

const COLOURS = {
  met: 'green',
  partly: 'yellow',
  'not-met': 'red',
  insufficient: 'gray',
  disputed: 'magenta',
} as const

/** Columns of the terminal; 100 where the text goes into a file or another program. */
export function widthOf(stream: NodeJS.WriteStream): number {
  return stream.isTTY ? Math.max(40, Math.min(stream.columns, 140)) : 100
}

/** The glyph of a standing, coloured on a terminal unless NO_COLOR is set. */
export function glyph(standing: string): string {
  const sign = GLYPHS[standing] ?? '·'
  if (!Object.hasOwn(COLOURS, standing)) return sign
  return styleText(COLOURS[standing as keyof typeof COLOURS], sign) // just checked
}

export function strong(text: string): string {
  return styleText('bold', text)
}

/** How many columns a text takes: marks that combine take none, East Asian letters two. */
export function columnsOf(text: string): number {
  let columns = 0
  for (const letter of stripVTControlCharacters(text)) columns += columnsOfLetter(letter)
  return columns
}

function columnsOfLetter(letter: string): number {
  if (/\p{Mark}|\p{Cf}/u.test(letter)) return 0
  return /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/u.test(
    letter,
  )
    ? 2
    : 1
}

export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columnsOf(text)))
}

/** Breaks a text at its blanks. Every line begins with `indent`, the first with `first`. */
export function wrap(text: string, width: number, indent = '', first = indent): string {
  const lines: string[] = []
  let line = first
  let empty = true
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    if (!empty && columnsOf(line) + 1 + columnsOf(word) > width) {
      lines.push(line)
      line = indent
      empty = true
    }
    line += empty ? word : ` ${word}`
    empty = false
  }
  return [...lines, line].join('\n')
}

/**
 * What comes from files may hold signs that move the cursor, turn letters round or colour them; they
 * are shown as blanks. To be done before anything is coloured.
 */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, ' ')
}

/** The same for every text in an answer. */
export function printableIn<T>(answer: T): T {
  // The cast: texts for texts, everything else as it was.
  return JSON.parse(JSON.stringify(answer), (_, value: unknown) =>
    typeof value === 'string' ? printable(value) : value,
  ) as T
}

/** Control characters but tab and line feed, and marks of direction. */
const UNPRINTABLE = /[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]/gu
