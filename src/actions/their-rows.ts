/**
 * Reads a list of the other side, or its answers, as rows: whom it names, what it says of them. It is
 * taken as people send it: lines of text, a table pasted from a spreadsheet, a file (rules R245).
 */
import { CsvError, parse } from 'csv-parse/sync'
import { ActionRefused } from './errors.ts'

export type TheirRow = {
  /** From 1, in what was given. */
  readonly row: number
  readonly cells: readonly string[]
  readonly name: string
  readonly birth: string
  readonly place: string
  /** What they answer: a code or words. */
  readonly answer: string
  readonly words: string
  /** Our own id of the case, where the row has it. */
  readonly case: string
}

type Field = 'name' | 'given' | 'birth' | 'place' | 'answer' | 'words' | 'case' | 'number'

const HEADINGS: readonly (readonly [Field, RegExp])[] = [
  ['case', /^(?:case|case id|our ref(?:erence)?|ref(?:erence)?|дело)$/iu],
  ['number', /^(?:no\.?|nr\.?|number|№|n°|#|row|номер|編號|编号|الرقم)$/iu],
  ['given', /^(?:given name|first name|forename|имя|prénom|vorname)$/iu],
  [
    'name',
    /^(?:name|names|full name|person|surname|last name|family name|фио|ф\.и\.о\.|фамилия|фамилия.*имя.*|nom|姓名|الاسم)$/iu,
  ],
  [
    'birth',
    /^(?:born|birth|date of birth|year of birth|dob|дата рождения|год рождения|д\.р\.|né.*|geboren|出生日期|تاريخ الميلاد)$/iu,
  ],
  [
    'place',
    /^(?:place|region|residence|address|city|республика|регион|место.*|адрес|lieu|ort|地区|المنطقة)$/iu,
  ],
  [
    'answer',
    /^(?:answer|response|reply|status|decision|code|result|outcome|ответ|решение|статус|результат|réponse|antwort|答复|الرد)$/iu,
  ],
  [
    'words',
    /^(?:words|remarks?|comments?|notes?|explanation|примечани.*|комментари.*|пояснени.*|remarques?|bemerkung(?:en)?|备注|ملاحظات)$/iu,
  ],
]

const MOST_ROWS = 20_000

/** Pasted text. Throws `ActionRefused` (invalid) for what is no table and no lines, and for too much. */
export function rowsOfText(text: string): readonly TheirRow[] {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const delimiter = delimiterOf(plain)
  return delimiter === null
    ? limited(plain.split('\n').map((line) => [line])).flatMap(rowOfLine)
    : rowsOfCells(parsed(plain, delimiter))
}

/** Cells of a table, with or without a row of headings. */
export function rowsOfCells(cells: readonly (readonly string[])[]): readonly TheirRow[] {
  const rows = limited(cells)
  const at = rows.findIndex((row) => row.some((cell) => cell.trim() !== ''))
  const header = at < 0 ? null : headerOf(rows[at] ?? [])
  const fields = header ?? guessed(rows)
  return rows.flatMap((row, index) => {
    if (header && index <= at) return []
    if (row.every((cell) => cell.trim() === '')) return []
    return [rowOf(index + 1, row, fields)]
  })
}

function limited<Row>(rows: readonly Row[]): readonly Row[] {
  if (rows.length <= MOST_ROWS) return rows
  throw new ActionRefused(
    'invalid',
    `These are ${rows.length.toLocaleString('en')} rows; at most ${MOST_ROWS.toLocaleString('en')} are taken at once.`,
  )
}

/** Null where each line stands for itself: a comma alone may stand between surname and name. */
function delimiterOf(text: string): string | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.some((line) => line.includes('\t'))) return '\t'
  const [first = ''] = lines
  for (const delimiter of [';', ',']) {
    const heads = headerOf(first.split(delimiter))
    if (heads && heads.length > 1) return delimiter
  }
  return lines.length > 0 && lines.every((line) => line.includes(';')) ? ';' : null
}

