import { describe, expect, it } from 'vitest'
import { aRecord, BULLETIN, findingOf, THEIR_PAPER } from '../../../test/builders.ts'
import type { CaseId, FamilyId, ListId, PersonId } from '../basics/ids.ts'
import { calendarDate } from '../basics/calendar-date.ts'
import { uncertainDate } from '../basics/uncertain-date.ts'
import type { CaseEventEntry } from '../cases/case-event.ts'
import { registerOptionsOf } from '../cases/case-history.ts'
import { openRegister } from '../cases/register.ts'
import type { RegisterRecord } from '../cases/register-record.ts'
import type { ListRecord } from '../lists/list-record.ts'
import { readingsIn, type CaseReadings } from './case-readings.ts'
import { evaluatorOf } from './evaluator.ts'
import { viewBenchmark } from './scorecard.ts'

const LIST = 'list political = "US list" frozen 1988-04-01;'

type EventGiven = Partial<CaseEventEntry> & { readonly on: string; readonly kind: string }

/** Three prisoners on a list of March 1988, all detained in 1985. */
function readings(events: readonly EventGiven[], people = 3): CaseReadings {
  const ids = Array.from({ length: people }, (_, at) => at + 1)
  const held = ids.map((at): EventGiven => {
    return { case: `c-${at}` as CaseId, kind: 'detained', on: '1985-01-01' }
  })
  const register: RegisterRecord = {
    persons: [],
    families: [
      { entry: 1, family: 'f' as FamilyId, person: 'p-1' as PersonId, role: '', withdrawn: null },
    ],
    cases: ids.map((at) => ({
      entry: at,
      id: `c-${at}` as CaseId,
      subject: `p-${at}` as PersonId,
      category: 'prisoner',
      ground: 'right: speech',
      region: at === 1 ? '' : 'Ukraine',
      authority: 'KGB',
      opened: uncertainDate('1985-01-01'),
      withdrawn: null,
    })),
    caseEvents: [...held, ...events].map(({ on, ...given }, at) => ({
      entry: at + 1,
      case: 'c-1' as CaseId,
      person: null,
      date: uncertainDate(on),
      known: null,
      verification: null,
      detail: '',
      source: BULLETIN,
      at: `p. ${at + 1}`,
      withdrawn: null,
      ...given,
    })),
    contacts: [],
    consents: [],
    merges: [],
  }
  const lists: ListRecord = {
    lists: [
      { entry: 1, id: 'L' as ListId, number: '1', title: 'US list', rule: '', withdrawn: null },
    ],
    versions: [
      {
        entry: 1,
        list: 'L' as ListId,
        version: '1',
        date: calendarDate('1988-03-01'),
        withdrawn: null,
      },
    ],
    entries: ids.map((at) => ({
      entry: at,
      list: 'L' as ListId,
      version: '1',
      case: `c-${at}` as CaseId,
      category: 'prisoner',
      region: '',
      withdrawn: null,
    })),
    presentations: [],
    responses: [],
  }
  const { sources, programme } = aRecord({})
  return readingsIn(openRegister(register, registerOptionsOf(sources, programme.claims)), lists)
}

function stands(text: string, cases: CaseReadings, asOf: string, knownOn = '2000-01-01') {
  return viewBenchmark(findingOf(evaluatorOf(aRecord({ text }), cases), { asOf, knownOn }))
}

const freed = (at: number, on: string, given: Partial<CaseEventEntry> = {}): EventGiven => ({
  case: `c-${at}` as CaseId,
  kind: 'released',
  on,
  ...given,
})

