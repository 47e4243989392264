/** The look of a report in Word: named styles, so that whoever receives the file can change them once. */
import type { IBorderOptions, IFontAttributesProperties, IStylesOptions } from 'docx'
import type { ReportDocument } from '../document.ts'
import { escapeMarkup } from './escape-markup.ts'

function fontOf(name: string, complexScript = 'IBM Plex Sans Arabic'): IFontAttributesProperties {
  return { ascii: name, hAnsi: name, cs: complexScript }
}

export const SANS = fontOf('IBM Plex Sans')
export const SERIF = fontOf('IBM Plex Serif')
export const MONO = fontOf('IBM Plex Mono', 'IBM Plex Mono')

const SOFT = '5F5F5F'
export const LINE: IBorderOptions = { style: 'single', size: 4, color: 'CDCDCD', space: 1 }
export const HEAD_LINE: IBorderOptions = { style: 'single', size: 8, color: '000000' }

/** Sizes are in half-points, spaces in twentieths of a point. */
export function docxStyles(document: ReportDocument): IStylesOptions {
  const { language, direction } = document
  const heading = (size: number, before: number) => ({
    run: { font: SERIF, size, sizeComplexScript: size, bold: true, color: '000000' },
    paragraph: { spacing: { before, after: 80 }, keepNext: true },
  })
  const plain = (id: string, name: string) => ({ id, name, basedOn: 'Normal', quickFormat: true })
  return {
    default: {
      document: {
        run: {
          font: SANS,
          size: 20,
          sizeComplexScript: 20,
          language: direction === 'rtl' ? { bidirectional: language } : { value: language },
        },
        paragraph: { spacing: { after: 90, line: 252, lineRule: 'auto' } },
      },
      title: {
        run: { font: SERIF, size: 44, sizeComplexScript: 44, bold: true, color: '000000' },
        paragraph: { spacing: { after: 80 } },
      },
      heading1: heading(30, 300),
      heading2: heading(24, 240),
      heading3: heading(21, 180),
      caption: {
        run: { size: 18, sizeComplexScript: 18, color: SOFT, italics: false, bold: false },
        paragraph: { spacing: { before: 200, after: 80 } },
      },
      hyperlink: { run: { color: '7A1F2B', underline: {} } },
      footnoteText: {
        run: { size: 16, sizeComplexScript: 16 },
        paragraph: { spacing: { after: 0, line: 240, lineRule: 'auto' } },
      },
    },
    paragraphStyles: [
      {
        ...plain('Subtitle', 'Subtitle'),
        run: { font: SERIF, size: 24, sizeComplexScript: 24, italics: true, color: SOFT },
        paragraph: { spacing: { after: 200 } },
      },
      { ...plain('Particulars', 'Particulars'), paragraph: { spacing: { after: 20 } } },
      {
        ...plain('Verbatim', 'Verbatim'),
        run: { font: MONO, size: 18, noProof: true },
        paragraph: { indent: { left: 200 }, spacing: { after: 90, line: 240, lineRule: 'auto' } },
      },
      {
        ...plain('TableText', 'Table text'),
        run: { size: 18, sizeComplexScript: 18 },
        paragraph: { spacing: { before: 20, after: 20, line: 228, lineRule: 'auto' } },
      },
      {
        ...plain('Definition', 'Definition'),
        paragraph: { indent: { start: 340, hanging: 340 }, spacing: { after: 60 } },
      },
      { ...plain('Foot', 'Foot'), run: { size: 16, sizeComplexScript: 16, color: SOFT } },
    ],
  }
}

/** The fonts by name, with what Word takes in their place where they are not installed. */
export const FONT_TABLE = fontTable([
  ['IBM Plex Sans', 'Arial', 'swiss', 'variable'],
  ['IBM Plex Serif', 'Georgia', 'roman', 'variable'],
  ['IBM Plex Mono', 'Courier New', 'modern', 'fixed'],
  ['IBM Plex Sans Arabic', 'Arial', 'swiss', 'variable'],
])

function fontTable(fonts: readonly (readonly [string, string, string, string])[]): string {
  const entries = fonts.map(
    ([name, instead, family, pitch]) =>
      `<w:font w:name="${escapeMarkup(name)}"><w:altName w:val="${escapeMarkup(instead)}"/>` +
      `<w:family w:val="${family}"/><w:pitch w:val="${pitch}"/></w:font>`,
  )
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    `${entries.join('')}</w:fonts>`
  )
}
