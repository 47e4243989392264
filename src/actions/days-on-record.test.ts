import { describe, expect, it } from 'vitest'
import { calendarDate } from '../domain/basics/calendar-date.ts'
import { widened } from './days-on-record.ts'

const today = calendarDate('2026-11-22')
const span = (from: string, to: string) => ({ from: calendarDate(from), to: calendarDate(to) })

describe('the days that a programme can be looked at on', () => {
  it('are those of its cases and lists where it has no evidence', () => {
    expect(widened(null, span('1971-05-01', '1975-05-20'), today)).toEqual(
      span('1971-01-01', '1975-12-31'),
    )
  })

  it('go on to the last list, and begin where the programme begins', () => {
    expect(
      widened(span('1985-01-01', '1989-12-31'), span('1968-03-01', '1991-02-01'), today, true),
    ).toEqual(span('1985-01-01', '1991-12-31'))
  })

  it('begin with the first case where the programme does not say when it begins', () => {
    expect(
      widened(span('1985-01-01', '1989-12-31'), span('1968-03-01', '1975-02-01'), today),
    ).toEqual(span('1968-01-01', '1989-12-31'))
  })

  it('are this year where nothing is on record', () => {
    expect(widened(null, null, today)).toEqual(span('2026-01-01', '2026-12-31'))
  })

  it('reach this year where something is on record of the last two, and not of a programme of the past', () => {
    expect(widened(null, span('2023-01-01', '2024-06-01'), today).to).toBe('2026-12-31')
    expect(widened(null, span('2020-01-01', '2023-06-01'), today).to).toBe('2023-12-31')
  })
})
