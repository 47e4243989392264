import { describe, expect, it } from 'vitest'
import { rowsOfCells, rowsOfText } from './their-rows.ts'

const said = (text: string) =>
  rowsOfText(text).map(({ name, birth, answer, words, case: id }) => [
    name,
    birth,
    answer,
    words,
    id,
  ])

describe('their list', () => {
  it('is read line by line, without its numbers, births apart', () => {
    expect(
      said('1. Orlenko, Pavel, b. 1961 – already departed\n\n№ 2 Марду́к Лев: отказано'),
    ).toEqual([
      ['Orlenko, Pavel', '1961', 'already departed', '', ''],
      ['Марду́к Лев', '', 'отказано', '', ''],
    ])
  })

  it('keeps a comma between surname and name, and a hyphen within one', () => {
    expect(said('Rimsky-Korsan, Anna')).toEqual([['Rimsky-Korsan, Anna', '', '', '', '']])
  })

  it('is read by its headings, in whatever order and language', () => {
    expect(said('Ответ;ФИО;Дата рождения\nотказ;Орленко Павел;02.04.1961')).toEqual([
      ['Орленко Павел', '02.04.1961', 'отказ', '', ''],
    ])
    expect(said('case,name,response,remarks\nc-10,"Orlenko, Pavel",refuses,"no, not now"')).toEqual(
      [['Orlenko, Pavel', '', 'refuses', 'no, not now', 'c-10']],
    )
  })

  it('is read without headings where it is a table: number, name, birth, answer', () => {
    expect(said('1\tOrlenko Pavel\t1961\trefused\n2\tMarduk Lev\t1955\tleft')).toEqual([
      ['Orlenko Pavel', '1961', 'refused', '', ''],
      ['Marduk Lev', '1955', 'left', '', ''],
    ])
  })

  it('puts surname and given name together, and counts rows as they were given', () => {
    const rows = rowsOfCells([
      ['Surname', 'Given name'],
      ['', ''],
      ['Orlenko', 'Pavel'],
    ])
    expect(rows.map(({ row, name }) => [row, name])).toEqual([[3, 'Orlenko Pavel']])
  })

  it('is refused where it cannot be read, or is too long', () => {
    expect(() => rowsOfText('name,answer\n"Orlenko,refused')).toThrow(
      /quotation mark is not closed/,
    )
    expect(() => rowsOfText('a\n'.repeat(20_001))).toThrow(/at most 20,000/)
  })
})
