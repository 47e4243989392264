import { describe, expect, it } from 'vitest'
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { SourceId } from '../domain/basics/ids.ts'
import { PLAIN_MAPPING, readMapping } from './column-mapping.ts'
import type { ColumnMapping } from './column-mapping.ts'
import { guessMapping } from './guess-mapping.ts'
import { readSpreadsheet } from './spreadsheet-rows.ts'
import { stageRows } from './staged-rows.ts'
import type { Staged, StageOptions } from './staged-rows.ts'

const TODAY = '1988-06-30' as CalendarDate

/** Reads, guesses, stages. */
async function staged(
  text: string,
  changes: Partial<ColumnMapping> = {},
  options: Partial<StageOptions> = {},
) {
  const table = await readSpreadsheet('list.csv', Buffer.from(text))
  if ('message' in table) throw new Error(table.message)
  const guess = guessMapping(
    table.header,
    table.rows.map(({ cells }) => cells),
  )
  const mapping = { ...guess.mapping, ...changes }
  // What is saved is what is run again.
  expect(readMapping(JSON.parse(JSON.stringify(mapping)))).toEqual(mapping)
  let ids = 0
  const newId = (what: string) => `${what}-${String(++ids)}`
  const result = stageRows(table, mapping, { newId, today: TODAY, ...options })
  if ('message' in result) throw new Error(result.message)
  return { result, guess, mapping }
}

/** `row outcome: sentences` */
const outcomes = ({ rows }: Staged) =>
  rows.map(
    ({ row, outcome, remarks }) =>
      `${String(row)} ${outcome}${remarks.map(({ message }) => ` | ${message}`).join('')}`,
  )

/** `kind date verification detail` */
const events = ({ caseEvents }: Staged) =>
  caseEvents.map(
    ({ kind, date, verification, detail }) =>
      `${kind} ${date.text} ${verification ?? '-'} ${detail}`,
  )

describe('a list as an organisation keeps it', () => {
  const LIST = [
    '№;Фамилия, имя, отчество;Дата рождения;Дата ареста;Статья;Срок;Место заключения;Категория;Примечание',
    '1;Петров Иван Львович;12.03.1931;март 1982;70 ч. 1;5 лет;Пермь-35;A;Учитель; болен'.replace(
      '; болен',
      ', болен',
    ),
    '2;Орлова Вера;29.02.1954;1981;190-1;unknown;;B;',
    '3;Зимин Лев;1950;3/12/81;;;;;',
    '4;;1950;1981;;;;;',
    '1а;Петров Иван Львович;12.03.1931;март 1982;70 ч. 1;5 лет;Пермь-35;A;"Учитель, болен"',
  ].join('\n')

  it('is taken row by row, with what is wrong said at its place', async () => {
    const { result, guess } = await staged(LIST)
    expect(guess.columns.map(({ field }) => field)).toEqual([
      ...['their-id', 'name', 'birth', 'arrested', 'charge', 'sentence', 'held-at', 'category'],
      'note',
    ])
    expect(outcomes(result)).toEqual([
      '2 taken | “март 1982” is known as 1982-03 only.',
      '3 taken | “29.02.1954” is no date that exists; it is kept as written. | “1981” is known as 1981 only.',
      '4 parked | The birth is known as 1950 only. | “3/12/81” may be 1981-12-03 or 1981-03-12; say in which order the list writes day and month.',
      '5 refused | The row has no name. | The birth is known as 1950 only. | “1981” is known as 1981 only.',
      '6 parked | “март 1982” is known as 1982-03 only. | The row is the same as row 2.',
    ])
    expect(result.rows[2]?.remarks[1]).toMatchObject({
      sort: 'parked',
      column: 'Дата ареста',
      place: { file: 'list.csv', line: 4, column: 4 },
    })
    expect(result.persons).toMatchObject([
      { entry: 1, name: 'Петров Иван Львович', script: 'Cyrl', birth: { text: '1931-03-12' } },
      { entry: 2, name: 'Орлова Вера', birth: '29.02.1954' },
    ])
    expect(result.cases).toMatchObject([
      { category: 'prisoner', ground: 'charge: 70 ч. 1; category: A; record: 1' },
      { category: 'prisoner', ground: 'charge: 190-1; category: B; record: 2' },
    ])
    expect(events(result)).toEqual([
      'detained 1982-03 - written: март 1982; sentence: 5 лет; place: Пермь-35; note: Учитель, болен',
      'detained 1981 - ',
    ])
    expect(result.rows[4]).toMatchObject({ doubleOf: 2, draft: { persons: [{ entry: 1 }] } })
  })

  it('is read by the order of days that is stated', async () => {
    const { result } = await staged(LIST, { dateOrder: 'day-month-year' })
    expect(result.rows[2]).toMatchObject({ outcome: 'taken' })
    expect(events(result)[2]).toBe('detained 1981-12-03 - written: 3/12/81')
  })

  it('keeps a date that does not exist as what of it does, and as written', async () => {
    const { result } = await staged('Name,Date of arrest\nAnna Petrova,31.02.1982\n')
    expect(outcomes(result)).toEqual([
      '2 taken | “31.02.1982” is no date that exists. It is taken as 1982-02 and kept as written.',
    ])
    expect(events(result)).toEqual(['detained 1982-02 - written: 31.02.1982'])
  })

  it('cites the source of the table, or the one that a row names', async () => {
    const { result } = await staged(
      'Name,Arrested,Source,Page\nAnna Petrova,1982,chronicle,p. 5\nIvan Zimin,1982,A letter,\n',
      {},
      {
        source: 'list' as SourceId,
        sources: new Set(['chronicle']),
        known: '1983-01-01' as CalendarDate,
      },
    )
    expect(result.caseEvents).toMatchObject([
      { source: 'chronicle', at: 'p. 5', known: '1983-01-01' },
      { source: 'list', at: 'A letter' },
    ])
  })
})

