/**
 * Whom consent to a use covers today, whatever day is looked at: what leaves the room leaves it today,
 * and a yes that has ended covers nothing (rules R148, R290). Where someone answers for it by name, that
 * covers it too, unless a refusal came after.
 */
import type { ConsentUse } from '../domain/access/consent.ts'
import { consentOn, type ConsentStanding } from '../domain/access/consent-standing.ts'
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { PersonId, ProgrammeId } from '../domain/basics/ids.ts'
import { listConsentOverrides } from '../store/consents.ts'
import type { Context } from './context.ts'
import { atDesk, lookAtPersons } from './register-look.ts'
import { consentSubjectsOf, subjectsOf } from './register-rows.ts'

/** Those of the persons whom a yes or an override covers. Throws `ActionRefused` and `StoreLocked`. */
export function coveredAmong(
  context: Context,
  programme: ProgrammeId,
  persons: readonly PersonId[],
  wanted: ConsentUse,
): Promise<PersonId[]> {
  const { today } = context
  return atDesk(context, programme, async (desk) => {
    const look = await lookAtPersons(
      desk,
      persons,
      { asOf: today, knownOn: today },
      { consents: true },
    )
    const subjects = new Map(persons.map((person) => [person, subjectsOf(look, person)]))
    const overrides = await listConsentOverrides(desk.db, desk.keyring, programme, {
      column: 'subject_id',
      values: [...subjects.values()].flat(),
    })
    const { consents } = look.register.record
    return persons.filter((person) => {
      const about = consentSubjectsOf(look, person)
      const found = consentOn(consents, about, wanted, today, today)
      const of = new Set<string>(subjects.get(person))
      return (
        found.standing === 'yes' ||
        overrides.some(
          ({ use, subject, on }) =>
            use === wanted && of.has(subject) && on >= (refusedOn(found) ?? on),
        )
      )
    })
  })
}

/** The day of a refusal: whoever went ahead before it did not hear it. */
export function refusedOn({ standing, decidedBy }: ConsentStanding): CalendarDate | null {
  if (standing === 'withdrawn') return decidedBy?.withdrawn ?? null
  return standing === 'no' ? (decidedBy?.date.latest ?? null) : null
}
