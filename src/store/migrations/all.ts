/** Every migration in the order it is applied, listed by hand. Add at the end; never change one. */
import type { Kysely } from 'kysely'
import { up as record } from './0001-record.ts'

export type Migration = {
  readonly name: string
  readonly up: (db: Kysely<unknown>) => Promise<void>
}

export const MIGRATIONS: readonly Migration[] = [{ name: '0001-record', up: record }]
