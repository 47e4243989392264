import { expect, it } from 'vitest'
import { summaryOf } from './strip-summary.ts'

const DAYS = ['1987-01-31', '1987-02-28', '1987-03-31', '1987-04-30']

it('tells the months of a strip in runs', () => {
  expect(summaryOf(DAYS, ['not-met', 'not-met', 'insufficient', 'met'])).toBe(
    'not met January 1987 to February 1987; cannot be told March 1987; met since April 1987.',
  )
})

it('tells a strip that never changes as one run', () => {
  expect(summaryOf(DAYS, ['met', 'met', 'met', 'met'])).toBe('met January 1987 to April 1987.')
})

it('says nothing of a strip without months', () => {
  expect(summaryOf([], [])).toBe('')
})
