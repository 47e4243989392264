/** What we promised about a person, to whom, and whether it was done, in words. */
import { compareText } from '../domain/basics/collections.ts'
import type { CaseId, SubjectId } from '../domain/basics/ids.ts'
import type { ContactEntry } from '../domain/cases/contact.ts'
import { DONE, promisesOn, readDone, readPromise, type Owed } from '../domain/cases/owed.ts'
import type { CaseGroup } from '../domain/cases/register.ts'
import type { Look } from './case-views.ts'
import type { ListingSeen } from './register-lists.ts'

export type OwedSeen = {
  readonly contact: number
  readonly to: string
  readonly promised: string
  readonly since: string
  readonly done: boolean | null
  readonly words: string
  /** What a later contact writes to say that it was kept; null where it was, and of a place on a list. */
  readonly keptBy: string | null
}

export function owedSeen(
  { view, asOf, knownOn }: Look,
  contacts: readonly ContactEntry[],
  groups: readonly CaseGroup[],
  listings: ReadonlyMap<CaseId, readonly ListingSeen[]>,
): OwedSeen[] {
  const listedAfter = (subject: SubjectId, list: string | null, after: string) => {
    const unit = view.familyUnitOf(subject)
    const days = groups
      .filter(({ family }) => family === unit)
      .flatMap(({ cases }) => cases.flatMap(({ id }) => listings.get(id) ?? []))
      .filter((each) => list === null || each.list === list || each.title === list)
      .flatMap(({ presented }) => presented.map(({ date }) => date))
      .filter((date) => date >= after)
    return days.toSorted(compareText)[0] ?? null
  }
  return promisesOn(view, contacts, asOf, knownOn, listedAfter).map((owed) => ({
    contact: owed.contact.entry,
    to: owed.contact.with,
    promised: owed.contact.promised,
    since: owed.contact.date.text,
    done: owed.doneOn !== null,
    words: inWords(owed),
    keptBy:
      owed.inclusion || owed.doneOn !== null ? null : `${DONE}: ${owed.contact.promised.trim()}`,
  }))
}

function inWords({ contact, promise, inclusion, list, doneOn }: Owed): string {
  const what = inclusion ? placeInWords(list) : promise
  const to = contact.with === '' ? contact.role || 'someone close' : contact.with
  const made = `Promised to ${to} on ${contact.date.text}: ${what}.`
  return doneOn === null ? `${made} Still owed.` : `${made} Done on ${doneOn}.`
}

/** What a contact says of promises, in words: made, or kept. Empty where it says nothing. */
export function promisedInWords(promised: string): string {
  const kept = readDone(promised)
  if (kept !== undefined) return `We kept our promise: ${kept}`
  const { inclusion, list } = readPromise(promised)
  if (promised.trim() === '') return ''
  return `We promised: ${inclusion ? placeInWords(list) : promised.trim()}`
}

function placeInWords(list: string | null): string {
  return `a place on ${list === null ? 'a list' : `list ${list}`}`
}