describe('a table like that of the commission', () => {
  const HEADER =
    'Record Number,Main Name,Chinese Name,Other Names,Religious Name,Issue Category,Detention Status,Sex,Age at Detention,Ethnic Group,Date of Detention,Date of Sentence,Sentence Length Years,Sentence Length Months,Date of Release,Current Prison,Province Where Imprisoned,Short Summary'
  const table = (...rows: string[]) => `${HEADER}\n${rows.join('\n')}\n`

  it('has codes of status, and a mark for what is alleged', async () => {
    const { result, guess } = await staged(
      table(
        '2004-1,Li Min,李敏,Li Ming; Lin,Ming Xin,rel/spch,DET,M,34,Han,1984-02-10,1984-09?,5,6,,Prison 1,Gansu,Taught.',
        '2004-2,Wang Fang,,,,eth,REL?,F,?,Hui,1983-05,,,,,,Gansu,',
        '2004-3,Zhao An,,,,lab,DEC-ill,M,,,,,,,,,,',
        '2004-4,Chen Bo,,,,lab,XYZ,M,,,1983,,,,,,,',
      ),
    )
    expect(guess.mapping.preset).toBe('cecc-like')
    expect(guess.remarks).toContain('Say what these statuses mean: “XYZ”.')
    expect(result.persons.map(({ name, kind, script }) => [name, kind, script])).toEqual([
      ['Li Min', 'official', 'Latn'],
      ['李敏', 'official', 'Hani'],
      ['Ming Xin', 'religious', 'Latn'],
      ['Li Ming', 'alias', 'Latn'],
      ['Lin', 'alias', 'Latn'],
      ['Wang Fang', 'official', 'Latn'],
      ['Zhao An', 'official', 'Latn'],
    ])
    expect(result.persons[0]).toMatchObject({
      sex: 'male',
      nationality: 'Han',
      birth: { text: '1949-02-11/1950-02-10' },
    })
    expect(events(result)).toEqual([
      'detained 1984-02-10 - place: Prison 1; note: Taught.',
      'sentenced 1984-09? possible sentence: 5 years 6 months',
      'detained 1983-05 - ',
      'released 1983-05-01/1988-06-30 possible status: REL',
      'died ../1988-06-30 - status: DEC-ill',
    ])
    expect(result.cases[0]).toMatchObject({ region: 'Gansu', ground: 'rel/spch; record: 2004-1' })
    expect(outcomes(result)[3]).toBe(
      '5 parked | “1983” is known as 1983 only. | The status “XYZ” is not known; say what it means.',
    )
  })

  it('keeps a release that lies ahead as the end of the term', async () => {
    const { result } = await staged(
      table(
        'a,Li Min,,,,rel,DET,,,,1984,1985,life,,life,,,',
        'b,Wang Fang,,,,rel,DET,,,,1984,1985,5,,1990-01-01,,,',
        'c,Zhao An,,,,rel,DET,,,,1984,,,,1986,,,',
        'd,Chen Bo,,,,rel,DET,,,,,1985-03,,,,,,',
      ),
    )
    expect(events(result)).toEqual([
      'detained 1984 - ends: life',
      'sentenced 1985 - sentence: life',
      'detained 1984 - ends: 1990-01-01',
      'sentenced 1985 - sentence: 5 years',
      'sentenced 1985-03 - ',
      'detained ../1985-03-31 - status: DET',
    ])
    expect(outcomes(result)[2]).toContain('The status is “DET” and the row gives a release.')
  })
})

