import { describe, expect, it } from 'vitest'
import { aConsent } from '../../../test/told-register.ts'
import { calendarDate } from '../basics/calendar-date.ts'
import type { FamilyId, PersonId } from '../basics/ids.ts'
import type { ConsentEntry } from './consent.ts'
import { consentInWords, consentOn, expiresWithin } from './consent-standing.ts'

const ON = calendarDate('1975-05-20')

function standingOf(consents: readonly ConsentEntry[], on = ON, persons = ['p-1']) {
  return consentOn(
    consents.map((each, at) => ({ ...each, entry: at + 1 })),
    {
      persons: persons.map((person) => person.split('=') as PersonId[]),
      families: ['f-1' as FamilyId],
    },
    'list-to-the-government',
    on,
    on,
  )
}

describe('consentOn', () => {
  it('does not take silence for a yes', () => {
    expect(standingOf([])).toEqual({ standing: 'unknown', decidedBy: null })
  })

  it('does not take a yes to one use for a yes to another', () => {
    const toHold = aConsent('p-1', 'yes', '1975-01-01', { use: 'hold' })
    expect(standingOf([toHold]).standing).toBe('unknown')
  })

  it('lets the latest dated word count, whatever the order of the file', () => {
    const [yes, no] = [aConsent('p-1', 'yes', '1975-01-01'), aConsent('p-1', 'no', '1975-03-01')]
    expect(standingOf([yes, no]).standing).toBe('no')
    expect(standingOf([no, yes]).standing).toBe('no')
  })

  it('knows nothing of a word before the latest day of its date', () => {
    const yes = aConsent('p-1', 'yes', '1975-05')
    expect(standingOf([yes], calendarDate('1975-05-30')).standing).toBe('unknown')
    expect(standingOf([yes], calendarDate('1975-05-31')).standing).toBe('yes')
  })

  it('lets a yes hold until the end of its last day', () => {
    const yes = aConsent('p-1', 'yes', '1975-01-01', { expires: '1975-05-20' })
    expect(standingOf([yes]).standing).toBe('yes')
    expect(standingOf([yes], calendarDate('1975-05-21')).standing).toBe('expired')
  })

  it('lets no earlier yes come back when the last one is taken back', () => {
    const old = aConsent('p-1', 'yes', '1974-01-01')
    const last = aConsent('p-1', 'yes', '1975-01-01', { withdrawn: '1975-05-20' })
    expect(standingOf([old, last]).standing).toBe('withdrawn')
    expect(standingOf([old, last], calendarDate('1975-05-19')).standing).toBe('yes')
  })

  it('takes the yes of the family for someone who has said nothing', () => {
    const family = aConsent('f-1', 'yes', '1975-01-01', { by: 'family' })
    expect(standingOf([family]).standing).toBe('yes')
    expect(standingOf([aConsent('p-1', 'yes', '1975-01-01', { by: 'family' })]).standing).toBe(
      'yes',
    )
  })

  it('lets a person’s own refusal outrank the yes of the family, even a later one', () => {
    const own = aConsent('p-1', 'no', '1974-01-01')
    expect(standingOf([own, aConsent('f-1', 'yes', '1975-01-01', { by: 'family' })])).toEqual({
      standing: 'no',
      decidedBy: { ...own, entry: 1 },
    })
    const forHim = aConsent('p-1', 'yes', '1975-01-01', { by: 'family' })
    expect(standingOf([own, forHim]).standing).toBe('no')
  })

  it('hears a member who speaks for himself about the family', () => {
    const family = aConsent('f-1', 'yes', '1975-01-01', { by: 'family' })
    const member = aConsent('f-1', 'no', '1974-01-01', { by: 'p-1' })
    expect(standingOf([family, member]).standing).toBe('no')
  })

  it('lets the later word count between one’s own yes and the family’s refusal', () => {
    const own = aConsent('p-1', 'yes', '1975-01-01')
    const before = aConsent('f-1', 'no', '1974-01-01', { by: 'family' })
    const after = aConsent('f-1', 'no', '1975-02-01', { by: 'family' })
    expect(standingOf([own, before]).standing).toBe('yes')
    expect(standingOf([own, after]).standing).toBe('no')
  })

  it('asks everyone: one who has not agreed is enough', () => {
    const one = aConsent('p-1', 'yes', '1975-01-01')
    expect(standingOf([one], ON, ['p-1', 'p-2']).standing).toBe('unknown')
    const other = aConsent('p-2', 'no', '1975-01-01')
    expect(standingOf([one, other], ON, ['p-1', 'p-2']).standing).toBe('no')
  })

  it('hears what was said under an entry that was merged', () => {
    expect(standingOf([aConsent('p-9', 'no', '1975-01-01')], ON, ['p-1=p-9']).standing).toBe('no')
  })
})

it('a yes is about to expire when its last day lies within the months', () => {
  const standing = standingOf([aConsent('p-1', 'yes', '1975-01-01', { expires: '1975-06-20' })])
  expect(expiresWithin(standing, ON, 1)).toBe(true)
  expect(expiresWithin(standing, calendarDate('1975-05-19'), 1)).toBe(false)
  expect(expiresWithin(standingOf([aConsent('p-1', 'yes', '1975-01-01')]), ON, 99)).toBe(false)
})

it('says in words who decided and when', () => {
  expect(consentInWords(standingOf([aConsent('p-1', 'no', '1975-01')]))).toBe(
    'Refused by self on 1975-01.',
  )
  expect(consentInWords(standingOf([]))).toBe('Nobody has been asked.')
})
