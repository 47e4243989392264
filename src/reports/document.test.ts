import { describe, expect, it } from 'vitest'
import { numberNotes, plainText, runDirection, tablesOf, withGroupHeadings } from './document.ts'
import { FULL_DOCUMENT, someDocument } from './some-document.ts'

const call = (note: string) => ({ kind: 'paragraph', text: [{ note }] }) as const
const note = (id: string) => ({ id, text: [id] })

describe('numberNotes', () => {
  it('numbers notes by their first references, in whatever order they are listed', () => {
    const body = [call('b'), call('a'), call('b')]
    const notes = numberNotes(someDocument({ body, notes: [note('a'), note('b')] }))
    expect([...notes.values()].map(({ id, number }) => [id, number])).toEqual([
      ['b', 1],
      ['a', 2],
    ])
  })

  it('reads a table by its caption and then row by row', () => {
    const numbers = [...numberNotes(FULL_DOCUMENT).values()].map(({ id }) => id)
    expect(numbers).toEqual(['first', 'second', 'third'])
  })

  it('refuses a reference without a note, an id used twice and a note that nothing refers to', () => {
    const refused = (body: ReturnType<typeof call>[], ids: string[]) => () =>
      numberNotes(someDocument({ body, notes: ids.map(note) }))
    expect(refused([call('a')], [])).toThrow('There is no note "a".')
    expect(refused([call('a')], ['a', 'a'])).toThrow('Two notes have the same id.')
    expect(refused([], ['a'])).toThrow('Nothing refers to the note "a".')
  })
})

describe('a report', () => {
  it('gives its words without marks of notes', () => {
    expect(plainText(['a ', { text: 'b', strong: true }, { note: 'n' }, '.'])).toBe('a b.')
  })

  it('lets codes and days run left to right, and other words as their surroundings', () => {
    expect(runDirection({ text: '1988-04-01', mono: true })).toBe('ltr')
    expect(runDirection({ text: 'x', mono: true, direction: 'rtl' })).toBe('rtl')
    expect(runDirection({ text: 'x' })).toBeUndefined()
  })

  it('puts one heading over rows of one group', () => {
    const rows = tablesOf(FULL_DOCUMENT).flatMap((table) => withGroupHeadings(table.rows))
    expect(rows.map(({ heading }) => heading && plainText(heading))).toEqual([
      'NCSJ',
      undefined,
      'ICM',
    ])
  })
})
