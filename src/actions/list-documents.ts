/** The status report of a list on paper. It names no person. */
import type { ProgrammeId } from '../domain/basics/ids.ts'
import { composeListStatus, statusTable } from '../reports/compose/list-status.ts'
import type { ListStatusReport } from '../reports/compose/list-status-report.ts'
import { renderCsv } from '../reports/render/csv.ts'
import { renderDocx } from '../reports/render/docx.ts'
import { renderPdf } from '../reports/render/pdf.ts'
import { renderXlsx } from '../reports/render/xlsx.ts'
import type { Context } from './context.ts'
import type { PaperFile } from './list-papers.ts'
import { casesOnLists, openListsWith, requireList } from './list-part.ts'
import { cohortsSeen, reportIn } from './list-reports.ts'
import type { AskedDays } from './representation-lists.ts'

export const STATUS_FORMATS = ['docx', 'pdf', 'xlsx', 'csv'] as const
export type StatusFormat = (typeof STATUS_FORMATS)[number]

const TYPES: Readonly<Record<StatusFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

/** The status report as a file, with charts. It names no person. Throws `ActionRefused`. */
export async function statusDocument(
  context: Context,
  programme: ProgrammeId,
  name: string,
  format: StatusFormat,
  days: AskedDays,
): Promise<PaperFile> {
  const part = await openListsWith(context, programme, (each) => casesOnLists(each))
  const { status, ...said } = reportIn(part, name, days)
  const { cohorts } = cohortsSeen(part, name, days)
  const { number, title } = requireList(part, name, days.knownOn)
  const report: ListStatusReport = {
    programme: part.record.programme.title,
    list: { number, title },
    status,
    ...said,
    cohorts,
    madeOn: context.today,
  }
  const document = composeListStatus(report)
  const bytes = await {
    docx: () => renderDocx(document),
    pdf: () => renderPdf(document),
    xlsx: () => renderXlsx(document),
    csv: () => renderCsv(statusTable(report)),
  }[format]()
  const plain = `${programme}-list-${status.list}-status-${status.asOf}-known-${status.knownOn}`
  return {
    name: `${plain.replace(/[^\p{L}\p{M}\p{N}_.-]+/gu, '-')}.${format}`,
    type: TYPES[format],
    bytes,
  }
}
