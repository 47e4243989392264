import { describe, expect, it } from 'vitest'
import { buildNameIndex, decisionOf, findMatches, searchNames } from './match-names.ts'

// Invented people, as few as a list may hold.
const index = buildNameIndex([
  { id: 'p-1', names: [{ value: 'Pavel Orlenko' }, { value: 'Павел Орленко' }] },
  { id: 'p-2', names: [{ value: 'Мария Орленко' }] },
  { id: 'p-3', names: [{ value: 'Jan Tesar' }] },
])
const decide = (value: string) => decisionOf(findMatches(index, { id: 'x', names: [{ value }] }))

describe('in a register of three', () => {
  it('a stranger is not taken for somebody because few are on record', () => {
    for (const name of ['Orlenko Ivan', 'Pavel Novak', 'Ivan Petrov', 'Jan Novotny'])
      expect(decide(name), name).toBe('new')
  })

  it('who is on record is found under another spelling and script', () => {
    for (const name of ['Orlenko Pavel', 'Mariya Orlenko', 'Jan Tesař', 'Орленко Павел'])
      expect(decide(name), name).toBe('match')
  })

  it('a family name that two bear is left to a person', () => {
    expect(decide('Orlenko')).toBe('review')
  })

  it('a search in one script finds who is on record in another, also where the very word is there', () => {
    expect(searchNames(index, 'Orlenko')).toEqual(['p-1', 'p-2'])
    expect(searchNames(index, 'орлен')).toEqual(expect.arrayContaining(['p-1', 'p-2']))
  })
})
