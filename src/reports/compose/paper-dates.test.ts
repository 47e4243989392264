import { expect, it } from 'vitest'
import { dateOnPaper } from './paper-dates.ts'
import { PAPER_LANGUAGES } from './representation-list-words.ts'

it.each([
  ['1955', '1955'],
  ['1955~', 'about 1955'],
  ['1955-04', 'April 1955'],
  ['1955-04-02', '2 April 1955'],
  ['1955?', '1955 (uncertain)'],
  ['1955%', 'about 1955 (uncertain)'],
  ['1950/1952', '1950 – 1952'],
  ['1950-04~/1952', 'about April 1950 – 1952'],
  ['../1952', '1952 or before'],
  ['195X', '1950 – 1959'],
  ['not a date', 'not a date'],
])('%s is “%s” on an English paper', (text, words) => {
  expect(dateOnPaper(text, 'en')).toBe(words)
})

it('stands in the words of the language of the paper, in Western digits', () => {
  const said = PAPER_LANGUAGES.map((language) => dateOnPaper('1955-04~', language))
  expect(said[1]).toMatch(/^приблизительно апрель 1955/)
  expect(said[2]).toBe('vers avril 1955')
  expect(new Set(said).size).toBe(PAPER_LANGUAGES.length)
  for (const each of said) expect(each).toMatch(/1955/)
  for (const each of said) expect(each).not.toContain('~')
})
