/** How consent stands for a person, use by use, with every answer; and what may not be done here now, and why. */
import { CONSENT_USES, type ConsentUse } from '../domain/access/consent.ts'
import type { ConsentOverride } from '../domain/access/consent-override.ts'
import {
  consentInWords,
  consentOn,
  type ConsentStanding,
} from '../domain/access/consent-standing.ts'
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import { compareText } from '../domain/basics/collections.ts'
import type { PersonId, SubjectId } from '../domain/basics/ids.ts'
import { listConsentOverrides } from '../store/consents.ts'
import type { Look } from './case-views.ts'
import type { Context } from './context.ts'
import type { Desk } from './register-look.ts'
import { consentSubjectsOf } from './register-rows.ts'
import { whyNot } from './why-not.ts'

export type ConsentOnPage = {
  readonly use: ConsentUse
  readonly standing: ConsentStanding['standing']
  readonly words: string
  readonly entry: number | null
  readonly expires: CalendarDate | null
  readonly history: readonly {
    readonly entry: number
    readonly subject: SubjectId
    readonly answer: 'yes' | 'no' | 'unknown'
    readonly by: string
    readonly date: string
    readonly expires: CalendarDate | null
    readonly withdrawnOn: CalendarDate | null
  }[]
  readonly overrides: readonly Pick<ConsentOverride, 'by' | 'reason' | 'on'>[]
}

export async function consentsOnPage(
  { db, keyring, programme }: Desk,
  look: Look,
  person: PersonId,
  subjects: readonly SubjectId[],
): Promise<ConsentOnPage[]> {
  const { asOf, knownOn, register } = look
  const { consents } = register.record
  const among = { column: 'subject_id', values: subjects }
  const overrides = await listConsentOverrides(db, keyring, programme, among)
  return CONSENT_USES.map((use) => {
    const on = consentOn(consents, consentSubjectsOf(look, person), use, asOf, knownOn)
    const own = consents
      .filter((each) => each.use === use && subjects.includes(each.subject))
      .filter((each) => each.date.latest <= knownOn)
    const last = new Map(
      own.map((each) => [JSON.stringify([each.subject, each.by, each.date.text]), each]),
    )
    return {
      use,
      standing: on.standing,
      words: consentInWords(on),
      entry: on.decidedBy?.entry ?? null,
      expires: on.decidedBy?.expires ?? null,
      history: [...last.values()]
        .toSorted((a, b) => compareText(b.date.latest, a.date.latest) || b.entry - a.entry)
        .map(({ entry, subject, answer, by, date, expires, withdrawn }) => ({
          ...{ entry, subject, answer, by, expires },
          date: date.text,
          withdrawnOn: withdrawn !== null && withdrawn <= knownOn ? withdrawn : null,
        })),
      overrides: overrides
        .filter((each) => each.use === use && each.on <= knownOn)
        .map(({ by, reason, on: day }) => ({ by, reason, on: day })),
    }
  })
}

export function refusalsFor(
  context: Context,
  consents: readonly ConsentOnPage[],
): Record<string, string> {
  const asked = [
    ['record', 'register.record'],
    ['merge', 'match.decide'],
    ['override', 'consent.override'],
    ['erase', 'person.erase'],
  ] as const
  const hold = consents.find(({ use }) => use === 'hold')
  const refused = hold?.standing === 'no' || hold?.standing === 'withdrawn'
  return Object.fromEntries([
    ...(refused && hold.overrides.length === 0 ? [['record', HOLD_REFUSED] as const] : []),
    ...asked.flatMap(([doing, permission]) => {
      const why = whyNot(context, permission)
      return why === null ? [] : [[doing, why] as const]
    }),
  ])
}

const HOLD_REFUSED =
  'It was refused that we hold data about this person: nothing more is recorded, unless someone answers for it by name under Consent.'
