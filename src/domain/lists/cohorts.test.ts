import { describe, expect, it } from 'vitest'
import { aCase, anAct, aRegister, someLists } from '../../../test/told-register.ts'
import { calendarDate } from '../basics/calendar-date.ts'
import { compareAtAge, readCohort, readCohorts } from './cohorts.ts'
import { presentedList } from './list-status.ts'
import { remindersOn } from './reminders.ts'
import { readRestatements } from './restatements.ts'
import { readWaitingTimes } from './waiting-times.ts'

const cases = ['1', '2', '3', '4'].map((each) => aCase(`c-${each}`, `p-${each}`, 'refused-exit'))
const list = (id: string, on: string, ...own: readonly string[]) => ({
  list: id,
  versions: [{ version: '1', date: on, presented: [on], cases: own }],
})
const lists = someLists([
  list('XV', '1973-06-08', 'c-1', 'c-2'),
  list('XVI', '1974-04-01', 'c-3', 'c-4'),
])
const register = aRegister({
  cases,
  acts: [
    anAct('c-1', 'refused', '1970-01-15'),
    anAct('c-1', 'arrived', '1973-08-01', { known: '1973-12-01' }),
    anAct('c-2', 'arrived', '1974-02-01', { known: '1974-02-05' }),
    anAct('c-3', 'arrived', '1974-06-01', { known: '1974-06-05' }),
  ],
})
const day = calendarDate
const NOW = day('1974-12-20')

describe('cohorts', () => {
  it('are read as known now, or as reported then', () => {
    const at4 = (asReportedThen: boolean) =>
      readCohort(register, lists, 'XV', NOW, NOW, { asReportedThen })!.ages[0]!.person
    expect(at4(false)).toEqual({ entries: 2, resolved: 1 })
    expect(at4(true)).toEqual({ entries: 2, resolved: 0 })
  })

  it('come newest first, and are compared only at an age that both have reached', () => {
    const [sixteen, fifteen] = readCohorts(register, lists, day('1974-08-01'), NOW, {
      asReportedThen: false,
    })
    expect([sixteen!.list, fifteen!.list]).toEqual(['XVI', 'XV'])
    expect(compareAtAge(sixteen!, fifteen!, 4, 'person')).toBe(
      'After 4 months 1 of 2 (50 %) persons of list XVI were resolved, as known on 1974-12-20, against 1 of 2 (50 %) of list XV at the same age, as known on 1974-12-20.',
    )
    expect(compareAtAge(sixteen!, fifteen!, 8)).toBeUndefined()
  })

  it('go down month by month', () => {
    const { survival } = readCohort(register, lists, 'XV', NOW, NOW, { asReportedThen: false })!
    expect(survival.slice(0, 9).map(({ person }) => person.unresolved)).toEqual([
      2, 2, 1, 1, 1, 1, 1, 1, 0,
    ])
    expect(survival.at(-1)).toMatchObject({ months: 18, person: { share: 0 } })
  })
})

it('waiting times run from the first that is on record to the end or the day', () => {
  const found = presentedList(register, lists, 'XV', NOW, NOW)
  if ('refused' in found) throw new Error(found.refused)
  const { entries, longest, median } = readWaitingTimes(found.listed, NOW)
  expect(entries[0]).toMatchObject({ since: '1970-01-15', until: '1973-08-01', months: 42 })
  expect(entries[1]).toMatchObject({ since: '1974-02-01', months: 0, resolved: true })
  expect({ longest, median }).toEqual({ longest: 42, median: 21 })
})

it('a wait of which nothing is on record is not measured', () => {
  const found = presentedList(register, lists, 'XVI', NOW, NOW)
  if ('refused' in found) throw new Error(found.refused)
  expect(readWaitingTimes(found.listed, NOW).entries[1]).toMatchObject({
    since: null,
    months: null,
    resolved: false,
  })
})

it('an outcome that is learnt late restates the figure, with the reason', () => {
  const at = day('1973-10-08')
  expect(readRestatements(register, lists, 'XV', at, at, NOW)).toEqual([
    {
      known: '1973-12-01',
      before: {
        family: { entries: 2, resolved: 0, excluded: 0 },
        person: { entries: 2, resolved: 0, excluded: 0 },
      },
      after: {
        family: { entries: 2, resolved: 1, excluded: 0 },
        person: { entries: 2, resolved: 1, excluded: 0 },
      },
      why: ['In case c-1 it became known: arrived 1973-08-01.'],
    },
  ])
})

it('an outcome that is no longer confirmed restates the figure, and is not called news', () => {
  const arrived = (known: string, verification: 'confirmed' | 'unlikely') =>
    anAct('c-3', 'arrived', '1974-05-20', { known, verification })
  const doubted = aRegister({
    cases,
    acts: [arrived('1974-06-05', 'confirmed'), arrived('1974-09-01', 'unlikely')],
  })
  const at = day('1974-08-01')
  const [restated] = readRestatements(doubted, lists, 'XVI', at, at, NOW)
  expect(restated).toMatchObject({
    before: { person: { resolved: 1 } },
    after: { person: { resolved: 0 } },
    why: ['In case c-3 the arrival of 1974-05-20 is now unlikely; before it was confirmed.'],
  })
})

describe('reminders', () => {
  const remind = (today: string, done = false, known = today) =>
    remindersOn(register, lists, day(today), day(known), { monthsAhead: 1, isDone: () => done })

  it('come four and eight months after presentation, and when no answer came', () => {
    expect(remind('1974-12-20').map(({ kind, due, overdue }) => [kind, due, overdue])).toEqual([
      ['reply-overdue', '1974-07-01', true],
      ['review-4-months', '1974-08-01', true],
      ['review-8-months', '1974-12-01', true],
    ])
  })

  it('come a month ahead, and not once they are seen to', () => {
    expect(remind('1974-06-01').map(({ kind }) => kind)).toEqual(['reply-overdue'])
    expect(remind('1974-12-20', true)).toEqual([])
  })

  it('come as known on a day: of a list that was not handed over by then, nothing', () => {
    expect(remind('1974-12-20', false, '1974-03-31')).toEqual([])
    expect(remind('1974-03-31', false, '1974-12-20')).toEqual([])
    expect(remind('1974-06-01', false, '1974-12-20')).toEqual(remind('1974-06-01'))
  })

  it('do not come for a list that is resolved', () => {
    expect(remind('1974-12-20').filter((each) => each.list === 'XV')).toEqual([])
  })
})
