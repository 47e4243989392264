/**
 * The Typst program that sets a report. It is the same for every report: the content comes as data
 * through `sys.inputs`, so that no text of a report is ever read as Typst. `pdf.ts` makes the data.
 *
 * Text is printed black; grey and rules carry the order, as on screen.
 */
import { FACES } from './fonts.ts'

const families = (face: keyof typeof FACES) =>
  `(${FACES[face].map((name) => JSON.stringify(name)).join(', ')},)`

export const PDF_PROGRAM = `
#let report = json(bytes(sys.inputs.report))
#let serif = ${families('serif')}
#let sans = ${families('sans')}
#let mono = ${families('mono')}
#let soft = luma(95)
#let line-colour = luma(205)

#let tongue(part) = {
  let given = (:)
  if "direction" in part { given.insert("dir", if part.direction == "rtl" { rtl } else { ltr }) }
  if "lang" in part { given.insert("lang", part.lang) }
  if "lang" in part { given.insert("region", part.at("region", default: none)) }
  if "script" in part { given.insert("script", part.script) }
  given
}

// A place to break after each letter. Only for scripts whose letters do not join.
#let breakable(it) = it.text.clusters().join(sym.zws)
#let long-word(length) = regex("[\\p{Latin}\\p{Cyrillic}\\p{Greek}\\p{N}_]{" + str(length) + ",}")

#let lines(words) = words.split("\\n").map(words => [#words]).join(linebreak())

#let run(part) = {
  if "first" in part {
    return [#footnote(part.text.map(run).join())#label(part.first)]
  }
  if "again" in part { return footnote(label(part.again)) }
  let body = lines(part.text)
  if part.at("mono", default: false) { body = text(font: mono, size: 0.92em, body) }
  if part.at("strike", default: false) { body = strike(body) }
  if part.at("emphasis", default: false) { body = emph(body) }
  if part.at("strong", default: false) { body = strong(body) }
  if "link" in part { body = link(part.link, body) }
  text(..tongue(part), body)
}

#let runs(parts) = parts.map(run).join()

#let table-block(part) = {
  let count = part.columns.len()
  if part.caption.len() > 0 {
    block(sticky: true, above: 1.4em, below: 0.7em, text(size: 0.9em, fill: soft, runs(part.caption)))
  }
  show table.cell: set text(size: 0.88em)
  show table.cell: set par(justify: false, leading: 0.5em)
  show long-word(20): breakable
  set text(number-width: "tabular")
  let header = part.columns.map(column => table.cell(text(fill: soft, runs(column.header))))
  let cells = ()
  for row in part.rows {
    if "group" in row {
      // A header of its own, so that it does not stand alone at the foot of a page.
      cells.push(table.header(
        level: 2,
        repeat: false,
        table.cell(colspan: count, inset: (top: 0.9em), align: start, strong(runs(row.group))),
        table.hline(stroke: 0.5pt + line-colour),
      ))
    }
    for cell in row.cells { cells.push(table.cell(breakable: row.breakable, runs(cell))) }
    cells.push(table.hline(stroke: 0.5pt + line-colour))
  }
  table(
    columns: part.columns.map(column => column.weight * 1fr),
    align: part.columns.map(column => if column.align == "end" { end } else { start }),
    stroke: none,
    inset: (x: 0.5em, y: 0.45em),
    table.header(..header, table.hline(stroke: 0.8pt)),
    ..cells,
  )
}

#let picture(part) = layout(room => {
  let natural = image(bytes(part.svg), format: "svg", alt: part.alt)
  if measure(natural).width <= room.width { natural }
  else { image(bytes(part.svg), format: "svg", width: 100%, alt: part.alt) }
})

#let figure-block(part) = figure(
  picture(part),
  caption: if part.caption.len() > 0 { runs(part.caption) },
  numbering: none,
  supplement: none,
)

#let block-of(part) = {
  if part.kind == "heading" { heading(level: part.level, runs(part.text)) }
  else if part.kind == "paragraph" {
    set text(..tongue(part))
    par(runs(part.text))
  }
  else if part.kind == "verbatim" { raw(part.text, block: true) }
  else if part.kind == "table" { table-block(part) }
  else if part.kind == "definitions" {
    terms(..part.items.map(item => terms.item(runs(item.term), runs(item.description))))
  }
  else if part.kind == "figure" { figure-block(part) }
  else if part.kind == "page-break" { pagebreak(weak: true) }
  else if part.kind == "rule" { line(length: 100%, stroke: 0.5pt + line-colour) }
  else { panic("a block that the program does not know") }
}

#set document(title: report.title, author: report.author, date: none)
#set text(font: sans, size: 10pt, fallback: true, hyphenate: false, ..tongue(report))
#set par(justify: false, leading: 0.62em, spacing: 1em)
#set page(
  paper: "a4",
  margin: (x: 22mm, top: 24mm, bottom: 24mm),
  header: context if counter(page).get().first() > 1 {
    set text(size: 8pt, fill: soft)
    report.title
    v(-0.6em)
    line(length: 100%, stroke: 0.5pt + line-colour)
  },
  footer: context {
    set text(size: 8pt, fill: soft)
    let number = str(counter(page).get().first())
    let last = str(counter(page).final().first())
    report.page.replace("{pages}", last).replace("{page}", number)
  },
)
#show title: set text(font: serif, size: 22pt, weight: 600)
#show heading: set text(font: serif, weight: 600)
#show heading: set block(above: 1.6em, below: 0.8em, sticky: true)
#show heading.where(level: 1): set text(size: 15pt)
#show heading.where(level: 2): set text(size: 12pt)
#show heading.where(level: 3): set text(size: 10.5pt)
#show strong: set text(weight: 600)
#show raw: set text(font: mono, size: 9pt, dir: ltr)
#show raw.where(block: true): it => block(inset: (left: 0.8em), stroke: (left: 1pt + line-colour), it)
#show long-word(70): breakable
#show link: set text(fill: rgb("#7a1f2b"))
#show figure.caption: set text(size: 0.9em, fill: soft)
#show footnote.entry: set text(size: 8pt)
#set footnote.entry(gap: 0.35em)

#title(report.title)
#if report.subtitle != "" {
  text(font: serif, size: 12pt, style: "italic", fill: soft, report.subtitle)
}
#if report.metadata.len() > 0 {
  line(length: 100%, stroke: 0.5pt + line-colour)
  grid(
    columns: (auto, 1fr),
    column-gutter: 1.2em,
    row-gutter: 0.55em,
    ..report.metadata.map(entry => (text(fill: soft, entry.label), runs(entry.value))).flatten(),
  )
  line(length: 100%, stroke: 0.5pt + line-colour)
}
// The line under the heading of one thing belongs to it: both go to the next page together.
#for (index, part) in report.body.enumerate() {
  let before = if index > 0 { report.body.at(index - 1) } else { (kind: none) }
  if part.kind == "paragraph" and before.kind == "heading" and before.level == 3 {
    block(sticky: true, block-of(part))
  } else { block-of(part) }
}
`
