/** What leaves the register: entities for cross-referencing, and a table of chosen columns. */
import { describe, expect, it } from 'vitest'
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { PersonId, ProgrammeId } from '../domain/basics/ids.ts'
import { toFollowTheMoney, writeFollowTheMoney } from './followthemoney.ts'
import { readProgrammeFiles } from './read-programme-files.ts'
import { registerCsv, registerTable } from './register-table.ts'

const FILES = {
  'programme.yaml': 'id: soviet-union\ntitle: X\ncounterpart: SUHH\nsender: US\n',
  'cases/persons.csv': [
    'id,name,script,kind,birth,sex,nationality,place,occupation,withdrawn',
    'p-1,Anna Petrova,Latn,,1931-05,female,SUHH,Omsk,teacher,',
    'p-1,Анна Петрова,Cyrl,spelling,,,,,,',
    'p-1,Lvovna,Latn,patronymic,,,,,,',
    'p-1,Annushka,Latn,alias,,,,,,',
    'p-2,Ivan Petrov,Latn,,1930~,male,Buryat,,,',
    'p-3,Lev Zimin,Latn,,1954-02-29,,,,,',
    'p-4,A. Petrova,Latn,legal,1931-05-02/1931-05-09,,,,,',
    'p-5,Vera Orlova,Latn,,1950,,,,,',
    'p-5,Gone,Latn,,,,,,,1974-01-01',
  ].join('\n'),
  'cases/families.csv':
    'family,person,role\nf-1,p-1,wife\nf-1,p-2,husband\nf-1,p-3,abroad\nf-2,p-3,\nf-2,p-5,\n',
  'cases/cases.csv':
    'id,subject,category,region,opened\nc-1,f-1,divided-family,Armenia,1973-02\nc-2,p-4,prisoner,,\nc-2,p-4,exile,Yakutia,\n',
  'cases/merges.csv': 'kept,merged,known\np-1,p-4,1975-01-01\n',
}
const { register, refusals } = readProgrammeFiles(
  new Map(Object.entries(FILES).map(([path, text]) => [path, Buffer.from(text)])),
)
const programme = 'soviet-union' as ProgrammeId
const on = '1976-01-01' as CalendarDate
const before = '1974-06-01' as CalendarDate
const permit = (...ids: string[]) => new Set(ids as PersonId[]) // ids of the fixture

it('reads the register that it writes', () => {
  expect(refusals).toEqual([])
})

describe('FollowTheMoney', () => {
  it('has persons with what is certain, and the family between them', () => {
    const { entities, leftOut } = toFollowTheMoney(register, {
      programme,
      permitted: permit('p-1', 'p-2', 'p-4'),
      on,
    })
    expect(leftOut).toBe(2)
    expect(entities).toEqual([
      {
        id: 'soviet-union-p-1',
        schema: 'Person',
        properties: {
          name: ['Anna Petrova', 'A. Petrova'],
          alias: ['Анна Петрова'],
          weakAlias: ['Annushka'],
          fatherName: ['Lvovna'],
          birthDate: ['1931-05'],
          nationality: ['suhh'],
          gender: ['female'],
          position: ['teacher'],
          address: ['Omsk'],
          notes: ['Born 1931-05-02/1931-05-09.'],
        },
        datasets: ['soviet-union'],
      },
      {
        id: 'soviet-union-p-2',
        schema: 'Person',
        properties: {
          name: ['Ivan Petrov'],
          gender: ['male'],
          notes: ['Born 1930~.', 'Nationality as written: Buryat.'],
        },
        datasets: ['soviet-union'],
      },
      {
        id: 'soviet-union-p-1-family-soviet-union-p-2',
        schema: 'Family',
        properties: {
          person: ['soviet-union-p-1'],
          relative: ['soviet-union-p-2'],
          relationship: ['wife – husband'],
        },
        datasets: ['soviet-union'],
      },
    ])
  })

  it('leaves no trace of who may not be passed on', () => {
    const { entities } = toFollowTheMoney(register, {
      programme,
      permitted: permit('p-2', 'p-4'),
      on,
    })
    const text = Buffer.from(writeFollowTheMoney(entities)).toString()
    expect(text).not.toMatch(/Anna|Zimin|Omsk|teacher|Orlova|Family/)
    expect(
      text
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual(entities)
    expect(toFollowTheMoney(register, { programme, permitted: permit(), on }).entities).toEqual([])
  })

  it('knows a merge from its day, and no row that is withdrawn', () => {
    const entities = (day: CalendarDate) =>
      toFollowTheMoney(register, { programme, permitted: permit('p-1', 'p-4', 'p-5'), on: day })
        .entities
    expect(entities(before).map(({ properties }) => properties['name'])).toEqual([
      ['Anna Petrova'],
      ['A. Petrova'],
      ['Vera Orlova'],
    ])
    expect(entities(on)).toHaveLength(2)
  })
})

describe('a table of the register', () => {
  const columns = ['case', 'person', 'name', 'other-names', 'birth', 'role', 'category', 'state']
  const reckoned = { state: () => 'unknown' }

  it('has a row a person and case, and one for who has none', () => {
    expect(registerTable(register, { columns, on, reckoned })).toEqual({
      header: columns,
      rows: [
        [
          'c-1',
          'p-1',
          'Anna Petrova',
          'Анна Петрова; Lvovna; Annushka; A. Petrova',
          '1931-05; 1931-05-02/1931-05-09',
          'wife',
          'divided-family',
          'unknown',
        ],
        ['c-1', 'p-2', 'Ivan Petrov', '', '1930~', 'husband', 'divided-family', 'unknown'],
        ['c-1', 'p-3', 'Lev Zimin', '', '1954-02-29', 'abroad', 'divided-family', 'unknown'],
        [
          'c-2',
          'p-1',
          'Anna Petrova',
          'Анна Петрова; Lvovna; Annushka; A. Petrova',
          '1931-05; 1931-05-02/1931-05-09',
          '',
          'exile',
          'unknown',
        ],
        ['', 'p-5', 'Vera Orlova', '', '1950', '', '', 'unknown'],
      ],
    })
  })

  it('refuses a column that is not known', () => {
    expect(registerTable(register, { columns: ['nmae'], on })).toBe(
      'The register has no column “nmae”; did you mean “name”?',
    )
  })

  it('is written as CSV', () => {
    const table = registerTable(register, {
      columns: ['person', 'name'],
      on,
      only: ({ person }) => person === 'p-5',
    })
    if (typeof table === 'string') throw new Error(table)
    expect(Buffer.from(registerCsv(table.header, table.rows)).toString()).toBe(
      'person,name\r\np-5,Vera Orlova\r\n',
    )
  })
})
