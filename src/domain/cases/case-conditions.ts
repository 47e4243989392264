/**
 * Conditions on cases, as a measure of a benchmark sets them: `cases where category = "prisoner" and
 * state = "detained"` (rules R190, R191).
 *
 * They are joined by `and` and compared without regard to case and blanks. A key that is none of the
 * register's own is looked for in the ground of the case; a case that lacks what is asked for may or
 * may not fit.
 */
import type { CountingUnit } from '../basics/counting-unit.ts'
import { COUNTING_UNITS } from '../basics/counting-unit.ts'
import { fold, readDetail } from '../evidence/detail.ts'
import type { CaseEntry } from './case.ts'
import { CASE_STATES } from './case-outcomes.ts'
import type { CaseState } from './case-outcomes.ts'

/** Keys of the register's own. Any other is a key of the ground. */
export const CASE_CONDITION_KEYS = [
  'category',
  'region',
  'authority',
  'ground',
  'state',
  'event',
  'unit',
] as const

/** What `state = "…"` may ask for. */
export const ASKED_STATES = [...CASE_STATES, 'resolved'] as const
export type AskedState = CaseState | 'resolved'

/** What must hold of the case itself, keys and values folded. */
export type CaseAttribute = { readonly key: string; readonly value: string }

export type CaseConditions = {
  readonly attributes: readonly CaseAttribute[]
  /** null: that the case is open. Read by a stock only. */
  readonly state: AskedState | null
}

export type ReadConditions = CaseConditions & {
  readonly event: string | null
  /** null: as the programme counts. */
  readonly unit: CountingUnit | null
  /** What is wrong, by the place in the conditions. */
  readonly faults: readonly { readonly at: number; readonly message: string }[]
}

/** Reads the conditions of a measure over cases. */
export function readCaseConditions(
  where: readonly { readonly key: string; readonly value: string }[],
): ReadConditions {
  const attributes: CaseAttribute[] = []
  const faults: { at: number; message: string }[] = []
  let state: AskedState | null = null
  let event: string | null = null
  let unit: CountingUnit | null = null
  where.forEach((condition, at) => {
    const [key, value] = [fold(condition.key), fold(condition.value)]
    const twice = (before: unknown) => {
      if (before !== null) faults.push({ at, message: `${key} is asked for twice.` })
    }
    if (key === 'state') {
      twice(state)
      const asked = ASKED_STATES.find((each) => each === value)
      if (asked) state = asked
      else faults.push({ at, message: `“${value}” is no state; it is ${ASKED_STATES.join(', ')}.` })
    } else if (key === 'event') {
      twice(event)
      event = value
    } else if (key === 'unit') {
      twice(unit)
      const asked = COUNTING_UNITS.find((each) => each === value)
      if (asked) unit = asked
      else faults.push({ at, message: `“${value}” is no counting unit; it is person or family.` })
    } else attributes.push({ key, value })
  })
  return { attributes, state, event, unit, faults }
}

/** Whether the case is as asked; what it does not say leaves it open. */
export function caseFits(
  entry: CaseEntry,
  attributes: readonly CaseAttribute[],
): 'yes' | 'no' | 'perhaps' {
  let answer: 'yes' | 'perhaps' = 'yes'
  for (const { key, value } of attributes) {
    const actual = attributeOf(entry, key)
    if (actual === '') answer = 'perhaps'
    else if (actual !== value) return 'no'
  }
  return answer
}

/** The folded value of a key; empty where the case does not say. A plain ground is its own value. */
export function attributeOf(entry: CaseEntry, key: string): string {
  switch (key) {
    case 'category':
      return fold(entry.category)
    case 'region':
      return fold(entry.region)
    case 'authority':
      return fold(entry.authority)
    case 'ground': {
      const keys = readDetail(entry.ground)
      return keys.get(key) ?? (keys.size === 0 ? fold(entry.ground) : '')
    }
    default:
      return readDetail(entry.ground).get(key) ?? ''
  }
}
