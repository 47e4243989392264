/** What a person decides about each row of their paper: whom it means, and what it answers. */
import type { PreviewedResponseJson } from '../../../contract/representation-lists.ts'
import type { Code } from './words.ts'

export type Decision = {
  /** The case that is meant; empty is nobody of ours. */
  readonly case: string
  readonly code: Code | ''
  readonly taken: boolean
}
/** By the number of the row. */
export type Decisions = Readonly<Record<number, Decision>>

/**
 * What is certain is decided; what is doubtful waits for a person. Of two rows that mean one entry the
 * first is taken: whether the other says more, a person decides.
 */
export function decidedBy(rows: readonly PreviewedResponseJson[]): Decisions {
  const seen = new Set<string>()
  return Object.fromEntries(
    rows.map(({ row, effect, case: matched, code }): [number, Decision] => {
      const taken = effect === 'matched' && matched !== null && !seen.has(matched)
      if (matched !== null) seen.add(matched)
      return [row, { case: matched ?? '', code: code ?? '', taken }]
    }),
  )
}

/** The answers to be written: rows that are taken, whose entry and answer are both known. */
export function answersOf(
  rows: readonly PreviewedResponseJson[],
  decisions: Decisions,
): { case: string; code: Code; words: string }[] {
  return rows.flatMap(({ row, words }) => {
    const decision = decisions[row]
    if (!decision?.taken || decision.case === '' || decision.code === '') return []
    return [{ case: decision.case, code: decision.code, words }]
  })
}

/** Rows that are taken and lack an answer or an entry, and those that mean an entry which an earlier row means. */
export function openRows(
  rows: readonly PreviewedResponseJson[],
  decisions: Decisions,
): ReadonlyMap<number, string> {
  const byCase = new Map<string, number>()
  const open = new Map<number, string>()
  for (const { row } of rows) {
    const { case: of, code, taken } = decisions[row] ?? { case: '', code: '', taken: false }
    const other = byCase.get(of)
    if (taken && of === '') open.set(row, 'Say whom it means, or leave it out.')
    else if (taken && code === '') open.set(row, 'Say what it answers, or leave it out.')
    else if (of !== '' && other !== undefined)
      open.set(row, `Row ${other} means the same entry; of answers of one day the later stands.`)
    if (of !== '' && other === undefined) byCase.set(of, row)
  }
  return open
}
