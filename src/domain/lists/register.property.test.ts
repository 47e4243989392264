/** What holds of every register: random persons, families, cases, histories, merges and lists. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  arbitraryCaseRequest,
  arbitraryDay,
  arbitraryListRequest,
  arbitraryRegister,
} from '../../../test/arbitrary-register.ts'
import type { ArbitraryRegister } from '../../../test/arbitrary-register.ts'
import type { CalendarDate, DayNumber } from '../basics/calendar-date.ts'
import { toCalendarDate, toDayNumber } from '../basics/calendar-date.ts'
import { COUNTING_UNITS } from '../basics/counting-unit.ts'
import { knownSince } from '../cases/case-history.ts'
import { openRegister } from '../cases/register.ts'
import { isResolvedOn, outcomeOn, wasResolvedBefore } from '../cases/resolved.ts'
import { answerCaseRequests } from './case-request.ts'
import type { CaseRequest } from './case-request.ts'
import { readListStatus } from './list-status.ts'

const RUNS = { numRuns: process.env['DEMARCHE_FUZZ'] === 'full' ? 3000 : 150 }

function answer({ register, lists, options }: ArbitraryRegister, request: CaseRequest) {
  return answerCaseRequests(openRegister(register, options), lists, [request])[0]!
}

function statusOf(
  { register, lists, options }: ArbitraryRegister,
  asOf: CalendarDate,
  knownOn: CalendarDate,
) {
  return readListStatus(openRegister(register, options), lists, 'XVI', asOf, knownOn)
}

/** The record as it was on a day: without what came to be known or was taken back later. */
function asItWas(all: ArbitraryRegister, day: CalendarDate): ArbitraryRegister {
  const open = <Row extends { readonly withdrawn: CalendarDate | null }>(rows: readonly Row[]) =>
    rows.map((row) =>
      row.withdrawn !== null && row.withdrawn > day ? { ...row, withdrawn: null } : row,
    )
  const { register, lists, options } = all
  return {
    ...all,
    register: {
      ...register,
      persons: open(register.persons),
      families: open(register.families),
      cases: open(register.cases),
      caseEvents: open(register.caseEvents.filter((row) => knownSince(row, options) <= day)),
      merges: register.merges
        .filter(({ known }) => known <= day)
        .map((merge) =>
          merge.undone !== null && merge.undone > day ? { ...merge, undone: null } : merge,
        ),
    },
    lists: {
      lists: open(lists.lists),
      versions: open(lists.versions.filter(({ date }) => date <= day)),
      entries: open(lists.entries),
      presentations: open(lists.presentations.filter(({ date }) => date <= day)),
      responses: open(lists.responses.filter(({ date }) => date <= day)),
    },
  }
}

describe('every register', () => {
  it('is read as known on a day as if nothing had come to be known since', () => {
    fc.assert(
      fc.property(
        arbitraryRegister,
        fc.oneof(arbitraryCaseRequest, arbitraryListRequest),
        (all, request) => {
          expect(answer(asItWas(all, request.knownOn), request)).toEqual(answer(all, request))
        },
      ),
      RUNS,
    )
  })

  it('gives a status as known on a day as if nothing had come to be known since', () => {
    fc.assert(
      fc.property(arbitraryRegister, arbitraryDay, arbitraryDay, (all, asOf, knownOn) => {
        expect(statusOf(asItWas(all, knownOn), asOf, knownOn)).toEqual(statusOf(all, asOf, knownOn))
      }),
      RUNS,
    )
  })

  it('is read alike whatever the order of its cases', () => {
    fc.assert(
      fc.property(arbitraryRegister, arbitraryCaseRequest, (all, request) => {
        const { register } = all
        // Merged subjects may share a history and its order; so may several cases of one subject.
        fc.pre(register.merges.length === 0 && hasOneCaseEach(register.cases))
        const ids = [...new Set(register.cases.map(({ id }) => id))].toReversed()
        const cases = ids.flatMap((id) => register.cases.filter((each) => each.id === id))
        const caseEvents = ids.flatMap((id) => register.caseEvents.filter((row) => row.case === id))
        const turned = { ...all, register: { ...register, cases, caseEvents } }
        const { low, high } = answer(all, request)
        expect(answer(turned, request)).toMatchObject({ low, high })
      }),
      RUNS,
    )
  })

  it('gives an interval whose ends are in order and tell how many are in doubt', () => {
    fc.assert(
      fc.property(arbitraryRegister, arbitraryCaseRequest, (all, request) => {
        const { low, high, doubtful, missing } = answer(all, request)
        expect(low).toBeLessThanOrEqual(high)
        if (missing === null) expect(high - low).toBe(doubtful)
        if (request.kind !== 'net') expect(low).toBeGreaterThanOrEqual(0)
      }),
      RUNS,
    )
  })

  it('holds as many as are resolved and as are not', () => {
    fc.assert(
      fc.property(
        arbitraryRegister,
        arbitraryDay,
        fc.constantFrom(...COUNTING_UNITS),
        (all, day, unit) => {
          const asked = (state: 'resolved' | null) =>
            answer(
              { ...all, register: { ...all.register, cases: opened(all) } },
              {
                kind: 'stock',
                conditions: { attributes: [], state },
                unit,
                asOf: day,
                knownOn: day,
              },
            )
          const [resolved, open] = [asked('resolved'), asked(null)]
          if (resolved.missing === null) {
            expect(resolved.doubtful).toBe(open.doubtful)
            const units = unitsOn(all, day, unit)
            expect(resolved.low + open.low + resolved.doubtful).toBe(units)
          }
        },
      ),
      RUNS,
    )
  })
})

