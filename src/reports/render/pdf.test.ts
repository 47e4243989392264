import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReportDocument, Table } from '../document.ts'
import { pdfCharacters, pdfFonts, pdfText } from '../pdf-parts.ts'
import { FULL_DOCUMENT, someDocument } from '../some-document.ts'
import { legible } from './legible.ts'
import { pdfData, renderPdf } from './pdf.ts'
import { PDF_PROGRAM } from './pdf-program.ts'
import { openTypst } from './typst.ts'

/** What Typst itself says that the headings of the report are. */
function headingsOf(document: ReportDocument): readonly unknown[] {
  const inputs = { report: JSON.stringify(pdfData(document)) }
  const found: unknown = openTypst().query(
    { mainFileContent: PDF_PROGRAM, inputs },
    { selector: 'heading', field: 'body' },
  )
  return Array.isArray(found) ? found : []
}

/** The words of Typst content, a line break as a newline. */
function wordsOf(content: unknown): string {
  if (Array.isArray(content)) return content.map(wordsOf).join('')
  if (typeof content !== 'object' || content === null) return ''
  if ('func' in content && content.func === 'linebreak') return '\n'
  if ('func' in content && content.func === 'space') return ' '
  if ('text' in content && typeof content.text === 'string') return content.text
  return Object.entries(content)
    .map(([key, part]) => (/^(children|child|body)$/.test(key) ? wordsOf(part) : ''))
    .join('')
}

describe('a report as PDF', () => {
  it('is a tagged PDF with its title and its language', async () => {
    const pdf = await renderPdf({ ...FULL_DOCUMENT, language: 'ru' })
    expect(Buffer.from(pdf).toString('latin1', 0, 5)).toBe('%PDF-')
    const text = pdfText(pdf)
    expect(text).toContain('/StructTreeRoot')
    expect(text).toMatch(/\/Marked true/)
    expect(text).toMatch(/\/Lang\s*\(ru\)/)
    expect(text).toContain('Where it stands')
  })

  it('has readers show its title, in either direction, and its index holds', async () => {
    for (const direction of ['ltr', 'rtl'] as const) {
      const pdf = Buffer.from(await renderPdf({ ...FULL_DOCUMENT, direction })).toString('latin1')
      expect(pdf).toMatch(/\/ViewerPreferences <<\/DisplayDocTitle true\n\/Direction \/[LR]2[LR]/)
      const index = Number(/startxref\s+(\d+)/.exec(pdf)?.[1])
      expect(pdf.slice(index, index + 4)).toBe('xref')
    }
  })

  it('marks the headers of tables and of their groups as headers', async () => {
    const text = pdfText(await renderPdf(FULL_DOCUMENT))
    // Three columns and two groups.
    expect(text.match(/\/S \/TH\b/g)).toHaveLength(5)
  })

  it('keeps a row on one page, unless it is longer than a page may be', () => {
    const table: Table = {
      kind: 'table',
      name: 'Texts',
      caption: [],
      columns: [{ header: ['Text'], align: 'start', weight: 1 }],
      rows: ['short', 'long '.repeat(1000), '\n'.repeat(60)].map((text) => ({
        cells: [{ text: [text] }],
      })),
    }
    const [block] = pdfData(someDocument({ body: [table] })).body
    expect(block && 'rows' in block && block.rows.map(({ breakable }) => breakable)).toEqual([
      false,
      true,
      true,
    ])
  })

  it('is set in the fonts of the program and in no other', async () => {
    const fonts = [...pdfFonts(await renderPdf(FULL_DOCUMENT))]
    expect(fonts).toContain('IBMPlexSans-Regular')
    expect(fonts).toContain('IBMPlexSansArabic-Regular')
    expect(fonts).toContain('IBMPlexMono-Regular')
    expect(fonts.filter((name) => !/^(IBMPlex|DejaVuSansMono|LibertinusSerif)/.test(name))).toEqual(
      [],
    )
  })

  it('draws Latin, Cyrillic, Greek, Vietnamese, Arabic, Hebrew and the signs of standings', async () => {
    const drawn = pdfCharacters(await renderPdf(FULL_DOCUMENT))
    expect([...'AŠťğễПҐѢέלה≠●◐○≥→لم'].filter((character) => !drawn.includes(character))).toEqual([])
  })

  it('is the same bytes for the same report', async () => {
    const [first, second] = [await renderPdf(FULL_DOCUMENT), await renderPdf(FULL_DOCUMENT)]
    expect(Buffer.compare(first, second)).toBe(0)
  })

  it('says what is wrong with a report that contradicts itself', async () => {
    const body = [{ kind: 'paragraph', text: [{ note: 'none' }] }] as const
    await expect(renderPdf(someDocument({ body }))).rejects.toThrow('There is no note "none".')
  })

  it('says in the words of the typesetter what it refuses', async () => {
    const body = [{ kind: 'figure', svg: '<svg', alt: '', caption: [] }] as const
    await expect(renderPdf(someDocument({ body }))).rejects.toThrow(
      /^Typst refused the report: .*SVG/,
    )
  })

  it('sets text that looks like Typst as text', () => {
    const hostile = [
      '#panic("x")',
      '*a* _b_ `c` $d$ <e> @f // g /* h */',
      '"] #read("/etc/passwd") #["',
      '\\u{41} #sys.inputs ~ -- ...',
      '= not a heading\n+ nor a list',
    ]
    const body = hostile.map((text) => ({ kind: 'heading', level: 1, text: [text] }) as const)
    expect(headingsOf(someDocument({ body })).map(wordsOf)).toEqual(hostile)
  })

  it('sets any text as that text', () => {
    const anyText = fc
      .array(fc.oneof(fc.constantFrom(...'#$*_`\\"[](){}<>@=/-~\n'), fc.string({ unit: 'binary' })))
      .map((pieces) => legible(pieces.join('')))
    fc.assert(
      fc.property(anyText, (text) => {
        const body = [{ kind: 'heading', level: 1, text: [{ text, strong: true }] }] as const
        expect(headingsOf(someDocument({ body })).map(wordsOf)).toEqual([text])
      }),
      { numRuns: 200 },
    )
  })

  it('takes any text in every place', async () => {
    const units = fc.array(fc.integer({ min: 0, max: 0xffff }))
    await fc.assert(
      fc.asyncProperty(
        units.map((codes) => String.fromCharCode(...codes)),
        async (text) => {
          const document = someDocument({
            title: text,
            subtitle: text,
            author: text,
            words: { page: text, notes: text, about: text },
            metadata: [{ label: text, value: [{ text, link: text, mono: true }] }],
            body: [
              { kind: 'paragraph', text: [text, { note: text }, { note: text }] },
              { kind: 'verbatim', text },
              { kind: 'definitions', items: [{ term: [text], description: [text] }] },
              {
                kind: 'table',
                name: text,
                caption: [text],
                columns: [{ header: [text], align: 'end', weight: 1 }],
                rows: [{ group: [text], cells: [{ text: [text] }] }],
              },
            ],
            notes: [{ id: text, text: [text] }],
          })
          expect(Buffer.from(await renderPdf(document)).toString('latin1', 0, 5)).toBe('%PDF-')
        },
      ),
      { numRuns: 40 },
    )
  })
})
