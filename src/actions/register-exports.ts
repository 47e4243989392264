/**
 * Takes a part of the register away as a file: only those whose consent allows that it is passed on,
 * saying how many that leaves out. Taking away is a reading of everyone in the file, and its purpose is
 * noted with it.
 */
import type { PersonId, ProgrammeId } from '../domain/basics/ids.ts'
import { toFollowTheMoney, writeFollowTheMoney } from '../exchange/followthemoney.ts'
import type { Column, ReportDocument, Table } from '../reports/document.ts'
import { renderCsv } from '../reports/render/csv.ts'
import { renderXlsx } from '../reports/render/xlsx.ts'
import { requirePermission, type Context } from './context.ts'
import { coveredAmong } from './covered-persons.ts'
import { ActionRefused } from './errors.ts'
import { EntryRefused } from './form-entries.ts'
import { noteReading } from './read-log.ts'
import { recordOf } from './record-cache.ts'
import { exportCell, EXPORT_HEADERS, type ExportColumn } from './register-columns.ts'
import { atDesk, lookAtPersons, type LookDays } from './register-look.ts'
import type { RowSeen } from './register-rows.ts'
import type { RegisterAsked } from './register-asked.ts'
import { findPersons, rowsOf } from './register-search.ts'
import type { DocumentFile } from './scorecard-editions.ts'

export type ExportAsked = RegisterAsked & {
  readonly format: 'csv' | 'xlsx' | 'ftm'
  readonly columns: readonly ExportColumn[]
  readonly purpose: string
}

export type ExportPreviewSeen = {
  readonly persons: number
  readonly leftOut: number
  readonly words: string
}

/** More than an office opens in a spreadsheet; a larger part goes as a programme folder. */
const MOST = 50_000
const STEP = 500

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ftm: 'application/x-ndjson; charset=utf-8',
} as const
const ENDINGS = { csv: 'csv', xlsx: 'xlsx', ftm: 'ftm.json' } as const

/** How many may go and how many are left out. Throws `ActionRefused`. */
export async function previewExport(
  context: Context,
  programme: ProgrammeId,
  asked: RegisterAsked,
): Promise<ExportPreviewSeen> {
  const { allowed, leftOut } = await whoMayGo(context, programme, asked)
  return { persons: allowed.length, leftOut, words: inWords(allowed.length, leftOut) }
}

/** The file. Throws `ActionRefused`: not-allowed, and invalid where nobody may be passed on. */
export async function exportRegister(
  context: Context,
  programme: ProgrammeId,
  asked: ExportAsked,
): Promise<DocumentFile> {
  const purpose = asked.purpose.trim()
  if (purpose === '') {
    const detail = 'Say who it is for, and why.'
    throw new EntryRefused(detail, [{ pointer: '/purpose', detail }])
  }
  const { allowed, leftOut } = await whoMayGo(context, programme, asked)
  if (allowed.length === 0)
    throw new ActionRefused('invalid', 'Nobody of these has agreed that we pass it on.')
  await noteReading(context, programme, `register as ${asked.format}: ${purpose}`, allowed)
  const bytes =
    asked.format === 'ftm'
      ? await entitiesOf(context, programme, asked, allowed)
      : await tableBytes(context, programme, { ...asked, format: asked.format }, allowed, leftOut)
  const name = `${programme}-register-${asked.asOf}.${ENDINGS[asked.format]}`
  return { name, type: TYPES[asked.format], bytes }
}

async function tableBytes(
  context: Context,
  programme: ProgrammeId,
  asked: ExportAsked & { readonly format: 'csv' | 'xlsx' },
  allowed: readonly PersonId[],
  leftOut: number,
): Promise<Uint8Array> {
  const rows = await inSteps(allowed, (persons) =>
    atDesk(context, programme, (desk) => rowsOf(desk, persons, asked)),
  )
  const table = tableOf(asked.columns, rows)
  if (asked.format === 'csv') return renderCsv(table)
  const { programme: about } = await recordOf(context, programme)
  return renderXlsx(workbook(about.title, table, context, asked, inWords(rows.length, leftOut)))
}

function entitiesOf(
  context: Context,
  programme: ProgrammeId,
  days: LookDays,
  allowed: readonly PersonId[],
): Promise<Uint8Array> {
  return atDesk(context, programme, async (desk) => {
    const { view, part } = await lookAtPersons(desk, allowed, days, { names: true })
    const permitted = new Set(allowed.flatMap((person) => view.merged.entriesOf(person)))
    const { entities } = toFollowTheMoney(part, { programme, permitted, on: days.knownOn })
    return writeFollowTheMoney(entities)
  })
}

/** Everyone who is as asked, split by whether they may be passed on. */
async function whoMayGo(
  context: Context,
  programme: ProgrammeId,
  asked: RegisterAsked,
): Promise<{ readonly allowed: PersonId[]; readonly leftOut: number }> {
  requirePermission(context, 'record.export')
  const { persons, all } = await findPersons(context, programme, asked, MOST)
  if (!all)
    throw new ActionRefused(
      'invalid',
      `These are more than ${MOST.toLocaleString('en')} persons. Narrow the register first.`,
    )
  const allowed = await inSteps(persons, (some) =>
    coveredAmong(context, programme, some, 'pass-on'),
  )
  return { allowed, leftOut: persons.length - allowed.length }
}

function inWords(persons: number, leftOut: number): string {
  const who = persons === 1 ? '1 person is' : `${persons.toLocaleString('en')} persons are`
  const rest =
    leftOut === 0
      ? 'Nobody is left out.'
      : `${leftOut.toLocaleString('en')} ${leftOut === 1 ? 'is' : 'are'} left out: no consent on record allows that we pass it on.`
  return `${who} in the file. ${rest}`
}

function tableOf(columns: readonly ExportColumn[], rows: readonly RowSeen[]): Table {
  return {
    kind: 'table',
    name: 'Register',
    caption: [],
    columns: columns.map((column): Column => ({
      header: [EXPORT_HEADERS[column]],
      align: 'start',
      weight: 1,
    })),
    rows: rows.map((row) => ({
      cells: columns.map((column) => ({ text: [exportCell(row, column)] })),
    })),
  }
}

function workbook(
  title: string,
  table: Table,
  context: Context,
  { asOf, knownOn, purpose }: ExportAsked,
  words: string,
): ReportDocument {
  return {
    title: 'Register',
    subtitle: title,
    language: 'en',
    direction: 'ltr',
    author: context.person.name,
    madeOn: context.today,
    metadata: [
      { label: 'As of', value: [{ text: asOf, mono: true }] },
      { label: 'As known on', value: [{ text: knownOn, mono: true }] },
      { label: 'For', value: [purpose] },
      { label: 'Who is in it', value: [words] },
    ],
    body: [table],
    notes: [],
    words: { page: 'Page {page} of {pages}', notes: 'Notes', about: 'About' },
  }
}

async function inSteps<T>(
  persons: readonly PersonId[],
  work: (some: readonly PersonId[]) => Promise<readonly T[]>,
): Promise<T[]> {
  const done: T[] = []
  for (let at = 0; at < persons.length; at += STEP)
    done.push(...(await work(persons.slice(at, at + STEP))))
  return done
}
