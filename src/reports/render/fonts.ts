/**
 * The fonts that reports are set in: IBM Plex, from the program's own packages.
 *
 * The packages hold web fonts (WOFF 1.0, W3C Recommendation of 13 December 2012), one file a script,
 * all under one family name. A typesetter takes one file for one family and style, so each file is
 * unwrapped to a plain font and told apart from its fellows by a family name of its own, in memory:
 * `IBM Plex Sans (cyrillic)`. The name that goes into a document's font entry stays the font's.
 */
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { inflateSync } from 'node:zlib'

type Family = {
  readonly name: string
  readonly folder: string
  readonly scripts: readonly string[]
}

const EUROPEAN = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'vietnamese']
const SANS: Family = {
  name: 'IBM Plex Sans',
  folder: 'ibm-plex-sans',
  scripts: [...EUROPEAN, 'greek'],
}
const SERIF: Family = { name: 'IBM Plex Serif', folder: 'ibm-plex-serif', scripts: EUROPEAN }
const MONO: Family = { name: 'IBM Plex Mono', folder: 'ibm-plex-mono', scripts: EUROPEAN }
const ARABIC: Family = {
  name: 'IBM Plex Sans Arabic',
  folder: 'ibm-plex-sans-arabic',
  scripts: ['arabic'],
}

const WEIGHTS = ['400', '600']

/** For signs (●, ≥) and Hebrew, which the Plex packages lack. They come inside the typesetter. */
const OWN_FONTS_OF_TYPST = ['DejaVu Sans Mono', 'Libertinus Serif', 'New Computer Modern Math']

/** Family names in the order in which a character is looked for, for each face of a report. */
export const FACES = {
  serif: [SERIF, SANS, ARABIC].flatMap(familyNames).concat(OWN_FONTS_OF_TYPST),
  sans: [SANS, ARABIC].flatMap(familyNames).concat(OWN_FONTS_OF_TYPST),
  mono: [MONO, SANS, ARABIC].flatMap(familyNames).concat(OWN_FONTS_OF_TYPST),
} as const

/**
 * All fonts as plain font files, read from the packages anew at each call. Drawings ask for
 * `IBM Plex Sans` by its own name, so that its Latin part is there under that name too.
 */
export function readFonts(): readonly Buffer[] {
  const forDrawings = readFamily({ ...SANS, scripts: ['latin'] }, () => SANS.name)
  const forText = [SANS, SERIF, MONO, ARABIC].flatMap((family) => readFamily(family, familyName))
  return [...forDrawings, ...forText]
}

function readFamily(
  family: Family,
  nameOf: (family: Family, script: string) => string,
): readonly Buffer[] {
  const resolve = createRequire(import.meta.url).resolve
  const folder = join(dirname(resolve(`@fontsource/${family.folder}/package.json`)), 'files')
  const files = readdirSync(folder)
  return family.scripts.flatMap((script) =>
    WEIGHTS.flatMap((weight) => [`${weight}-normal`, `${weight}-italic`])
      .map((style) => `${family.folder}-${script}-${style}.woff`)
      .filter((file) => files.includes(file)) // Arabic has no italic
      .map((file) => unwrapWoff(readFileSync(join(folder, file)), nameOf(family, script))),
  )
}

function familyNames(family: Family): string[] {
  return family.scripts.map((script) => familyName(family, script))
}

function familyName(family: Family, script: string): string {
  return `${family.name} (${script})`
}

type FontTable = { readonly tag: string; readonly data: Buffer }

/**
 * The font inside a WOFF 1.0 file, under the family name given.
 * Throws a RangeError when the bytes are not a WOFF 1.0 file.
 */
export function unwrapWoff(woff: Buffer, family: string): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new RangeError('Not a WOFF 1.0 font.')
  const tables = Array.from({ length: woff.readUInt16BE(12) }, (_, index): FontTable => {
    const at = 44 + 20 * index
    const [offset, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(at + field))
    const bytes = woff.subarray(offset, (offset ?? 0) + (packed ?? 0))
    const tag = woff.toString('latin1', at, at + 4)
    return { tag, data: packed === length ? bytes : inflateSync(bytes) }
  })
  return joinTables(
    woff.readUInt32BE(4),
    tables.map((table) =>
      table.tag === 'name' ? { tag: 'name', data: renameFamily(table.data, family) } : table,
    ),
  )
}

function joinTables(flavour: number, tables: readonly FontTable[]): Buffer {
  const directory = Buffer.alloc(12 + 16 * tables.length)
  const power = Math.floor(Math.log2(tables.length))
  directory.writeUInt32BE(flavour, 0)
  directory.writeUInt16BE(tables.length, 4)
  directory.writeUInt16BE(16 * 2 ** power, 6)
  directory.writeUInt16BE(power, 8)
  directory.writeUInt16BE(16 * (tables.length - 2 ** power), 10)
  let offset = directory.length
  const bodies = tables.map(({ tag, data }, index) => {
    const body = Buffer.concat([data, Buffer.alloc(-data.length & 3)]) // to a multiple of four bytes
    directory.write(tag, 12 + 16 * index, 'latin1')
    directory.writeUInt32BE(checksum(body), 16 + 16 * index)
    directory.writeUInt32BE(offset, 20 + 16 * index)
    directory.writeUInt32BE(data.length, 24 + 16 * index)
    offset += body.length
    return body
  })
  return Buffer.concat([directory, ...bodies])
}

function checksum(body: Buffer): number {
  let sum = 0
  for (let at = 0; at < body.length; at += 4) sum = (sum + body.readUInt32BE(at)) >>> 0
  return sum
}

const FAMILY = 1
const TYPOGRAPHIC_FAMILY = 16
const RECORD = 12

// The table of names with the two names of the family replaced; all others stay as they are.
function renameFamily(table: Buffer, family: string): Buffer {
  const [count, strings] = [table.readUInt16BE(2), table.readUInt16BE(4)]
  const isWindows = (at: number) => table.readUInt16BE(at) === 3
  const records = Array.from({ length: count }, (_, index) => 6 + RECORD * index).filter(isWindows)
  const head = Buffer.alloc(6 + RECORD * records.length)
  head.writeUInt16BE(records.length, 2)
  head.writeUInt16BE(head.length, 4)
  let offset = 0
  const texts = records.map((at, index) => {
    const id = table.readUInt16BE(at + 6)
    const from = strings + table.readUInt16BE(at + 10)
    const kept = table.subarray(from, from + table.readUInt16BE(at + 8))
    const renamed = id === FAMILY || id === TYPOGRAPHIC_FAMILY
    const text = renamed ? Buffer.from(family, 'utf16le').swap16() : kept
    table.copy(head, 6 + RECORD * index, at, at + 8)
    head.writeUInt16BE(text.length, 6 + RECORD * index + 8)
    head.writeUInt16BE(offset, 6 + RECORD * index + 10)
    offset += text.length
    return text
  })
  return Buffer.concat([head, ...texts])
}
