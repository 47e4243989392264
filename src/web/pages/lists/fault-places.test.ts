import { expect, it } from 'vitest'
import { faultAt } from './fault-places.ts'

it('finds a fault on a later line', () => {
  expect(faultAt('resolved\nand category = prisoner', { line: 2, column: 16, length: 8 })).toEqual({
    before: 'resolved\nand category = ',
    at: 'prisoner',
    after: '',
    from: 24,
  })
})

it('has nothing at the end of a text that stops too early', () => {
  expect(faultAt('count(refused) >=', { line: 1, column: 18, length: 1 })).toEqual({
    before: 'count(refused) >=',
    at: '',
    after: '',
    from: 17,
  })
})
