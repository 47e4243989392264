import { describe, expect, it } from 'vitest'
import {
  aCase,
  aFamily,
  anAct,
  aRegister,
  type RegisterParts,
} from '../../../test/told-register.ts'
import { calendarDate } from '../basics/calendar-date.ts'
import { parseInclusionRule, ruleInWords } from './inclusion-rule.ts'
import { candidatesOf, wholeMonths } from './rule-candidates.ts'

const ON = calendarDate('1987-09-17')

function answers(text: string, parts: RegisterParts) {
  const { rule, faults } = parseInclusionRule(text)
  if (!rule) throw new Error(faults[0]?.message)
  return candidatesOf(rule, aRegister(parts).asKnownOn(ON), ON)
}

const spouse = {
  cases: [aCase('c-1', 'p-1', 'divided-spouse')],
  acts: [anAct('c-1', 'refused', '1980-01-10'), anAct('c-1', 'refused', '1983-05')],
}

describe('a rule', () => {
  it('takes spouses after two refusals', () => {
    const rule = 'category = "divided-spouse" and count(refused) >= 2 and not resolved'
    const [candidate] = answers(rule, spouse)
    expect(candidate).toMatchObject({
      answer: 'yes',
      why: [
        'Its category is “divided-spouse”.',
        'Refused 2 times; at least 2 is asked.',
        'It is not resolved.',
      ],
    })
  })

  it('says of a no only what forbids it', () => {
    const [candidate] = answers('category = "divided-spouse" and count(refused) >= 3', spouse)
    expect(candidate).toMatchObject({
      answer: 'no',
      why: ['Refused 2 times; at least 3 is asked.'],
    })
  })

  it('cannot tell where a refusal is not confirmed', () => {
    const acts = [...spouse.acts, anAct('c-1', 'refused', '1985', { verification: 'likely' })]
    const [candidate] = answers('count(refused) >= 3', { ...spouse, acts })
    expect(candidate).toMatchObject({
      answer: 'unknown',
      why: ['Refused 2 times, and 1 time not confirmed; at least 3 is asked.'],
    })
  })

  it('cannot tell what the case does not say', () => {
    expect(answers('region = "Armenia"', spouse)[0]?.answer).toBe('unknown')
    expect(answers('not region = "Armenia"', spouse)[0]?.answer).toBe('unknown')
    expect(answers('category = "exile" or region = "Armenia"', spouse)[0]?.answer).toBe('unknown')
  })

  it('counts refusals of one day once, and persons', () => {
    const parts = {
      families: aFamily('f-1', 'p-1', 'p-2'),
      cases: [aCase('c-1', 'f-1', 'divided-family')],
      acts: [
        anAct('c-1', 'refused', '1980-01-10', { person: 'p-1' }),
        anAct('c-1', 'refused', '1980-01-10', { person: 'p-2' }),
      ],
    }
    expect(answers('count(refused) = 1 and persons >= 2', parts)[0]?.answer).toBe('yes')
  })

  it('reads months since the first, state and death', () => {
    expect(answers('months(refused) >= 90', spouse)[0]?.answer).toBe('yes')
    expect(answers('months(refused) >= 93', spouse)[0]?.answer).toBe('no')
    expect(answers('state = "refused" and not died', spouse)[0]?.answer).toBe('yes')
  })

  it('binds not, then and, then or', () => {
    expect(answers('resolved or not died and state = "refused"', spouse)[0]?.answer).toBe('yes')
    expect(answers('(resolved or not died) and resolved', spouse)[0]?.answer).toBe('no')
  })

  it('is said in a sentence', () => {
    const { rule } = parseInclusionRule('category = "exile" and (count(refused) >= 2 or not died)')
    expect(ruleInWords(rule!)).toBe('category is “exile” and (refused at least 2 times or alive)')
  })
})

describe('a fault', () => {
  it.each([
    ['category = prisoner', 1, 12, 'words in quotes'],
    ['category = "prisoner', 1, 12, 'not closed'],
    ['count(refused) >= two', 1, 19, 'a whole number'],
    ['resolved and\n  ; died', 2, 3, 'has no meaning'],
    ['resolved died', 1, 10, '“and”, “or” or the end'],
    ['(resolved', 1, 10, '“)”'],
    ['category >= "prisoner"', 1, 10, 'compared with words'],
    ['', 1, 1, 'a test'],
  ])('in %j stands at line %i, column %i', (text, line, column, message) => {
    const { rule, faults } = parseInclusionRule(text)
    expect(rule).toBeNull()
    expect(faults[0]).toMatchObject({ line, column })
    expect(faults[0]!.message).toContain(message)
  })

  it('does not run out of room in a rule that is too deep', () => {
    const { faults } = parseInclusionRule('('.repeat(5000))
    expect(faults[0]!.message).toContain('less deep')
  })
})

it('whole months end on the day of the month, or on the last of a shorter one', () => {
  const months = (from: string, to: string) => wholeMonths(calendarDate(from), calendarDate(to))
  expect(months('1974-01-31', '1974-02-28')).toBe(1)
  expect(months('1974-01-15', '1974-02-14')).toBe(0)
  expect(months('1974-01-15', '1975-01-15')).toBe(12)
})
