import { expect, it } from 'vitest'
import { aRecord, aSource } from '../../test/record-builders.ts'
import { EntryRefused, readEventRow, readFigureRow, referencesOf, taken } from './form-entries.ts'
import type { Typed } from './form-entries.ts'

const source = aSource()
const references = referencesOf(aRecord({ sources: [source] }))
const event: Typed = { id: 'voa-off', date: '1987-05-25', kind: 'refusal', source: source.id }
const figure: Typed = {
  series: 'emigration',
  reporter: 'NCSJ',
  from: '1988-07',
  to: '1988-07',
  value: '1698',
  source: source.id,
}

const fieldsOf = (read: () => unknown) => {
  try {
    read()
  } catch (error) {
    if (error instanceof EntryRefused) return error.fields
    throw error
  }
  return undefined
}

it('says at which field each thing is wrong, past commas, quotes, lines and other scripts', () => {
  const typed = { ...event, subject: 'a "b", c', detail: 'place: Ленинград\nnote: x', known: '1' }
  const fields = fieldsOf(() => taken(readEventRow({ ...typed, source: 'nobody' }, references)))
  expect(fields?.map(({ pointer }) => pointer)).toEqual(
    expect.arrayContaining(['/known', '/source']),
  )
})

it('names no standard where it says how a date is written', () => {
  const fields = fieldsOf(() => taken(readEventRow({ ...event, date: '1988-13-01' }, references)))
  expect(fields).toMatchObject([{ pointer: '/date', detail: expect.stringContaining('1987-04') }])
  expect(fields?.[0]?.detail).not.toContain('EDTF')
})

it('points into the list where several figures are given', () => {
  const read = readFigureRow({ ...figure, value: '3,092' }, references)
  expect(fieldsOf(() => taken(read))).toMatchObject([{ pointer: '/figures/0/value' }])
  expect(fieldsOf(() => taken(read, 3))).toMatchObject([{ pointer: '/figures/2/value' }])
})
