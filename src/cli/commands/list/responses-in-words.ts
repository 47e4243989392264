/** Their answers as they were read, row by row, on the terminal. */
import type { ResponsesPreviewJson } from '../../../contract/representation-lists.ts'
import { strong, wrap } from '../../terminal.ts'
import { asWords } from './list-words.ts'

/** Rows that mean an entry of ours and say no answer: nothing of them was written. */
export function notWritten(
  rows: readonly { readonly row: number; readonly theirs: string }[],
  width: number,
): string {
  return [
    `${rows.length === 1 ? 'One row was' : `${rows.length} rows were`} matched and not written: no answer could be read. Give --code for rows without one.`,
    ...rows.map(({ row, theirs }) => wrap(`${row}. ${theirs}`, width, '      ', '  ')),
  ].join('\n')
}

/** Each row as it was read, each case that it may mean once. */
export function previewInWords(preview: ResponsesPreviewJson, width: number): string {
  const { version, rows, matched, review, notOurs, refused, unanswered } = preview
  return [
    strong(`Their list against version ${version}`),
    `${matched} matched, ${review} to review, ${notOurs} not on ours, ${refused} refused; ${unanswered.length} of ours not named`,
    '',
    ...rows.map(({ row, theirs, effect, case: id, code, candidates, remark }) => {
      const to = id ?? [...new Set(candidates.map((each) => each.case))].join(' or ')
      const said = [
        asWords(effect),
        to,
        code === null ? 'no answer read' : asWords(code),
        remark ?? '',
      ]
      return wrap(
        `${row}. ${theirs}: ${said.filter((word) => word !== '').join('; ')}`,
        width,
        '      ',
        '  ',
      )
    }),
  ].join('\n')
}
