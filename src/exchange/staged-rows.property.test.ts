/** Whatever stands in a table: each row has one outcome, and what is taken can be written and read. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { arbitraryRecord, prose } from '../../test/arbitrary-record.ts'
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import { NO_PARTS } from './folder-content.ts'
import { guessMapping } from './guess-mapping.ts'
import { readMatchFile } from './match-file.ts'
import { readProgrammeFiles } from './read-programme-files.ts'
import { readSpreadsheet } from './spreadsheet-rows.ts'
import { stageRows } from './staged-rows.ts'
import { DATE_ORDERS } from './written-date.ts'
import { writeProgrammeFiles } from './write-programme-files.ts'

const [record] = fc.sample(arbitraryRecord, { seed: 3, numRuns: 1 })
if (!record) throw new Error('fast-check gave no record')

const HEADERS = [
  ...['Name', 'Surname', 'First name', 'Patronymic', 'Alias', 'Chinese name', 'Date of birth'],
  ...['Age', 'Age at detention', 'Sex', 'Nationality', 'Place', 'Category', 'Issue', 'Charge'],
  ...['Region', 'Court', 'Prison', 'Date of detention', 'Date of arrest', 'Date of trial'],
  ...['Date of sentence', 'Date of release', 'Date of death', 'Sentence', 'Status', 'Source'],
  ...['Notes', 'ID', 'constructor', '', 'Main name', 'Detention status', 'Record number'],
]
const VALUES = [
  ...['Anna Petrova', '李敏', 'Петров Иван Львович', 'Moscow', '1987', '12.03.1987', '3/12/87'],
  ...['29.02.1954', 'March 1987', 'life', 'unknown', '1987-04?', 'DET', 'REL?', 'DEC-ill', 'm'],
  ...['41', '5', '12345', '20990101', 'constructor', '__proto__', 'prisoner', '1987/1989'],
  ...['a; b: c; d', 'spring 1987', '0000-00-00', '31/31/1931', '..', '/', '1987-13', '99999'],
]
const cell = fc.oneof(fc.constantFrom(...VALUES), prose, fc.constant(''))
/** Mostly what the column is for, else anything. */
function cellUnder(header: string): fc.Arbitrary<string> {
  const own = /name$/i.test(header)
    ? fc.constantFrom('Anna Petrova', '李敏', 'Петров Иван Львович', 'Vera', 'Orlova, Vera')
    : /^date/i.test(header)
      ? fc.constantFrom('1987', '12.03.1987', '25/3/1986', '1987-04?', 'March 1985', '2030-01-01')
      : /status$/i.test(header)
        ? fc.constantFrom('DET', 'REL?', 'released', 'died', '')
        : cell
  return fc.oneof({ arbitrary: own, weight: 4 }, { arbitrary: cell, weight: 1 })
}

const table = fc
  .uniqueArray(fc.constantFrom(...HEADERS), { minLength: 1, maxLength: 9 })
  .map((header) =>
    header.includes('Main name') ? header : ['Name', ...header.filter((each) => each !== 'Name')],
  )
  .chain((header) =>
    fc.record({
      header: fc.constant(header),
      rows: fc.array(fc.tuple(...header.map(cellUnder)), { minLength: 1, maxLength: 6 }),
    }),
  )

it('gives each row an outcome with its reason, and takes what a folder can hold', () => {
  let taken = 0
  fc.assert(
    fc.property(
      table,
      fc.option(fc.constantFrom(...DATE_ORDERS), { nil: null }),
      ({ header, rows }, dateOrder) => {
        const sheet = {
          file: 'list.csv',
          ...{ sheet: null, otherSheets: [], delimiter: ',', header, headerRow: 1, notices: [] },
          rows: rows.map((cells, index) => ({
            number: index + 2,
            cells: cells.map((each) => each.trim()),
            dated: [],
          })),
        }
        const { mapping, columns } = guessMapping(header, rows)
        expect(columns).toHaveLength(header.length)
        let ids = 0
        const staged = stageRows(
          sheet,
          { ...mapping, dateOrder },
          {
            newId: (what) => `${what}-${String(++ids)}`,
            today: '2026-11-22' as CalendarDate,
            known: '2026-11-21' as CalendarDate,
          },
        )
        if ('message' in staged) {
          expect(staged.message).toMatch(/^\p{Lu}.*\.$/su)
          return
        }
        expect(staged.rows.map(({ row }) => row)).toEqual(sheet.rows.map(({ number }) => number))
        for (const { outcome, remarks, draft } of staged.rows) {
          const sorts = remarks.map(({ sort }) => sort)
          expect(sorts.includes('refused')).toBe(outcome === 'refused')
          if (outcome === 'parked') expect(sorts).toContain('parked')
          if (outcome === 'taken') expect(draft.persons.length).toBeGreaterThan(0)
          for (const { message } of remarks) expect(message).toMatch(/^["“\p{Lu}\d].*[.?]$/su)
        }
        const { persons, cases, caseEvents } = staged
        taken += caseEvents.length
        const register = { ...NO_PARTS.register, persons, cases, caseEvents }
        const read = readProgrammeFiles(writeProgrammeFiles(record, [], { ...NO_PARTS, register }))
        expect(read.refusals).toEqual([])
        expect(read.register).toEqual(register)
      },
    ),
    { numRuns: 400 },
  )
  expect(taken).toBeGreaterThan(400)
}, 120_000)

it('reads any bytes as a table or refuses them, and never throws', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 80 }),
    fc
      .array(fc.oneof(prose, fc.constantFrom(...HEADERS, '"', ';', ',', '\n')), { maxLength: 20 })
      .map((parts) => Buffer.from(parts.join(''))),
    fc
      .uint8Array({ maxLength: 60 })
      .map((rest) => Buffer.concat([Buffer.from('PK\u0003\u0004'), rest])),
  )
  await fc.assert(
    fc.asyncProperty(bytes, async (given) => {
      const read = await readSpreadsheet('list', given)
      expect('message' in read || read.rows.length > 0).toBe(true)
      const { refusals, rows } = readMatchFile('list', given)
      expect(refusals.length + rows.length).toBeGreaterThanOrEqual(0)
      for (const { line, column } of refusals) expect(Math.min(line, column)).toBeGreaterThan(0)
    }),
    { numRuns: 300 },
  )
}, 60_000)
