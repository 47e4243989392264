import { describe, expect, it } from 'vitest'
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import { readWrittenDate } from './written-date.ts'
import type { DateOrder } from './written-date.ts'

const TODAY = '2026-11-22' as CalendarDate
const read = (
  text: string,
  order: DateOrder | null = null,
  notAfter: CalendarDate | null = TODAY,
) => readWrittenDate(text, { order, notAfter })

it.each([
  ['1987-03-12', '1987-03-12'],
  ['1987-03', '1987-03'],
  ['1987', '1987'],
  ['1987-04~', '1987-04~'],
  ['1987-03/1987-09', '1987-03/1987-09'],
  ['12.03.1987', '1987-03-12'],
  ['12.03.1987 г.', '1987-03-12'],
  ['1987-03-12T10:30:00', '1987-03-12'],
  ['1987/3/12', '1987-03-12'],
  ['19870312', '1987-03-12'],
  ['03/1987', '1987-03'],
  ['3.1987', '1987-03'],
  ['1987/03', '1987-03'],
  ['March 1987', '1987-03'],
  ['Mar-87', '1987-03'],
  ['12 March 1987', '1987-03-12'],
  ['12th of March, 1987', '1987-03-12'],
  ['March 12, 1987', '1987-03-12'],
  ['в марте 1987 года', '1987-03'],
  ['12 марта 1987 г.', '1987-03-12'],
  ['12 березня 1987', '1987-03-12'],
  ['1er août 1987', '1987-08-01'],
  ['12 de marzo de 1987', '1987-03-12'],
  ['1987年3月12日', '1987-03-12'],
  ['1987年3月', '1987-03'],
  ['۱۹۸۷-۰۳-۱۲', '1987-03-12'],
  ['c. 1987', '1987~'],
  ['около 1987', '1987~'],
  ['1987-1989', '1987/1989'],
  ['1987/88', '1987/1988'],
  ['25/3/1987', '1987-03-25'],
  ['3/25/1987', '1987-03-25'],
  ['5/5/1987', '1987-05-05'],
])('reads %s as %s', (text, expected) => {
  expect(read(text)).toMatchObject({ is: 'date', date: { text: expected } })
})

describe('what can be read in two ways', () => {
  it('is not guessed at', () => {
    expect(read('3/12/87')).toEqual({
      is: 'ambiguous',
      remark:
        '“3/12/87” may be 1987-12-03 or 1987-03-12; say in which order the list writes day and month.',
    })
    expect(read('31868')).toMatchObject({ is: 'ambiguous' })
  })

  it('is read as the list says it writes', () => {
    expect(read('3/12/87', 'day-month-year')).toMatchObject({ date: { text: '1987-12-03' } })
    expect(read('3/12/87', 'month-day-year')).toMatchObject({ date: { text: '1987-03-12' } })
    expect(read('25/3/87', 'month-day-year')).toEqual({
      is: 'ambiguous',
      remark:
        '“25/3/87” is no day in the order month-day-year, and is one (1987-03-25) in the other.',
    })
  })

  it('takes a year of two digits for the last of that ending, and says so, or not at all', () => {
    expect(read('12.03.26')).toMatchObject({
      date: { text: '2026-03-12' },
      remark: 'The year “26” was read as 2026.',
    })
    expect(read('12.03.27')).toMatchObject({ date: { text: '1927-03-12' } })
    expect(read('12.03.27', null, null)).toMatchObject({ is: 'ambiguous' })
  })
})

it('keeps of a date that does not exist what does', () => {
  expect(read('29.02.1954')).toMatchObject({ is: 'impossible', rest: { text: '1954-02' } })
  expect(read('1954-02-29')).toMatchObject({ is: 'impossible', rest: { text: '1954-02' } })
  expect(read('31/13/1987')).toMatchObject({ is: 'impossible', rest: { text: '1987' } })
  expect(read('1987-13')).toMatchObject({ is: 'impossible', rest: { text: '1987' } })
  expect(read('1989-1987')).toMatchObject({ is: 'impossible', rest: { text: '1989' } })
})

it.each(['unknown', 'N/A', '-', '?', 'неизвестно', '不详', ''])('knows %s for unknown', (text) => {
  expect(read(text)).toEqual({ is: 'unknown' })
})

it.each(['life', 'Life imprisonment', 'пожизненно', '无期徒刑'])('knows %s for life', (text) => {
  expect(read(text)).toEqual({ is: 'life' })
})

it('finds the one year in words that are no date', () => {
  expect(read('spring of 1987, it is said')).toMatchObject({
    is: 'no date',
    rest: { text: '1987~' },
  })
  expect(read('1986 or 1988')).toMatchObject({ is: 'no date', rest: null })
  expect(read('last summer')).toMatchObject({ is: 'no date', rest: null })
})
