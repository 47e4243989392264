/**
 * A report as one HTML page that stands alone, for the screen's print preview and for keeping.
 *
 * Nothing in it runs and nothing is loaded: its own policy forbids both. Notes stand at the end, with
 * the way back. A drawing is an image, so that no script in it could run.
 */
import { numberNotes, runDirection, withGroupHeadings } from '../document.ts'
import type {
  Block,
  Direction,
  NotedText,
  NumberedNote,
  ReportDocument,
  Table,
} from '../document.ts'
import { escapeMarkup } from './escape-markup.ts'
import { HTML_STYLE } from './html-style.ts'
import { legibleData } from './legible.ts'
import { linkTarget } from './link-target.ts'

type Writer = (text: NotedText) => string

/**
 * The page as UTF-8. Throws a RangeError for a document that contradicts itself (see `numberNotes`).
 */
export async function renderHtml(given: ReportDocument): Promise<Uint8Array> {
  const document = legibleData(given)
  const notes = numberNotes(document)
  const runs = runWriter(notes)
  const page = [
    '<!doctype html>',
    `<html${attributes(document.language, document.direction)}>`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta http-equiv="Content-Security-Policy" ' +
      `content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta name="author" content="${escapeMarkup(document.author)}">`,
    `<title>${escapeMarkup(document.title)}</title>`,
    `<style>${HTML_STYLE}</style>`,
    '</head>',
    '<body>',
    '<header>',
    `<h1>${lines(document.title)}</h1>`,
    document.subtitle === '' ? '' : `<p class="subtitle">${lines(document.subtitle)}</p>`,
    metadataList(document, runs),
    '</header>',
    '<main>',
    ...document.body.map((block) => htmlBlock(block, runs)),
    '</main>',
    noteList(document, notes, runs),
    '</body>',
    '</html>',
  ]
  return new TextEncoder().encode(page.filter((line) => line !== '').join('\n') + '\n')
}

function metadataList({ metadata }: ReportDocument, runs: Writer): string {
  if (metadata.length === 0) return ''
  const entries = metadata.map(
    ({ label, value }) => `<div><dt>${lines(label)}</dt><dd>${runs(value)}</dd></div>`,
  )
  return `<dl class="particulars">${entries.join('')}</dl>`
}

function noteList(
  { words }: ReportDocument,
  notes: ReadonlyMap<string, NumberedNote>,
  runs: Writer,
): string {
  if (notes.size === 0) return ''
  const items = [...notes.values()].map(
    ({ number, text }) =>
      `<li id="note-${number}">${runs(text)} <a class="back" href="#call-${number}">↩</a></li>`,
  )
  return (
    `<section class="notes"><h2>${escapeMarkup(words.notes)}</h2>` +
    `<ol>\n${items.join('\n')}\n</ol></section>`
  )
}

function htmlBlock(block: Block, runs: Writer): string {
  switch (block.kind) {
    case 'heading': {
      const tag = `h${block.level + 1}`
      return `<${tag}>${runs(block.text)}</${tag}>`
    }
    case 'paragraph':
      return `<p${attributes(block.language, block.direction)}>${runs(block.text)}</p>`
    case 'verbatim':
      // A parser drops a newline that follows the tag at once.
      return `<pre dir="ltr">\n${escapeMarkup(block.text)}</pre>`
    case 'table':
      return htmlTable(block, runs)
    case 'definitions': {
      const items = block.items.map(
        ({ term, description }) => `<dt>${runs(term)}</dt><dd>${runs(description)}</dd>`,
      )
      return `<dl>${items.join('')}</dl>`
    }
    case 'figure': {
      const source = `data:image/svg+xml;base64,${Buffer.from(block.svg, 'utf8').toString('base64')}`
      const caption =
        block.caption.length > 0 ? `<figcaption>${runs(block.caption)}</figcaption>` : ''
      return `<figure><img src="${source}" alt="${escapeMarkup(block.alt)}">${caption}</figure>`
    }
    case 'page-break':
      return '<div class="page-break"></div>'
    case 'rule':
      return '<hr>'
  }
}

function htmlTable(table: Table, runs: Writer): string {
  const side = (index: number) => (table.columns[index]?.align === 'end' ? ' class="end"' : '')
  const total = table.columns.reduce((sum, { weight }) => sum + weight, 0)
  const widths = table.columns.map(
    ({ weight }) => `<col style="width:${((100 * weight) / total).toFixed(2)}%">`,
  )
  const header = table.columns.map(
    (column, index) => `<th scope="col"${side(index)}>${runs(column.header)}</th>`,
  )
  const rows = withGroupHeadings(table.rows).flatMap(({ cells, heading }) => [
    ...(heading
      ? [
          `<tr class="group"><th scope="rowgroup" colspan="${table.columns.length}">${runs(heading)}</th></tr>`,
        ]
      : []),
    `<tr>${cells.map(({ text }, index) => `<td${side(index)}>${runs(text)}</td>`).join('')}</tr>`,
  ])
  return [
    '<table>',
    table.caption.length > 0 ? `<caption>${runs(table.caption)}</caption>` : '',
    `<colgroup>${widths.join('')}</colgroup>`,
    `<thead><tr>${header.join('')}</tr></thead>`,
    `<tbody>\n${rows.join('\n')}\n</tbody>`,
    '</table>',
  ].join('')
}

function runWriter(notes: ReadonlyMap<string, NumberedNote>): Writer {
  const called = new Set<number>()
  return (text) =>
    text
      .map((run) => {
        if (typeof run === 'string') return lines(run)
        if ('text' in run) return htmlRun(run)
        const number = notes.get(run.note)?.number
        if (number === undefined) throw new RangeError(`There is no note "${run.note}".`)
        // The way back from a note leads to where it is called first.
        const id = called.has(number) ? '' : ` id="call-${number}"`
        called.add(number)
        return `<sup${id}><a href="#note-${number}">${number}</a></sup>`
      })
      .join('')
}

function htmlRun(run: Exclude<NotedText[number], string | { readonly note: string }>): string {
  const target = linkTarget(run.link)
  const tags = [run.strong && 'strong', run.emphasis && 'em', run.strike && 's', run.mono && 'code']
  const inner = tags.reduce<string>(
    (body, tag) => (tag ? `<${tag}>${body}</${tag}>` : body),
    lines(run.text),
  )
  const linked =
    target === undefined ? inner : `<a href="${escapeMarkup(target)}" rel="noreferrer">${inner}</a>`
  const given = attributes(run.language, runDirection(run))
  return given === '' ? linked : `<span${given}>${linked}</span>`
}

function lines(text: string): string {
  return escapeMarkup(text).replaceAll('\n', '<br>')
}

function attributes(language: string | undefined, direction: Direction | undefined): string {
  return (
    (language ? ` lang="${escapeMarkup(language)}"` : '') + (direction ? ` dir="${direction}"` : '')
  )
}
