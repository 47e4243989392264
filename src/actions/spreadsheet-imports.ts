/**
 * Takes somebody's spreadsheet into the register: what is sound together or not at all, and again
 * changes nothing. A row that may be someone on record, or someone in an earlier row, waits in the
 * review queue; it is never merged by itself (rules R282–R288).
 */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { ProgrammeId, SourceId } from '../domain/basics/ids.ts'
import type { ProgrammeRecord } from '../domain/goals/programme-record.ts'
import { NO_PARTS } from '../exchange/folder-content.ts'
import { stageRows } from '../exchange/staged-rows.ts'
import { findAuditHead } from '../store/audit.ts'
import { insertNameDecisions, type NameDecision } from '../store/name-decisions.ts'
import { findPersonAmong } from '../store/persons.ts'
import type { Keyring } from '../store/protection/subject-keys.ts'
import { act, requirePermission, type Context } from './context.ts'
import { ActionRefused } from './errors.ts'
import { requireMapping } from './import-mappings.ts'
import type { Judged, JudgedRow } from './judged-rows.ts'
import { keyringOf } from './keyring.ts'
import { noteReading } from './read-log.ts'
import { recordOf } from './record-cache.ts'
import { refuseField } from './register-entries.ts'
import { compareRegister, writeRegister } from './register-import.ts'
import { judgeRows } from './spreadsheet-judging.ts'
import { readTable, type SpreadsheetGiven } from './spreadsheet-looks.ts'

export type SpreadsheetToImport = {
  readonly given: SpreadsheetGiven
  readonly mapping: unknown
  /** What the rows are cited as. */
  readonly source: string | null
  /** Since when what the table says is known. */
  readonly known: CalendarDate | null
  readonly dryRun: boolean
}

export type SpreadsheetProgress =
  | { readonly step: 'reading' }
  | { readonly step: 'comparing'; readonly done: number; readonly of: number }
  | { readonly step: 'writing'; readonly done: number; readonly of: number }

export type SpreadsheetImported = {
  readonly rows: readonly JudgedRow[]
  readonly dryRun: boolean
  readonly counts: Readonly<Record<'taken' | 'onRecord' | 'review' | 'parked' | 'refused', number>>
  readonly written: {
    readonly persons: number
    readonly names: number
    readonly cases: number
    readonly caseEvents: number
    readonly review: number
  }
}

export type SpreadsheetOptions = {
  readonly onProgress?: (progress: SpreadsheetProgress) => void
  readonly signal?: AbortSignal
}

/** Others may write while names are compared; so often it is compared anew. */
const TRIES = 3

/** Throws `ActionRefused`, or the signal's reason when it was given up; either way nothing is taken. */
export async function importSpreadsheet(
  context: Context,
  programme: ProgrammeId,
  asked: SpreadsheetToImport,
  { onProgress, signal }: SpreadsheetOptions = {},
): Promise<SpreadsheetImported> {
  requirePermission(context, 'record.import')
  requirePermission(context, 'register.record')
  onProgress?.({ step: 'reading' })
  const record = await recordOf(context, programme)
  const mapping = requireMapping(asked.mapping)
  const source = sourceOf(record, asked.source)
  if (asked.known !== null && asked.known > context.today)
    throw refuseField('known', 'Nothing is known from a day to come.')
  const table = await readTable(asked.given)
  const staged = stageRows(table, mapping, {
    newId: newIds(context),
    today: context.today,
    known: asked.known,
    source,
    sources: new Set(record.sources.map(({ id }) => id)),
  })
  if ('message' in staged) throw new ActionRefused('invalid', staged.message)
  signal?.throwIfAborted()
  const keyring = await keyringOf(context)
  const watch = {
    onProgress: (done: number, of: number) => onProgress?.({ step: 'comparing', done, of }),
    ...(signal && { signal }),
  }
  for (let attempt = 1; ; attempt++) {
    const judged = await judgeRows(context, keyring, programme, { table, mapping, staged, watch })
    await noteReading(context, programme, 'spreadsheet import', judged.shown)
    if (asked.dryRun) return imported(judged, true)
    if (!hasNews(judged)) return imported(judged, false)
    const isWritten = await write(context, keyring, programme, judged, record, {
      ...(onProgress && { onProgress }),
      ...(signal && { signal }),
    })
    if (isWritten) return imported(judged, false)
    if (attempt === TRIES)
      throw new ActionRefused(
        'out-of-date',
        'Others wrote to this programme while names were compared. Nothing was taken; import it once more.',
      )
  }
}

