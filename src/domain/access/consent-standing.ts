/**
 * Whether someone has agreed to a use, on a day (rules R148, R149).
 *
 * The word that is dated last counts; its date is also the day since which it is known. It holds until
 * the end of its last day. A person's own refusal outranks the family's yes, and a yes that is taken
 * back brings no earlier one back. What is unknown is not a yes.
 */
import type { CalendarDate } from '../basics/calendar-date.ts'
import { addMonths, toCalendarDate, toDayNumber } from '../basics/calendar-date.ts'
import { compareText } from '../basics/collections.ts'
import type { FamilyId, PersonId } from '../basics/ids.ts'
import type { ConsentEntry, ConsentUse } from './consent.ts'

/** Whom the use is about. */
export type ConsentSubjects = {
  /** Each person with the ids of all entries that were merged into one. */
  readonly persons: readonly (readonly PersonId[])[]
  /** Families that may speak for them. */
  readonly families: readonly FamilyId[]
}

export type ConsentStanding = {
  /** Only `yes` allows the use. */
  readonly standing: 'yes' | 'no' | 'unknown' | 'expired' | 'withdrawn'
  /** The entry that decides; null where nobody has said anything. */
  readonly decidedBy: ConsentEntry | null
}

type Word = ConsentStanding & { readonly decidedBy: ConsentEntry }

/** Where consent to a use stands for all the persons: it is theirs only when it is everyone's. */
export function consentOn(
  consents: readonly ConsentEntry[],
  { persons, families }: ConsentSubjects,
  use: ConsentUse,
  asOf: CalendarDate,
  knownOn: CalendarDate,
): ConsentStanding {
  const about = new Set<string>([...persons.flat(), ...families])
  const said = consents
    .filter(
      (each) =>
        each.use === use &&
        about.has(each.subject) &&
        each.date.latest <= asOf &&
        each.date.latest <= knownOn,
    )
    .toSorted((a, b) => compareText(a.date.latest, b.date.latest) || a.entry - b.entry)
  const standings = persons.map((ids): ConsentStanding => {
    const own = said.findLast((each) => isOwnWord(each, ids))
    const family = said.findLast((each) => isFamilysWord(each, ids, families))
    return together(own && wordOf(own, asOf, knownOn), family && wordOf(family, asOf, knownOn))
  })
  const [worst] = standings.toSorted((a, b) => SEVERITY[a.standing] - SEVERITY[b.standing])
  return worst ?? NOTHING_SAID
}

/** A yes whose last day lies from today to `months` on, both included. */
export function expiresWithin(
  { standing, decidedBy }: ConsentStanding,
  asOf: CalendarDate,
  months: number,
): boolean {
  const expires = decidedBy?.expires ?? null
  if (standing !== 'yes' || expires === null) return false
  return expires <= toCalendarDate(addMonths(toDayNumber(asOf), months))
}

/** How it reads to a person. */
export function consentInWords({ standing, decidedBy }: ConsentStanding): string {
  const by = decidedBy && decidedBy.by !== '' ? ` by ${decidedBy.by}` : ''
  const on = decidedBy ? ` on ${decidedBy.date.text}` : ''
  switch (standing) {
    case 'yes':
      return `Agreed to${by}${on}${decidedBy?.expires ? `, until ${decidedBy.expires}` : ''}.`
    case 'no':
      return `Refused${by}${on}.`
    case 'expired':
      return `The yes given${by}${on} ended on ${decidedBy?.expires ?? ''}.`
    case 'withdrawn':
      return `The answer given${by}${on} was taken back on ${decidedBy?.withdrawn ?? ''}.`
    case 'unknown':
      return decidedBy ? `Asked${on}, and the answer is not known.` : 'Nobody has been asked.'
  }
}

const NOTHING_SAID: ConsentStanding = { standing: 'unknown', decidedBy: null }
const SEVERITY = { no: 0, withdrawn: 1, expired: 2, unknown: 3, yes: 4 }
const REFUSALS = ['no', 'withdrawn']

function together(own: Word | undefined, family: Word | undefined): ConsentStanding {
  if (own && REFUSALS.includes(own.standing)) return own
  if (family && REFUSALS.includes(family.standing) && !(own && outlasts(own, family))) return family
  if (own?.standing === 'yes') return own
  if (family?.standing === 'yes') return family
  return [own, family].find((word) => word?.standing === 'expired') ?? own ?? family ?? NOTHING_SAID
}

/** One's own yes stands against the family's refusal unless that is the later word. */
function outlasts(own: Word, family: Word): boolean {
  return own.standing === 'yes' && own.decidedBy.date.latest >= family.decidedBy.date.latest
}

function wordOf(entry: ConsentEntry, asOf: CalendarDate, knownOn: CalendarDate): Word {
  if (entry.withdrawn !== null && entry.withdrawn <= knownOn)
    return { standing: 'withdrawn', decidedBy: entry }
  if (entry.answer === 'yes' && entry.expires !== null && entry.expires < asOf)
    return { standing: 'expired', decidedBy: entry }
  return { standing: entry.answer, decidedBy: entry }
}

/** Whether it was refused, or taken back. */
export function isRefusal(
  consent: ConsentStanding,
): consent is ConsentStanding & { readonly decidedBy: ConsentEntry } {
  return consent.decidedBy !== null && REFUSALS.includes(consent.standing)
}

/** About the person and not said by the family; or about the family and said by this member. */
export function isOwnWord({ subject, by }: ConsentEntry, ids: readonly PersonId[]): boolean {
  return isOneOf(subject, ids) ? !saidByFamily(by) : isOneOf(by, ids)
}

function isFamilysWord(
  { subject, by }: ConsentEntry,
  ids: readonly PersonId[],
  families: readonly FamilyId[],
): boolean {
  if (isOneOf(subject, ids)) return saidByFamily(by)
  return isOneOf(subject, families) && !isOneOf(by, ids)
}

function saidByFamily(by: string): boolean {
  return by.trim().toLocaleLowerCase('en') === 'family'
}

function isOneOf(id: string, ids: readonly string[]): boolean {
  return ids.includes(id)
}
