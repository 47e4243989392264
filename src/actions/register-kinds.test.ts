import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aCase, aName } from '../../test/register-builders.ts'
import { calendarDate } from '../domain/basics/calendar-date.ts'
import type { CaseId } from '../domain/basics/ids.ts'
import type { CaseEntry } from '../domain/cases/case.ts'
import { CASES, newRows, PERSONS } from './register-kinds.ts'

const inRegion = (region: string) => aCase({ region })

/** What each case says last. */
const standing = (rows: readonly CaseEntry[]) => new Map(rows.map((row) => [row.id, row.region]))

describe('newRows', () => {
  it('takes a correction, and what withdraws a row', () => {
    const rows = [inRegion('Kiev'), aCase({ withdrawn: calendarDate('1987-01-01') })]
    expect(newRows(CASES, [inRegion('Riga')], rows).rows).toEqual(rows)
  })

  it('leaves a correction made since in place when the old rows come again', () => {
    const onRecord = [inRegion('Riga'), inRegion('Kiev')]
    expect(newRows(CASES, onRecord, [inRegion('Riga')])).toEqual({ rows: [], unchanged: 1 })
  })

  it('keeps a history that comes back to what it said', () => {
    const history = ['Riga', 'Kiev', 'Riga'].map(inRegion)
    expect(newRows(CASES, [], history).rows).toEqual(history)
    expect(newRows(CASES, history, history).rows).toEqual([])
  })

  it('adds nothing for a row that repeats the one before it', () => {
    expect(newRows(PERSONS, [], [aName(), aName()]).rows).toEqual([aName()])
  })

  it('changes nothing the second time, whatever the rows are', () => {
    const row = fc
      .record({ id: fc.constantFrom('c-1', 'c-2'), region: fc.constantFrom('a', 'b', 'c') })
      .map(({ id, region }) => aCase({ id: id as CaseId, region }))
    fc.assert(
      fc.property(fc.array(row), fc.array(row), (first, second) => {
        const one = newRows(CASES, [], first).rows
        expect(newRows(CASES, one, first).rows).toEqual([])
        const both = [...one, ...newRows(CASES, one, second).rows]
        expect(newRows(CASES, both, second).rows).toEqual([])
        expect(newRows(CASES, both, first).rows).toEqual([])
        const alone = newRows(CASES, [], both).rows
        expect(newRows(CASES, both, alone).rows).toEqual([])
        expect(standing(alone)).toEqual(standing(both))
      }),
    )
  })
})
