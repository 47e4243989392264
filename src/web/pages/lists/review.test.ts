import { expect, it } from 'vitest'
import type { PreviewedResponseJson } from '../../../contract/representation-lists.ts'
import { answersOf, decidedBy, openRows } from './review.ts'

const row = (given: Partial<PreviewedResponseJson>): PreviewedResponseJson => ({
  row: 1,
  cells: [],
  theirs: 'Orlenko',
  effect: 'matched',
  case: 'c-1',
  candidates: [],
  code: 'refuses',
  words: 'refused',
  remark: null,
  ...given,
})

it('takes what is matched, and leaves what is doubtful to a person', () => {
  const rows = [row({}), row({ row: 2, effect: 'review', case: null })]
  expect(answersOf(rows, decidedBy(rows))).toEqual([
    { case: 'c-1', code: 'refuses', words: 'refused' },
  ])
  const decided = {
    ...decidedBy(rows),
    2: { case: 'c-2', code: 'pledged' as const, taken: true },
  }
  expect(answersOf(rows, decided).map((one) => one.case)).toEqual(['c-1', 'c-2'])
})

it('writes no answer that nobody has told', () => {
  const rows = [row({ code: null })]
  expect(answersOf(rows, decidedBy(rows))).toEqual([])
  expect([...openRows(rows, decidedBy(rows)).values()]).toEqual([
    'Say what it answers, or leave it out.',
  ])
})

it('takes one row of two that mean the same entry, and names it at the other', () => {
  const rows = [row({}), row({ row: 2, code: 'pledged' })]
  expect(answersOf(rows, decidedBy(rows)).map(({ code }) => code)).toEqual(['refuses'])
  expect(openRows(rows, decidedBy(rows)).get(2)).toMatch(/^Row 1 means the same entry/)
})
