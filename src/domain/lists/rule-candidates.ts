/**
 * Which cases an inclusion rule asks for on a day, and why (rules R172). What is not known of a case
 * leaves it a candidate that someone has to look at: neither in nor out.
 */
import type { CalendarDate } from '../basics/calendar-date.ts'
import { toDayNumber } from '../basics/calendar-date.ts'
import { fold } from '../evidence/detail.ts'
import { attributeOf } from '../cases/case-conditions.ts'
import { hasHappened } from '../cases/case-history.ts'
import type { CaseHappening } from '../cases/case-history.ts'
import { possibleStatesOn } from '../cases/case-state.ts'
import type { CaseGroup, RegisterView } from '../cases/register.ts'
import { all, any, isDoubtful, outcomeOn } from '../cases/resolved.ts'
import type { Answer } from '../cases/resolved.ts'
import type { InclusionRule, RuleComparison } from './inclusion-rule.ts'
import { inNumbers } from './inclusion-rule.ts'

/** How a case meets a rule; `why` has a sentence for each part that decides. */
export type RuleAnswer = { readonly answer: Answer; readonly why: readonly string[] }
export type Candidate = RuleAnswer & { readonly group: CaseGroup }

/** Every case on record with its answer, in the order of the file. */
export function candidatesOf(
  rule: InclusionRule,
  view: RegisterView,
  asOf: CalendarDate,
): readonly Candidate[] {
  return view.groups.map((group) => ({ group, ...meetsRule(rule, group, asOf) }))
}

/** Whether a case meets the rule as of a day. */
export function meetsRule(rule: InclusionRule, group: CaseGroup, asOf: CalendarDate): RuleAnswer {
  switch (rule.test) {
    case 'and':
    case 'or': {
      const parts = rule.parts.map((part) => meetsRule(part, group, asOf))
      const answers = parts.map(({ answer }) => answer)
      const answer = rule.test === 'and' ? all(answers) : any(answers)
      // Of a no, the parts that forbid it; of a yes to alternatives, those that are so.
      const deciding = rule.test === 'and' ? 'no' : 'yes'
      const decide = answer === deciding ? parts.filter((part) => part.answer === answer) : parts
      return { answer, why: decide.flatMap(({ why }) => why) }
    }
    case 'not': {
      const { answer, why } = meetsRule(rule.part, group, asOf)
      return { answer: not(answer), why }
    }
    case 'is':
      return isSo(group, rule.key, rule.value, rule.equal, asOf)
    case 'count':
      return countIs(group, rule.event, rule.op, rule.number, asOf)
    case 'months':
      return monthsAre(group, rule.event, rule.op, rule.number, asOf)
    case 'persons': {
      const persons = group.persons.length
      const answer = compare(persons, rule.op, rule.number) ? 'yes' : 'no'
      return { answer, why: [`It is the case of ${counted(persons, 'person')}.`] }
    }
    case 'resolved': {
      const answer = all(group.persons.map((person) => outcomeOn(group, person, asOf).answer))
      const words = { yes: 'It is resolved.', no: 'It is not resolved.', unknown: UNTOLD }
      return { answer, why: [words[answer]] }
    }
    case 'died': {
      const answer = all(group.persons.map((person) => hasDied(group, person, asOf)))
      const words = {
        yes: 'All persons of it have died.',
        no: 'Nobody is known to have died, or not all of them.',
        unknown: 'A death is reported and not confirmed.',
      }
      return { answer, why: [words[answer]] }
    }
  }
}

/** Whether a person's death by a day is on record. */
export function hasDied(
  group: CaseGroup,
  person: CaseGroup['persons'][number],
  asOf: CalendarDate,
): Answer {
  const deaths = group.happenings.filter(
    (each) => each.kind === 'died' && hasHappened(each, asOf) && group.concerns(each, person),
  )
  if (deaths.some(({ verification }) => verification === 'confirmed')) return 'yes'
  return deaths.some(isDoubtful) ? 'unknown' : 'no'
}

const UNTOLD = 'Whether it is resolved cannot be told: an entry that would decide is not confirmed.'

