import { describe, expect, it } from 'vitest'
import { aCase, aFamily, anAct, aRegister } from '../../../test/told-register.ts'
import { calendarDate } from '../basics/calendar-date.ts'
import { netAccount, netAround } from './net-accounting.ts'

const [FROM, TO] = [calendarDate('1987-02-01'), calendarDate('1987-04-30')]
const cases = ['1', '2', '3', '4', '5', '6'].map((each) => aCase(`c-${each}`, `p-${each}`))

function account(acts: Parameters<typeof aRegister>[0]['acts'], families = aFamily('f-0')) {
  const view = aRegister({ cases, families, acts: acts ?? [] }).asKnownOn(
    calendarDate('1988-01-01'),
  )
  return netAccount(view, FROM, TO)
}

describe('the account of what happened', () => {
  it('sets releases against detentions and re-detentions', () => {
    const { lines, net } = account([
      anAct('c-1', 'detained', '1980'),
      anAct('c-1', 'released', '1987-02-07'),
      anAct('c-2', 'released', '1987-02-08'),
      anAct('c-2', 're-detained', '1987-03-25'),
      anAct('c-3', 'detained', '1987-03-26'),
      anAct('c-4', 'expelled', '1987-04-01'),
      anAct('c-5', 'died', '1987-04-02'),
    ])
    const persons = Object.fromEntries(
      Object.entries(lines).map(([line, { person }]) => [line, person]),
    )
    expect(persons).toEqual({
      released: 2,
      servedOut: 0,
      newlyDetained: 1,
      reDetained: 1,
      lateListed: 0,
      expelled: 1,
      died: 1,
    })
    expect(net).toEqual({ family: 0, person: 0 })
  })

  it('takes a detention after a release for a re-detention', () => {
    const { lines } = account([
      anAct('c-1', 'released', '1987-02-07'),
      anAct('c-1', 'detained', '1987-03-07'),
    ])
    expect([lines.reDetained.person, lines.newlyDetained.person]).toEqual([1, 0])
  })

  it('earns nothing from a sentence that was served out', () => {
    const { lines, net } = account([
      anAct('c-1', 'released', '1987-02-07', { detail: 'because: served out' }),
    ])
    expect([lines.released.person, lines.servedOut.person, net.person]).toEqual([1, 1, 0])
  })

  it('shows those who were held before and became known only within the days', () => {
    const { lines } = account([
      anAct('c-1', 'detained', '1986-05-01', { known: '1987-03-01' }),
      anAct('c-2', 'detained', '1986-05-01', { known: '1986-06-01' }),
    ])
    expect(lines.lateListed.person).toBe(1)
    expect(lines.newlyDetained.person).toBe(0)
  })

  it('leaves what is likely beside the count', () => {
    const { lines } = account([anAct('c-1', 'released', '1987-02-07', { verification: 'likely' })])
    expect(lines.released).toEqual({ person: 0, family: 0, inDoubt: { person: 1, family: 1 } })
  })

  it('counts a family once', () => {
    const { lines } = account(
      [anAct('c-1', 'released', '1987-02-07'), anAct('c-2', 'released', '1987-02-07')],
      aFamily('f-1', 'p-1', 'p-2'),
    )
    expect([lines.released.person, lines.released.family]).toEqual([2, 1])
  })

  it('has the day itself in the months after it', () => {
    const view = aRegister({ cases, acts: [anAct('c-1', 'released', '1987-02-07')] }).asKnownOn(TO)
    const { before, after } = netAround(view, calendarDate('1987-02-07'), 3)
    expect([before.from, before.to, after.from, after.to]).toEqual([
      '1986-11-07',
      '1987-02-06',
      '1987-02-07',
      '1987-05-06',
    ])
    expect([before.net.person, after.net.person]).toEqual([0, 1])
  })
})
