/**
 * What a benchmark reads of a list: `resolved(list)` in persons, `families(list)` in family units
 * (rules R192–R194).
 *
 * The list is its last version on or before the frozen day; who was resolved on the eve of that day is
 * left out. Confirmed outcomes alone close; likely and possible ones leave a unit in doubt, between
 * the low and the high end. Outcomes outside `by {…}` never count; `by all {…}` asks for every one.
 */
import type { CalendarDate } from '../basics/calendar-date.ts'
import type { CountingUnit } from '../basics/counting-unit.ts'
import type { CaseReading } from '../cases/case-reading.ts'
import { citationsOf, NAMED_AT_MOST, namedCases, nothingOnRecord } from '../cases/case-reading.ts'
import { examinedCase, unitsOf } from '../cases/counting.ts'
import type { Register } from '../cases/register.ts'
import type { NamedOutcomes } from '../cases/resolved.ts'
import { all } from '../cases/resolved.ts'
import type { ListRecord } from './list-record.ts'
import { entriesOf, findList, listedCases, versionsOf } from './list-view.ts'

/** Units of a frozen list that are resolved since it was frozen. */
export type ListRequest = {
  readonly kind: 'list'
  /** An id, else a title, else a number. */
  readonly list: string
  readonly frozen: CalendarDate
  readonly unit: CountingUnit
  readonly by: NamedOutcomes | null
  readonly asOf: CalendarDate
  readonly knownOn: CalendarDate
}

/** `total` is the units not left out; `low` are resolved for sure, up to `high` may be. */
export function readListRequest(
  register: Register,
  lists: ListRecord,
  { list: name, frozen, unit, by, asOf, knownOn }: ListRequest,
): CaseReading {
  // Before its day nothing is frozen, and what was not known cannot be.
  if (asOf < frozen || knownOn < frozen) return nothingOnRecord('list')
  const list = findList(lists, name, knownOn)
  const version = list && versionsOf(lists, list.id, knownOn).findLast(({ date }) => date <= frozen)
  if (!list || !version) return nothingOnRecord('list')
  const view = register.asKnownOn(knownOn)
  const entries = entriesOf(lists, list.id, version.version, knownOn)
  const cases = listedCases(view, entries).map(({ group }) => examinedCase(group, frozen, asOf, by))
  const units = unitsOf(cases, unit)
  const counted = units.filter(({ leftOut }) => !leftOut)
  const sure = counted.filter(({ answer }) => answer === 'yes')
  const doubtful = counted.filter(({ answer }) => answer === 'unknown')
  const standing = cases.flatMap(({ group, persons, outcomes, leftOut }) => {
    const own = outcomes.filter((_, at) => unit === 'family' || persons[at]?.leftOut === false)
    return leftOut || own.length === 0 ? [] : [{ group, outcomes: own }]
  })
  const inDoubt = standing.filter(
    ({ outcomes }) => all(outcomes.map(({ answer }) => answer)) === 'unknown',
  )
  const unresolved = standing.filter(
    ({ outcomes }) => all(outcomes.map(({ answer }) => answer)) === 'no',
  )
  const deciding = standing.flatMap(({ outcomes }) =>
    outcomes.flatMap(({ decidedBy, doubts }) => [...(decidedBy ? [decidedBy] : []), ...doubts]),
  )
  return {
    low: sure.length,
    high: sure.length + doubtful.length,
    total: counted.length,
    leftOut: units.length - counted.length,
    doubtful: doubtful.length,
    doubtfulCases: namedCases(inDoubt.map(({ group }) => group.leading.id)),
    unresolvedCases: unresolved.map(({ group }) => group.leading.id).slice(0, NAMED_AT_MOST),
    citations: citationsOf(deciding),
    missing: null,
  }
}
