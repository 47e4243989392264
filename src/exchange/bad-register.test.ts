/** Everything a register, its lists and engagements can have wrong, each with its place and sentence. */
import { describe, expect, it } from 'vitest'
import { readProgrammeFiles } from './read-programme-files.ts'

/** A small sound register; each test breaks one thing in it. */
const SOUND: Readonly<Record<string, string>> = {
  'programme.yaml': 'id: soviet-union\ntitle: Human rights\ncounterpart: SUHH\nsender: US\n',
  'evidence/sources.csv': 'id,published\ncable,1974-04-02\n',
  'evidence/undertakings.csv': 'id,date,text,source\nu1,1974-04,To look into it,cable\n',
  'cases/persons.csv':
    'id,name,kind,birth\np-1,Anna Petrova,,1931-05\np-2,Ivan Petrov,official,\np-3,Lev Petrov,,\np-4,Vera Orlova,alias,1954-02-29\n',
  'cases/families.csv': 'family,person,role\nf-1,p-1,wife\nf-1,p-2,husband\nf-1,p-3,abroad\n',
  'cases/cases.csv': 'id,subject,category\nc-17,f-1,divided-family\n18,p-4,prisoner\n',
  'cases/case-events.csv':
    'case,person,kind,date,known,source\nc-17,p-1,permitted,1974-03,,cable\nc-17,,refused,1973,,\n18,,detained,1972-01-05,1972-02,cable\n',
  'cases/contacts.csv': 'subject,date,with,promised\nf-1,1974-01,Lev Petrov,inclusion\n',
  'cases/consents.csv': 'subject,use,answer,date\np-4,name-publicly,no,1974-02-01\n',
  'cases/merges.csv': 'kept,merged,known\np-1,p-4,1975-01-01\n',
  'lists/lists.csv': 'list,number\nXVI,16\n16,\n',
  'lists/versions.csv': 'list,version,date\nXVI,1,1974-03-30\n',
  'lists/entries.csv': 'list,version,case,category,region\nXVI,1,c-17,divided-family,Armenia\n',
  'lists/presentations.csv': 'list,version,date,received\nXVI,1,1974-04-01,left-with-staff\n',
  'lists/responses.csv': 'list,version,case,date,code\nXVI,1,c-17,1974-06-01,pledged\n',
  'engagements.csv':
    'id,date,visibility,lists,cases,undertakings\nm1,1974-04-01,quiet,XVI; 16,c-17;18,u1\n',
}

type Changes = Readonly<Record<string, string | undefined>>

function read(changes: Changes = {}) {
  const files = new Map<string, Uint8Array>()
  for (const [path, text] of Object.entries({ ...SOUND, ...changes }))
    if (text !== undefined) files.set(path, Buffer.from(text))
  return readProgrammeFiles(files)
}

type Said = { readonly file: string; line: number; column: number; message: string }
const said = ({ file, line, column, message }: Said) =>
  `${file}:${String(line)}:${String(column)} ${message}`
const refusals = (changes: Changes) => read(changes).refusals.map(said)
const notices = (changes: Changes) => read(changes).notices.map(said)

/** A file of the sound register with rows more. */
function more(path: string, ...rows: string[]): Changes {
  return { [path]: `${SOUND[path] ?? ''}${rows.join('\n')}\n` }
}

it('takes the sound register that the other tests break', () => {
  const { refusals: none, register, lists, engagements, taken, placeOf } = read()
  expect(none).toEqual([])
  expect(register.persons[3]).toMatchObject({
    entry: 4,
    person: 'p-4',
    kind: 'alias',
    birth: '1954-02-29',
  })
  expect(register.persons[0]).toMatchObject({ kind: 'official', birth: { text: '1931-05' } })
  expect(register.caseEvents[1]).toMatchObject({ person: null, source: null, verification: null })
  expect(lists.lists.map(({ id }) => id)).toEqual(['XVI', '16'])
  expect(lists.presentations[0]).toMatchObject({ received: 'left-with-staff' })
  expect(engagements[0]).toMatchObject({
    lists: ['XVI', '16'],
    cases: ['c-17', '18'],
    undertakings: ['u1'],
    words: '',
  })
  expect(taken).toMatchObject({ 'cases/case-events.csv': 3, 'engagements.csv': 1 })
  expect(placeOf('caseEvents', 3)).toEqual({ file: 'cases/case-events.csv', line: 4, column: 1 })
})

