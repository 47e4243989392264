import { describe, expect, it } from 'vitest'
import {
  aCase,
  aFamily,
  aMerge,
  anAct,
  aRegister,
  someLists,
  type RegisterParts,
  type ToldList,
} from '../../../test/told-register.ts'
import { calendarDate } from '../basics/calendar-date.ts'
import { monthsOn, readListStatus } from './list-status.ts'
import type { ListStatus } from './list-status.ts'

const XVI: ToldList = {
  list: 'XVI',
  versions: [
    {
      version: '1',
      date: '1974-03-01',
      presented: ['1974-04-01'],
      cases: ['c-1 divided-spouse Armenia', 'c-2 divided-spouse Ukraine'],
    },
  ],
}

function statusOf(
  parts: RegisterParts,
  told: readonly ToldList[] = [XVI],
  asOf = '1974-12-01',
  knownOn = '1974-12-20',
): ListStatus {
  const [day, known] = [calendarDate(asOf), calendarDate(knownOn)]
  const status = readListStatus(aRegister(parts), someLists(told), 'XVI', day, known)
  if ('refused' in status) throw new Error(status.refused)
  return status
}

const cases = [aCase('c-1', 'p-1', 'divided-spouse'), aCase('c-2', 'p-2', 'divided-spouse')]

describe('who is left out', () => {
  it('leaves out who was resolved on the eve, and counts who was on the day itself', () => {
    const acts = [anAct('c-1', 'arrived', '1974-03-31'), anAct('c-2', 'arrived', '1974-04-01')]
    expect(statusOf({ cases, acts }).person).toEqual({ entries: 1, resolved: 1, excluded: 1 })
  })

  it('leaves out from the day on which that is learnt', () => {
    const acts = [anAct('c-1', 'arrived', '1974-03-01', { known: '1974-12-15' })]
    const before = statusOf({ cases, acts }, [XVI], '1974-12-01', '1974-12-14')
    expect(before.person).toEqual({ entries: 2, resolved: 0, excluded: 0 })
    expect(statusOf({ cases, acts }).person).toEqual({ entries: 1, resolved: 0, excluded: 1 })
  })

  it('leaves out for good, also who is refused again', () => {
    const acts = [anAct('c-1', 'arrived', '1974-03-01'), anAct('c-1', 'refused', '1974-05-01')]
    expect(statusOf({ cases, acts }).person).toEqual({ entries: 1, resolved: 0, excluded: 1 })
  })

  it('leaves a person out of the persons, and the family only when all of it was resolved', () => {
    const parts = {
      families: aFamily('f-1', 'p-1', 'p-3'),
      cases: [aCase('c-1', 'f-1', 'divided-family')],
      acts: [
        anAct('c-1', 'arrived', '1974-03-01', { person: 'p-1' }),
        anAct('c-1', 'arrived', '1974-06-01', { person: 'p-3' }),
      ],
    }
    const { person, family } = statusOf(parts)
    expect(person).toEqual({ entries: 1, resolved: 1, excluded: 1 })
    expect(family).toEqual({ entries: 1, resolved: 1, excluded: 0 })
  })

  it('names no case as carried over that is left out', () => {
    const before: ToldList = {
      list: 'XV',
      versions: [
        { version: '1', date: '1973-05-01', presented: ['1973-05-16'], cases: ['c-1', 'c-2'] },
      ],
    }
    const acts = [anAct('c-1', 'arrived', '1974-03-01')]
    expect(statusOf({ cases, acts }, [before, XVI]).carriedOver).toEqual([
      { case: 'c-2', times: 1, firstListed: '1973-05-16' },
    ])
  })
})

describe('units', () => {
  it('counts a person on two entries once, resolved when both are', () => {
    const both = [aCase('c-1', 'p-1', 'divided-spouse'), aCase('c-2', 'p-1', 'prisoner')]
    const one = [anAct('c-1', 'arrived', '1974-06-01')]
    expect(statusOf({ cases: both, acts: one }).person).toMatchObject({ entries: 1, resolved: 0 })
    const all = [...one, anAct('c-2', 'released', '1974-06-01')]
    expect(statusOf({ cases: both, acts: all }).person).toMatchObject({ entries: 1, resolved: 1 })
  })

  it('counts a person on two entries in the row of each', () => {
    const both = [aCase('c-1', 'p-1', 'divided-spouse'), aCase('c-2', 'p-1', 'prisoner')]
    const { byRegion } = statusOf({ cases: both, acts: [anAct('c-1', 'arrived', '1974-06-01')] })
    expect(byRegion.map(({ region, person }) => [region, person.entries, person.resolved])).toEqual(
      [
        ['Armenia', 1, 1],
        ['Ukraine', 1, 0],
      ],
    )
  })

  it('after a merge counts once, in the region of the person kept', () => {
    const parts = { cases, merges: [aMerge('p-2', 'p-1', '1974-12-15')] }
    const { byRegion, person } = statusOf(parts)
    expect(person.entries).toBe(1)
    expect(byRegion.map(({ region }) => region)).toEqual(['Ukraine'])
  })

  it('of one person on two entries takes the region of the first on the list', () => {
    const told: ToldList = {
      list: 'XVI',
      versions: [
        {
          version: '1',
          date: '1974-03-01',
          presented: ['1974-04-01'],
          cases: ['c-2 divided-spouse Ukraine', 'c-1 divided-spouse Armenia'],
        },
      ],
    }
    const twice = ['c-1', 'c-2'].map((id) => aCase(id, 'p-1', 'divided-spouse'))
    expect(statusOf({ cases: twice }, [told]).byRegion.map(({ region }) => region)).toEqual([
      'Ukraine',
    ])
  })

  it('shows what is unknown as a row of its own, last', () => {
    const told: ToldList = {
      list: 'XVI',
      versions: [
        {
          version: '1',
          date: '1974-03-01',
          presented: ['1974-04-01'],
          cases: ['c-1', 'c-2 x Ukraine'],
        },
      ],
    }
    const { byRegion, byAuthority } = statusOf({ cases }, [told])
    expect(byRegion.map(({ region }) => region)).toEqual(['Ukraine', null])
    expect(byAuthority).toMatchObject([{ authority: null, person: { entries: 2 } }])
  })
})

