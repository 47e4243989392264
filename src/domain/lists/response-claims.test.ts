import { expect, it } from 'vitest'
import { aCase, anAct, aRegister, someLists } from '../../../test/told-register.ts'
import { calendarDate } from '../basics/calendar-date.ts'
import type { CaseEventEntry } from '../cases/case-event.ts'
import { claimOf, openClaims } from './response-claims.ts'
import type { ResponseCode } from './response.ts'

const ON = calendarDate('1974-12-31')

function claim(code: ResponseCode, acts: readonly CaseEventEntry[] = [], asOf = ON) {
  const { responses } = someLists([], [{ code, date: calendarDate('1974-07-10') }])
  const view = aRegister({ cases: [aCase('c-1', 'p-1', 'refused-exit')], acts }).asKnownOn(ON)
  return claimOf(view, responses[0]!, asOf)
}

it('their word that someone has left stays to be verified', () => {
  expect(claim('already-departed')).toMatchObject({
    standing: 'open',
    toVerify: 'Has the person left, and arrived? Ask the family and the post abroad.',
  })
})

it('a confirmed arrival of before the answer bears it out', () => {
  const acts = [anAct('c-1', 'arrived', '1974-05-01')]
  expect(claim('already-departed', acts)).toMatchObject({
    standing: 'confirmed',
    happenings: [{ kind: 'arrived' }],
  })
})

it('a refusal after the answer speaks against it', () => {
  const acts = [anAct('c-1', 'refused', '1974-08-01')]
  expect(claim('already-departed', acts).standing).toBe('contradicted')
  expect(claim('already-departed', acts, calendarDate('1974-07-31')).standing).toBe('open')
})

it('an unconfirmed happening bears nothing out', () => {
  const acts = [anAct('c-1', 'arrived', '1974-08-01', { verification: 'likely' })]
  expect(claim('pledged', acts).standing).toBe('open')
})

it('a promise is borne out by arrival and not by departure', () => {
  expect(claim('pledged', [anAct('c-1', 'departed', '1974-08-01')]).standing).toBe('open')
  expect(claim('pledged', [anAct('c-1', 'arrived', '1974-08-01')]).standing).toBe('confirmed')
})

it('an answer that claims nothing has nothing to verify', () => {
  expect(claim('none').standing).toBe('nothing-to-verify')
  expect(claim('token').toVerify).toBeNull()
})

it('open claims are those that nobody has borne out or disproved', () => {
  const { responses } = someLists([], [{ code: 'pledged' }, { code: 'token' }])
  const view = aRegister({ cases: [aCase('c-1', 'p-1', 'refused-exit')] }).asKnownOn(ON)
  expect(openClaims(view, responses, ON).map(({ response }) => response.code)).toEqual(['pledged'])
})
