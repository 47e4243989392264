import { describe, expect, it } from 'vitest'
import {
  aCase,
  aFamily,
  aMerge,
  anAct,
  aRegister,
  type RegisterParts,
} from '../../../test/told-register.ts'
import { calendarDate } from '../basics/calendar-date.ts'
import { uncertainDate } from '../basics/uncertain-date.ts'
import { readCaseConditions } from './case-conditions.ts'
import { readFlow, readStock } from './case-measures.ts'

const ON = calendarDate('1988-12-31')

function where(conditions: Readonly<Record<string, string>>) {
  return readCaseConditions(Object.entries(conditions).map(([key, value]) => ({ key, value })))
}

function stock(
  parts: RegisterParts,
  conditions: Readonly<Record<string, string>>,
  unit: 'person' | 'family' = 'person',
) {
  const request = {
    kind: 'stock',
    conditions: where(conditions),
    unit,
    asOf: ON,
    knownOn: ON,
  } as const
  const { low, high } = readStock(aRegister(parts).asKnownOn(ON), request)
  return [low, high]
}

function flow(
  kind: 'count' | 'net',
  event: string,
  parts: RegisterParts,
  conditions: Readonly<Record<string, string>> = {},
  unit: 'person' | 'family' = 'person',
) {
  const request = {
    kind,
    event,
    conditions: where(conditions),
    unit,
    from: calendarDate('1988-01-01'),
    to: ON,
    asOf: ON,
    knownOn: ON,
  } as const
  const { low, high } = readFlow(aRegister(parts).asKnownOn(ON), request)
  return [low, high]
}

describe('a stock', () => {
  it('counts each person once, whatever the number of cases', () => {
    const parts = {
      cases: [aCase('c-1', 'p-1'), aCase('c-2', 'p-1', 'exile')],
      acts: [anAct('c-1', 'detained', '1980-01-01'), anAct('c-2', 'detained', '1980-01-01')],
    }
    expect(stock(parts, { state: 'detained' })).toEqual([1, 1])
  })

  it('leaves in doubt whom a likely release would free', () => {
    const parts = {
      cases: [aCase('c-1', 'p-1')],
      acts: [
        anAct('c-1', 'detained', '1980-01-01'),
        anAct('c-1', 'released', '1988-01-01', { verification: 'likely' }),
      ],
    }
    expect(stock(parts, { state: 'detained' })).toEqual([0, 1])
    expect(stock(parts, { state: 'released' })).toEqual([0, 1])
    expect(stock(parts, { state: 'resolved' })).toEqual([0, 1])
    expect(stock(parts, {})).toEqual([0, 1])
  })

  it('leaves in doubt a case that does not say what is asked for', () => {
    const parts = {
      cases: [aCase('c-1', 'p-1', 'prisoner', { region: 'Armenia' }), aCase('c-2', 'p-2')],
      acts: [anAct('c-1', 'detained', '1980-01-01'), anAct('c-2', 'detained', '1980-01-01')],
    }
    expect(stock(parts, { region: 'ARMENIA', state: 'detained' })).toEqual([1, 2])
    expect(stock(parts, { region: 'Ukraine', state: 'detained' })).toEqual([0, 1])
  })

  it('reads keys of the ground, and a plain ground as its own value', () => {
    const parts = {
      cases: [
        aCase('c-1', 'p-1', 'prisoner', { ground: 'right: speech; PACE: a' }),
        aCase('c-2', 'p-2', 'prisoner', { ground: 'Speech' }),
      ],
      acts: [anAct('c-1', 'detained', '1980-01-01'), anAct('c-2', 'detained', '1980-01-01')],
    }
    expect(stock(parts, { pace: 'A', state: 'detained' })).toEqual([1, 2])
    expect(stock(parts, { ground: 'speech', state: 'detained' })).toEqual([1, 2])
  })

  it('without a state counts open cases from the day they were opened', () => {
    const opened = (text: string) => ({ opened: uncertainDate(text) })
    const parts = {
      cases: [
        aCase('c-1', 'p-1', 'prisoner', opened('1987')),
        aCase('c-2', 'p-2', 'prisoner', opened('1989')),
        aCase('c-3', 'p-3', 'prisoner', opened('1988-06/1989-06')),
        aCase('c-4', 'p-4'),
      ],
    }
    expect(stock(parts, {})).toEqual([1, 3])
  })

  it('takes a family for resolved when everyone in it is, and for held when one is', () => {
    const parts = {
      families: aFamily('f-1', 'p-1', 'p-2'),
      cases: [aCase('c-1', 'f-1')],
      acts: [
        anAct('c-1', 'detained', '1980-01-01'),
        anAct('c-1', 'released', '1988-01-01', { person: 'p-1' }),
      ],
    }
    expect(stock(parts, { state: 'resolved' }, 'family')).toEqual([0, 0])
    expect(stock(parts, { state: 'detained' }, 'family')).toEqual([1, 1])
    expect(stock(parts, { state: 'resolved' })).toEqual([1, 1])
  })

  it('says that there is no register where there is no case', () => {
    const request = { kind: 'stock', conditions: where({}), unit: 'person', asOf: ON, knownOn: ON }
    const reading = readStock(aRegister({}).asKnownOn(ON), {
      ...request,
      kind: 'stock',
      unit: 'person',
    })
    expect(reading.missing).toBe('register')
  })
})

