import { expect, it } from 'vitest'
import { numberNotes, plainText, type Block, type ReportDocument } from '../document.ts'
import { composeCaseSheet, type CaseSheet } from './case-sheet.ts'

const sheet = (given: Partial<CaseSheet> = {}): CaseSheet => ({
  programme: 'Human rights in Norland',
  person: 'p-1',
  asOf: '1987-09-30',
  knownOn: '1987-12-31',
  madeOn: '1988-01-02',
  author: 'Ann',
  names: [
    { name: 'Yusuf al-Haddad', script: 'Latn', kind: 'official' },
    { name: 'يوسف الحداد', script: 'Arab', kind: 'official' },
    { name: 'Abu Salim', script: 'Latn', kind: 'alias' },
  ],
  births: ['1939~', '1941'],
  facts: [
    ['Sex', 'male'],
    ['Occupation', ''],
  ],
  family: [],
  urgency: [],
  cases: [
    {
      case: 'c-1',
      category: 'refused-exit',
      words: 'refused',
      since: '1986-05',
      resolved: false,
      doubt: ['The other side says: departed 1987-01. To be verified.'],
      ground: '',
      region: 'Suran',
      authority: '',
      events: [
        {
          date: '1986-05',
          known: '1986-06-01',
          kind: 'refused',
          verification: 'confirmed',
          claim: false,
          detail: '',
          citations: ['cable-14 @ ¶ 2'],
        },
        {
          date: '1987-01',
          known: '1987-02-01',
          kind: 'departed',
          verification: 'unknown',
          claim: true,
          detail: '',
          citations: [],
        },
      ],
      listings: [
        {
          list: 'I',
          version: '1',
          presented: [{ date: '1986-04-10', to: 'the Deputy Minister', rank: '' }],
          responses: [{ date: '1986-07-01', code: 'already-departed', words: 'He has left' }],
        },
      ],
    },
  ],
  owed: ['Promised to his sister on 1987-01-05: a letter. Still owed.'],
  consents: [{ use: 'To pass it on', words: 'Nobody has been asked.' }],
  sources: { 'cable-14': { title: 'Cable 14', published: '1986-06-01', url: '' } },
  ...given,
})

/** Every word of the body, a line for each text. */
function wordsOf({ body }: ReportDocument): string[] {
  return body.flatMap((block: Block): string[] => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        return [plainText(block.text)]
      case 'definitions':
        return block.items.map(
          ({ term, description }) => `${plainText(term)}: ${plainText(description)}`,
        )
      case 'table':
        return block.rows.map(({ cells }) => cells.map(({ text }) => plainText(text)).join(' | '))
      default:
        return []
    }
  })
}

it('says what the register says, with doubts and claims as such', () => {
  const document = composeCaseSheet(sheet())
  expect(document.title).toBe('Yusuf al-Haddad')
  expect(wordsOf(document)).toEqual([
    'Also: يوسف الحداد · Abu Salim (alias)',
    'Born: 1939~ or 1941 (these contradict)',
    'Sex: male',
    'Refused exit',
    'State: refused since 1986-05. The other side says: departed 1987-01. To be verified.',
    'Region: Suran',
    'Raised: list I, version 1; handed over 1986-04-10 to the Deputy Minister; answered 1986-07-01: already departed (“He has left”), to verify',
    '1986-05 | refused  | confirmed | 1986-06-01',
    '1987-01 | departed | claimed, unknown | 1987-02-01',
    'Owed',
    'Promised to his sister on 1987-01-05: a letter. Still owed.',
    'Consent',
    'To pass it on: Nobody has been asked.',
  ])
})

it('notes each source once, with its place', () => {
  const document = composeCaseSheet(sheet())
  expect(numberNotes(document).size).toBe(1)
  expect(plainText(document.notes[0]?.text ?? [])).toBe('Cable 14, ¶ 2, 1986-06-01')
})

it('sets a name in its own script and direction', () => {
  const [facts] = composeCaseSheet(sheet()).body
  const arabic = facts?.kind === 'definitions' ? facts.items[0]?.description[0] : undefined
  expect(arabic).toMatchObject({ language: 'und-Arab', direction: 'rtl' })
})

it('says that nothing is known rather than leaving a hole', () => {
  const [bare] = sheet().cases
  const document = composeCaseSheet(
    sheet({ births: [], cases: bare ? [{ ...bare, events: [], listings: [] }] : [] }),
  )
  expect(wordsOf(document)).toContain('Born: not known')
  expect(wordsOf(document)).toContain('Nothing is recorded of what happened.')
})
