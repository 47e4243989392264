/** The few forms that the reference is written in. */

export const MADE = '_Made from the code by `npm run docs`. Do not edit._'

/** A table of Markdown; a bar in a cell is kept as a bar. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
