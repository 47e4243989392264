/**
 * What the Word library writes, made the same for equal documents: no clock, no random ids.
 *
 * The library stamps the properties with the time of writing and names links at random; both are
 * replaced here. The language goes into the properties, and the font table names what to take where
 * IBM Plex is not installed.
 */
import type { ReportDocument } from '../document.ts'
import { FONT_TABLE } from './docx-styles.ts'
import { escapeMarkup } from './escape-markup.ts'
import { readZip, writeZip } from './zip.ts'

/** The same package, with the document's own properties and in bytes that depend on it alone. */
export function settleDocx(bytes: Uint8Array, document: ReportDocument): Uint8Array {
  const texts = new Map(readZip(bytes).map(({ name, data }) => [name, data]))
  for (const [name, data] of texts) {
    if (name.endsWith('.rels')) settleLinks(texts, name, Buffer.from(data).toString('utf8'))
  }
  const body = texts.get('word/document.xml')
  if (body)
    texts.set('word/document.xml', Buffer.from(settleCounters(Buffer.from(body).toString())))
  texts.set('docProps/core.xml', Buffer.from(coreProperties(document)))
  texts.set('word/fontTable.xml', Buffer.from(FONT_TABLE))
  return writeZip([...texts].map(([name, data]) => ({ name, data })))
}

// Bookmarks and drawings are counted on from document to document; here each begins at 1.
function settleCounters(xml: string): string {
  const settled = new Map<string, number>()
  return xml.replace(
    /(<(w:bookmark|wp:docPr)(?:Start|End)?\b[^>]* (?:w:)?id=")(\d+)"/g,
    (_, before: string, kind: string, id: string) => {
      const key = `${kind} ${id}`
      const number = settled.get(key) ?? settled.size + 1
      settled.set(key, number)
      return `${before}${number}"`
    },
  )
}

// The library's own ids are rId and a number; those of links are random and are counted anew.
function settleLinks(texts: Map<string, Uint8Array>, relsName: string, rels: string): void {
  const partName = relsName.replace('_rels/', '').replace(/\.rels$/, '')
  const part = texts.get(partName)
  const ids = [...rels.matchAll(/ Id="([^"]+)"/g)].flatMap(([, id = '']) =>
    /^rId\d+$/.test(id) ? [] : [id],
  )
  if (!part || ids.length === 0) return
  const settled = new Map(ids.map((id, index) => [id, `rIdLink${index + 1}`]))
  const replace = (text: string) =>
    text.replace(/( (?:Id|r:id)=")([^"]+)"/g, (all, before: string, id: string) => {
      const other = settled.get(id)
      return other ? `${before}${other}"` : all
    })
  texts.set(relsName, Buffer.from(replace(rels)))
  texts.set(partName, Buffer.from(replace(Buffer.from(part).toString('utf8'))))
}

function coreProperties({ title, subtitle, author, language, madeOn }: ReportDocument): string {
  const day = `${madeOn}T00:00:00Z`
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties',
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeMarkup(title)}</dc:title>`,
    `<dc:subject>${escapeMarkup(subtitle)}</dc:subject>`,
    `<dc:creator>${escapeMarkup(author)}</dc:creator>`,
    `<dc:language>${escapeMarkup(language)}</dc:language>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${escapeMarkup(day)}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${escapeMarkup(day)}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('')
}
