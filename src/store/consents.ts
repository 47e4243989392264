/** Consents on record, and where someone went without one. Rows are added and read, never changed. */
import type { ConsentAnswer, ConsentEntry, ConsentUse } from '../domain/access/consent.ts'
import type { ConsentOverride } from '../domain/access/consent-override.ts'
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { ProgrammeId, SubjectId } from '../domain/basics/ids.ts'
import { uncertainDate } from '../domain/basics/uncertain-date.ts'
import { append, type OpenAction } from './database/append.ts'
import { toDay } from './database/days.ts'
import type { Reader, Writer } from './database/reader-writer.ts'
import { fieldOf, listOpened, readOpened, type Which } from './protection/sealed-rows.ts'
import type { Keyring } from './protection/subject-keys.ts'

export function listConsents(
  db: Reader,
  keyring: Keyring,
  programme: ProgrammeId,
  which: Which = {},
): Promise<ConsentEntry[]> {
  const pages = readOpened(db, keyring, 'consent', programme, (row) => row.subject_id, which)
  return listOpened(pages, (row, opened) => ({
    entry: row.entry,
    subject: row.subject_id as SubjectId,
    use: row.use as ConsentUse, // only this store writes it
    answer: row.answer as ConsentAnswer, // only this store writes it
    by: fieldOf(opened, 0),
    date: uncertainDate(row.date),
    expires: toDay(row.expires),
    withdrawn: toDay(row.withdrawn),
  }))
}

export async function insertConsents(
  tx: Writer,
  action: OpenAction,
  keyring: Keyring,
  consents: readonly Omit<ConsentEntry, 'entry'>[],
): Promise<void> {
  const subjects = consents.map(({ subject }) => subject)
  const sealer = await keyring.sealer(tx, action.programme, subjects)
  await append(
    tx,
    action,
    'consent',
    consents.map((consent) => ({
      subject_id: consent.subject,
      use: consent.use,
      answer: consent.answer,
      date: consent.date.text,
      expires: consent.expires,
      sealed: sealer.seal('consent', consent.subject, [consent.by]),
      withdrawn: consent.withdrawn,
    })),
  )
}

export function listConsentOverrides(
  db: Reader,
  keyring: Keyring,
  programme: ProgrammeId,
  which: Which = {},
): Promise<ConsentOverride[]> {
  const subjectOf = (row: { subject_id: string }) => row.subject_id
  const pages = readOpened(db, keyring, 'consent_override', programme, subjectOf, which)
  return listOpened(pages, (row, opened) => ({
    entry: row.entry,
    subject: row.subject_id as SubjectId,
    use: row.use as ConsentUse, // only this store writes it
    by: row.decided_by,
    on: row.decided_on as CalendarDate, // a `date` column holds nothing but days
    reason: fieldOf(opened, 0),
  }))
}

export async function insertConsentOverrides(
  tx: Writer,
  action: OpenAction,
  keyring: Keyring,
  overrides: readonly Omit<ConsentOverride, 'entry'>[],
): Promise<void> {
  const subjects = overrides.map(({ subject }) => subject)
  const sealer = await keyring.sealer(tx, action.programme, subjects)
  await append(
    tx,
    action,
    'consent_override',
    overrides.map(({ subject, use, by, on, reason }) => ({
      subject_id: subject,
      use,
      decided_by: by,
      decided_on: on,
      sealed: sealer.seal('consent_override', subject, [reason]),
    })),
  )
}
