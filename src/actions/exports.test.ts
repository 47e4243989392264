import fc from 'fast-check'
import { expect, it } from 'vitest'
import { arbitraryRecord } from '../../test/arbitrary-record.ts'
import { emptyStore, onEachEngine } from '../../test/engines.ts'
import { aContext, aRecord, PROGRAMME, withoutNumbers } from '../../test/record-builders.ts'
import { calendarDate } from '../domain/basics/calendar-date.ts'
import type { ProgrammeRecord } from '../domain/goals/programme-record.ts'
import { readRecord } from './exports.ts'
import { importRecord } from './imports.ts'
import { verifyStore } from './verify.ts'

const RUNS = 40
const nextYear = { today: calendarDate('2027-11-22') }

const kept = fc.uniqueArray(
  fc.record({
    path: fc.constantFrom('cases/persons.csv', 'lists/lists.csv', 'counterpart.yaml'),
    bytes: fc.uint8Array({ maxLength: 40 }),
  }),
  { selector: ({ path }) => path },
)

onEachEngine('readRecord', (db) => {
  const read = (programme = PROGRAMME) => readRecord(aContext(db()), programme)

  it('gives what a fresh store takes and gives again, and what its own store knows', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRecord, kept, async (record, files) => {
        await emptyStore(db())
        const context = aContext(db())
        const { id } = record.programme
        const content = { record, kept: files }
        const { taken } = await importRecord(context, content)
        const first = await read(id)
        expect(first.kept).toEqual(files)
        expect(first.record.figures.length).toBe(taken.figures)

        const again = await importRecord(context, content, nextYear)
        const own = await importRecord(context, first, nextYear)
        for (const counts of [again, own])
          expect(new Set(Object.values(counts.taken))).toEqual(new Set([0]))
        expect((await read(id)).record).toEqual(first.record)

        await emptyStore(db())
        await importRecord(context, first, nextYear)
        const second = await read(id)
        expect(withoutNumbers(second.record)).toEqual(withoutNumbers(first.record))
        expect(second.kept).toEqual(first.kept)
      }),
      { numRuns: RUNS, seed: 1987 },
    )
  }, 120_000)

  it('gives every column back as it came, and fills nothing but a `known` left open', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRecord, async (record) => {
        await emptyStore(db())
        await importRecord(aContext(db()), { record, kept: [] })
        const { record: found } = await read(record.programme.id)
        for (const table of EVIDENCE) {
          const [given, kept] = [record[table], found[table]].map((rows) => rows as readonly Row[]) // all have these columns
          expect(distinct(kept, () => null)).toEqual(distinct(given, () => null))
          const stated = distinct(
            given?.filter(({ known }) => known !== null),
            ({ known }) => known,
          )
          expect(distinct(kept, ({ known }) => known)).toEqual(expect.arrayContaining(stated))
        }
        const others = { ...withoutNumbers(found), ...evidenceOf(record) }
        expect(withoutNumbers(others)).toEqual(withoutNumbers(record))
      }),
      { numRuns: RUNS, seed: 1988 },
    )
  }, 120_000)

  it('gives sound stores, whatever was taken', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRecord, async (record) => {
        await emptyStore(db())
        await importRecord(aContext(db()), { record, kept: [] })
        expect(await verifyStore(aContext(db()))).toEqual([])
      }),
      { numRuns: RUNS / 2, seed: 1989 },
    )
  }, 120_000)

  it('is refused for a programme that is not there, and to a reader', async () => {
    await expect(read()).rejects.toMatchObject({ code: 'not-found' })
    await importRecord(aContext(db()), { record: aRecord(), kept: [] })
    const reading = async () => readRecord(aContext(db(), { role: 'reader' }), PROGRAMME)
    await expect(reading()).rejects.toMatchObject({ code: 'not-allowed' })
  })
})

const EVIDENCE = ['figures', 'events', 'undertakings', 'outcomes', 'judgements'] as const
type Row = { readonly entry: number; readonly known: string | null }

function evidenceOf({ figures, events, undertakings, outcomes, judgements }: ProgrammeRecord) {
  return { figures, events, undertakings, outcomes, judgements }
}

/** The rows as texts, each once, without their numbers, in the order of the texts. */
function distinct(rows: readonly Row[] = [], known: (row: Row) => string | null): string[] {
  const texts = rows.map((row) => {
    const columns = Object.entries({ ...row, entry: 0, known: known(row) })
    return JSON.stringify(columns.sort(([a], [b]) => (a < b ? -1 : 1)))
  })
  return [...new Set(texts)].sort()
}
