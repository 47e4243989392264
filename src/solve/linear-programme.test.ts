import { beforeAll, describe, expect, it } from 'vitest'
import { loadLinearSolver } from './linear-programme.ts'
import type { LinearModel, LinearSolver } from './linear-programme.ts'

describe('a linear programme', () => {
  let solver: LinearSolver
  beforeAll(async () => {
    solver = await loadLinearSolver()
  })

  const model: LinearModel = {
    columns: [
      { lower: 0, upper: 4 },
      { lower: 0, upper: Infinity },
    ],
    rows: [{ columns: [0, 1], coefficients: [1, 1], lower: 3, upper: 10 }],
  }

  it('gives the least and the greatest, and where they are', () => {
    const programme = solver.open(model)
    expect(programme.optimise('least', [1, 2])).toEqual({ kind: 'optimal', value: 3, at: [3, 0] })
    expect(programme.optimise('greatest', [1, 2])).toEqual({
      kind: 'optimal',
      value: 20,
      at: [0, 10],
    })
    programme.close()
  })

  it('tells what cannot be from what has no bound', () => {
    const free = { ...model, rows: [] }
    const barred = {
      ...model,
      rows: [{ columns: [0], coefficients: [1], lower: 5, upper: Infinity }],
    }
    for (const [each, kind] of [
      [free, 'unbounded'],
      [barred, 'infeasible'],
    ] as const) {
      const programme = solver.open(each)
      expect(programme.optimise('greatest', [1, 1])).toEqual({ kind })
      programme.close()
    }
  })

  it('cannot be used after it was closed', () => {
    const programme = solver.open(model)
    programme.close()
    expect(() => programme.optimise('least', [1, 1])).toThrow()
  })
})
