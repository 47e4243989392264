import { describe, expect, it } from 'vitest'
import { required, someJudgement, stands } from '../../../test/builders.ts'
import type { JudgementEntry } from '../evidence/judgement.ts'
import { ordinalAlpha } from './agreement.ts'

/** Scores by unit from rows of one coder each; a dot is a unit that the coder did not score. */
function units(...coders: string[]): number[][] {
  const rows = coders.map((row) => row.split(' '))
  return (rows[0] ?? [])
    .map((_, unit) => rows.flatMap((row) => (row[unit] === '.' ? [] : [Number(row[unit])])))
    .filter((scores) => scores.length >= 2)
}

describe('Krippendorff’s alpha for ordinal scores', () => {
  it('is 0.815 for the four observers and twelve units of Krippendorff’s example', () => {
    const alpha = ordinalAlpha(
      units(
        '1 2 3 3 2 1 4 1 2 . . .',
        '1 2 3 3 2 2 4 1 2 5 . 3',
        '. 3 3 3 2 3 4 2 2 5 1 .',
        '1 2 3 3 2 4 4 1 2 5 1 .',
      ),
    )
    expect(alpha).toBeCloseTo(0.815, 3)
  })

  it('is 1 where coders agree in everything', () => {
    expect(ordinalAlpha(units('0 1 2 3', '0 1 2 3'))).toBe(1)
  })

  it('is below 0 where they disagree by system', () => {
    expect(ordinalAlpha(units('0 1 0 1', '1 0 1 0'))).toBeLessThan(0)
  })

  it('worked by hand: two coders, three units, one disagreement', () => {
    // Scores 0 0 0 0 1 0: one pair apart. Observed 2·d, expected 2·5·1·d, so 1 − 5·2/10 = 0.
    expect(ordinalAlpha(units('0 0 1', '0 0 0'))).toBeCloseTo(0, 12)
  })

  it('does not change with new names for the scores in the same order', () => {
    const [a, b] = ['0 1 2 3 1 2', '0 2 2 3 1 1']
    const renamed = (row: string) => row.replace(/\d/g, (score) => String(Number(score) ** 3 - 7))
    expect(ordinalAlpha(units(a, b))).toBeCloseTo(
      ordinalAlpha(units(renamed(a), renamed(b))) ?? NaN,
      12,
    )
  })

  it('cannot be told without two scores of a unit, or without any variation', () => {
    expect(ordinalAlpha([])).toBeNull()
    expect(ordinalAlpha(units('1 1 1', '1 1 1'))).toBeNull()
  })
})

const text = 'require judged("Free press?") >= 3 by 2 coders alpha >= 0.67;'
const YEARS = Array.from({ length: 10 }, (_, at) => String(1978 + at))
/** Ten years, 1978 to 1987, scored alike by both. */
const alike = ['A', 'B'].flatMap((coder) =>
  YEARS.map((unit, at) => someJudgement({ unit, coder, score: at % 3 })),
)
const withLast = (a: number, b: number): JudgementEntry[] => [
  ...alike.filter(({ unit }) => unit !== '1987'),
  someJudgement({ unit: '1987', coder: 'A', score: a }),
  someJudgement({ unit: '1987', coder: 'B', score: b }),
]
const judged = (judgements: readonly JudgementEntry[], asOf = '1988-01-01') =>
  stands(text, { judgements, asOf })

describe('judged', () => {
  it('goes by the unit last judged by enough coders', () => {
    expect(judged(withLast(3, 3)).standing).toBe('met')
    expect(judged(withLast(2, 2)).standing).toBe('not-met')
  })

  it('cannot be told where the coders lie on both sides', () => {
    const said = judged(withLast(2, 3))
    expect([said.standing, said.missing]).toEqual([
      'insufficient',
      ['“Free press?”: the coders’ scores lie on both sides.'],
    ])
  })

  it('cannot be told under ten units', () => {
    const said = judged(alike.filter(({ unit }) => unit !== '1978'))
    expect([said.standing, said.missing]).toEqual([
      'insufficient',
      ['“Free press?”: 9 units scored by two coders, ten needed to tell their agreement.'],
    ])
  })

  it('cannot be told where they agree too little', () => {
    const far = alike.map((each) =>
      each.coder === 'B' && each.unit !== '1987' ? { ...each, score: 3 - each.score } : each,
    )
    expect(judged(far).missing[0]).toMatch(/^“Free press\?”: coders agree too little/)
  })

  it('cannot be told where every score is the same', () => {
    const said = judged(alike.map((each) => ({ ...each, score: 3 })))
    expect([said.standing, said.missing]).toEqual([
      'insufficient',
      ['“Free press?”: every score is the same, so that agreement cannot be told.'],
    ])
  })

  it('goes by the agreement of those coders, not of others', () => {
    const strangers = YEARS.map((unit, at) =>
      someJudgement({ unit: `${unit} elsewhere`, on: unit, coder: at % 2 ? 'C' : 'D', score: 0 }),
    )
    const apart = YEARS.flatMap((unit) => [
      someJudgement({ unit: `${unit} apart`, on: '1980', coder: 'C', score: 0 }),
      someJudgement({ unit: `${unit} apart`, on: '1980', coder: 'D', score: 3 }),
    ])
    expect(judged([...withLast(3, 3), ...strangers, ...apart]).standing).toBe('met')
  })

  it('takes in units that are scored later than the day, as long as they are known', () => {
    expect(judged(alike, '1985-06-30').standing).toBe('not-met')
  })

  const later = someJudgement({ unit: '1987', coder: 'A', score: 2, on: '1990' })
  const on = (judgements: readonly JudgementEntry[], asOf: string) =>
    required(text, { judgements, asOf })

  it('takes a coder’s later word on a unit from its own day on', () => {
    const judgements = [...withLast(3, 3), later]
    expect(on(judgements, '1988-06-30')).toBe('met')
    expect(on(judgements, '1991-01-01')).toBe('insufficient')
  })

  it('takes the later word, in whatever order they were written', () => {
    expect(on([later, ...withLast(3, 3)], '1991-01-01')).toBe('insufficient')
  })
})
