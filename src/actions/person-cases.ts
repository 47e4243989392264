/** A person's cases in full: state, history, where listed, what is urgent, and whether they have gone stale. */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { CaseId, PersonId, SubjectId } from '../domain/basics/ids.ts'
import type { CaseGroup } from '../domain/cases/register.ts'
import { outcomeOn } from '../domain/cases/resolved.ts'
import { stalenessOn } from '../domain/cases/stale.ts'
import { caseInRow, eventsOf, type CaseInRow, type EventSeen, type Look } from './case-views.ts'
import { shownName } from './person-names.ts'
import type { ListingSeen } from './register-lists.ts'
import { urgencyOf } from './register-rows.ts'

export type CaseOnPage = CaseInRow & {
  readonly entry: number
  readonly subject: SubjectId
  readonly subjectIs: 'person' | 'family'
  readonly ground: string
  readonly opened: string | null
  readonly withdrawnOn: CalendarDate | null
  readonly events: readonly EventSeen[]
  readonly persons: readonly {
    readonly person: PersonId
    readonly name: string
    readonly resolved: boolean
  }[]
  readonly listings: readonly ListingSeen[]
  readonly urgency: readonly string[]
  readonly stale: string | null
}

export function caseOnPage(
  look: Look,
  group: CaseGroup,
  person: PersonId,
  listings: ReadonlyMap<CaseId, readonly ListingSeen[]>,
): CaseOnPage {
  const { view, asOf } = look
  const { leading, cases, persons } = group
  const { stale, lastKnown } = stalenessOn(view, group, asOf)
  const inRow = caseInRow(look, group, person)
  const nothingNew =
    lastKnown === null
      ? 'Nothing is known of this case.'
      : `Nothing newer is known than of ${lastKnown}.`
  return {
    ...inRow,
    entry: leading.entry,
    subject: leading.subject,
    subjectIs: view.isFamily(leading.subject) ? 'family' : 'person',
    ground: leading.ground,
    opened: leading.opened?.text ?? null,
    withdrawnOn: null,
    events: eventsOf(look, group, person),
    persons: persons.map((each) => ({
      person: each,
      name: shownName(view.namesOf(each), each),
      resolved: outcomeOn(group, each, asOf).resolved,
    })),
    listings: cases.flatMap(({ id }) => listings.get(id) ?? []),
    urgency: urgencyOf(look, group, person),
    stale: stale && !inRow.resolved ? nothingNew : null,
  }
}

/** Cases that were taken back stay on the page, struck out: whoever looks for one should find why. */
export function withdrawnCases(
  { register, view, knownOn }: Look,
  subjects: readonly string[],
): CaseOnPage[] {
  const gone = new Map(
    register.record.cases
      .filter(({ id, subject }) => subjects.includes(subject) && !view.cases.has(id))
      .map((row) => [row.id, row]),
  )
  return [...gone.values()].flatMap((row) =>
    row.withdrawn === null || row.withdrawn > knownOn
      ? []
      : [
          {
            entry: row.entry,
            case: row.id,
            subject: row.subject,
            subjectIs: view.isFamily(row.subject) ? ('family' as const) : ('person' as const),
            category: row.category,
            region: row.region,
            authority: row.authority,
            ground: row.ground,
            opened: row.opened?.text ?? null,
            withdrawnOn: row.withdrawn,
            state: 'unknown' as const,
            words: 'taken back',
            since: null,
            doubt: [],
            resolved: false,
            events: [],
            persons: [],
            listings: [],
            urgency: [],
            stale: null,
          },
        ],
  )
}
