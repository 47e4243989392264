/** Finds the row of a table that names its columns: lists come with titles and notes above it. */
import { fieldOfHeader } from './header-words.ts'

type Row = { readonly number: number; readonly cells: readonly string[] }

const ROWS_LOOKED_AT = 25
const LONGEST_NAME = 60

/** The number of the row; null where none names columns. */
export function findHeader(rows: readonly Row[]): number | null {
  let best: { readonly number: number; readonly score: number } | undefined
  for (const { number, cells } of rows.slice(0, ROWS_LOOKED_AT)) {
    const score = scoreOf(cells)
    if (score > (best?.score ?? 0)) best = { number, score }
  }
  return best?.number ?? unknownHeader(rows)
}

/** In a language that is not known here: a first full row without figures above rows that have some. */
function unknownHeader(rows: readonly Row[]): number | null {
  const looked = rows.slice(0, ROWS_LOOKED_AT)
  const width = Math.max(...looked.map(({ cells }) => cells.length))
  const first = looked.find(({ cells }) => filledOf(cells).length > width / 2)
  const below = looked.filter(({ number }) => first !== undefined && number > first.number)
  if (!first || below.length === 0) return null
  const names = filledOf(first.cells)
  const isHeader = names.every((cell) => !isData(cell)) && new Set(names).size === names.length
  return isHeader && below.every(({ cells }) => cells.some(isData)) ? first.number : null
}

function filledOf(cells: readonly string[]): readonly string[] {
  return cells.filter((cell) => cell !== '')
}

function isData(cell: string): boolean {
  return /\d{2}/.test(cell) || cell.length > LONGEST_NAME
}

/** Known names count for much, cells that are data against it. */
function scoreOf(cells: readonly string[]): number {
  const filled = filledOf(cells)
  const known = filled.filter((cell) => fieldOfHeader(cell) !== undefined).length
  const data = filled.filter(isData).length
  const repeated = filled.length - new Set(filled).size
  if (known === 0) return 0
  return known * 3 + (filled.length - known) * 0.5 - data * 3 - repeated
}