describe('our own table of persons', () => {
  it('has a row a name, and of one id one person', async () => {
    const { result, guess } = await staged(
      'id,name,script,kind,birth,sex\np-1,Anna Petrova,Latn,,1931,female\np-1,Анна Петрова,Cyrl,spelling,,\np-2,Ivan,,bynme,,\n',
    )
    expect(guess.mapping).toMatchObject({ preset: 'demarche', category: null })
    expect(result.persons).toMatchObject([
      { person: 'person-1', name: 'Anna Petrova', kind: 'official' },
      { person: 'person-1', name: 'Анна Петрова', kind: 'spelling', script: 'Cyrl' },
    ])
    expect(result.cases).toEqual([])
    expect(outcomes(result)[2]).toBe('4 parked | “bynme” is no kind of name that is known.')
  })
})

describe('names', () => {
  const names = async (text: string, changes: Partial<ColumnMapping> = {}) =>
    (await staged(text, changes)).result.persons.map(({ name, kind }) => `${name} (${kind})`)

  it('are made of their parts', async () => {
    const parts = 'Surname,First name,Patronymic,Born\nPetrov,Ivan,Lvovich,1931\n'
    expect(await names(parts)).toEqual(['Ivan Lvovich Petrov (official)'])
    expect(await names(parts, { nameOrder: 'family-first' })).toEqual([
      'Petrov Ivan Lvovich (official)',
    ])
    expect(await names('姓,名,出生日期\n李,敏,1950\n')).toEqual(['李敏 (official)'])
    expect(await names('Name,Father name,Born\nPetrov Ivan,Lev,1931\n')).toEqual([
      'Petrov Ivan (official)',
      'Lev (patronymic)',
    ])
  })
})

describe('doubles within the file', () => {
  it('are parked beside the first', async () => {
    const { result } = await staged(
      'ID,Name,Born,City\n1,Anna Petrova,1931-05-02,Omsk\n2,"Petrova, Anna",1931-05-02,Omsk\n3,ANNA PETROVA,1931-05-02,Tomsk\n1,Vera,1950-01-01,Omsk\n5,Lev,,Omsk\n6,Lev,,Tomsk\n',
    )
    expect(result.rows.map(({ outcome, doubleOf }) => [outcome, doubleOf])).toEqual([
      ['taken', null],
      ['taken', null],
      ['parked', 2],
      ['parked', 2],
      ['taken', null],
      ['taken', null],
    ])
    expect(result.rows[3]?.remarks.at(-1)?.message).toBe(
      'Row 2 has the same id “1” and says something else.',
    )
  })
})

it('refuses a header that stands again, and parks a heading', async () => {
  const { result } = await staged(
    'Name,Born,City\nMoscow\nAnna Petrova,1931-05-02,Moscow\nName,Born,City\n',
  )
  expect(outcomes(result)).toEqual([
    '2 parked | “Moscow” stands alone in its row; it may be a heading.',
    '3 taken',
    '4 refused | The row repeats the header. | “Born” is no date that exists; it is kept as written.',
  ])
})

it('flags what Excel holds as a date', async () => {
  const table = {
    file: 'list.xlsx',
    sheet: 'List',
    otherSheets: [],
    delimiter: null,
    header: ['Name', 'Arrested'],
    headerRow: 1,
    rows: [{ number: 2, cells: ['Anna Petrova', '1987-04-01'], dated: [1] }],
    notices: [],
  }
  const { mapping } = guessMapping(table.header, [['Anna Petrova', '1987-04-01']])
  const result = stageRows(table, mapping, { newId: (what) => what, today: TODAY })
  expect(result).toMatchObject({
    rows: [
      {
        outcome: 'taken',
        remarks: [
          { message: expect.stringContaining('Excel holds “1987-04-01” as a date') as string },
        ],
      },
    ],
  })
  expect(stageRows(table, PLAIN_MAPPING, { newId: (what) => what, today: TODAY })).toMatchObject({
    message: 'No column is taken for the name.',
  })
  const other = { ...table, header: ['Person', 'Arrested'] }
  expect(stageRows(other, mapping, { newId: (what) => what, today: TODAY })).toMatchObject({
    message: 'The table lacks what the mapping takes: “Name”.',
  })
})

it.each([
  [[], 'A mapping is a JSON object.'],
  [{ colums: [] }, 'A mapping has no “colums”.'],
  [{ columns: [{ header: 'x', field: 'shoe' }] }, 'A column is never taken for “shoe”.'],
  [
    {
      columns: [
        { header: 'x', field: 'name' },
        { header: 'y', field: 'name' },
      ],
    },
    'Two columns are taken for “name”: “x” and “y”.',
  ],
  [{ dateOrder: 'dmy' }, 'In a mapping “dateOrder” has another form.'],
  [{ statuses: { DET: 1 } }, 'In a mapping “statuses” gives a kind of event for each code.'],
])('refuses the saved mapping %j', (json, message) => {
  expect(readMapping(json)).toBe(message)
})
