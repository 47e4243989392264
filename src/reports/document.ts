/**
 * A report as plain data: what is said and in which order, and nothing of how it looks on paper.
 *
 * Renderers turn it into files. They take the words as they stand here: whatever is printed beside
 * the content (the page number's words, the heading of the notes) comes with the document, in its
 * language. A newline in a text is a line break.
 */
export type Direction = 'ltr' | 'rtl'

export type TextRun = {
  readonly text: string
  readonly strong?: boolean
  readonly emphasis?: boolean
  /** Codes and days: left to right unless the run says otherwise, or a day would be turned round. */
  readonly mono?: boolean
  readonly strike?: boolean
  /** An absolute address. Only http, https and mailto become links; of others the text is printed. */
  readonly link?: string
  /** Where the run is in another language or script than what surrounds it: BCP 47. */
  readonly language?: string
  readonly direction?: Direction
}

/** Refers to a note of the document by its id. Several references to one note share its number. */
export type NoteReference = { readonly note: string }

export type Text = readonly (string | TextRun)[]
export type NotedText = readonly (string | TextRun | NoteReference)[]

export type Heading = {
  readonly kind: 'heading'
  readonly level: 1 | 2 | 3
  readonly text: Text
}

export type Paragraph = {
  readonly kind: 'paragraph'
  readonly text: NotedText
  readonly language?: string
  readonly direction?: Direction
}

/** Printed as it was written: line breaks and spaces kept, in the fixed-width face, left to right. */
export type Verbatim = { readonly kind: 'verbatim'; readonly text: string }

export type Column = {
  readonly header: Text
  readonly align: 'start' | 'end'
  /** Its share of the width, beside those of the other columns; above 0. */
  readonly weight: number
}

export type Cell = {
  readonly text: NotedText
  /** The number that the cell shows, where it shows one: a spreadsheet can then reckon with it. */
  readonly number?: number
}

export type Row = {
  /** As many as there are columns. */
  readonly cells: readonly Cell[]
  /** Rows in sequence with the same group stand under one heading. */
  readonly group?: Text
}

export type Table = {
  readonly kind: 'table'
  /** A few plain words: names the sheet of a workbook. */
  readonly name: string
  readonly caption: NotedText
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  /** The table as data, where a program needs other columns than a reader does. */
  readonly asData?: { readonly columns: readonly Column[]; readonly rows: readonly Row[] }
  /** Where it is one of several tables of one name and equal columns: whose part it is. */
  readonly part?: { readonly header: string; readonly text: string }
  /** What the groups are; heads their column where a table is data and has no headings between rows. */
  readonly groupedBy?: string
}

export type Definitions = {
  readonly kind: 'definitions'
  readonly items: readonly { readonly term: Text; readonly description: NotedText }[]
}

export type Figure = {
  readonly kind: 'figure'
  /** One `<svg>` that stands alone and is made by the program; it is embedded, not checked. */
  readonly svg: string
  /** What a reader who does not see the picture has to know. */
  readonly alt: string
  readonly caption: NotedText
}

export type Block =
  | Heading
  | Paragraph
  | Verbatim
  | Table
  | Definitions
  | Figure
  | { readonly kind: 'page-break' }
  | { readonly kind: 'rule' }

export type Note = { readonly id: string; readonly text: Text }

export type ReportDocument = {
  readonly title: string
  readonly subtitle: string
  /** BCP 47 */
  readonly language: string
  readonly direction: Direction
  readonly author: string
  /** The day it was made, `YYYY-MM-DD`: goes into the file's properties in place of the clock. */
  readonly madeOn: string
  readonly metadata: readonly { readonly label: string; readonly value: Text }[]
  readonly body: readonly Block[]
  /** Each is referred to at least once. Numbered in the order of the first references. */
  readonly notes: readonly Note[]
  readonly words: {
    /** The foot of a page; `{page}` and `{pages}` stand for the numbers: `Page {page} of {pages}`. */
    readonly page: string
    /** The heading of the notes, where they do not stand at the foot of the page. */
    readonly notes: string
    /** The first sheet of a workbook, which says what the others are. */
    readonly about: string
  }
}

export type NumberedNote = Note & { readonly number: number }

/**
 * The notes in the order of their first references, numbered from 1.
 *
 * Throws a RangeError when a reference has no note, two notes share an id, or nothing refers to a
 * note: a citation must not get lost on its way to paper.
 */
export function numberNotes(document: ReportDocument): ReadonlyMap<string, NumberedNote> {
  const byId = new Map(document.notes.map((note) => [note.id, note]))
  if (byId.size < document.notes.length) throw new RangeError('Two notes have the same id.')
  const numbered = new Map<string, NumberedNote>()
  for (const text of document.body.flatMap(notedTexts)) {
    for (const run of text) {
      if (typeof run === 'string' || !('note' in run) || numbered.has(run.note)) continue
      const note = byId.get(run.note)
      if (!note) throw new RangeError(`There is no note "${run.note}".`)
      numbered.set(note.id, { ...note, number: numbered.size + 1 })
    }
  }
  const unused = document.notes.find(({ id }) => !numbered.has(id))
  if (unused) throw new RangeError(`Nothing refers to the note "${unused.id}".`)
  return numbered
}

/** The tables of the document in their order. */
export function tablesOf(document: ReportDocument): readonly Table[] {
  return document.body.filter((block) => block.kind === 'table')
}

/**
 * The tables as data: those of one name joined, with a first column that says whose part a row is.
 * Where a table says how it stands as data (`asData`), those are its columns and rows.
 */
export function joinedTables(document: ReportDocument): readonly Table[] {
  const byName = new Map<string, readonly Table[]>()
  for (const { asData, ...given } of tablesOf(document)) {
    const table: Table = { ...given, ...asData }
    byName.set(table.name, [...(byName.get(table.name) ?? []), table])
  }
  return [...byName.values()].flatMap((tables) => {
    const [first] = tables
    if (!first?.part) return tables
    const whose: Column = { header: [first.part.header], align: 'start', weight: 2 }
    const columns = [whose, ...first.columns]
    const rows = tables.flatMap(({ rows: own, part }) =>
      own.map((row) => ({ ...row, cells: [{ text: [part?.text ?? ''] }, ...row.cells] })),
    )
    return [{ ...first, columns, rows }]
  })
}

/** The words alone, without references to notes. */
export function plainText(text: NotedText): string {
  return text.map((run) => (typeof run === 'string' ? run : 'text' in run ? run.text : '')).join('')
}

/** The direction of the run itself; `undefined` where it takes that of what surrounds it. */
export function runDirection(run: TextRun): Direction | undefined {
  return run.direction ?? (run.mono ? 'ltr' : undefined)
}

/** The rows, each that begins a new group with the group's heading. */
export function withGroupHeadings(
  rows: readonly Row[],
): readonly { readonly cells: readonly Cell[]; readonly heading: Text | undefined }[] {
  return rows.map(({ cells, group }, index) => {
    const before = rows[index - 1]?.group
    const begins = group && (!before || plainText(before) !== plainText(group))
    return { cells, heading: begins ? group : undefined }
  })
}

// In the order in which a reader comes upon them. A caption stands above its table and below its figure.
function notedTexts(block: Block): readonly NotedText[] {
  switch (block.kind) {
    case 'paragraph':
      return [block.text]
    case 'table':
      return [block.caption, ...block.rows.flatMap((row) => row.cells.map((cell) => cell.text))]
    case 'definitions':
      return block.items.map((item) => item.description)
    case 'figure':
      return [block.caption]
    case 'heading':
    case 'verbatim':
    case 'page-break':
    case 'rule':
      return []
  }
}
