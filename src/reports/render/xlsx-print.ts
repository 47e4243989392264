/**
 * How the sheets of a workbook come out on paper: A4 across, as wide as the paper and as many pages
 * long as they need, the header row of a table on each. The library that writes them cannot say so.
 */
import { escapeMarkup } from './escape-markup.ts'
import type { ZipPart } from './zip.ts'

const FIT = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
/** Paper 9 is A4; a height of 0 pages is as many as it takes. */
const SETUP = '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'

/**
 * The parts of a workbook, set up for printing. `headed` are the names of the sheets, `null` where
 * a sheet has no header row. Throws an Error when the library has written them otherwise than known.
 */
export function settlePrinting(
  parts: readonly ZipPart[],
  headed: readonly (string | null)[],
): readonly ZipPart[] {
  return parts.map(({ name, data }) => {
    const text = Buffer.from(data).toString('utf8')
    if (name === 'xl/workbook.xml')
      return { name, data: Buffer.from(put(text, '<definedNames/>', () => printTitles(headed))) }
    if (!/^xl\/worksheets\/sheet\d+\.xml$/.test(name)) return { name, data }
    const fitted = put(text, /<worksheet [^>]*>/, (start) => start + FIT)
    return { name, data: Buffer.from(put(fitted, /<pageSetup [^>]*>/, () => SETUP)) }
  })
}

function printTitles(headed: readonly (string | null)[]): string {
  const names = headed.flatMap((sheet, index) => {
    if (sheet === null) return []
    const quoted = escapeMarkup(`'${sheet.replaceAll("'", "''")}'!$1:$1`)
    return [
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${quoted}</definedName>`,
    ]
  })
  return names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`
}

function put(xml: string, what: string | RegExp, instead: (found: string) => string): string {
  const settled = xml.replace(what, instead)
  if (settled === xml) throw new Error('The workbook is not as its library used to write it.')
  return settled
}
