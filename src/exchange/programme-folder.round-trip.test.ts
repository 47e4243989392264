import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryRecord, prose } from '../../test/arbitrary-record.ts'
import { readProgrammeFiles } from './read-programme-files.ts'
import { writeProgrammeFiles } from './write-programme-files.ts'
import type { KeptFile } from './place.ts'

const keptFiles: fc.Arbitrary<KeptFile[]> = fc.uniqueArray(
  fc.record({
    path: fc.constantFrom(
      'counterpart.yaml',
      'engagements.csv',
      'cases/persons.csv',
      'lists/entries.csv',
      'documents/memo.pdf',
      'documents/1987/письмо.txt',
      'README.md',
    ),
    bytes: fc.uint8Array({ maxLength: 40 }),
  }),
  { selector: ({ path }) => path },
)

describe('a programme folder', () => {
  it('gives back the record that was written, and everything that was kept', () => {
    fc.assert(
      fc.property(arbitraryRecord, keptFiles, (record, kept) => {
        const content = readProgrammeFiles(writeProgrammeFiles(record, kept))
        expect(content.refusals).toEqual([])
        expect(content.record).toEqual(record)
        const others = content.kept.filter(({ path }) => path !== 'leverage.yaml')
        const byPath = (a: KeptFile, b: KeptFile) => (a.path < b.path ? -1 : 1)
        expect(others.toSorted(byPath)).toEqual(kept.toSorted(byPath))
      }),
      { numRuns: 150 },
    )
  })

  it('is the same to the byte when it is written again', () => {
    fc.assert(
      fc.property(arbitraryRecord, keptFiles, (record, kept) => {
        const first = writeProgrammeFiles(record, kept)
        const { record: again, kept: keptAgain } = readProgrammeFiles(first)
        expect(again).not.toBeNull()
        if (again) expect(asText(writeProgrammeFiles(again, keptAgain))).toEqual(asText(first))
      }),
      { numRuns: 100 },
    )
  })

  it('reads the same whichever way its lines end and its text is encoded', () => {
    fc.assert(
      fc.property(arbitraryRecord, fc.constantFrom(...REWRITINGS), (record, rewrite) => {
        const files = writeProgrammeFiles(record, [])
        const rewritten = new Map([...files].map(([path, bytes]) => [path, rewrite(bytes)]))
        const content = readProgrammeFiles(rewritten)
        expect(content.refusals).toEqual([])
        expect(content.record).toEqual(record)
      }),
      { numRuns: 60 },
    )
  })

  it('keeps the other parts of leverage.yaml letter for letter when a waiver is added', () => {
    fc.assert(
      fc.property(arbitraryRecord, prose, (record, ground) => {
        fc.pre(record.waivers.length > 0)
        const before = [
          'benefits:  # ours to give',
          "  - { id: conference,   title: 'A conference' }",
          'waivers:',
          '  - { benchmark: gone, by: Nobody, ground: none, from: 1980 }',
          '# after them',
          'decisions: []',
          '',
        ].join('\n')
        const waivers = record.waivers.map((waiver) => ({ ...waiver, ground: `${ground}ж` }))
        const kept = [{ path: 'leverage.yaml', bytes: Buffer.from(before) }]
        const files = writeProgrammeFiles({ ...record, waivers }, kept)
        const written = Buffer.from(files.get('leverage.yaml') ?? []).toString()
        expect(written.startsWith(before.slice(0, before.indexOf('waivers:')))).toBe(true)
        expect(written.endsWith('decisions: []\n')).toBe(true)
        expect(readProgrammeFiles(files).record?.waivers).toEqual(waivers)
      }),
      { numRuns: 60 },
    )
  })
})

const utf8 = (bytes: Uint8Array) => Buffer.from(bytes).toString()
const REWRITINGS: readonly ((bytes: Uint8Array) => Uint8Array)[] = [
  (bytes) => Buffer.from(utf8(bytes).replaceAll('\n', '\r\n')),
  (bytes) => Buffer.from(utf8(bytes).replaceAll('\n', '\r')),
  (bytes) => Buffer.from(`\uFEFF${utf8(bytes)}`),
  (bytes) => Buffer.from(`\uFEFF${utf8(bytes)}`, 'utf16le'),
  (bytes) => Buffer.from(`\uFEFF${utf8(bytes)}`, 'utf16le').swap16(),
]

function asText(files: ReadonlyMap<string, Uint8Array>): [string, string][] {
  return [...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString('latin1')])
}