describe('births', () => {
  it('are kept as written where there is no such day, with a word', () => {
    expect(notices({})).toEqual([
      'cases/persons.csv:5:23 “1954-02-29” is no date that exists; it is kept as written and compared with nothing.',
    ])
  })

  it('are the only dates that are', () => {
    expect(
      refusals({
        'cases/cases.csv': 'id,subject,category,opened\n18,p-4,prisoner,1973-02-29\n',
      })[0],
    ).toMatch(/^cases\/cases\.csv:2:17 “1973-02-29” is not a date; expected is /)
    expect(refusals(more('cases/case-events.csv', '18,,released,1973-02-30,,'))[0]).toMatch(
      /^cases\/case-events\.csv:5:14 “1973-02-30” is not a date; /,
    )
    expect(refusals(more('lists/presentations.csv', 'XVI,1,1974-04-31,'))[0]).toMatch(
      /^lists\/presentations\.csv:3:7 “1974-04-31” is not a date; /,
    )
  })
})

it.each([
  [
    'cases/persons.csv',
    'p-1,Anna,ofical,',
    '6:10 “ofical” is not “official”, “legal”, “religious”, “patronymic”, “alias” or “spelling”. Did you mean “official”?',
  ],
  [
    'cases/persons.csv',
    'p 1,Anna,,',
    '6:1 “p 1” is not an id; an id is a letter or a digit, then letters, digits, “-”, “/”, “_” or “.”.',
  ],
  ['cases/persons.csv', 'p-5,,,1950', '6:5 The name is missing.'],
  [
    'cases/families.csv',
    'f-1,p-9,son',
    '5:5 There is no person “p-9” in cases/persons.csv; did you mean “p-1”?',
  ],
  [
    'cases/families.csv',
    'p-1,p-2,wife',
    '5:1 “p-1” is the id of a person; a family needs another.',
  ],
  [
    'cases/cases.csv',
    '19,f-12,exile',
    '4:4 There is no person or family “f-12” in cases/persons.csv or cases/families.csv; did you mean “f-1”?',
  ],
  ['cases/cases.csv', '19,p-1,', '4:8 The category of the case is missing.'],
  [
    'cases/case-events.csv',
    'c-71,,refused,1973,,',
    '5:1 There is no case “c-71” in cases/cases.csv; did you mean “c-17”?',
  ],
  [
    'cases/case-events.csv',
    '18,,refused,1973-05,1973-04-30,',
    '5:21 It is known (1973-04-30) before it happened (1973-05).',
  ],
  [
    'cases/case-events.csv',
    'c-17,p-3,arrived,1974,,',
    '5:6 “p-3” is abroad in “f-1”; the case “c-17” is about the others.',
  ],
  [
    'cases/case-events.csv',
    '18,p-2,released,1974,,',
    '5:4 “p-2” does not belong to “p-4”, whom the case “18” is about.',
  ],
  [
    'cases/case-events.csv',
    '18,,released,1974,,cabel',
    '5:20 There is no source “cabel” in evidence/sources.csv; did you mean “cable”?',
  ],
  [
    'cases/contacts.csv',
    'f-9,1974,,',
    '3:1 There is no person or family “f-9” in cases/persons.csv or cases/families.csv; did you mean “f-1”?',
  ],
  [
    'cases/consents.csv',
    'p-4,publish,yes,1974',
    '3:5 “publish” is not “hold”, “raise-privately”, “list-to-the-government”, “name-publicly” or “pass-on”.',
  ],
  [
    'cases/consents.csv',
    'p-4,hold,perhaps,1974',
    '3:10 “perhaps” is not “yes”, “no” or “unknown”.',
  ],
  ['cases/merges.csv', 'p-1,p-1,1975', '3:5 “p-1” cannot be merged with itself.'],
  ['cases/merges.csv', 'p-2,p-3,', '3:9 The day since when the merge is known is missing.'],
  [
    'lists/versions.csv',
    'XIV,1,1974',
    '3:1 There is no list “XIV” in lists/lists.csv; did you mean “XVI”?',
  ],
  [
    'lists/entries.csv',
    'XVI,2,c-17,,',
    '3:5 There is no version “XVI 2” in lists/versions.csv; did you mean “XVI 1”?',
  ],
  ['lists/entries.csv', '16,1,c-17,,', '3:4 There is no version “16 1” in lists/versions.csv.'],
  [
    'lists/entries.csv',
    'XVI,1,c-1,,',
    '3:7 There is no case “c-1” in cases/cases.csv; did you mean “c-17”?',
  ],
  [
    'lists/presentations.csv',
    'XVI,1,1974,taken',
    '3:12 “taken” is not “accepted”, “left-with-staff” or “refused”.',
  ],
  [
    'lists/responses.csv',
    'XVI,1,c-17,1974,',
    '3:17 The code of the response is missing; it is “favourable”, “pledged”, “refuses”, “denies-facts”, “asks-for-information”, “already-departed”, “does-not-wish-to-leave”, “third-country”, “deceased”, “unknown-person”, “token” or “none”.',
  ],
  ['engagements.csv', 'm2,1974,loud,,,', '3:9 “loud” is not “public” or “quiet”.'],
  [
    'engagements.csv',
    'm2,1974,,,c-17;c-99,u2',
    '3:11 There is no case “c-99” in cases/cases.csv; did you mean “c-17”?',
  ],
])('refuses in %s the row %s', (path, row, expected) => {
  expect(refusals(more(path, row))[0]).toBe(`${path}:${expected}`)
})

