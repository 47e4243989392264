import { describe, expect, it } from 'vitest'
import {
  aCase,
  aContact,
  aName,
  anAct,
  aRegister,
  type RegisterParts,
} from '../../../test/told-register.ts'
import { calendarDate } from '../basics/calendar-date.ts'
import { uncertainDate } from '../basics/uncertain-date.ts'
import { stateOn } from './case-state.ts'
import { promisesOn } from './owed.ts'
import { stalenessOn } from './stale.ts'
import { lastReportedOn, urgenciesOn } from './urgency.ts'

const ON = calendarDate('1986-12-31')

function one(parts: RegisterParts) {
  const register = aRegister({ cases: [aCase('c-1', 'p-1')], ...parts })
  const view = register.asKnownOn(ON)
  return { register, view, group: view.groups[0]!, person: view.groups[0]!.persons[0]! }
}

describe('what is in doubt', () => {
  const doubtsOf = (acts: RegisterParts['acts']) => {
    const { group, person } = one({ acts: acts ?? [] })
    return stateOn(group, person, ON).doubts.map(
      ({ doubt, happening }) => `${doubt} ${happening.kind}`,
    )
  }

  it('shows an unconfirmed happening and a claim beside the state', () => {
    expect(
      doubtsOf([
        anAct('c-1', 'detained', '1980-01-01'),
        anAct('c-1', 'released', '1986-01-01', { verification: 'likely' }),
        anAct('c-1', 'died', '1986-02-01', { verification: null, source: 'tass' as never }),
      ]),
    ).toEqual(['unconfirmed released', 'claimed died'])
  })

  it('shows that rows about one happening contradict one another', () => {
    expect(
      doubtsOf([
        anAct('c-1', 'released', '1986-01-01', { known: '1986-01-02', verification: 'unlikely' }),
        anAct('c-1', 'released', '1986-01-01', { known: '1986-03-02' }),
      ]),
    ).toEqual(['corrected released'])
  })

  it('shows that the order of two happenings is not sure', () => {
    expect(
      doubtsOf([anAct('c-1', 'released', '1986-03'), anAct('c-1', 'detained', '1986-03-15')]),
    ).toEqual(['order released'])
  })
})

describe('urgency', () => {
  const urgent = (parts: RegisterParts) => {
    const { group, person, view } = one(parts)
    return urgenciesOn(group, person, view.namesOf(person), ON).map(({ sentence }) => sentence)
  }

  it('is health and a hunger strike until they are said to be over', () => {
    const ill = anAct('c-1', 'transferred', '1986-08-04', {
      detail: 'health: heart; hunger strike: since August',
    })
    expect(urgent({ acts: [ill] })).toEqual([
      'Hunger strike: since August (reported for 1986-08-04).',
      'Health: heart (reported for 1986-08-04).',
    ])
    const better = anAct('c-1', 'transferred', '1986-11-01', {
      detail: 'hunger strike: ended; health: recovered',
    })
    expect(urgent({ acts: [ill, better] })).toEqual([])
  })

  it('is no longer what was last reported half a year ago, and that is said', () => {
    const { group, person } = one({
      acts: [
        anAct('c-1', 'hunger-strike', '1986-06-29'),
        anAct('c-1', 'transferred', '1986-07-01', { detail: 'health: heart' }),
      ],
    })
    const on = (asOf: string) => urgenciesOn(group, person, [], calendarDate(asOf))
    expect(on('1986-12-31').map(({ sentence }) => sentence)).toEqual([
      'Health: heart (reported for 1986-07-01).',
    ])
    expect(lastReportedOn(group, person, calendarDate('1986-12-31'))).toEqual([
      'Hunger strike: last reported for 1986-06-29.',
    ])
    expect(on('1987-01-02')).toEqual([])
    expect(lastReportedOn(group, person, calendarDate('1987-01-02'))).toHaveLength(2)
  })

  it('ends with a report that begins with “ended”, whatever follows', () => {
    const ended = 'ended after 36 days, on a promise'
    expect(
      urgent({ acts: [anAct('c-1', 'hunger-strike', '1986-11-09', { detail: ended })] }),
    ).toEqual([])
    const said = anAct('c-1', 'transferred', '1986-11-09', { detail: `hunger strike: ${ended}` })
    expect(urgent({ acts: [anAct('c-1', 'hunger-strike', '1986-10-01'), said] })).toEqual([])
    const { group, person } = one({ acts: [said] })
    expect(lastReportedOn(group, person, calendarDate('1988-12-31'))).toEqual([])
  })

  it('is age where every reading of the birth agrees', () => {
    const born = (text: string) => ({
      names: [aName('p-1', 'Ada Norvik', { birth: uncertainDate(text) })],
    })
    expect(urgent(born('1910'))).toEqual(['Old age: 76 years.'])
    expect(urgent(born('1910/1930'))).toEqual([])
    expect(urgent({ names: [aName('p-1', 'Ada Norvik', { birth: '1954-02-29' })] })).toEqual([])
  })

  it('is a trial within three months', () => {
    const trial = (date: string) =>
      urgent({ acts: [anAct('c-1', 'charged', '1986-12-01', { detail: `trial: ${date}` })] })
    expect(trial('1987-02-10')).toEqual(['The trial is set for 1987-02-10.'])
    expect(trial('1987-06-10')).toEqual([])
    expect(trial('1986-10-10')).toEqual([])
  })

  it('ends with the release', () => {
    const acts = [
      anAct('c-1', 'transferred', '1986-08-04', { detail: 'health: heart' }),
      anAct('c-1', 'released', '1986-12-23'),
    ]
    expect(urgent({ acts })).toEqual([])
  })
})

describe('what is owed', () => {
  const promises = (contacts: RegisterParts['contacts'], listedOn: string | null = null) => {
    const { register, view } = one({ contacts: contacts ?? [] })
    return promisesOn(view, register.record.contacts, ON, ON, () =>
      listedOn === null ? null : calendarDate(listedOn),
    ).map(({ promise, list, doneOn }) => [promise, list, doneOn])
  }

  it('is a place on a list until the person stands on one', () => {
    const contacts = [aContact('p-1', '1986-02-14', 'inclusion: XVII')]
    expect(promises(contacts)).toEqual([['inclusion', 'XVII', null]])
    expect(promises(contacts, '1986-05-20')).toEqual([['inclusion', 'XVII', '1986-05-20']])
    expect(promises(contacts, '1987-05-20')).toEqual([['inclusion', 'XVII', null]])
  })

  it('is any other promise until a later contact says that it was done', () => {
    const asked = aContact('p-1', '1986-02-14', 'Write to the hospital')
    expect(promises([asked])).toEqual([['Write to the hospital', null, null]])
    const done = aContact('p-1', '1986-03-01', 'done: write to the hospital')
    expect(promises([asked, done])).toEqual([['Write to the hospital', null, '1986-03-01']])
  })
})

it('a case is stale when nothing newer is known within the months', () => {
  const { view, group } = one({ acts: [anAct('c-1', 'detained', '1986-06-30')] })
  expect(stalenessOn(view, group, ON)).toEqual({ stale: false, lastKnown: '1986-06-30' })
  expect(stalenessOn(view, group, calendarDate('1987-01-31'))).toMatchObject({ stale: true })
  const { view: empty, group: silent } = one({})
  expect(stalenessOn(empty, silent, ON)).toEqual({ stale: true, lastKnown: null })
})
