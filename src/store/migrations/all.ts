/** Every migration in the order it is applied, listed by hand. Add at the end; never change one. */
import type { Kysely } from 'kysely'
import { up as record } from './0001-record.ts'
import { up as register } from './0002-register.ts'
import { up as followUps } from './0003-follow-ups.ts'
import { up as caseMarks } from './0004-case-marks.ts'
import { up as registerSearch } from './0005-register-search.ts'

export type Migration = {
  readonly name: string
  readonly up: (db: Kysely<unknown>) => Promise<void>
}

export const MIGRATIONS: readonly Migration[] = [
  { name: '0001-record', up: record },
  { name: '0002-register', up: register },
  { name: '0003-follow-ups', up: followUps },
  { name: '0004-case-marks', up: caseMarks },
  { name: '0005-register-search', up: registerSearch },
]
