import { expect, it } from 'vitest'

import { learnFromDecisions } from './estimate-weights.ts'
import type { MatchReview } from './estimate-weights.ts'
import { STARTING_WEIGHTS } from './weights.ts'

function decided(logOdds: number, same: boolean, relation: 'same' | 'differs'): MatchReview {
  return {
    same,
    candidate: {
      person: 'p-1',
      logOdds,
      prior: -4,
      probability: 0.5,
      reasons: [{ kind: 'sex', relation, weight: logOdds + 4 }],
    },
  }
}

it('trusts a field less when those found to be one person often differ in it', () => {
  const decisions = Array.from({ length: 200 }, (_, at) =>
    decided(2, true, at % 4 === 0 ? 'differs' : 'same'),
  )
  const { field } = learnFromDecisions(STARTING_WEIGHTS, decisions)
  expect(field.sex).toBeGreaterThan(0.7)
  expect(field.sex).toBeLessThan(0.85)
})

it('lowers the probability of log-odds that have proved too high', () => {
  const decisions = Array.from({ length: 200 }, (_, at) => decided(3, at % 2 === 0, 'same'))
  const { slope, shift } = learnFromDecisions(STARTING_WEIGHTS, decisions).calibration
  const probability = 1 / (1 + Math.exp(-(slope * 3 + shift)))
  expect(probability).toBeLessThan(0.65)
  expect(slope).toBeGreaterThan(0)
})

it('changes next to nothing by one decision', () => {
  const { field, calibration } = learnFromDecisions(STARTING_WEIGHTS, [decided(2, true, 'differs')])
  expect(Math.abs(field.sex - STARTING_WEIGHTS.field.sex)).toBeLessThan(0.05)
  expect(Math.abs(calibration.slope - STARTING_WEIGHTS.calibration.slope)).toBeLessThan(0.1)
})