describe('resolved(list)', () => {
  const all = `${LIST} require resolved(political) = all;`

  it('is not met while someone is surely not free, and says how many with unit and day', () => {
    const said = stands(all, readings([freed(1, '1988-05-01')]), '1988-06-30')
    expect(said.standing).toBe('not-met')
    expect(said.why).toBe('1 of 3 persons on “US list” are resolved on 30 June 1988; asked: all.')
    expect(said.measures).toEqual([
      {
        term: 'resolved(political)',
        readings: [{ reporter: null, low: 1, high: 1, citations: ['bulletin @ p. 4'] }],
      },
    ])
    expect(said.restsOn).toEqual(['bulletin @ p. 4'])
  })

  it('is left open by what is likely, and names the case', () => {
    const events = [
      freed(1, '1988-05-01'),
      freed(2, '1988-05-01', { verification: 'likely' }),
      freed(3, '1988-05-02'),
    ]
    const said = stands(all, readings(events), '1988-06-30')
    expect([said.standing, said.missing]).toEqual([
      'insufficient',
      ['Of 1 person it is not confirmed (c-2).'],
    ])
    expect(said.why).toContain(
      '2 of 3 persons on “US list” are resolved on 30 June 1988, and 1 more may be',
    )
  })

  it('is not helped by what only the counterpart says', () => {
    const events = [1, 2, 3].map((at) =>
      freed(at, '1988-05-01', at === 3 ? { source: THEIR_PAPER } : {}),
    )
    expect(stands(all, readings(events), '1988-06-30').standing).toBe('not-met')
  })

  it('goes by the share asked, exactly', () => {
    const events = [freed(1, '1988-05-01')]
    const third = (percent: string) =>
      stands(`${LIST} require resolved(political) >= ${percent}%;`, readings(events), '1988-06-30')
        .standing
    expect([third('33'), third('33.4')]).toEqual(['met', 'not-met'])
  })

  it('says nothing before the list is frozen, and shows no list that is not on record', () => {
    expect(stands(all, readings([]), '1988-03-31').missing).toEqual([
      'The list “US list” is frozen on 1 April 1988, which has not come.',
    ])
    const other = 'list political = "Another" frozen 1988-04-01; require resolved(political) = all;'
    expect(stands(other, readings([]), '1988-06-30').missing).toEqual([
      'No list “Another” on record in a version of 1 April 1988 or before.',
    ])
  })

  it('counts who says so where independent words are asked', () => {
    const two = `${all} evidence 2 independent;`
    const events = [1, 2, 3].map((at) => freed(at, '1988-05-01'))
    expect(stands(two, readings(events), '1988-06-30').missing).toEqual([
      '1 independent source, 2 asked.',
    ])
  })

  it('is a gesture where as many are newly held as were freed', () => {
    const events = [
      freed(1, '1988-05-01'),
      { case: 'c-2' as CaseId, kind: 'detained', on: '1988-05-10' },
    ]
    const half = `${LIST} require resolved(political) >= 30%;`
    const said = stands(half, readings(events), '1988-06-30')
    expect([said.standing, said.gestureBecause]).toEqual([
      'met',
      ['Since 1 April 1988: 1 released, 1 newly detained or re-detained.'],
    ])
  })

  it('has no review before the list is frozen, and holds from the first at which it is met', () => {
    const events = [1, 2, 3].map((at) => freed(at, '1988-05-01'))
    const held = `${all} hold 3 months;`
    expect(stands(held, readings(events), '1988-07-31').holdingSince).toBe('1988-05-31')
    expect(stands(held, readings(events), '1988-08-31').standing).toBe('met')
  })

  it('is judged by what is known on each day of knowledge', () => {
    const events = [1, 2, 3].map((at) =>
      freed(at, '1988-05-01', { known: calendarDate('1988-09-01') }),
    )
    const cases = readings(events)
    const evaluator = evaluatorOf(aRecord({ text: all }), cases)
    const on = (knownOn: string) => findingOf(evaluator, { asOf: '1988-12-31', knownOn }).standing
    expect([on('1988-08-31'), on('1988-09-01'), on('1988-08-31')]).toEqual([
      'not-met',
      'met',
      'not-met',
    ])
  })
})

describe('measures over cases', () => {
  it('say their unit and their day, and stay open by what is unconfirmed', () => {
    const events = [freed(2, '1988-05-01', { verification: 'possible' }), freed(3, '1988-05-01')]
    const detained = 'stock(cases where category = "prisoner" and state = "detained")'
    const none = stands(`require ${detained} = 0;`, readings(events), '1988-06-30')
    expect([none.standing, none.why]).toEqual([
      'not-met',
      '1 sure, at most 2 persons detained (category prisoner) on 30 June 1988; asked: none.',
    ])
    const one = stands(`require ${detained} = 1;`, readings(events), '1988-06-30')
    expect([one.standing, one.why]).toEqual([
      'insufficient',
      '1 sure, at most 2 persons detained (category prisoner) on 30 June 1988, but of 1 person it is not confirmed (c-2); asked: exactly 1.',
    ])
  })

  it('count people to whom it happened in the window', () => {
    const events = [freed(2, '1988-05-01'), freed(3, '1987-05-01')]
    const text = 'require count(cases where event = "released") over last 12 months >= 1;'
    expect(stands(text, readings(events), '1988-06-30').why).toBe(
      '1 person released in July 1987–June 1988; asked: at least 1.',
    )
  })

  it('cannot tell without a register', () => {
    const text = 'require net(cases where event = "detained") over last 12 months < 0;'
    const said = viewBenchmark(findingOf(evaluatorOf(aRecord({ text })), { asOf: '1988-06-30' }))
    expect([said.standing, said.missing]).toEqual([
      'insufficient',
      ['No register of cases on record.'],
    ])
  })

  it('divide a part by the whole, and a case that does not say may be either', () => {
    const text = 'require share(cases where region = "Ukraine", cases) >= 50%;'
    const said = stands(text, readings([]), '1988-06-30')
    expect(said.measures[0]?.readings[0]).toMatchObject({ low: 2 / 3, high: 1 })
  })

  it('are no gain over themselves where they choose other cases', () => {
    const text =
      'require count(cases where event = "released") in 1988 > count(cases where event = "detained") in 1988;'
    expect(stands(text, readings([freed(1, '1988-02-01')]), '1988-12-31').standing).toBe('met')
    const gain =
      'require count(cases where event = "released") in 1988 > count(cases where event = "released") in 1987;'
    expect(stands(gain, readings([freed(1, '1988-02-01')]), '1988-12-31').missing).toEqual([
      'A gain over an earlier time does not suffice without a level.',
    ])
  })
})
