/**
 * How high the rows of a sheet are. A row without a height is as high as its text in Excel, and one
 * line high in LibreOffice, which then cuts off the rest; so each row says its own.
 */
import type { CellObject, SheetData } from 'write-excel-file/node'

/** Points: a line of 10-point text, what stands around it, and the most that Excel takes. */
const LINE = 13.5
const PADDING = 2
const HIGHEST = 409
/** Letters to a digit’s width, and how many of them a line loses to a word that goes to the next. */
const LETTERS_TO_A_DIGIT = 1.15
const LOST_AT_THE_END = 3

/** The rows with their heights, for columns of these widths; a height that is given stays. */
export function withHeights(rows: SheetData, widths: readonly number[]): SheetData {
  return rows.map((row) => {
    const lines = row.map((cell, index) => linesOf(cell, widths[index] ?? 1))
    const height = Math.min(HIGHEST, LINE * Math.max(1, ...lines) + PADDING)
    return row.map((cell) => (isCell(cell) ? { height, ...cell } : cell))
  })
}

function linesOf(cell: SheetData[number][number], width: number): number {
  if (!isCell(cell) || !cell.wrap || typeof cell.value !== 'string') return 1
  const across = Math.max(1, width * LETTERS_TO_A_DIGIT - LOST_AT_THE_END)
  const lines = cell.value.split('\n').map((line) => Math.ceil(widthOf(line) / across))
  return lines.reduce((sum, count) => sum + Math.max(1, count), 0)
}

// The signs of East Asian scripts are as wide as two digits.
function widthOf(text: string): number {
  return text.length + (text.match(/[\u2e80-\uffdc]/g)?.length ?? 0)
}

function isCell(cell: SheetData[number][number]): cell is CellObject {
  return typeof cell === 'object' && cell !== null && 'value' in cell
}
