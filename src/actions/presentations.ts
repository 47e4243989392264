/**
 * Handing a version over. In one action it is put on record by whom, to whom and how it was received,
 * the version is frozen, and the paper is kept as it was handed over (rules R242, R243). It is refused
 * while the gate has an open finding.
 */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { ListId, ProgrammeId } from '../domain/basics/ids.ts'
import { isFrozen } from '../domain/lists/list-view.ts'
import type { Reception } from '../domain/lists/presentation.ts'
import { findAuditHead } from '../store/audit.ts'
import { insertKeptPaper } from '../store/kept-papers.ts'
import { insertPresentations } from '../store/representation-lists.ts'
import type { PaperLanguage } from '../reports/compose/representation-list-words.ts'
import { act, requirePermission, type Context } from './context.ts'
import { ActionRefused } from './errors.ts'
import { EntryRefused } from './form-entries.ts'
import { refusedField } from './field-refusals.ts'
import { openGate, type OpenedGate } from './gate-views.ts'
import { requireVersion } from './list-changes.ts'
import { fileName, paperOf, renderPaper, type PaperFormat, type PaperSeen } from './list-papers.ts'
import { openLists, requireList } from './list-part.ts'
import { noteReading } from './read-log.ts'

export type TypedPresentation = {
  readonly version: string
  readonly date: CalendarDate
  readonly by: string
  readonly to: string
  readonly rank: string
  readonly channel: string
  readonly received: Reception | ''
  readonly formats: readonly PaperFormat[]
  readonly language: PaperLanguage
}

export type Presented = {
  readonly version: string
  readonly date: CalendarDate
  readonly frozenNow: boolean
  readonly papers: readonly PaperSeen[]
}

/** Hands a version over. Throws `ActionRefused`, with each open finding of the gate by its sentence. */
export async function presentVersion(
  context: Context,
  programme: ProgrammeId,
  name: string,
  typed: TypedPresentation,
): Promise<Presented> {
  requirePermission(context, 'list.present')
  const { date, language } = typed
  const lists = await openLists(context, programme)
  const list = requireList(lists, name, context.today)
  const { version } = checkTyped(context, lists, list.id, typed)
  const opened = await openGate(context, programme, lists, list, version, date)
  refuseOpen(opened, list.id, version)
  const { paper, shown } = paperOf(opened.part, list, version, {
    language,
    settlements: opened.settlements,
    day: date,
    knownOn: date,
    dated: date,
    handedOver: { by: typed.by.trim(), to: typed.to.trim(), rank: typed.rank.trim() },
  })
  const files = await Promise.all(
    [...new Set(typed.formats)].map(async (format) => ({
      format,
      file: await renderPaper(
        paper,
        format,
        fileName(programme, list.id, version, date, { format, language }),
      ),
    })),
  )
  await noteReading(context, programme, `list ${list.id} ${version} handed over`, shown)
  return act(
    context,
    { permission: 'list.present', programme, subject: 'presentation' },
    async (tx, action) => {
      // What the gate and the paper rest on must be what is on record when they are written.
      if ((await findAuditHead(tx, programme))?.hash !== lists.head)
        throw new ActionRefused(
          'out-of-date',
          'Something was entered while the paper was made. Look at the gate again, and hand it over then.',
        )
      await insertPresentations(tx, action, [
        {
          list: list.id,
          version,
          date,
          by: typed.by.trim(),
          to: typed.to.trim(),
          rank: typed.rank.trim(),
          channel: typed.channel.trim(),
          received: typed.received === '' ? null : typed.received,
          withdrawn: null,
        },
      ])
      const papers: PaperSeen[] = []
      for (const { format, file } of files) {
        const about = { id: context.newId(), list: list.id, version, format, language }
        const kept = await insertKeptPaper(tx, action, lists.keyring, about, file.bytes)
        papers.push({
          sha256: kept.sha256,
          format,
          language,
          version,
          presentedOn: date,
          bytes: kept.length,
          name: file.name,
        })
      }
      return {
        version,
        date,
        frozenNow: !isFrozen(lists.lists, list.id, version, context.today),
        papers,
      }
    },
  )
}

function checkTyped(
  { today }: Context,
  lists: Parameters<typeof requireVersion>[0],
  list: ListId,
  { version, date, by, to, formats }: TypedPresentation,
): { readonly version: string } {
  if (by.trim() === '') throw refusedField('/by', 'Say who handed it over.')
  if (to.trim() === '') throw refusedField('/to', 'Say to whom it was handed over.')
  if (formats.length === 0)
    throw refusedField(
      '/formats',
      'Say in which form it was handed over: what was handed over is kept.',
    )
  if (date > today)
    throw refusedField(
      '/date',
      `${date} has not come: a list is put on record when it was handed over.`,
    )
  const found = requireVersion(lists, list, version, today)
  if (date < found.date)
    throw refusedField(
      '/date',
      `Version ${version} is of ${found.date}: it cannot have been handed over before.`,
    )
  return found
}

const SHOWN_OF_OPEN = 50

function refuseOpen({ gate, entries }: OpenedGate, list: ListId, version: string): void {
  if (entries === 0)
    throw refusedField('/version', `There is nothing on version ${version} of list ${list}.`)
  if (gate.open === 0) return
  const open = gate.findings.filter(({ settlement }) => settlement === null)
  const sentences = open.map((each) => `${each.case}: ${each.sentence}`)
  const more = open.length > SHOWN_OF_OPEN ? ` And ${open.length - SHOWN_OF_OPEN} more.` : ''
  throw new EntryRefused(
    `Version ${version} of list ${list} cannot be handed over: ${open.length === 1 ? 'one finding of the gate is' : `${open.length} findings of the gate are`} open. ${sentences.slice(0, SHOWN_OF_OPEN).join(' ')}${more}`,
    open.map((each) => ({ pointer: `/findings/${each.id}`, detail: each.sentence })),
  )
}
