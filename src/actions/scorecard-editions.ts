/** Issues scorecard editions, shows and compares them, and puts scorecards on paper. */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { EditionId, ProgrammeId } from '../domain/basics/ids.ts'
import type { EditionChange, EditionContent } from '../domain/assessment/edition.ts'
import { compareEditions, freeze } from '../domain/assessment/edition.ts'
import { readScorecard } from '../domain/assessment/scorecard.ts'
import { METHOD } from '../reports/compose/method.ts'
import { composeScorecard } from '../reports/compose/scorecard.ts'
import { joinedTables, type ReportDocument, type Table } from '../reports/document.ts'
import { renderCsv } from '../reports/render/csv.ts'
import { renderDocx } from '../reports/render/docx.ts'
import { renderHtml } from '../reports/render/html.ts'
import { renderPdf } from '../reports/render/pdf.ts'
import { renderXlsx } from '../reports/render/xlsx.ts'
import type { AskedDays, Days } from './assessments.ts'
import { settle } from './assessments.ts'
import { ask } from './case-readings.ts'
import type { Context } from './context.ts'
import type { Edition, EditionHead } from './editions.ts'
import { findEdition, issueEdition, listEditions } from './editions.ts'
import { ActionRefused } from './errors.ts'

export type EditionPage = EditionContent & { readonly edition: Edition }

/** Freezes the scorecard of a day and signs it. Throws `ActionRefused`. */
export async function issueScorecard(
  context: Context,
  programme: ProgrammeId,
  asked: Days & { readonly signedBy: string; readonly corrects: string; readonly reason: string },
): Promise<Edition> {
  const { asOf, knownOn, signedBy, corrects, reason } = asked
  const content = await ask(context, programme, (evaluator) =>
    freeze(evaluator, readScorecard(evaluator, asOf, knownOn)),
  )
  const id = nextId(asOf, knownOn, await listEditions(context, programme))
  return issueEdition(context, programme, {
    id,
    asOf,
    knownOn,
    method: METHOD,
    content: JSON.stringify(content),
    signedBy,
    ...(corrects !== '' && { corrects: corrects as EditionId, reason }),
  })
}

/** `1988-12-31-known-1989-01-04`, with a number when there is one already. */
function nextId(
  asOf: CalendarDate,
  knownOn: CalendarDate,
  issued: readonly EditionHead[],
): EditionId {
  const plain = `${asOf}-known-${knownOn}`
  const taken = new Set<string>(issued.map(({ id }) => id))
  let id = plain
  for (let at = 2; taken.has(id); at += 1) id = `${plain}-${at}`
  return id as EditionId
}

export async function editionPage(
  context: Context,
  programme: ProgrammeId,
  id: EditionId,
): Promise<EditionPage> {
  const edition = await findEdition(context, programme, id)
  return { edition, ...contentOf(edition) }
}

export async function editionDiff(
  context: Context,
  programme: ProgrammeId,
  id: EditionId,
  other: EditionId,
): Promise<{ before: Edition; after: Edition; changes: EditionChange[] }> {
  const [one, two] = [
    await findEdition(context, programme, other),
    await findEdition(context, programme, id),
  ]
  return { before: one, after: two, changes: compareEditions(contentOf(one), contentOf(two)) }
}

/** What `issueScorecard` froze; the store gives it back byte for byte. */
function contentOf({ content }: Edition): EditionContent {
  return JSON.parse(content) as EditionContent // written by issueScorecard, kept under its hash
}

export const DOCUMENT_FORMATS = ['docx', 'pdf', 'xlsx', 'csv', 'html'] as const
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number]
export type DocumentFile = {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

/** An edition on paper. */
export async function editionDocument(
  context: Context,
  programme: ProgrammeId,
  id: EditionId,
  format: DocumentFormat,
): Promise<DocumentFile> {
  const { edition, ...content } = await editionPage(context, programme, id)
  const issuedOn = String(edition.recordedAt).slice(0, 10)
  const report = composeScorecard({
    ...content,
    method: edition.method,
    edition: {
      id: edition.id,
      signedBy: edition.signedBy,
      issuedOn,
      corrects: edition.corrects,
      reason: edition.reason,
    },
    madeOn: issuedOn,
  })
  return render(report, format, `${programme}-${edition.id}`)
}

/** The scorecard of a day on paper, marked as no edition. */
export async function scorecardDocument(
  context: Context,
  programme: ProgrammeId,
  format: DocumentFormat,
  asked: AskedDays,
): Promise<DocumentFile> {
  const content = await ask(context, programme, (evaluator) => {
    const { asOf, knownOn } = settle(evaluator, asked, context)
    return freeze(evaluator, readScorecard(evaluator, asOf, knownOn))
  })
  const { asOf, knownOn } = content.scorecard
  const report = composeScorecard({
    ...content,
    method: METHOD,
    edition: null,
    madeOn: context.today,
  })
  return render(report, format, `${programme}-${asOf}-known-${knownOn}`)
}

const TYPES: Readonly<Record<DocumentFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8',
}

async function render(
  report: ReportDocument,
  format: DocumentFormat,
  name: string,
): Promise<DocumentFile> {
  const bytes = await {
    docx: () => renderDocx(report),
    pdf: () => renderPdf(report),
    xlsx: () => renderXlsx(report),
    html: () => renderHtml(report),
    csv: () => renderCsv(firstTable(report)),
  }[format]()
  return { name: `${name}.${format}`, type: TYPES[format], bytes }
}

function firstTable(report: ReportDocument): Table {
  const [table] = joinedTables(report)
  if (!table) throw new ActionRefused('invalid', 'There is no goal to put into a table yet.')
  return table
}
