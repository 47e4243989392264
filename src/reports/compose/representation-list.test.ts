import { describe, expect, it } from 'vitest'
import { joinedTables, plainText } from '../document.ts'
import { renderPdf } from '../render/pdf.ts'
import { pdfCharacters } from '../pdf-parts.ts'
import { composeRepresentationList, type ListPaper } from './representation-list.ts'
import { PAPER_LANGUAGES, PAPER_WORDS } from './representation-list-words.ts'

const PAPER: ListPaper = {
  language: 'ru',
  number: 'XX',
  title: 'List twenty',
  version: '1',
  date: '2026-11-20',
  handedOver: { by: 'Ambassador', to: 'Deputy minister', rank: '' },
  entries: [
    {
      category: 'prisoner',
      region: '',
      persons: [{ name: 'Томас Белан', script: 'Cyrl', latin: 'Tomas Belan', born: '1970-10-10' }],
    },
    {
      category: 'refused-exit',
      region: 'North',
      persons: [
        { name: 'Павел Орленко', script: 'Cyrl', latin: 'Pavel Orlenko', born: '1961~' },
        { name: 'Irina Orlenko', script: 'Latn', latin: null, born: '' },
      ],
    },
    {
      category: 'prisoner',
      region: 'South',
      persons: [{ name: 'Лев Мардук', script: 'Cyrl', latin: null, born: '' }],
    },
  ],
  families: 3,
  persons: 4,
  madeOn: '2026-11-20',
}

const rows = (paper: ListPaper) =>
  joinedTables(composeRepresentationList(paper))[0]?.rows.map(({ cells }) =>
    cells.map(({ text }) => plainText(text)),
  )

describe('a list on paper', () => {
  it('numbers entries through, category by category, each person on a line', () => {
    expect(rows(PAPER)).toEqual([
      ['1', 'Томас Белан', 'Tomas Belan', '10 октября 1970 г.', 'не указан', 'Заключённые'],
      ['2', 'Лев Мардук', '', '', 'South', 'Заключённые'],
      [
        '3',
        'Павел Орленко',
        'Pavel Orlenko',
        'приблизительно 1961',
        'North',
        'Лица, которым отказано в выезде',
      ],
      ['3', 'Irina Orlenko', '', '', 'North', 'Лица, которым отказано в выезде'],
    ])
  })

  it('counts persons and family units', () => {
    const { metadata } = composeRepresentationList(PAPER)
    expect(metadata.map(({ value }) => plainText(value))).toContain('Семей: 3; лиц: 4')
  })

  it('says on every page of a draft that it is one, and never on what is handed over', async () => {
    const draft = composeRepresentationList({ ...PAPER, handedOver: null })
    expect(draft.words.page).toContain(PAPER_WORDS.ru.draft)
    expect(draft.subtitle).toContain(PAPER_WORDS.ru.draft)
    const text = JSON.stringify(composeRepresentationList(PAPER))
    expect(text).not.toContain(PAPER_WORDS.ru.draft)
  })

  it.each(PAPER_LANGUAGES)('has every word in %s', (language) => {
    const words = PAPER_WORDS[language]
    const empty = Object.entries(words).filter(([, word]) => word === '')
    expect(empty).toEqual([])
    expect(composeRepresentationList({ ...PAPER, language }).language).toBe(language)
  })

  it('has its title and fixed words in the language of the paper, the list’s own title as entered', () => {
    const { title, subtitle, metadata } = composeRepresentationList(PAPER)
    expect([title, subtitle]).toEqual(['Представительский список XX', 'List twenty'])
    for (const { label } of metadata) expect(label).not.toMatch(/[A-Za-z]/)
    expect(metadata.map(({ value }) => plainText(value))).toContain('20 ноября 2026 г.')
  })

  it('prints names in Cyrillic letters into the PDF', async () => {
    const characters = pdfCharacters(await renderPdf(composeRepresentationList(PAPER)))
    expect([...'Томас'].every((letter) => characters.includes(letter))).toBe(true)
  })
})
