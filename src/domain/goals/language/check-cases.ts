/**
 * Checks what a benchmark says of the register: `stock`, `count` and `net` of `cases where …`, and the
 * lists it names (rules R220–R222).
 */
import { COUNTING_UNITS } from '../../basics/counting-unit.ts'
import {
  ASKED_STATES,
  CASE_CONDITION_KEYS,
  readCaseConditions,
} from '../../cases/case-conditions.ts'
import { CASE_EVENT_KINDS } from '../../cases/case-event.ts'
import { CASE_CATEGORIES } from '../../cases/case.ts'
import { fold } from '../../evidence/detail.ts'
import type { Tell } from './known-names.ts'
import { nearest } from './nearest-name.ts'
import type { Argument, Condition, Measure, Span } from './syntax.ts'

type Subject = Extract<Argument, { argument: 'subject' }>

export function checkCases(measure: Measure, subject: Subject, span: Span, tell: Tell): void {
  const { state, event, faults } = readCaseConditions(subject.where)
  for (const { at, message } of faults) tell('error', subject.where[at]?.span ?? span, message)
  for (const condition of subject.where) checkCondition(condition, tell)
  const isStock = measure.name === 'stock' || measure.name === 'share'
  if (isStock) {
    refuse(subject, 'event', 'count and net ask for an event; a stock is of cases in a state', tell)
    if (measure.window !== null && measure.window.window !== 'at')
      tell(
        'error',
        span,
        `${measure.name} of cases is of a day: write at DATE, or nothing for the day asked.`,
      )
    return
  }
  refuse(subject, 'state', `${measure.name} asks for an event; stock asks for a state`, tell)
  if (event === null && state === null)
    tell(
      'error',
      subject.span,
      `${measure.name} of cases needs what happened: cases where event = "released".`,
    )
}

function refuse({ where }: Subject, key: string, why: string, tell: Tell): void {
  for (const condition of where)
    if (fold(condition.key) === key) tell('error', condition.span, `${why}.`)
}

/** What may stand after a key, where the rules read it. */
export const CASE_WORDS: Readonly<Record<string, readonly string[]>> = {
  category: CASE_CATEGORIES,
  state: ASKED_STATES,
  event: CASE_EVENT_KINDS,
  unit: COUNTING_UNITS,
}
/** Where another word is the programme's own, and no fault. */
const OPEN_KEYS = ['category', 'event']

function checkCondition({ key, value, span }: Condition, tell: Tell): void {
  const [asked, said] = [fold(key), fold(value)]
  const isOwn = (CASE_CONDITION_KEYS as readonly string[]).includes(asked)
  const nearKey = isOwn ? undefined : nearest(asked, CASE_CONDITION_KEYS)
  if (nearKey !== undefined)
    tell('error', span, `“${key}” is no key of a case. Did you mean “${nearKey}”?`)
  else if (!isOwn)
    tell(
      'warning',
      span,
      `“${key}” is looked for in the ground of each case; a case without it may or may not fit.`,
    )
  const words = OPEN_KEYS.includes(asked) ? CASE_WORDS[asked] : undefined
  if (!words || words.includes(said)) return
  const near = nearest(said, words)
  if (near !== undefined)
    tell('error', span, `“${value}” is no ${asked} that a rule knows. Did you mean “${near}”?`)
  else
    tell('warning', span, `“${value}” is a word of the programme’s own: no rule says what it does.`)
}