describe('a count', () => {
  const cases = [aCase('c-1', 'p-1'), aCase('c-2', 'p-2')]

  it('counts a unit once, however often it happened', () => {
    const acts = [anAct('c-1', 'released', '1988-01-01'), anAct('c-1', 'released', '1988-12-31')]
    expect(flow('count', 'Released', { cases, acts })).toEqual([1, 1])
  })

  it('leaves in doubt what may lie outside the days, or may not have happened', () => {
    const acts = [
      anAct('c-1', 'released', '1987/1988'),
      anAct('c-2', 'released', '1988-06-01', { verification: 'possible' }),
    ]
    expect(flow('count', 'released', { cases, acts })).toEqual([0, 2])
  })

  it('does not count what is unlikely or only claimed', () => {
    const acts = [
      anAct('c-1', 'released', '1988-06-01', { verification: 'unlikely' }),
      anAct('c-2', 'released', '1988-06-01', { verification: null, source: 'tass' as never }),
    ]
    expect(flow('count', 'released', { cases, acts })).toEqual([0, 0])
  })

  it('counts two entries that are one person once', () => {
    const acts = [anAct('c-1', 'released', '1988-06-01'), anAct('c-2', 'released', '1988-06-01')]
    const merges = [aMerge('p-1', 'p-2', '1988-07-01')]
    expect(flow('count', 'released', { cases, acts, merges })).toEqual([1, 1])
  })
})

describe('a net', () => {
  const cases = ['1', '2', '3'].map((each) => aCase(`c-${each}`, `p-${each}`))

  it('takes releases off detentions and re-detentions', () => {
    const acts = [
      anAct('c-1', 'detained', '1988-02-01'),
      anAct('c-2', 're-detained', '1988-03-01'),
      anAct('c-3', 'released', '1988-04-01'),
    ]
    expect(flow('net', 'detained', { cases, acts })).toEqual([1, 1])
    expect(flow('net', 'released', { cases, acts })).toEqual([-1, -1])
  })

  it('sets permissions against refusals, and refusals and rescissions against permissions', () => {
    const acts = [
      anAct('c-1', 'permitted', '1988-02-01'),
      anAct('c-1', 'rescinded', '1988-05-01'),
      anAct('c-2', 'refused', '1988-03-01', { verification: 'likely' }),
    ]
    expect(flow('net', 'permitted', { cases, acts })).toEqual([-1, 0])
    expect(flow('net', 'refused', { cases, acts })).toEqual([-1, 0])
  })
})