describe('the version that is read', () => {
  const told: ToldList = {
    list: 'XVI',
    versions: [
      { version: '1', date: '1974-03-01', presented: ['1974-04-01', '1974-06-01'], cases: ['c-1'] },
      { version: '2', date: '1974-05-01', presented: ['1974-05-10'], cases: ['c-1', 'c-2'] },
    ],
  }

  it('is the one last presented, from the first day on which it was', () => {
    const on = (asOf: string) => statusOf({ cases }, [told], asOf, '1974-12-20')
    expect([on('1974-05-09').presentedOn, on('1974-05-09').person.entries]).toEqual([
      '1974-04-01',
      1,
    ])
    expect([on('1974-05-10').presentedOn, on('1974-05-10').person.entries]).toEqual([
      '1974-05-10',
      2,
    ])
    expect([on('1974-06-01').presentedOn, on('1974-06-01').person.entries]).toEqual([
      '1974-04-01',
      1,
    ])
  })

  it('is none that was withdrawn, from that day on', () => {
    const lists = someLists([told])
    const versions = lists.versions.map((each) =>
      each.version === '2' ? { ...each, withdrawn: calendarDate('1974-05-20') } : each,
    )
    const on = (knownOn: string) => {
      const [day, known] = [calendarDate('1974-05-31'), calendarDate(knownOn)]
      return readListStatus(aRegister({ cases }), { ...lists, versions }, 'XVI', day, known)
    }
    expect(on('1974-05-19')).toMatchObject({ presentedOn: '1974-05-10' })
    expect(on('1974-05-20')).toMatchObject({ presentedOn: '1974-04-01' })
  })

  it('is not known before the presentation is', () => {
    expect(statusOf({ cases }, [told], '1974-12-01', '1974-05-09').presentedOn).toBe('1974-04-01')
  })
})

describe('ages', () => {
  it('are calendar months on, and the last day of a month that lacks the day', () => {
    expect(monthsOn(calendarDate('1974-02-28'), 4)).toBe('1974-06-28')
    expect(monthsOn(calendarDate('1974-10-31'), 4)).toBe('1975-02-28')
    expect(monthsOn(calendarDate('1975-10-31'), 4)).toBe('1976-02-29')
    expect(monthsOn(calendarDate('1974-05-31'), 4)).toBe('1974-09-30')
    expect(monthsOn(calendarDate('1974-08-15'), 8)).toBe('1975-04-15')
  })

  it('are those that the day has reached', () => {
    const ages = (asOf: string) =>
      statusOf({ cases }, [XVI], asOf).atAge.map(({ months }) => months)
    expect(ages('1974-07-31')).toEqual([])
    expect(ages('1974-08-01')).toEqual([4])
    expect(ages('1974-12-01')).toEqual([4, 8])
  })
})

it('only a confirmed happening counts, both ways', () => {
  const likely = { verification: 'likely' } as const
  const acts = [
    anAct('c-1', 'arrived', '1974-06-01'),
    anAct('c-1', 'refused', '1974-07-01', likely),
    anAct('c-2', 'arrived', '1974-06-01', likely),
  ]
  expect(statusOf({ cases, acts }).person.resolved).toBe(1)
})

it('counts lists before, whatever lies between, and the first presentation with the case', () => {
  const list = (id: string, on: string, ...own: readonly string[]): ToldList => ({
    list: id,
    versions: [{ version: '1', date: on, presented: [on], cases: own }],
  })
  const told = [
    list('XIII', '1971-05-01', 'c-1'),
    list('XIV', '1972-05-01', 'c-2'),
    list('XV', '1973-05-16', 'c-1'),
    list('later', '1974-05-01', 'c-1', 'c-2'),
    XVI,
  ]
  expect(statusOf({ cases }, told).carriedOver).toEqual([
    { case: 'c-1', times: 2, firstListed: '1971-05-01' },
    { case: 'c-2', times: 1, firstListed: '1972-05-01' },
  ])
})

it('knows no list that is not on record', () => {
  const day = calendarDate('1974-12-01')
  expect(readListStatus(aRegister({ cases }), someLists([XVI]), 'XX', day, day)).toEqual({
    refused: 'There is no list “XX” on record by 1974-12-01.',
  })
})