it('says of a row that refers to a refused one that it does', () => {
  const files = {
    'cases/cases.csv': `${SOUND['cases/cases.csv'] ?? ''}19,p-9,exile\n`,
    'cases/case-events.csv': 'case,kind,date\n19,detained,1970\n',
  }
  expect(refusals(files)).toContain(
    'cases/case-events.csv:2:1 The case “19” is itself refused (cases/cases.csv, line 4).',
  )
})

describe('merges', () => {
  const merges = (...rows: string[]) => ({
    'cases/merges.csv': `kept,merged,known,undone\n${rows.join('\n')}\n`,
  })

  it('that lead in a circle are refused, each naming the rows', () => {
    const sentence = (merged: string, kept: string) =>
      `“${merged}” is merged into “${kept}”, which leads back to it (lines 2, 4 and 5); one of them must be the last.`
    const { refusals: said_, register } = read(
      merges('p-1,p-2,1975,', 'p-4,p-3,1975,', 'p-2,p-3,1976,', 'p-3,p-1,1977,'),
    )
    expect(said_.map(said)).toEqual([
      `cases/merges.csv:2:5 ${sentence('p-2', 'p-1')}`,
      `cases/merges.csv:4:5 ${sentence('p-3', 'p-2')}`,
      `cases/merges.csv:5:5 ${sentence('p-1', 'p-3')}`,
    ])
    expect(register.merges).toMatchObject([{ entry: 1, kept: 'p-4', merged: 'p-3' }])
  })

  it('that never hold on one day are no circle', () => {
    expect(refusals(merges('p-1,p-2,1975,1976-01-01', 'p-2,p-1,1976-01-01,'))).toEqual([])
    expect(
      refusals(merges('p-1,p-2,1975,', 'p-1,p-2,1975,1976-01-01', 'p-2,p-1,1976-02-01,')),
    ).toEqual([])
    expect(refusals(merges('p-1,p-2,1975,1976-02-01', 'p-2,p-1,1976-01-01,'))).toHaveLength(2)
  })

  it('let an event name the person by either entry', () => {
    const event = more('cases/case-events.csv', 'c-17,p-4,arrived,1975,,')
    expect(refusals(event)).toEqual([])
    expect(refusals({ ...event, 'cases/merges.csv': undefined })).toHaveLength(1)
  })
})

