/**
 * A report as a Word document: real heading styles, footnotes, repeated header rows, right-to-left
 * paragraphs and runs, so that it can be worked on and not only read.
 *
 * A drawing goes in as SVG, which Word since 2016 and LibreOffice show; older readers
 * show a crossed frame in its place, and the words that describe it stand below it for everybody.
 */
import {
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  Tab,
  TextRun,
} from 'docx'
import type { Table } from 'docx'
import { numberNotes } from '../document.ts'
import type { Block, Direction, Figure, ReportDocument, Text } from '../document.ts'
import { settleDocx } from './docx-package.ts'
import { docxRuns, strongly } from './docx-runs.ts'
import type { NoteCalls, Surroundings } from './docx-runs.ts'
import { docxStyles, LINE } from './docx-styles.ts'
import { docxTable, TEXT_WIDTH } from './docx-table.ts'
import { legibleData } from './legible.ts'
import { placeholderPng } from './placeholder-png.ts'
import { svgSize } from './svg-size.ts'

const HEADINGS = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
} as const

/**
 * The report as the bytes of a .docx file; equal documents make equal bytes.
 * Throws a RangeError for a document that contradicts itself (see `numberNotes`).
 */
export async function renderDocx(given: ReportDocument): Promise<Uint8Array> {
  const document = legibleData(given)
  const around: Surroundings = document
  const calls: NoteCalls = { notes: numberNotes(document), called: new Set() }
  const file = new Document({
    title: document.title,
    subject: document.subtitle,
    creator: document.author,
    styles: docxStyles(document),
    footnotes: Object.fromEntries(
      [...calls.notes.values()].map(({ number, text }) => [
        String(number),
        { children: [paragraph(text, around, calls, 'FootnoteText')] },
      ]),
    ),
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1361, bottom: 1361, left: 1247, right: 1247 },
          },
        },
        footers: { default: new Footer({ children: [foot(document)] }) },
        children: [
          ...front(document, calls),
          ...document.body.flatMap((block, index) =>
            docxBlock(block, around, calls, isTitle(document.body[index - 1])),
          ),
        ],
      },
    ],
  })
  return settleDocx(await Packer.toBuffer(file), document)
}

function paragraph(text: Text, around: Surroundings, calls: NoteCalls, style?: string): Paragraph {
  return new Paragraph({
    ...(style && { style }),
    bidirectional: isRtl(around.direction),
    children: docxRuns(text, around, calls),
  })
}

function front(document: ReportDocument, calls: NoteCalls): Paragraph[] {
  const bidirectional = isRtl(document.direction)
  const last = document.metadata.length - 1
  return [
    new Paragraph({
      heading: HeadingLevel.TITLE,
      bidirectional,
      children: docxRuns([document.title], document, calls),
    }),
    ...(document.subtitle === ''
      ? []
      : [paragraph([document.subtitle], document, calls, 'Subtitle')]),
    ...document.metadata.map(
      ({ label, value }, index) =>
        new Paragraph({
          style: 'Particulars',
          bidirectional,
          tabStops: [{ type: 'left', position: 2200 }],
          indent: { start: 2200, hanging: 2200 },
          border: {
            ...(index === 0 && { top: LINE }),
            ...(index === last && { bottom: LINE }),
          },
          children: [
            ...docxRuns([label], document, calls),
            new TextRun({ children: [new Tab()] }),
            ...docxRuns(value, document, calls),
          ],
        }),
    ),
  ]
}

// The line under the heading of one thing belongs to it: both go to the next page together.
function isTitle(block: Block | undefined): boolean {
  return block?.kind === 'heading' && block.level === 3
}

function docxBlock(
  block: Block,
  around: Surroundings,
  calls: NoteCalls,
  keepNext: boolean,
): (Paragraph | Table)[] {
  const bidirectional = isRtl(around.direction)
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: HEADINGS[block.level],
          bidirectional,
          children: docxRuns(block.text, around, calls),
        }),
      ]
    case 'paragraph': {
      const { direction = around.direction, language = around.language } = block
      return [
        new Paragraph({
          keepNext,
          bidirectional: isRtl(direction),
          children: docxRuns(block.text, { direction, language }, calls),
        }),
      ]
    }
    case 'verbatim':
      return [
        new Paragraph({
          style: 'Verbatim',
          border: { left: { ...LINE, space: 8 } },
          children: docxRuns([block.text], { ...around, direction: 'ltr' }, calls),
        }),
      ]
    case 'table':
      return docxTable(block, around, calls)
    case 'definitions':
      return block.items.flatMap(({ term, description }) => [
        new Paragraph({
          style: 'Definition',
          bidirectional,
          children: [
            ...docxRuns(term.map(strongly), around, calls),
            new TextRun({ text: '\u2002' }),
            ...docxRuns(description, around, calls),
          ],
        }),
      ])
    case 'figure':
      return docxFigure(block, around, calls)
    case 'page-break':
      return [new Paragraph({ children: [new PageBreak()] })]
    case 'rule':
      return [new Paragraph({ border: { bottom: LINE }, children: [] })]
  }
}

function docxFigure(figure: Figure, around: Surroundings, calls: NoteCalls): Paragraph[] {
  const wanted = svgSize(figure.svg)
  const widest = TEXT_WIDTH / 15 // twentieths of a point in a pixel
  const scale = Math.min(1, widest / wanted.width)
  const size = {
    width: Math.max(1, Math.round(wanted.width * scale)),
    height: Math.max(1, Math.round(wanted.height * scale)),
  }
  const picture = new ImageRun({
    type: 'svg',
    data: Buffer.from(figure.svg, 'utf8'),
    transformation: size,
    fallback: { type: 'png', data: placeholderPng(size.width, size.height) },
    altText: { name: 'figure', title: figure.alt, description: figure.alt },
  })
  const bidirectional = isRtl(around.direction)
  const caption = docxRuns(figure.caption, around, calls)
  const described = docxRuns([figure.alt], around, calls)
  return [
    new Paragraph({ keepNext: true, bidirectional, children: [picture] }),
    new Paragraph({
      style: 'Caption',
      bidirectional,
      children:
        caption.length > 0 ? [...caption, new TextRun({ break: 1 }), ...described] : described,
    }),
  ]
}

// The title at one side, "page x of y" at the other.
function foot(document: ReportDocument): Paragraph {
  const rightToLeft = isRtl(document.direction)
  const numbered = document.words.page.split(/(\{pages?\})/).map((part) => {
    if (part === '{page}') return PageNumber.CURRENT
    return part === '{pages}' ? PageNumber.TOTAL_PAGES : part
  })
  return new Paragraph({
    style: 'Foot',
    bidirectional: rightToLeft,
    tabStops: [{ type: 'right', position: TEXT_WIDTH }],
    children: [new TextRun({ rightToLeft, children: [document.title, new Tab(), ...numbered] })],
  })
}

function isRtl(direction: Direction): boolean {
  return direction === 'rtl'
}
