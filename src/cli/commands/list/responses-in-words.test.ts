import { describe, expect, it } from 'vitest'
import type { ResponsesPreviewJson } from '../../../contract/representation-lists.ts'
import { notWritten, previewInWords } from './responses-in-words.ts'

type Row = ResponsesPreviewJson['rows'][number]
const candidate = (person: string): Row['candidates'][number] => ({
  case: 'c-139',
  person,
  persons: [],
  probability: 0.8,
  reasons: [],
})
const row: Row = {
  row: 2,
  cells: [],
  theirs: 'Norvik',
  effect: 'review',
  case: null,
  candidates: [candidate('p-1'), candidate('p-2')],
  code: null,
  words: '',
  remark: null,
}
const preview: ResponsesPreviewJson = {
  version: '1',
  rows: [row],
  matched: 0,
  review: 1,
  notOurs: 0,
  refused: 0,
  unanswered: [],
}

describe('their answers on the terminal', () => {
  it('name each case once that a row may mean', () => {
    expect(previewInWords(preview, 100)).toContain('2. Norvik: review; c-139; no answer read')
  })

  it('say how many matched rows were not written, row by row', () => {
    expect(notWritten([row], 200)).toBe(
      'One row was matched and not written: no answer could be read. Give --code for rows without one.\n  2. Norvik',
    )
    expect(notWritten([row, { row: 3, theirs: 'Dalen' }], 200)).toMatch(/^2 rows were matched/)
  })
})
