/**
 * What we owe to families, lawyers and sponsors: what was promised to them in a contact, and whether it
 * was done (rules R199). Who was told that a name would be on the list, and then finds it missing, has
 * been let down.
 *
 * A promise of a place on a list is kept by an entry on a version that was presented after it. Any
 * other promise is kept where a later contact with the same subject says so, as `done: WORDS`.
 */
import type { CalendarDate } from '../basics/calendar-date.ts'
import type { SubjectId } from '../basics/ids.ts'
import { fold } from '../evidence/detail.ts'
import type { ContactEntry } from './contact.ts'
import { PROMISED_INCLUSION } from './contact.ts'
import type { RegisterView } from './register.ts'
import { contactsKnownOn } from './register.ts'

export type Owed = {
  readonly contact: ContactEntry
  readonly subject: SubjectId
  /** In our words, without the list. */
  readonly promise: string
  /** The list on which a place was promised; null for any list, and where it is no such promise. */
  readonly list: string | null
  readonly inclusion: boolean
  /** The day on which it was done; null while it is owed. */
  readonly doneOn: CalendarDate | null
}

/** Tells when a subject was first on a presented list after a day; null where it was not. */
export type ListedAfter = (
  subject: SubjectId,
  list: string | null,
  after: CalendarDate,
) => CalendarDate | null

/** Every promise by a day, in the order of making, with what became of it. */
export function promisesOn(
  view: RegisterView,
  contacts: readonly ContactEntry[],
  asOf: CalendarDate,
  knownOn: CalendarDate,
  listedAfter: ListedAfter,
): readonly Owed[] {
  const known = contactsKnownOn(contacts, knownOn).filter(({ date }) => date.latest <= asOf)
  return known
    .filter(({ promised }) => promised.trim() !== '' && doneWords(promised) === undefined)
    .toSorted((a, b) =>
      a.date.latest < b.date.latest ? -1 : a.date.latest > b.date.latest ? 1 : a.entry - b.entry,
    )
    .map((contact) => {
      const { inclusion, list } = readPromise(contact.promised)
      const doneOn = inclusion
        ? listedAfter(contact.subject, list, contact.date.latest)
        : saidDone(view, known, contact)
      return {
        contact,
        subject: contact.subject,
        promise: inclusion ? PROMISED_INCLUSION : contact.promised.trim(),
        list,
        inclusion,
        doneOn: doneOn !== null && doneOn <= asOf ? doneOn : null,
      }
    })
}

/** `inclusion` or `inclusion: LIST`; anything else is a promise in words. */
export function readPromise(promised: string): {
  readonly inclusion: boolean
  readonly list: string | null
} {
  const [word = '', ...rest] = promised.split(':')
  if (fold(word) !== PROMISED_INCLUSION) return { inclusion: false, list: null }
  const list = rest.join(':').trim()
  return { inclusion: true, list: list === '' ? null : list }
}

function saidDone(
  view: RegisterView,
  contacts: readonly ContactEntry[],
  promise: ContactEntry,
): CalendarDate | null {
  const about = view.familyUnitOf(promise.subject)
  const done = contacts.find(
    (contact) =>
      contact.date.latest >= promise.date.latest &&
      view.familyUnitOf(contact.subject) === about &&
      doneWords(contact.promised) === fold(promise.promised),
  )
  return done?.date.latest ?? null
}

/** The word before what was kept: `done: WORDS`. */
export const DONE = 'done'

/** The promise that a contact says was kept, as written; undefined where it says no such thing. */
export function readDone(promised: string): string | undefined {
  const colon = promised.indexOf(':')
  if (colon < 0 || fold(promised.slice(0, colon)) !== DONE) return undefined
  return promised.slice(colon + 1).trim()
}

function doneWords(promised: string): string | undefined {
  const words = readDone(promised)
  return words === undefined ? undefined : fold(words)
}
