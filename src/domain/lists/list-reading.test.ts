import { describe, expect, it } from 'vitest'
import {
  aCase,
  aFamily,
  anAct,
  aRegister,
  someLists,
  type RegisterParts,
} from '../../../test/told-register.ts'
import { calendarDate } from '../basics/calendar-date.ts'
import { readListRequest } from './list-reading.ts'
import type { ListRequest } from './list-reading.ts'

const lists = someLists([
  {
    list: 'political',
    versions: [
      { version: '1', date: '1988-03-01', cases: ['c-1', 'c-2'] },
      { version: '2', date: '1988-05-01', cases: ['c-1', 'c-2', 'c-3'] },
    ],
  },
])
const cases = ['1', '2', '3'].map((each) => aCase(`c-${each}`, `p-${each}`))

function reading(parts: RegisterParts, asked: Partial<ListRequest> = {}) {
  return readListRequest(aRegister({ cases, ...parts }), lists, {
    kind: 'list',
    list: 'political',
    frozen: calendarDate('1988-04-01'),
    unit: 'person',
    by: null,
    asOf: calendarDate('1988-12-31'),
    knownOn: calendarDate('1988-12-31'),
    ...asked,
  })
}

describe('readListRequest', () => {
  it('reads the last version on or before the frozen day', () => {
    expect(reading({}).total).toBe(2)
    expect(reading({}, { frozen: calendarDate('1988-05-01') }).total).toBe(3)
  })

  it('finds a list by its title', () => {
    expect(reading({}, { list: 'list POLITICAL' }).total).toBe(2)
  })

  it('has no list before a version, before the frozen day, and before that was known', () => {
    expect(reading({}, { frozen: calendarDate('1988-02-28') }).missing).toBe('list')
    expect(reading({}, { asOf: calendarDate('1988-03-31') }).missing).toBe('list')
    expect(reading({}, { knownOn: calendarDate('1988-03-31') }).missing).toBe('list')
    expect(reading({}, { list: 'no such list' }).missing).toBe('list')
  })

  it('leaves out who was free on the eve of the frozen day', () => {
    const acts = [anAct('c-1', 'released', '1988-03-31'), anAct('c-2', 'released', '1988-04-01')]
    expect(reading({ acts })).toMatchObject({ low: 1, high: 1, total: 1, leftOut: 1 })
  })

  it('leaves in doubt what is likely, and names the case', () => {
    const acts = [anAct('c-1', 'released', '1988-06-01', { verification: 'likely' })]
    expect(reading({ acts })).toMatchObject({
      low: 0,
      high: 1,
      doubtful: 1,
      doubtfulCases: ['c-1'],
      unresolvedCases: ['c-2'],
    })
  })

  it('lets no outcome count but those that are named', () => {
    const acts = [anAct('c-1', 'released', '1988-06-01'), anAct('c-2', 'expelled', '1988-06-01')]
    const by = { every: false, outcomes: ['released'] }
    expect(reading({ acts }, { by })).toMatchObject({ low: 1, high: 1, total: 2 })
    const both = { every: true, outcomes: ['released', 'rehabilitated'] }
    expect(reading({ acts }, { by: both })).toMatchObject({ low: 0, high: 0, total: 2 })
  })

  it('counts a family when everyone of it is free', () => {
    const parts = {
      families: aFamily('f-1', 'p-1', 'p-4'),
      cases: [aCase('c-1', 'f-1'), aCase('c-2', 'p-2')],
      acts: [anAct('c-1', 'released', '1988-06-01', { person: 'p-1' })],
    }
    expect(reading(parts)).toMatchObject({ low: 1, total: 3 })
    expect(reading(parts, { unit: 'family' })).toMatchObject({ low: 0, high: 0, total: 2 })
  })

  it('cites the entries that decide', () => {
    const acts = [
      anAct('c-1', 'released', '1988-06-01', { at: 'p. 3' }),
      anAct('c-2', 'detained', '1988-05-01', { at: 'p. 4' }),
    ]
    expect(reading({ acts }).citations).toEqual([
      { source: 'embassy', at: 'p. 3', case: 'c-1', entry: 1 },
    ])
  })
})