describe('every case', () => {
  it('is resolved on a day alike, asked once or for many days', () => {
    fc.assert(
      fc.property(arbitraryRegister, arbitraryDay, arbitraryDay, (all, day, knownOn) => {
        const eve = toCalendarDate((toDayNumber(day) - 1) as DayNumber)
        for (const group of openRegister(all.register, all.options).asKnownOn(knownOn).groups)
          for (const person of group.persons) {
            expect(isResolvedOn(group, person, day)).toBe(outcomeOn(group, person, day).resolved)
            expect(wasResolvedBefore(group, person, day)).toBe(
              outcomeOn(group, person, eve).resolved,
            )
          }
      }),
      RUNS,
    )
  })
})

describe('every list', () => {
  it('has as many units resolved as lie between the ends that a benchmark reads', () => {
    fc.assert(
      fc.property(arbitraryRegister, arbitraryDay, arbitraryDay, (all, asOf, knownOn) => {
        const status = statusOf(all, asOf, knownOn)
        if ('refused' in status || asOf < status.presentedOn || knownOn < status.presentedOn) return
        for (const unit of COUNTING_UNITS) {
          const version = presentedVersionOf(all, status.presentedOn, asOf, knownOn)
          if (version === undefined) continue
          const reading = answer(version, {
            kind: 'list',
            list: 'XVI',
            frozen: status.presentedOn,
            unit,
            by: null,
            asOf,
            knownOn,
          })
          expect(reading.total).toBe(status[unit].entries)
          expect(reading.leftOut).toBe(status[unit].excluded)
          expect(reading.low).toBeLessThanOrEqual(status[unit].resolved)
          expect(reading.high).toBeGreaterThanOrEqual(status[unit].resolved)
        }
      }),
      RUNS,
    )
  })

  it('has in every breakdown no fewer units than in the head, and no more resolved than units', () => {
    fc.assert(
      fc.property(arbitraryRegister, arbitraryDay, arbitraryDay, (all, asOf, knownOn) => {
        const status = statusOf(all, asOf, knownOn)
        if ('refused' in status) return
        for (const unit of COUNTING_UNITS)
          for (const rows of [status.byRegion, status.byCategory, status.byAuthority]) {
            const entries = rows.reduce((sum, row) => sum + row[unit].entries, 0)
            expect(entries).toBeGreaterThanOrEqual(status[unit].entries)
            for (const row of rows)
              expect(row[unit].resolved).toBeLessThanOrEqual(row[unit].entries)
          }
      }),
      RUNS,
    )
  })

  it('leaves out the same units whatever day it is asked for', () => {
    fc.assert(
      fc.property(arbitraryRegister, arbitraryDay, (all, knownOn) => {
        const status = statusOf(all, knownOn, knownOn)
        if ('refused' in status) return
        for (const { family, person } of status.atAge) {
          expect(family.entries).toBe(status.family.entries)
          expect(person.entries).toBe(status.person.entries)
        }
      }),
      RUNS,
    )
  })
})

function hasOneCaseEach(cases: ArbitraryRegister['register']['cases']): boolean {
  const subjects = new Map(cases.map(({ id, subject }) => [id, subject]))
  return new Set(subjects.values()).size === subjects.size
}

/** Every case open from the first day, so that only its outcome decides. */
function opened({ register }: ArbitraryRegister): ArbitraryRegister['register']['cases'] {
  const opening = {
    text: '1979',
    earliest: '1979-01-01' as CalendarDate,
    latest: '1979-12-31' as CalendarDate,
    approximate: false,
    uncertain: false,
  }
  return register.cases.map((each) => ({ ...each, opened: opening }))
}

function unitsOn(
  { register, options }: ArbitraryRegister,
  day: CalendarDate,
  unit: (typeof COUNTING_UNITS)[number],
): number {
  const view = openRegister(register, options).asKnownOn(day)
  return new Set(view.groups.flatMap((group) => view.unitsOf(group, unit))).size
}

/** The record with only the version that the status reads, dated on the day of presentation. */
function presentedVersionOf(
  all: ArbitraryRegister,
  presentedOn: CalendarDate,
  asOf: CalendarDate,
  knownOn: CalendarDate,
): ArbitraryRegister | undefined {
  const last = all.lists.presentations
    .filter(
      ({ list, date, withdrawn }) =>
        list === 'XVI' &&
        date <= asOf &&
        date <= knownOn &&
        (withdrawn === null || withdrawn > knownOn),
    )
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.entry - b.entry))
    .at(-1)
  if (!last) return undefined
  return {
    ...all,
    lists: {
      ...all.lists,
      versions: all.lists.versions
        .filter(({ list, version }) => list === 'XVI' && version === last.version)
        .map((version) => ({ ...version, date: presentedOn })),
    },
  }
}