function parsed(text: string, delimiter: string): readonly string[][] {
  try {
    // The cast: without columns each record is its cells.
    return parse(text, { delimiter, relax_column_count: true, relax_quotes: true }) as string[][]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new ActionRefused(
      'invalid',
      `The table cannot be read at line ${String(error['lines'] ?? '?')}: a quotation mark is not closed.`,
    )
  }
}

function headerOf(cells: readonly string[]): readonly (Field | null)[] | null {
  const fields = cells.map((cell) => {
    const plain = cell.trim().replace(/[:：]$/, '')
    return HEADINGS.find(([, pattern]) => pattern.test(plain))?.[0] ?? null
  })
  if (!fields.includes('name') && !fields.includes('given') && !fields.includes('case')) return null
  // A row of headings has no cell that is a date or a sentence.
  return cells.some((cell) => /\d{4}/.test(cell)) ? null : fields
}

const NUMBER = /^\s*№?\s*\d{1,5}[.)]?\s*$/u
const DATE = /^\s*(?:\d{1,2}[./]\d{1,2}[./])?\d{2,4}(?:-\d{2}){0,2}\s*(?:г\.?|г\.\s*р\.)?\s*$/u

/** Without headings: numbers first, then the name, a date is the birth, the rest is the answer. */
function guessed(rows: readonly (readonly string[])[]): readonly (Field | null)[] {
  const width = Math.max(0, ...rows.map((row) => row.length))
  const fields: (Field | null)[] = []
  for (let column = 0; column < width; column += 1) {
    const cells = rows.map((row) => row[column] ?? '').filter((cell) => cell.trim() !== '')
    const all = (pattern: RegExp) => cells.length > 0 && cells.every((cell) => pattern.test(cell))
    const free = (field: Field) => !fields.includes(field)
    if (column === 0 && all(NUMBER)) fields.push('number')
    else if (free('name')) fields.push('name')
    else if (free('birth') && all(DATE)) fields.push('birth')
    else if (free('answer')) fields.push('answer')
    else if (free('words')) fields.push('words')
    else fields.push(null)
  }
  return fields
}

function rowOf(row: number, cells: readonly string[], fields: readonly (Field | null)[]): TheirRow {
  const said = (field: Field) =>
    fields
      .flatMap((each, at) => (each === field ? [(cells[at] ?? '').trim()] : []))
      .filter((cell) => cell !== '')
      .join(' ')
  return {
    row,
    cells,
    name: [said('name'), said('given')].filter((part) => part !== '').join(' '),
    birth: said('birth'),
    place: said('place'),
    answer: said('answer'),
    words: said('words'),
    case: said('case'),
  }
}

/** `12. Ivanov, Ivan, b. 1950 – already departed` */
function rowOfLine([line = '']: readonly string[], index: number): readonly TheirRow[] {
  if (line.trim() === '') return []
  const plain = line.trim().replace(/^(?:№\s*)?\d{1,5}[.)]?\s+/u, '')
  const [, left = plain, answer = ''] = /^(.*?)\s*(?:\s[–—-]\s|:\s)\s*(.*)$/su.exec(plain) ?? []
  const [, birth = ''] = /\b((?:\d{1,2}\.\d{1,2}\.)?(?:18|19|20)\d{2})\b/.exec(left) ?? []
  const name = left
    .replace(
      /[,(]?\s*(?:born|b\.|р\.|род\.|né[e]?|geb\.)?\s*(?:\d{1,2}\.\d{1,2}\.)?(?:18|19|20)\d{2}\s*(?:г\.?\s*р\.?)?\)?/iu,
      '',
    )
    .replace(/[,;\s]+$/u, '')
    .trim()
  return [{ row: index + 1, cells: [line], name, birth, place: '', answer, words: '', case: '' }]
}