describe('a word in the report', () => {
  it.each([
    [
      'cases/cases.csv',
      '19,p-4,prisonner',
      '4:8 No rule reads the category “prisonner”; did you mean “prisoner”?',
    ],
    [
      'cases/cases.csv',
      '19,p-4,Refused Exit',
      '4:8 No rule reads the category “Refused Exit”; did you mean “refused-exit”?',
    ],
    [
      'cases/case-events.csv',
      '18,,arrested,1971,,',
      '5:5 No rule reads the kind “arrested”; did you mean “detained”?',
    ],
    [
      'cases/case-events.csv',
      '18,,re_detained,1971,,',
      '5:5 No rule reads the kind “re_detained”; did you mean “re-detained”?',
    ],
    [
      'cases/families.csv',
      'f-1,p-4,abraod',
      '5:9 No rule reads the role “abraod”; did you mean “abroad”?',
    ],
    [
      'lists/responses.csv',
      'XVI,1,18,1974-07,none',
      '3:7 The case “18” is not on version “1” of the list “XVI”.',
    ],
  ])('is said in %s of the row %s, which is taken', (path, row, expected) => {
    expect(refusals(more(path, row))).toEqual([])
    expect(notices(more(path, row))).toContain(`${path}:${expected}`)
  })

  it('is not said of the programme’s own words, and once of each', () => {
    const own = (row: string) => notices(more('cases/case-events.csv', row)).length
    expect(own('18,,hunger-strike,1971,,')).toBe(1)
    expect(own('18,,moved to a camp,1971,,')).toBe(1)
    // Categories are compared without regard to capitals.
    expect(notices(more('cases/cases.csv', '19,p-4,Prisoner'))).toHaveLength(1)
    expect(
      notices(more('cases/case-events.csv', '18,,arrested,1971,,', '18,,arrested,1972,,')),
    ).toHaveLength(2)
  })

  it('is said of a rule of a list that cannot be read', () => {
    const lists = (rule: string) => ({
      'lists/lists.csv': `list,number,rule\nXVI,16,${rule}\n16,,\n`,
    })
    expect(refusals(lists('after two refusals'))).toEqual([])
    expect(notices(lists('after two refusals'))).toContainEqual(
      expect.stringMatching(
        /^lists\/lists.csv:2:8 The rule cannot be read, and no entry is held to it: column \d+: “/,
      ),
    )
    expect(notices(lists('count(refused) >= 2'))).toEqual(notices({}))
  })

  it('is said where a later row stands in place of an earlier', () => {
    const {
      register,
      notices: words,
      refusals: none,
    } = read(more('cases/cases.csv', '18,p-4,exile', '18,p-4,exile'))
    expect(none).toEqual([])
    expect(register.cases.map(({ category }) => category)).toEqual([
      'divided-family',
      'prisoner',
      'exile',
    ])
    expect(words.map(said)).toContain(
      'cases/cases.csv:4:1 Line 4 stands in place of line 3: the same case, other content.',
    )
  })
})

it('names an unknown column, and has none for withdrawing a merge', () => {
  expect(refusals({ 'cases/merges.csv': 'kept,merged,known,withdrawn\np-1,p-4,1975,\n' })[0]).toBe(
    'cases/merges.csv:1:19 There is no column “withdrawn”; known are kept, merged, known, by, reason, undone.',
  )
})

it('keeps a row that is withdrawn', () => {
  const files = {
    'cases/case-events.csv': 'case,kind,date,withdrawn\n18,detained,1972,1974-05\n',
    'lists/entries.csv': 'list,version,case,withdrawn\nXVI,1,c-17,1974-05-02\n',
  }
  const { register, lists, refusals: none } = read(files)
  expect(none).toEqual([])
  expect(register.caseEvents[0]).toMatchObject({ withdrawn: '1974-05-31' })
  expect(lists.entries[0]).toMatchObject({ withdrawn: '1974-05-02' })
})

it('lists what refers to a file that could not be read as one', () => {
  expect(refusals({ 'cases/persons.csv': 'id,name\n"p-1,Anna\n' })).toEqual([
    'cases/persons.csv:2:1 This quote is opened and never closed. The file is not read from this row on.',
    'cases/families.csv:2:5 3 rows refer to persons that could not be read; mend cases/persons.csv first.',
    'cases/merges.csv:2:1 One row refers to persons that could not be read; mend cases/persons.csv first.',
    'cases/cases.csv:2:6 2 rows refer to persons that could not be read; mend cases/persons.csv first.',
    'cases/case-events.csv:2:1 3 rows refer to persons that could not be read; mend cases/persons.csv first.',
    'cases/contacts.csv:2:1 One row refers to persons that could not be read; mend cases/persons.csv first.',
    'cases/consents.csv:2:1 One row refers to persons that could not be read; mend cases/persons.csv first.',
    'lists/entries.csv:2:7 One row refers to persons that could not be read; mend cases/persons.csv first.',
    'lists/responses.csv:2:7 One row refers to persons that could not be read; mend cases/persons.csv first.',
    'engagements.csv:2:29 One row refers to persons that could not be read; mend cases/persons.csv first.',
  ])
})
