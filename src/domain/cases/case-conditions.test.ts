import { expect, it } from 'vitest'
import { readCaseConditions } from './case-conditions.ts'

it('reads state, event and unit apart from what must hold of the case, without regard to case', () => {
  expect(
    readCaseConditions([
      { key: 'Category', value: ' Prisoner ' },
      { key: 'state', value: 'Detained' },
      { key: 'unit', value: 'family' },
      { key: 'PACE', value: 'A' },
    ]),
  ).toEqual({
    attributes: [
      { key: 'category', value: 'prisoner' },
      { key: 'pace', value: 'a' },
    ],
    state: 'detained',
    event: null,
    unit: 'family',
    faults: [],
  })
})

it('says at which condition a state or unit is none, or is asked for twice', () => {
  const { faults } = readCaseConditions([
    { key: 'state', value: 'free' },
    { key: 'unit', value: 'house' },
    { key: 'event', value: 'released' },
    { key: 'event', value: 'detained' },
  ])
  expect(faults.map(({ at }) => at)).toEqual([0, 1, 3])
  expect(faults[1]?.message).toBe('“house” is no counting unit; it is person or family.')
})