function isSo(
  group: CaseGroup,
  key: string,
  value: string,
  equal: boolean,
  asOf: CalendarDate,
): RuleAnswer {
  const asked = fold(value)
  const turned = (answer: Answer) => (equal ? answer : not(answer))
  if (key === 'state') {
    const answers = group.persons.map((person): Answer => {
      const { states } = possibleStatesOn(group, person, asOf)
      if (![...states].some((state) => state === asked)) return 'no'
      return states.size === 1 ? 'yes' : 'unknown'
    })
    const answer = any(answers)
    const words = {
      yes: `Its state is “${asked}”.`,
      no: `Its state is not “${asked}”.`,
      unknown: `Whether its state is “${asked}” is not confirmed.`,
    }
    return { answer: turned(answer), why: [words[answer]] }
  }
  const actual = attributeOf(group.leading, fold(key))
  if (actual === '') return { answer: 'unknown', why: [`Its ${key} is not on record.`] }
  const answer = actual === asked ? 'yes' : 'no'
  return { answer: turned(answer), why: [`Its ${key} is “${actual}”.`] }
}

function countIs(
  group: CaseGroup,
  event: string,
  op: RuleComparison,
  number: number,
  asOf: CalendarDate,
): RuleAnswer {
  const of = happeningsOf(group, event, asOf)
  const days = (some: readonly CaseHappening[]) =>
    new Set(some.map(({ earliest, latest }) => `${earliest}/${latest}`)).size
  const sure = days(of.filter(({ verification }) => verification === 'confirmed'))
  const most = days(of)
  const answers = Array.from({ length: most - sure + 1 }, (_, more) =>
    compare(sure + more, op, number),
  )
  const answer = answers.every(Boolean) ? 'yes' : answers.some(Boolean) ? 'unknown' : 'no'
  const doubt = most > sure ? `, and ${counted(most - sure, 'time')} not confirmed` : ''
  return {
    answer,
    why: [`${capital(event)} ${counted(sure, 'time')}${doubt}; ${inNumbers(op, number)} is asked.`],
  }
}

function monthsAre(
  group: CaseGroup,
  event: string,
  op: RuleComparison,
  number: number,
  asOf: CalendarDate,
): RuleAnswer {
  const [first] = happeningsOf(group, event, asOf).filter(
    ({ verification }) => verification === 'confirmed',
  )
  if (!first) return { answer: 'unknown', why: [`No confirmed “${event}” is on record.`] }
  const [least, most] = [wholeMonths(first.latest, asOf), wholeMonths(first.earliest, asOf)]
  const ends = [compare(least, op, number), compare(most, op, number)]
  const answer = ends.every(Boolean) ? 'yes' : ends.some(Boolean) ? 'unknown' : 'no'
  return {
    answer,
    why: [
      `First ${event} ${counted(least, 'month')} ago (${first.row.date.text}); ${inNumbers(op, number)} is asked.`,
    ],
  }
}

function happeningsOf(
  group: CaseGroup,
  event: string,
  asOf: CalendarDate,
): readonly CaseHappening[] {
  return group.happenings.filter(
    (each) =>
      fold(each.kind) === fold(event) &&
      hasHappened(each, asOf) &&
      (each.verification === 'confirmed' || isDoubtful(each)),
  )
}

/** Full months from one day to a later one. */
export function wholeMonths(from: CalendarDate, to: CalendarDate): number {
  if (to < from) return 0
  const [a, b] = [from, to].map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)))
  const months = (b ?? 0) - (a ?? 0)
  const [last] = [toDayNumber(to)]
  const short = to.slice(8) < from.slice(8) && !isMonthsLast(last)
  return short ? months - 1 : months
}

function isMonthsLast(day: number): boolean {
  return new Date((day + 1) * 86_400_000).getUTCDate() === 1
}

function compare(actual: number, op: RuleComparison, asked: number): boolean {
  switch (op) {
    case '=':
      return actual === asked
    case '!=':
      return actual !== asked
    case '>=':
      return actual >= asked
    case '<=':
      return actual <= asked
    case '>':
      return actual > asked
    case '<':
      return actual < asked
  }
}

function not(answer: Answer): Answer {
  return answer === 'unknown' ? 'unknown' : answer === 'yes' ? 'no' : 'yes'
}

function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`
}

function capital(word: string): string {
  return word.charAt(0).toLocaleUpperCase('en') + word.slice(1)
}