const hasNews = ({ taken, parked }: Judged) =>
  parked.length > 0 ||
  taken.persons.length > 0 ||
  taken.cases.length > 0 ||
  taken.caseEvents.length > 0

/** The register is no longer what the rows were held against. */
class Overtaken extends Error {}

/** False where somebody else wrote in between: then nothing is written. */
async function write(
  context: Context,
  keyring: Keyring,
  programme: ProgrammeId,
  { head, taken, parked, fresh }: Judged,
  record: ProgrammeRecord,
  { onProgress, signal }: SpreadsheetOptions,
): Promise<boolean> {
  let [done, of] = [0, 0]
  const onRows = (count: number) => onProgress?.({ step: 'writing', done: (done += count), of })
  const permission = 'record.import'
  const how = {
    permission,
    programme,
    subject: programme,
    onRows,
    ...(signal && { signal }),
  } as const
  try {
    await act(context, how, async (tx, action) => {
      if ((await findAuditHead(tx, programme))?.hash !== head) throw new Overtaken()
      const clash = await findPersonAmong(tx, programme, fresh)
      if (clash !== undefined) throw new Error('an id that was drawn by lot is taken')
      const parts = { ...NO_PARTS, register: { ...NO_PARTS.register, ...taken } }
      const found = await compareRegister(tx, keyring, programme, parts, {
        today: context.today,
        sources: record.sources,
        claims: record.programme.claims,
      })
      of = [found.persons, found.cases, found.caseEvents].reduce(
        (sum, { rows }) => sum + rows.length,
        parked.length,
      )
      await writeRegister(tx, action, keyring, found)
      await insertNameDecisions(tx, action, keyring, parked.map(decided(context)))
    })
    return true
  } catch (error) {
    // Thrown to undo the action; what it says is the answer.
    if (error instanceof Overtaken) return false
    throw error
  }
}

const decided =
  ({ person: { name }, today }: Context) =>
  (parked: Judged['parked'][number]): Omit<NameDecision, 'entry'> => ({
    ...parked,
    decision: 'parked',
    by: name,
    on: today,
  })

function imported({ rows, taken, parked }: Judged, dryRun: boolean): SpreadsheetImported {
  const count = (outcome: JudgedRow['outcome']) =>
    rows.filter((row) => row.outcome === outcome).length
  return {
    rows,
    dryRun,
    counts: {
      taken: count('taken'),
      onRecord: count('on-record'),
      review: count('review'),
      parked: count('parked'),
      refused: count('refused'),
    },
    written: {
      persons: new Set(taken.persons.map(({ person }) => person)).size,
      names: taken.persons.length,
      cases: taken.cases.length,
      caseEvents: taken.caseEvents.length,
      review: parked.length,
    },
  }
}

function sourceOf({ sources }: ProgrammeRecord, source: string | null): SourceId | null {
  if (source === null || source === '') return null
  const found = sources.find(({ id, withdrawn }) => id === source && withdrawn === null)
  if (found) return found.id
  throw refuseField('source', `There is no source "${source}" in this programme.`)
}

/** `p-1f0c…`: long enough that one drawn by lot is never another's, not even among a million. */
function newIds({ newId }: Context) {
  const drawn = new Set<string>()
  return (what: 'person' | 'case'): string => {
    for (;;) {
      const id = `${what === 'person' ? 'p' : 'c'}-${newId().replaceAll('-', '').slice(-12)}`
      if (drawn.has(id)) continue
      drawn.add(id)
      return id
    }
  }
}
