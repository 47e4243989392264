import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryRecord, prose } from '../../test/arbitrary-record.ts'
import { arbitraryFolder } from '../../test/arbitrary-register-files.ts'
import { readProgrammeFiles } from './read-programme-files.ts'
import { writeProgrammeFiles } from './write-programme-files.ts'
import type { KeptFile } from './place.ts'

const keptFiles: fc.Arbitrary<KeptFile[]> = fc.uniqueArray(
  fc.record({
    path: fc.constantFrom(
      'counterpart.yaml',
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
      fc.property(arbitraryFolder, keptFiles, ({ record, parts }, kept) => {
        const content = readProgrammeFiles(writeProgrammeFiles(record, kept, parts))
        expect(content.refusals).toEqual([])
        expect(content.record).toEqual(record)
        expect(content).toMatchObject(parts)
        const others = content.kept.filter(({ path }) => path !== 'leverage.yaml')
        const byPath = (a: KeptFile, b: KeptFile) => (a.path < b.path ? -1 : 1)
        expect(others.toSorted(byPath)).toEqual(kept.toSorted(byPath))
      }),
      { numRuns: 150 },
    )
  })

  it('is the same to the byte when it is written again', () => {
    fc.assert(
      fc.property(arbitraryFolder, keptFiles, ({ record, parts }, kept) => {
        const first = writeProgrammeFiles(record, kept, parts)
        const again = readProgrammeFiles(first)
        expect(again.record).not.toBeNull()
        if (again.record)
          expect(asText(writeProgrammeFiles(again.record, again.kept, again))).toEqual(
            asText(first),
          )
      }),
      { numRuns: 100 },
    )
  })

  it('reads the same whichever way its lines end and its text is encoded', () => {
    fc.assert(
      fc.property(arbitraryFolder, fc.constantFrom(...REWRITINGS), ({ record, parts }, rewrite) => {
        const files = writeProgrammeFiles(record, [], parts)
        const rewritten = new Map([...files].map(([path, bytes]) => [path, rewrite(bytes)]))
        const content = readProgrammeFiles(rewritten)
        expect(content.refusals).toEqual([])
        expect(content.record).toEqual(record)
        expect(content).toMatchObject(parts)
      }),
      { numRuns: 60 },
    )
  })

  it('gives back a table that an earlier version kept unread, until the register has rows of it', () => {
    const persons = { path: 'cases/persons.csv', bytes: Buffer.from('id,name\np-1, As written\n') }
    fc.assert(
      fc.property(arbitraryFolder, ({ record, parts }) => {
        const written = writeProgrammeFiles(record, [persons], parts).get(persons.path)
        if (parts.register.persons.length === 0) expect(written).toBe(persons.bytes)
        else expect(written).not.toEqual(persons.bytes)
      }),
      { numRuns: 30 },
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
