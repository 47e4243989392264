/**
 * A report as an Excel workbook: a first sheet that says what it is, then a sheet for each table,
 * those of one name on one.
 *
 * Only a cell that the report gives as a number is a number. All else is text, so that Excel takes
 * neither `1987-04` for a day nor `=1+1` for a formula.
 */
import writeExcelFile from 'write-excel-file/node'
import type { CellObject, Sheet, SheetData } from 'write-excel-file/node'
import { joinedTables, numberNotes, plainText } from '../document.ts'
import type { Column, NotedText, NumberedNote, ReportDocument, Table } from '../document.ts'
import { legibleData } from './legible.ts'
import { nameSheets } from './sheet-names.ts'
import { settlePrinting } from './xlsx-print.ts'
import { withHeights } from './xlsx-rows.ts'
import { readZip, writeZip } from './zip.ts'

/** What Excel takes in one cell and on one sheet. */
const LONGEST_CELL = 32_767
const MOST_ROWS = 1_048_576

/** Of the first sheet’s columns, in digits. */
const ABOUT_WIDTHS = [28, 90] as const

type Notes = ReadonlyMap<string, NumberedNote>

/**
 * The workbook as the bytes of an .xlsx file; equal documents make equal bytes.
 * Throws a RangeError for a document that contradicts itself (see `numberNotes`), and for a text or
 * a table that is longer than Excel can hold.
 */
export async function renderXlsx(given: ReportDocument): Promise<Uint8Array> {
  const document = legibleData(given)
  const notes = numberNotes(document)
  const tables = joinedTables(document)
  const [about = '', ...names] = nameSheets([
    document.words.about,
    ...tables.map((table) => table.name),
  ])
  const rightToLeft = document.direction === 'rtl'
  const sheets: Sheet<Buffer>[] = [
    {
      sheet: about,
      data: withHeights(aboutRows(document, notes, names), ABOUT_WIDTHS),
      rightToLeft,
      orientation: 'landscape',
      columns: ABOUT_WIDTHS.map((width) => ({ width })),
    },
    ...tables.map((table, index) => ({
      ...tableSheet(table, notes, rightToLeft),
      sheet: names[index] ?? '',
      rightToLeft,
      orientation: 'landscape' as const,
    })),
  ]
  const bytes = await writeExcelFile(sheets, {
    fontFamily: 'IBM Plex Sans',
    fontSize: 10,
  }).toBuffer()
  return writeZip(settlePrinting(readZip(bytes), [null, ...names]))
}

function aboutRows(document: ReportDocument, notes: Notes, names: readonly string[]): SheetData {
  const tables = joinedTables(document)
  return [
    [textCell(document.title, { fontWeight: 'bold', fontSize: 16, height: 24, wrap: false })],
    ...(document.subtitle === ''
      ? []
      : [[textCell(document.subtitle, { fontStyle: 'italic', wrap: false })]]),
    [],
    ...document.metadata.map(({ label, value }) => [textCell(label), textCell(plainText(value))]),
    [],
    ...tables.map((table, index) => [
      textCell(names[index] ?? ''),
      textCell(withNoteNumbers(table.caption, notes)),
    ]),
    ...(notes.size === 0 ? [] : [[], [textCell(document.words.notes, { fontWeight: 'bold' })]]),
    ...[...notes.values()].map(({ number, text }) => [
      textCell(`[${number}]`),
      textCell(plainText(text)),
    ]),
  ]
}

function tableSheet(
  table: Table,
  notes: Notes,
  rightToLeft: boolean,
): Pick<Sheet<Buffer>, 'data' | 'columns' | 'stickyRowsCount'> {
  if (table.rows.length >= MOST_ROWS)
    throw new RangeError(`"${table.name}" has more rows than an Excel sheet can hold.`)
  const grouped = table.rows.some((row) => row.group)
  const total = table.columns.reduce((sum, { weight }) => sum + weight, 0)
  const widths = [
    ...(grouped ? [24] : []),
    ...table.columns.map(({ weight }) => Math.max(12, Math.round((130 * weight) / total))),
  ]
  const rows: SheetData = [
    [
      ...(grouped ? [textCell(table.groupedBy ?? '', { fontWeight: 'bold' })] : []),
      ...table.columns.map((column) =>
        textCell(plainText(column.header), {
          fontWeight: 'bold',
          align: side(column.align, rightToLeft),
        }),
      ),
    ],
    ...table.rows.map(({ cells, group }) => [
      ...(grouped ? [textCell(plainText(group ?? []))] : []),
      ...cells.map(({ text, number }, index) =>
        number === undefined
          ? textCell(withNoteNumbers(text, notes), {
              align: side(table.columns[index]?.align, rightToLeft),
            })
          : { value: number, type: Number, alignVertical: 'top' as const },
      ),
    ]),
  ]
  return {
    stickyRowsCount: 1,
    columns: widths.map((width) => ({ width })),
    data: withHeights(rows, widths),
  }
}

// Numbers in brackets: a cell has no raised signs, and "18" with a raised 3 must not become 183.
function withNoteNumbers(text: NotedText, notes: Notes): string {
  return text
    .map((run) => {
      if (typeof run === 'string') return run
      return 'text' in run ? run.text : ` [${notes.get(run.note)?.number}]`
    })
    .join('')
}

function textCell(text: string, style: Omit<CellObject, 'value' | 'type'> = {}): CellObject | null {
  if (text === '') return null
  if (text.length > LONGEST_CELL)
    throw new RangeError(`An Excel cell holds ${LONGEST_CELL} characters; one has ${text.length}.`)
  return {
    value: escapeForCell(text),
    type: String,
    alignVertical: 'top',
    wrap: true,
    ...style,
  }
}

// ISO/IEC 29500, ST_Xstring: `_x0041_` is read as the character of that number. The library drops
// U+FFFD without a word; a white square shows as well that something stood there.
function escapeForCell(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replaceAll('\ufffd', '\u25a1')
}

// Excel knows left and right, and not start and end.
function side(align: Column['align'] | undefined, rightToLeft: boolean): 'left' | 'right' {
  return (align === 'end') === rightToLeft ? 'left' : 'right'
}
