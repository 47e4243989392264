/**
 * Has readers show the title of a PDF in their window in place of the file's name, as PDF/UA
 * (ISO 14289-1, 7.1) asks. Typst writes that wish only for files that it holds to the whole of
 * PDF/UA, and refuses those that have, say, a heading left out between two levels.
 */
const WISH = '/DisplayDocTitle true'

/**
 * The same file with the wish in its catalogue. No byte moves, since the file's index counts them:
 * the wish takes the place of the indentation. Throws an Error when the catalogue is not as Typst
 * writes it.
 */
export function showTitle(pdf: Uint8Array): Uint8Array {
  const bytes = Buffer.from(pdf)
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - 2048))
  const root = /\/Root (\d+) 0 R(?![^]*\/Root )/.exec(tail)?.[1]
  const from = root === undefined ? -1 : bytes.lastIndexOf(`\n${root} 0 obj\n`)
  const to = bytes.indexOf('endobj', from)
  if (from < 0 || to < 0) throw new Error('Typst wrote a PDF whose catalogue cannot be found.')
  const catalogue = bytes.toString('latin1', from, to)
  const settled = catalogue
    .replace(/\n +/g, '\n')
    .replace('/ViewerPreferences <<', `/ViewerPreferences <<${WISH}`)
  if (!settled.includes(WISH) || settled.length > catalogue.length)
    throw new Error('Typst wrote a PDF whose catalogue has no room for the wish to show the title.')
  bytes.write(settled.padEnd(catalogue.length), from, 'latin1')
  return new Uint8Array(bytes)
}
