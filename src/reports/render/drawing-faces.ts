/**
 * Which faces a text of a drawing is set in.
 *
 * Typst sets a text of a drawing from one face and looks for what that lacks among all faces it knows.
 * For letters it finds the program's IBM Plex. Arrows, most mathematical signs and Hebrew are not in
 * the Plex files, and the next best face would be one of the machine, for the whole text: such a text
 * is set in a face that comes with Typst.
 */
const GENERAL = "'IBM Plex Sans', 'Noto Sans', Arial, sans-serif"
const SIGNS = /[\u2190\u2192\u2194-\u2211\u2213\u2214\u2216-\u2bff]/
const HEBREW = /\p{Script=Hebrew}/u

/** The families for `font-family`, best first, in which the text can be set as a whole. */
export function drawingFamilies(text: string): string {
  if (HEBREW.test(text)) return `'Libertinus Serif', ${GENERAL}`
  return SIGNS.test(text) ? `'DejaVu Sans Mono', ${GENERAL}` : GENERAL
}
