/**
 * Consent of those whose cases are raised (rules R290). A case is raised in a meeting only with consent
 * to that, and named before the public only with consent to that: on the day of the act. Without it
 * someone with the right answers for it by name, with a reason, in the same request. A case that stands
 * on the act already was answered for when it was put there.
 */
import type { ConsentOverride } from '../domain/access/consent-override.ts'
import type { ConsentUse } from '../domain/access/consent.ts'
import { consentInWords, consentOn } from '../domain/access/consent-standing.ts'
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { CaseId, SubjectId } from '../domain/basics/ids.ts'
import type { RegisterOptions } from '../domain/cases/case-history.ts'
import { consentSubjectsOf } from '../domain/cases/consent-subjects.ts'
import { openRegister } from '../domain/cases/register.ts'
import type { EngagementEntry, Visibility } from '../domain/engagement/engagement.ts'
import { listConsentOverrides } from '../store/consents.ts'
import type { Context } from './context.ts'
import { refusedOn } from './covered-persons.ts'
import { EntryRefused } from './form-entries.ts'
import { subjectsIn, readPartOfCases } from './list-part.ts'
import type { PartSource } from './register-part.ts'

/** Who goes ahead without consent, and why; both empty where nobody does. */
export type TypedRaisingOverride = { readonly by: string; readonly reason: string }

/** A case that may not be raised as it is: whom an override would be about, and how consent stands. */
export type Unconsented = {
  readonly case: CaseId
  readonly subject: SubjectId
  readonly use: ConsentUse
  readonly sentence: string
}

/** What of consent an act needs; one that nobody said to be public is taken as quiet. */
export function useOfRaising(visibility: Visibility | '' | null): ConsentUse {
  return visibility === 'public' ? 'name-publicly' : 'raise-privately'
}

/** The cases of an act that lack consent on its day and were not overridden by today. */
export async function unconsented(
  source: PartSource & { readonly options: RegisterOptions; readonly today: CalendarDate },
  act: {
    readonly date: CalendarDate
    readonly visibility: Visibility | ''
    readonly cases: readonly string[]
  },
  before: EngagementEntry | undefined,
): Promise<readonly Unconsented[]> {
  const { db, keyring, programme, options, today } = source
  const use = useOfRaising(act.visibility)
  const there = new Set<string>(
    before && before.withdrawn === null && useOfRaising(before.visibility) === use
      ? before.cases
      : [],
  )
  const cases = [...new Set(act.cases)].filter((id) => !there.has(id)) as CaseId[] // checked before
  if (cases.length === 0) return []
  const rows = await readPartOfCases(source, cases, { consents: true })
  const among = { column: 'subject_id', values: subjectsIn(rows) }
  const overrides = await listConsentOverrides(db, keyring, programme, among)
  const view = openRegister(rows, options).asKnownOn(today)
  return cases.flatMap((id): Unconsented[] => {
    const group = view.groupOf(id)
    if (!group) throw notOnRecord(id)
    const subjects = consentSubjectsOf(view, group)
    const found = consentOn(rows.consents, subjects, use, act.date, act.date)
    const about = new Set<string>([
      ...subjects.persons.flat(),
      ...subjects.families,
      ...group.cases.map(({ subject }) => subject),
    ])
    const overridden = overrides.some(
      (each) =>
        each.use === use &&
        about.has(each.subject) &&
        each.on >= (refusedOn(found) ?? each.on) &&
        each.on <= today,
    )
    if (found.standing === 'yes' || overridden) return []
    return [{ case: id, subject: group.leading.subject, use, sentence: consentInWords(found) }]
  })
}

/**
 * The overrides to write for these cases. Throws `EntryRefused` at the cases, each by its id with how
 * consent stands, where nobody gives a reason to go ahead.
 */
export function overridesOf(
  { person, today }: Context,
  lacking: readonly Unconsented[],
  { by, reason }: TypedRaisingOverride,
): readonly Omit<ConsentOverride, 'entry'>[] {
  if (lacking.length === 0) return []
  if (reason.trim() === '')
    throw new EntryRefused(
      `${lacking.length === 1 ? 'A case' : `${lacking.length} cases`} may not be raised without consent.`,
      lacking.map(({ case: id, use, sentence }) => ({
        pointer: '/cases',
        detail: `Case ${id} lacks consent to ${USE_WORDS[use]}. ${sentence} Take it off, or have someone with the right to do so answer for it with a reason.`,
      })),
    )
  return lacking.map(({ subject, use }) => ({
    subject,
    use,
    by: by.trim() || person.name,
    on: today,
    reason: reason.trim(),
  }))
}

const USE_WORDS: Readonly<Record<ConsentUse, string>> = {
  hold: 'being held',
  'raise-privately': 'being raised privately',
  'list-to-the-government': 'being listed to the government',
  'name-publicly': 'being named publicly',
  'pass-on': 'being passed on',
}

function notOnRecord(id: CaseId): EntryRefused {
  const detail = `Case "${id}" is withdrawn.`
  return new EntryRefused(detail, [{ pointer: '/cases', detail }])
}
