/**
 * Folders with broken bytes: reading them never throws and never hangs, and whatever it refuses it
 * refuses with a place and a sentence. 500 in the gate, 10,000 with `DEMARCHE_FUZZ=full`.
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readProgrammeFiles } from '../src/exchange/read-programme-files.ts'
import { writeProgrammeFiles } from '../src/exchange/write-programme-files.ts'
import { arbitraryFolder } from './arbitrary-register-files.ts'

const FOLDERS = process.env['DEMARCHE_FUZZ'] === 'full' ? 10_000 : 500
const SLOWEST_MS = 5000

/** Numbers from 0 to 1 that say where and what. */
type Dice = readonly [number, number, number]
type Mutation = (bytes: Buffer, dice: Dice) => Uint8Array

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'a bit flipped': (bytes, [where, which]) => {
    const at = Math.floor(where * bytes.length)
    const out = Buffer.from(bytes)
    if (out.length > 0) out[at] = (out[at] ?? 0) ^ (1 << Math.floor(which * 8))
    return out
  },
  'cut short': (bytes, [where]) => bytes.subarray(0, Math.floor(where * bytes.length)),
  'two lines swapped': (bytes, [first, second]) => {
    const lines = bytes.toString('latin1').split('\n')
    const [a, b] = [Math.floor(first * lines.length), Math.floor(second * lines.length)]
    const [left = '', right = ''] = [lines[a], lines[b]]
    return Buffer.from(lines.with(a, right).with(b, left).join('\n'), 'latin1')
  },
  'a cell doubled': (bytes, [where, which]) =>
    inLine(bytes, where, (cells) => {
      const at = Math.floor(which * cells.length)
      return cells.toSpliced(at, 0, cells[at] ?? '')
    }),
  'a column deleted': (bytes, [where]) => {
    const lines = bytes.toString('latin1').split('\n')
    const at = Math.floor(where * (lines[0] ?? '').split(',').length)
    return Buffer.from(
      lines.map((line) => line.split(',').toSpliced(at, 1).join(',')).join('\n'),
      'latin1',
    )
  },
  'a sign inserted': (bytes, [where, which]) => {
    const at = Math.floor(where * bytes.length)
    const sign = SIGNS[Math.floor(which * SIGNS.length)] ?? '"'
    return Buffer.concat([bytes.subarray(0, at), Buffer.from(sign), bytes.subarray(at)])
  },
  'a part repeated': (bytes, [from, length, times]) => {
    const start = Math.floor(from * bytes.length)
    const part = bytes.subarray(start, start + Math.floor(length * 40))
    const copies = Array.from({ length: Math.floor(times * 200) }, () => part)
    return Buffer.concat([bytes.subarray(0, start), ...copies, bytes.subarray(start)])
  },
  'another encoding': (bytes, [which, where]) => {
    const text = bytes.toString()
    const half = Math.floor(where * bytes.length)
    const forms = [
      () => Buffer.from(`\uFEFF${text}`, 'utf16le'),
      () => Buffer.from(text, 'utf16le'),
      () => Buffer.from(text, 'latin1'),
      () => Buffer.concat([bytes.subarray(0, half), Buffer.from(text.slice(half), 'latin1')]),
      () => Buffer.from(text.replaceAll('\n', '\r')),
      () => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf]), bytes]),
    ]
    return forms[Math.floor(which * forms.length)]?.() ?? bytes
  },
  'random bytes': (_, [a, b, c]) =>
    Buffer.from(
      Array.from({ length: 64 }, (_each, index) => (a * 997 + b * index * 131 + c * 7) & 255),
    ),
}
const SIGNS = [
  '"',
  "'",
  ',',
  '\n',
  '\r',
  '\0',
  '\uFEFF',
  '[',
  '{',
  '- ',
  ': ',
  '&a ',
  '*a',
  '!x ',
  '|',
  '\t',
  '{'.repeat(3000),
  '""',
  '#',
  '%',
  'é',
]

function inLine(bytes: Buffer, where: number, change: (cells: string[]) => string[]): Buffer {
  const lines = bytes.toString('latin1').split('\n')
  const at = Math.floor(where * lines.length)
  const line = change((lines[at] ?? '').split(',')).join(',')
  return Buffer.from(lines.with(at, line).join('\n'), 'latin1')
}

const below1 = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const change = fc.record({
  file: below1,
  mutation: fc.constantFrom(...Object.keys(MUTATIONS)),
  dice: fc.tuple(below1, below1, below1),
})

it(`reads ${FOLDERS.toLocaleString('en')} broken folders without a crash, each refusal with its place`, () => {
  let refused = 0
  fc.assert(
    fc.property(
      arbitraryFolder,
      fc.array(change, { minLength: 1, maxLength: 4 }),
      ({ record, parts }, changes) => {
        const files = writeProgrammeFiles(record, [], parts)
        for (const { file, mutation, dice } of changes) {
          const path = [...files.keys()][Math.floor(file * files.size)] ?? 'programme.yaml'
          const bytes = Buffer.from(files.get(path) ?? [])
          files.set(path, MUTATIONS[mutation]?.(bytes, dice) ?? bytes)
        }
        const began = performance.now()
        const content = readProgrammeFiles(files)
        expect(performance.now() - began).toBeLessThan(SLOWEST_MS)
        for (const { file, line, column, message } of [...content.refusals, ...content.notices]) {
          expect(files.has(file)).toBe(true)
          expect(Number.isInteger(line) && line >= 1).toBe(true)
          expect(Number.isInteger(column) && column >= 1).toBe(true)
          expect(message).toMatch(/^["“\p{Lu}\d-].*[.?]$/su)
          expect(message.includes('undefined') || message.includes('[object')).toBe(false)
        }
        if (content.refusals.length > 0) refused++
        // What was taken can be written and taken again: no half rows.
        if (content.record) {
          const again = readProgrammeFiles(writeProgrammeFiles(content.record, [], content))
          expect(again.record).toEqual(content.record)
          const { register, lists, engagements } = content
          expect(again).toMatchObject({ register, lists, engagements })
        }
      },
    ),
    { numRuns: FOLDERS, seed: 1987 },
  )
  // Else the changes break nothing and the test says nothing.
  expect(refused).toBeGreaterThan(FOLDERS / 3)
}, 900_000)
