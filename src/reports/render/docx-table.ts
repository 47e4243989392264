/** Tables for Word: a header row that repeats on each page, rules under the rows, no boxes. */
import { AlignmentType, Paragraph, Table, TableCell, TableRow } from 'docx'
import type { ITableBordersOptions, ITableCellBorders } from 'docx'
import { withGroupHeadings } from '../document.ts'
import type { Column, NotedText, Text, Table as TableBlock } from '../document.ts'
import { docxRuns, strongly } from './docx-runs.ts'
import type { NoteCalls, Surroundings } from './docx-runs.ts'
import { HEAD_LINE, LINE } from './docx-styles.ts'

/** The space between the margins of an A4 page, in twentieths of a point. */
export const TEXT_WIDTH = 9412

const NONE = { style: 'none', size: 0, color: 'auto' } as const
const NO_BORDERS: ITableBordersOptions = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
}

export function docxTable(
  table: TableBlock,
  around: Surroundings,
  calls: NoteCalls,
): (Paragraph | Table)[] {
  const widths = columnWidths(table.columns)
  const cell = (
    text: NotedText,
    column: Column | undefined,
    borders: ITableCellBorders,
    keepNext = false,
  ) => new TableCell({ borders, children: [cellParagraph(text, column, around, calls, keepNext)] })
  const caption = docxRuns(table.caption, around, calls)
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map((column) =>
      cell(column.header, column, { bottom: HEAD_LINE }, true),
    ),
  })
  const rows = withGroupHeadings(table.rows).flatMap(({ cells, heading }) => [
    ...(heading ? [groupRow(heading, table.columns.length, around, calls)] : []),
    new TableRow({
      cantSplit: true,
      children: cells.map(({ text }, index) => cell(text, table.columns[index], { bottom: LINE })),
    }),
  ])
  return [
    ...(caption.length > 0
      ? [
          new Paragraph({
            style: 'Caption',
            keepNext: true,
            bidirectional: isRtl(around),
            children: caption,
          }),
        ]
      : []),
    new Table({
      rows: [header, ...rows],
      width: { size: TEXT_WIDTH, type: 'dxa' },
      columnWidths: widths,
      layout: 'fixed',
      borders: NO_BORDERS,
      margins: { marginUnitType: 'dxa', left: 70, right: 70 },
      visuallyRightToLeft: isRtl(around),
    }),
    // Word joins two tables that follow one another.
    new Paragraph({ children: [], spacing: { after: 60, line: 120, lineRule: 'auto' } }),
  ]
}

function cellParagraph(
  text: NotedText,
  column: Column | undefined,
  around: Surroundings,
  calls: NoteCalls,
  keepNext: boolean,
): Paragraph {
  return new Paragraph({
    style: 'TableText',
    keepNext,
    bidirectional: isRtl(around),
    alignment: column?.align === 'end' ? AlignmentType.END : AlignmentType.START,
    children: docxRuns(text, around, calls),
  })
}

function groupRow(
  heading: Text,
  columnSpan: number,
  around: Surroundings,
  calls: NoteCalls,
): TableRow {
  const paragraph = new Paragraph({
    style: 'TableText',
    bidirectional: isRtl(around),
    keepNext: true,
    spacing: { before: 80, after: 20 },
    children: docxRuns(heading.map(strongly), around, calls),
  })
  const children = [new TableCell({ columnSpan, borders: { bottom: LINE }, children: [paragraph] })]
  return new TableRow({ cantSplit: true, children })
}

/** Whole numbers that fill the text's width exactly; what rounding leaves goes to the last column. */
function columnWidths(columns: readonly Column[]): number[] {
  const total = columns.reduce((sum, { weight }) => sum + weight, 0)
  const widths = columns.map(({ weight }) => Math.floor((TEXT_WIDTH * weight) / total))
  const rest = TEXT_WIDTH - widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width, index) => (index === widths.length - 1 ? width + rest : width))
}

function isRtl(around: Surroundings): boolean {
  return around.direction === 'rtl'
}
