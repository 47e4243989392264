/** Where in a text a fault lies: what stands before it, at it and after it. */

type Fault = { readonly line: number; readonly column: number; readonly length: number }
type Place = {
  readonly before: string
  readonly at: string
  readonly after: string
  /** The first letter of it, counted from 0. */
  readonly from: number
}

/** Lines and columns count from 1. A fault at the end of the text has nothing at it. */
export function faultAt(text: string, { line, column, length }: Fault): Place {
  const lines = text.split('\n')
  const lead = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0)
  const from = Math.min(text.length, lead + column - 1)
  const to = Math.min(text.length, from + length)
  return { before: text.slice(0, from), at: text.slice(from, to), after: text.slice(to), from }
}
