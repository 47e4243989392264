/**
 * A report as PDF, set by Typst: tagged, with title and language, footnotes at the foot of their
 * page, right-to-left text. No text of the report is read as Typst; see `pdf-program.ts`.
 */
import { numberNotes, plainText, runDirection, withGroupHeadings } from '../document.ts'
import type {
  Block,
  Cell,
  Column,
  Direction,
  NotedText,
  NumberedNote,
  ReportDocument,
  TextRun,
} from '../document.ts'
import { languageParts } from './language-tag.ts'
import { legibleData } from './legible.ts'
import { linkTarget } from './link-target.ts'
import { showTitle } from './pdf-title.ts'
import { PDF_PROGRAM } from './pdf-program.ts'
import { openTypst } from './typst.ts'

/**
 * The pages of the report. Equal documents make equal bytes on one machine.
 *
 * A character that none of the program's fonts holds is looked for among the machine's.
 * Throws a RangeError for a document that contradicts itself (see `numberNotes`), and an Error with
 * Typst's own words when Typst refuses it.
 */
export async function renderPdf(document: ReportDocument): Promise<Uint8Array> {
  const typst = openTypst()
  const inputs = { report: JSON.stringify(pdfData(legibleData(document))) }
  const compiled = typst.compile({ mainFileContent: PDF_PROGRAM, inputs })
  const pages = compiled.result
  if (!pages) {
    const problem = compiled.takeDiagnostics()
    const words = problem?.shortDiagnostics.map(({ message }) => message as unknown) ?? []
    throw new Error(`Typst refused the report: ${words.join('; ')}`)
  }
  const pdf = typst.pdf(pages)
  typst.evictCache(5)
  return showTitle(new Uint8Array(pdf))
}

type PdfRun =
  | (Omit<TextRun, 'language'> & PdfLanguage)
  | { readonly first: string; readonly text: readonly PdfRun[] }
  | { readonly again: string }

type PdfLanguage = {
  readonly lang?: string
  readonly region?: string
  readonly script?: string
  readonly direction?: Direction
}

/** The report as the Typst program reads it: languages taken apart, notes where they are called. */
export function pdfData(document: ReportDocument) {
  const notes = numberNotes(document)
  const called = new Set<string>()
  const runs = (text: NotedText) => text.map((run) => pdfRun(run, notes, called))
  return {
    title: document.title,
    subtitle: document.subtitle,
    author: document.author,
    page: document.words.page,
    ...pdfLanguage(document.language, document.direction),
    metadata: document.metadata.map(({ label, value }) => ({ label, value: runs(value) })),
    body: document.body.map((block) => pdfBlock(block, runs)),
  }
}

function pdfBlock(block: Block, runs: (text: NotedText) => readonly PdfRun[]) {
  switch (block.kind) {
    case 'heading':
      return { ...block, text: runs(block.text) }
    case 'paragraph':
      return {
        kind: block.kind,
        text: runs(block.text),
        ...pdfLanguage(block.language, block.direction),
      }
    case 'table':
      return {
        kind: block.kind,
        caption: runs(block.caption),
        columns: block.columns.map((column) => ({ ...column, header: runs(column.header) })),
        rows: withGroupHeadings(block.rows).map(({ cells, heading }) => ({
          cells: cells.map((cell) => runs(cell.text)),
          breakable: isTall(cells, block.columns),
          ...(heading && { group: runs(heading) }),
        })),
      }
    case 'definitions':
      return {
        kind: block.kind,
        items: block.items.map(({ term, description }) => ({
          term: runs(term),
          description: runs(description),
        })),
      }
    case 'figure':
      return { ...block, caption: runs(block.caption) }
    case 'verbatim':
    case 'page-break':
    case 'rule':
      return block
  }
}

/** Letters of a table’s text that stand side by side between the margins, and lines that surely fit on a page. */
const LETTERS_ACROSS = 90
const LINES_ON_A_PAGE = 30

// A row stays on one page, unless it might not fit on any: Typst would let it run off the paper.
function isTall(cells: readonly Cell[], columns: readonly Column[]): boolean {
  const total = columns.reduce((sum, { weight }) => sum + weight, 0)
  return cells.some(({ text }, index) => {
    const across = (LETTERS_ACROSS * (columns[index]?.weight ?? 0)) / total
    const lines = plainText(text)
      .split('\n')
      .map((line) => 1 + line.length / across)
    return lines.reduce((sum, count) => sum + count, 0) > LINES_ON_A_PAGE
  })
}

function pdfRun(
  run: NotedText[number],
  notes: ReadonlyMap<string, NumberedNote>,
  called: Set<string>,
): PdfRun {
  if (typeof run === 'string') return { text: run }
  if (!('note' in run)) return pdfTextRun(run)
  const note = notes.get(run.note)
  if (!note) throw new RangeError(`There is no note "${run.note}".`)
  const label = `note-${note.number}`
  if (called.has(label)) return { again: label }
  called.add(label)
  return { first: label, text: note.text.map((part) => pdfRun(part, notes, called)) }
}

function pdfTextRun({ language, link, ...run }: TextRun): PdfRun {
  const target = linkTarget(link)
  return { ...run, ...(target && { link: target }), ...pdfLanguage(language, runDirection(run)) }
}

function pdfLanguage(tag: string | undefined, direction: Direction | undefined): PdfLanguage {
  if (tag === undefined) return { ...(direction && { direction }) }
  const { language, region, script } = languageParts(tag)
  return {
    lang: language,
    ...(region && { region }),
    ...(script && { script: script.toLowerCase() }),
    ...(direction && { direction }),
  }
}
