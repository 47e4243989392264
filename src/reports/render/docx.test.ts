import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ReportDocument } from '../document.ts'
import { FULL_DOCUMENT, someDocument } from '../some-document.ts'
import { xmlProblems } from '../xml-problems.ts'
import { renderDocx } from './docx.ts'
import { readZip } from './zip.ts'

async function partsOf(document: ReportDocument): Promise<ReadonlyMap<string, string>> {
  const parts = readZip(await renderDocx(document))
  return new Map(parts.map(({ name, data }) => [name, Buffer.from(data).toString('utf8')]))
}

/** The paragraph or row that holds the words. */
function around(xml: string, words: string, element: 'w:p' | 'w:tr' | 'w:r'): string {
  const at = xml.indexOf(words)
  const from = Math.max(xml.lastIndexOf(`<${element}>`, at), xml.lastIndexOf(`<${element} `, at))
  return xml.slice(from, xml.indexOf(`</${element}>`, at))
}

describe('a report in Word', () => {
  let parts: ReadonlyMap<string, string>
  let body: string
  beforeAll(async () => {
    parts = await partsOf(FULL_DOCUMENT)
    body = parts.get('word/document.xml') ?? ''
  })

  it('is well-formed in every part', () => {
    for (const [name, text] of parts)
      if (/\.(xml|rels)$/.test(name))
        expect({ name, problems: xmlProblems(text) }).toEqual({ name, problems: [] })
  })

  it('has headings that Word knows as headings', () => {
    expect(around(body, 'Numbers<', 'w:p')).toContain('<w:pStyle w:val="Heading1"/>')
    expect(around(body, 'Names in other scripts', 'w:p')).toContain('<w:pStyle w:val="Heading2"/>')
    expect(around(body, 'As it was written', 'w:p')).toContain('<w:pStyle w:val="Heading3"/>')
    expect(parts.get('word/styles.xml')).toContain('w:ascii="IBM Plex Serif"')
  })

  it('has each note once, and refers to the first mark when the note is called again', () => {
    const notes = parts.get('word/footnotes.xml') ?? ''
    expect(notes).toContain('p. 263')
    expect(notes).toContain('Газета «Пример», с. 3')
    expect(body.match(/<w:footnoteReference w:id="\d+"\/>/g)).toEqual([
      '<w:footnoteReference w:id="1"/>',
      '<w:footnoteReference w:id="2"/>',
      '<w:footnoteReference w:id="3"/>',
    ])
    expect(body).toContain('NOTEREF note_1 \\f \\h')
  })

  it('repeats the header row of a table, and no other row', () => {
    expect(around(body, 'Period', 'w:tr')).toContain('<w:tblHeader/>')
    expect(around(body, '19,286<', 'w:tr')).not.toContain('<w:tblHeader/>')
  })

  it('sets right-to-left paragraphs and runs as such, with their language', () => {
    expect(around(body, 'قائمة رقم', 'w:p')).toMatch(/<w:bidi\/>/)
    const run = around(body, 'ليلى المثالية', 'w:r')
    expect(run).toMatch(/<w:rtl\/>/)
    expect(run).toContain('w:bidi="ar"')
    expect(around(body, 'Plain, ', 'w:p')).not.toMatch(/<w:bidi\/>/)
  })

  it('keeps a day in one piece within a right-to-left paragraph', () => {
    expect(body).toContain('\u200e1988-04-01\u200e')
  })

  it('numbers its pages and carries its title at the foot', () => {
    const foot = parts.get('word/footer1.xml')
    expect(foot).toContain('Where it stands')
    expect(foot).toMatch(/>PAGE</)
    expect(foot).toMatch(/>NUMPAGES</)
  })

  it('says title, author, language and day in its properties, and not the time of writing', () => {
    const properties = parts.get('docProps/core.xml')
    expect(properties).toContain('<dc:title>Where it stands</dc:title>')
    expect(properties).toContain('<dc:creator>A desk</dc:creator>')
    expect(properties).toContain('<dc:language>en</dc:language>')
    expect(properties?.match(/1989-01-04T00:00:00Z/g)).toHaveLength(2)
    expect(parts.get('word/fontTable.xml')).toContain('<w:altName w:val="Courier New"/>')
  })

  it('holds the drawing and the words that stand for it', () => {
    expect(parts.get('word/media/image1.svg')).toContain('1988: 19,286')
    expect(body).toContain('descr="A bar: 19,286 in 1988"')
    expect(around(body, 'The year 1988', 'w:p')).toContain('A bar: 19,286 in 1988')
  })

  it('leads to pages, and never to a script', async () => {
    const rels = parts.get('word/_rels/document.xml.rels')
    expect(rels).toContain('Target="https://example.org/page?a=1&amp;b=2"')
    const link = { text: 'press', link: 'javascript:alert(1)' }
    const other = await partsOf(someDocument({ body: [{ kind: 'paragraph', text: [link] }] }))
    expect(other.get('word/document.xml')).toContain('press')
    expect([...other.values()].join('')).not.toContain('javascript')
  })

  it('is the same bytes for the same report', async () => {
    const [first, second] = [await renderDocx(FULL_DOCUMENT), await renderDocx(FULL_DOCUMENT)]
    expect(Buffer.compare(first, second)).toBe(0)
  })

  it('holds the columns of a right-to-left report from right to left', async () => {
    const other = await partsOf({ ...FULL_DOCUMENT, language: 'ar', direction: 'rtl' })
    expect(other.get('word/document.xml')).toMatch(/<w:bidiVisual\/>/)
  })

  it('takes any text whatever and stays well-formed', async () => {
    const anyText = fc
      .array(fc.integer({ min: 0, max: 0xffff }))
      .map((units) => String.fromCharCode(...units))
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyText, fc.string({ unit: 'binary' })), async (text) => {
        const cell = { text: [{ text, link: text }, { note: text }] }
        const column = { header: [text], align: 'start', weight: 1 } as const
        const other = await partsOf(
          someDocument({
            title: text,
            subtitle: text,
            metadata: [{ label: text, value: [text] }],
            body: [
              { kind: 'heading', level: 1, text: [text] },
              { kind: 'verbatim', text },
              {
                kind: 'table',
                name: text,
                caption: [text],
                columns: [column],
                rows: [{ group: [text], cells: [cell] }],
              },
            ],
            notes: [{ id: text, text: [text] }],
          }),
        )
        for (const [name, xml] of other)
          if (/\.(xml|rels)$/.test(name)) expect(xmlProblems(xml)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})
