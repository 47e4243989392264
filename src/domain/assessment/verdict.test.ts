/** Kleene's laws, on every choice of verdicts. */
import { describe, expect, it } from 'vitest'
import type { Verdict } from './verdict.ts'
import { allOf, anyOf, atLeast, negated } from './verdict.ts'

const VERDICTS: readonly Verdict[] = ['met', 'not-met', 'insufficient', 'disputed']
const pairs = VERDICTS.flatMap((a) => VERDICTS.map((b) => [a, b] as const))
const triples = pairs.flatMap(([a, b]) => VERDICTS.map((c) => [a, b, c] as const))

describe('and, or, not', () => {
  it('do not depend on the order', () => {
    for (const [a, b] of pairs) {
      expect(allOf([a, b])).toBe(allOf([b, a]))
      expect(anyOf([a, b])).toBe(anyOf([b, a]))
    }
  })

  it('may be taken together in any way', () => {
    for (const [a, b, c] of triples) {
      expect(allOf([allOf([a, b]), c])).toBe(allOf([a, b, c]))
      expect(anyOf([a, anyOf([b, c])])).toBe(anyOf([a, b, c]))
    }
  })

  it('turn into one another under “not”, and “not” twice is nothing', () => {
    for (const [a, b] of pairs) {
      expect(negated(allOf([a, b]))).toBe(anyOf([negated(a), negated(b)]))
      expect(negated(negated(a))).toBe(a)
    }
  })

  it('are decided by what is sure, and otherwise left open, disputed before insufficient', () => {
    for (const open of ['insufficient', 'disputed'] as const) {
      expect(allOf([open, 'not-met'])).toBe('not-met')
      expect(anyOf([open, 'met'])).toBe('met')
      expect(allOf([open, 'met'])).toBe(open)
      expect(anyOf([open, 'not-met'])).toBe(open)
    }
    expect(allOf(['insufficient', 'disputed'])).toBe('disputed')
  })
})

describe('at least N', () => {
  it('is “or” for one and “and” for all', () => {
    for (const triple of triples) {
      expect(atLeast(1, triple)).toBe(anyOf(triple))
      expect(atLeast(3, triple)).toBe(allOf(triple))
    }
  })

  it('is met by enough, failed when too few can be left, else open', () => {
    expect(atLeast(2, ['met', 'met', 'disputed'])).toBe('met')
    expect(atLeast(2, ['met', 'not-met', 'not-met'])).toBe('not-met')
    expect(atLeast(2, ['met', 'not-met', 'insufficient'])).toBe('insufficient')
  })
})
