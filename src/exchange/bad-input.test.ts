/** Everything a folder can have wrong, each with its place and sentence; long because there is much. */
import { describe, expect, it } from 'vitest'
import { readProgrammeFiles } from './read-programme-files.ts'
import { MOST_REFUSALS_A_FILE } from './report.ts'

/** A small sound programme; each test breaks one thing in it. */
const SOUND: Readonly<Record<string, string>> = {
  'programme.yaml': 'id: soviet-union\ntitle: Human rights\ncounterpart: SUHH\nsender: US\n',
  'standards.yaml': '- id: helsinki-1975\n  provisions: [{ id: basket-3-1-b }]\n',
  'goals.yaml': [
    '- id: emigration',
    '  tier: immediate',
    '  statement: A modest step-up',
    '  provisions: [helsinki-1975/basket-3-1-b]',
    '  objectives: [help-persons]',
    '  cites: [{ source: memo, at: p. 263 }]',
    '  benchmarks: [step-up]',
    '',
  ].join('\n'),
  'benchmarks.txt':
    'benchmark step-up "A step-up" outcome {\n  require total(emigration) over last 12 months >= 10000;\n}\n',
  'evidence/sources.csv': 'id,title,published\nmemo,Memorandum,1987\nnews,News,1988-01-03\n',
  'evidence/series.csv': 'id,kind,unit\nemigration,flow,persons\n',
  'evidence/figures.csv':
    'series,reporter,from,to,value,low,high,published,source\nemigration,NCSJ,1987-11,1987-11,910,,,1987-12-02,memo\n',
  'evidence/events.csv':
    'id,date,kind,subject,stage,known,source\nvoa,1987-05-25,state,jamming/voa,off,,memo\n',
  'evidence/undertakings.csv': 'id,date,text,goal,source\nu1,1987-02,To free 140,emigration,memo\n',
  'evidence/outcomes.csv': 'undertaking,date,outcome,source\nu1,1987-03,partly,news\n',
  'evidence/judgements.csv': 'question,unit,coder,date,score\nopen?,1987,A,1988,3\n',
}

function read(changes: Readonly<Record<string, string | Uint8Array | undefined>>) {
  const files = new Map<string, Uint8Array>()
  for (const [path, text] of Object.entries({ ...SOUND, ...changes }))
    if (text !== undefined) files.set(path, typeof text === 'string' ? Buffer.from(text) : text)
  return readProgrammeFiles(files)
}

/** `file:line:column sentence`, one each. */
function refusals(changes: Readonly<Record<string, string | Uint8Array | undefined>>): string[] {
  return read(changes).refusals.map(
    ({ file, line, column, message }) => `${file}:${String(line)}:${String(column)} ${message}`,
  )
}

const FIGURES = 'series,reporter,from,to,value,low,high,published,source\n'
const figure = (row: string) => refusals({ 'evidence/figures.csv': `${FIGURES}${row}\n` })
const events = (...rows: string[]) =>
  refusals({
    'evidence/events.csv': `id,date,kind,subject,stage,known,source\n${rows.join('\n')}\n`,
  })

it('takes the sound programme that the other tests break', () => {
  const { record, refusals: none, taken } = read({})
  expect(none).toEqual([])
  expect(record?.figures).toHaveLength(1)
  expect(taken).toEqual({
    'programme.yaml': 1,
    'standards.yaml': 1,
    'goals.yaml': 1,
    'benchmarks.txt': 1,
    'evidence/sources.csv': 2,
    'evidence/series.csv': 1,
    'evidence/figures.csv': 1,
    'evidence/events.csv': 1,
    'evidence/undertakings.csv': 1,
    'evidence/outcomes.csv': 1,
    'evidence/judgements.csv': 1,
  })
})

describe('figures', () => {
  it('refuses a series that is not there, and names the one that is near', () => {
    expect(figure('emigraton,NCSJ,1987-11,1987-11,910,,,,memo')).toEqual([
      'evidence/figures.csv:2:1 There is no series “emigraton” in evidence/series.csv; did you mean “emigration”?',
    ])
  })

  it('refuses a period that ends before it begins', () => {
    expect(figure('emigration,NCSJ,1987-11,1987-10,910,,,,memo')).toEqual([
      'evidence/figures.csv:2:25 The period ends (1987-10) before it begins (1987-11).',
    ])
  })

  it('refuses a figure published before its period', () => {
    expect(figure('emigration,NCSJ,1987-11,1987-11,910,,,1987-10-31,memo')).toEqual([
      'evidence/figures.csv:2:39 The figure is published (1987-10-31) before its period begins (1987-11).',
    ])
  })

  it('takes a figure published while its period runs', () => {
    expect(figure('emigration,NCSJ,1987-11,1987-12,910,,,1987-11-20,memo')).toEqual([])
  })

  it('refuses a figure whose source came out before its period, if it has no day of its own', () => {
    expect(figure('emigration,NCSJ,1989,1989,910,,,,news')).toEqual([
      'evidence/figures.csv:2:34 The source “news” was published (1988-01-03) before the period begins (1989); if the figure is later, give its own day under “published”.',
    ])
  })

  it.each([
    [
      'about 500',
      '“about 500” is not a number; expected are digits, with a point for decimals, such as 3092 or 12.5. “About” and the like belong in the note.',
    ],
    [
      '"3,092"',
      '“3,092” has commas between its digits; expected are digits, with a point for decimals, such as 3092 or 12.5.',
    ],
    [
      '1.5e3',
      '“1.5e3” is written with an exponent; expected are digits, with a point for decimals, such as 3092 or 12.5.',
    ],
    [
      '"12,5"',
      '“12,5” has a comma for a point; expected are digits, with a point for decimals, such as 3092 or 12.5.',
    ],
    ['>15000', '“>15000” is a bound, not a value; put the number under “low” or “high”.'],
    ['12345678901234567890', '“12345678901234567890” has more digits than can be held exactly.'],
    ['-4', '-4 is negative; “emigration” is a flow, and flows are not negative.'],
  ])('refuses %s as a value', (value, message) => {
    expect(figure(`emigration,NCSJ,1987-11,1987-11,${value},,,,memo`)).toEqual([
      `evidence/figures.csv:2:33 ${message}`,
    ])
  })

  it.each([
    ['1.000', '“1.000” may mean one or one thousand: write 1 or 1000.'],
    ['12.345', '“12.345” may mean 12 and a fraction or 12345: write 12.3450 or 12345.'],
  ])('refuses %s where a point may stand between thousands', (value, message) => {
    expect(figure(`emigration,NCSJ,1987-11,1987-11,,${value},,,memo`)).toEqual([
      `evidence/figures.csv:2:34 ${message}`,
    ])
  })

  it.each(['flow,persons', 'level,persons', 'level,families'])('counts %s whole', (series) => {
    const of = (value: string) =>
      refusals({
        'benchmarks.txt': '',
        'goals.yaml': undefined,
        'evidence/undertakings.csv': undefined,
        'evidence/outcomes.csv': undefined,
        'evidence/series.csv': `id,kind,unit\nx,${series}\n`,
        'evidence/figures.csv': `${FIGURES}x,NCSJ,1987,1987,${value},,,,memo\n`,
      })
    expect(of('1.000')).toHaveLength(1)
    for (const told of ['1000', '1.5', '0.125', '1234.567', '1.0000']) expect(of(told)).toEqual([])
  })

  it.each(['index,points', 'level,percent'])('leaves decimals to %s', (series) => {
    expect(
      refusals({
        'benchmarks.txt': '',
        'goals.yaml': undefined,
        'evidence/undertakings.csv': undefined,
        'evidence/outcomes.csv': undefined,
        'evidence/series.csv': `id,kind,unit\nx,${series}\n`,
        'evidence/figures.csv': `${FIGURES}x,NCSJ,1987,1987,1.125,,,,memo\n`,
      }),
    ).toEqual([])
  })

  describe('two rows of one series, reporter, period, publication day and source', () => {
    const rows = (...values: string[]) =>
      read({
        'evidence/figures.csv': `${FIGURES}${values.map((value) => `emigration,NCSJ,1987-11,1987-11,${value},memo\n`).join('')}`,
      })

    it('are both taken, and that the later stands is said', () => {
      const { record, refusals: none, notices } = rows('910,,,1987-12-02', '912,,,1987-12-02')
      expect(none).toEqual([])
      expect(record?.figures.map(({ low }) => low)).toEqual([910, 912])
      expect(notices).toEqual([
        {
          file: 'evidence/figures.csv',
          line: 3,
          column: 33,
          message:
            'Line 3 stands in place of line 2: the same series, reporter, period, publication day and source, another value.',
        },
      ])
    })

    it('are nothing to say where they agree, or were published on two days', () => {
      expect(rows('910,,,1987-12-02', '910,,,1987-12-02').notices).toEqual([])
      expect(rows('910,,,1987-12-02', '912,,,1987-12-03').notices).toEqual([])
    })
  })

  it('refuses a figure without a number, with two, and with bounds the wrong way round', () => {
    expect(figure('emigration,NCSJ,1987,1987,,,,,memo')).toEqual([
      'evidence/figures.csv:2:27 The figure has no number; a value, or a bound under “low” or “high”, was expected.',
    ])
    expect(figure('emigration,NCSJ,1987,1987,5,4,,,memo')).toEqual([
      'evidence/figures.csv:2:27 The figure has a value and a bound; only one was expected.',
    ])
    expect(figure('emigration,NCSJ,1987,1987,,5,4,,memo')).toEqual([
      'evidence/figures.csv:2:28 The lower bound 5 is above the upper bound 4.',
    ])
  })

  it('refuses a figure without a source', () => {
    expect(figure('emigration,NCSJ,1987,1987,5,,,,')).toEqual([
      'evidence/figures.csv:2:32 The source of the figure is missing.',
    ])
  })

  it('refuses a date that is not EDTF', () => {
    expect(figure('emigration,NCSJ,11/1987,1987,5,,,,memo')).toEqual([
      'evidence/figures.csv:2:17 “11/1987” is not a date; expected is 1987-04-01, 1987-04, 1987, 1987-04~ or 1987-03/1987-09 (EDTF).',
    ])
  })

  it('reports every cell of a row that is wrong, and takes none of it', () => {
    const { record, refusals: found } = read({
      'evidence/figures.csv': `${FIGURES}x,,y,1987,z,,,,memo\nemigration,A,1987,1987,1,,,,memo\n`,
    })
    expect(found.map(({ column }) => column)).toEqual([1, 3, 4, 11])
    expect(record?.figures).toMatchObject([{ entry: 1, reporter: 'A' }])
  })
})

describe('benchmarks', () => {
  const benchmark = (require: string) =>
    refusals({
      'benchmarks.txt': `benchmark step-up "A step-up" outcome {\n  require ${require};\n}\n`,
    })

  it('refuses a measure that does not fit its series, at its place', () => {
    expect(benchmark('level(emigration) >= 10000')).toEqual([
      'benchmarks.txt:2:17 level reads a level or an index; “emigration” is a flow.',
    ])
  })

  it('refuses a series that is not there', () => {
    expect(benchmark('total(emigraton) in 1988 >= 10000')).toEqual([
      'benchmarks.txt:2:17 There is no series “emigraton”. Did you mean “emigration”?',
    ])
  })

  it('keeps the benchmarks that are sound', () => {
    const text = `${SOUND['benchmarks.txt']}benchmark other "Other" outcome { require level(emigration) >= 1; }\n`
    const { record } = read({ 'benchmarks.txt': text })
    expect(record?.benchmarks.map(({ id }) => id)).toEqual(['step-up'])
  })
})

describe('ids', () => {
  it('refuses an id that stands twice with other content', () => {
    expect(
      events('e,1987,detention,x,,,memo', 'f,1987,x,,,,memo', 'e,1988,detention,x,,,memo'),
    ).toEqual([
      'evidence/events.csv:4:1 The event “e” stands with other content on line 2. If this is a correction, give the day since when it is known under “known”.',
    ])
  })

  it('takes other content with a known day as a correction', () => {
    expect(events('e,1987,detention,x,,,memo', 'e,1986,detention,x,,1988-02-01,memo')).toEqual([])
  })

  it('takes other content from a source of another day as a correction', () => {
    expect(events('e,1987,detention,x,,,memo', 'e,1986,detention,x,,,news')).toEqual([])
  })

  it('takes rows that agree as one entry with several citations', () => {
    const { record, refusals: none } = read({
      'evidence/events.csv':
        'id,date,kind,source,at\ne,1987,detention,memo,p. 1\ne,1987,detention,news,p. 2\n',
    })
    expect(none).toEqual([])
    expect(record?.events.map(({ at }) => at)).toEqual(['p. 1', 'p. 2'])
  })

  it('refuses a source, a series and a goal of the same id with other content', () => {
    expect(refusals({ 'evidence/sources.csv': 'id,title\nmemo,A\nnews,N\nmemo,B\n' })).toEqual([
      'evidence/sources.csv:4:1 The source “memo” stands with other content on line 2.',
    ])
    expect(
      refusals({ 'evidence/series.csv': 'id,kind\nemigration,flow\nemigration,level\n' }),
    ).toEqual([
      'evidence/series.csv:3:1 The series “emigration” stands with other content on line 2.',
    ])
    const goals = SOUND['goals.yaml'] ?? ''
    expect(refusals({ 'goals.yaml': goals + goals.replace('immediate', 'long-range') })).toEqual([
      'goals.yaml:8:3 The goal “emigration” stands with other content on line 1.',
    ])
  })

  it('passes over a source that stands twice word for word', () => {
    const { record, refusals: none } = read({
      'evidence/sources.csv': 'id,title\nmemo,A\nnews,N\nmemo,A\n',
    })
    expect(none).toEqual([])
    expect(record?.sources.map(({ id }) => id)).toEqual(['memo', 'news'])
  })

  it('refuses two benchmarks of one id and one day, and takes two versions', () => {
    const one = SOUND['benchmarks.txt'] ?? ''
    const other = one.replace('10000', '12000')
    expect(refusals({ 'benchmarks.txt': `${one}\n${other}` })).toEqual([
      'benchmarks.txt:5:1 The benchmark “step-up” of the same “set” stands with another text on line 1; a new version has a later date.',
    ])
    const later = other.replace('{', '{\n  set 1988 by "Who";')
    expect(refusals({ 'benchmarks.txt': `${one}\n${later}` })).toEqual([])
  })

  it('refuses what is not an id', () => {
    expect(events('7-days,1987,detention,x,,,memo')).toEqual([
      'evidence/events.csv:2:1 “7-days” is not an id; an id is a letter, then letters, digits, “-”, “/” or “_”.',
    ])
  })
})

describe('references', () => {
  it('refuses what refers to a row that is itself refused, and says so', () => {
    expect(refusals({ 'evidence/series.csv': 'id,kind\nemigration,flood\n' })).toEqual([
      'evidence/series.csv:2:12 “flood” is not “flow”, “level” or “index”. Did you mean “flow”?',
      'evidence/figures.csv:2:1 The series “emigration” is itself refused (evidence/series.csv, line 2).',
    ])
  })

  it('refuses a provision, benchmark, source, goal and undertaking that are not there', () => {
    const goals = SOUND['goals.yaml']
      ?.replace('basket-3-1-b', 'basket-3-1-c')
      .replace('[step-up]', '[step-down]')
      .replace('memo', 'mema')
    expect(
      refusals({
        'goals.yaml': goals,
        'evidence/undertakings.csv': 'id,date,text,goal,source\nu2,1987-02,x,exit,memo\n',
      }),
    ).toEqual([
      'goals.yaml:4:16 There is no provision “helsinki-1975/basket-3-1-c” in standards.yaml; did you mean “helsinki-1975/basket-3-1-b”?',
      'goals.yaml:6:21 There is no source “mema” in evidence/sources.csv; did you mean “memo”?',
      'goals.yaml:7:16 There is no benchmark “step-down” in benchmarks.txt.',
      'evidence/undertakings.csv:2:14 There is no goal “exit” in goals.yaml.',
      'evidence/outcomes.csv:2:1 There is no undertaking “u1” in evidence/undertakings.csv.',
    ])
  })

  it('sums up what refers to a file that could not be read, once for each file that does', () => {
    const rows = Array.from(
      { length: 60 },
      (_, index) => `emigration,NCSJ,1987-11,1987-11,${String(index)},,,1987-12-02,memo`,
    )
    expect(
      refusals({
        'evidence/sources.csv': 'id,titel\nmemo,Memorandum\n',
        'evidence/figures.csv': `${FIGURES}${rows.join('\n')}\n`,
      }),
    ).toEqual([
      'evidence/sources.csv:1:4 There is no column “titel”; did you mean “title”?',
      'goals.yaml:6:21 One place refers to sources that could not be read; mend evidence/sources.csv first.',
      'evidence/figures.csv:2:48 60 rows refer to sources that could not be read; mend evidence/sources.csv first.',
      'evidence/events.csv:2:39 One row refers to sources that could not be read; mend evidence/sources.csv first.',
      'evidence/undertakings.csv:2:24 One row refers to sources that could not be read; mend evidence/sources.csv first.',
      'evidence/outcomes.csv:2:1 One row refers to sources that could not be read; mend evidence/sources.csv first.',
    ])
  })

  it('tells the first fault of every benchmark, and takes what can be read', () => {
    const [sound] = [SOUND['benchmarks.txt'] ?? '']
    const text = `benchmark first "First" outcome {\n  require totl(emigration) >= 1;\n}\n# The sound one.\n${sound}benchmark last "Last" outcome {\n  hold six months;\n}\nbenchmark level-of-flow "L" outcome {\n  require level(emigration) >= 1;\n}\n`
    const goals = SOUND['goals.yaml']?.replace('[step-up]', '[first, step-up, last]')
    const { record } = read({ 'benchmarks.txt': text, 'goals.yaml': goals })
    expect(refusals({ 'benchmarks.txt': text, 'goals.yaml': goals })).toEqual([
      expect.stringMatching(/^benchmarks.txt:2:11 “totl” cannot stand here/),
      'benchmarks.txt:9:8 “six” cannot stand here; expected a number.',
      'benchmarks.txt:12:17 level reads a level or an index; “emigration” is a flow.',
    ])
    expect(record?.benchmarks.map(({ id, text: kept }) => [id, kept])).toEqual([
      ['step-up', `# The sound one.\n${sound}`],
    ])
    expect(record?.goals).toHaveLength(1)
  })

  it('refuses sources that repeat each other in a circle, and what rests on them', () => {
    expect(refusals({ 'evidence/sources.csv': 'id,origin\nmemo,\nnews,a\na,b\nb,a\n' })).toEqual([
      'evidence/sources.csv:3:6 The source “a” is itself refused (evidence/sources.csv, line 4).',
      'evidence/sources.csv:4:3 The source “a” repeats “b”, which leads back to it; one of them must be the first.',
      'evidence/sources.csv:5:3 The source “b” repeats “a”, which leads back to it; one of them must be the first.',
      'evidence/outcomes.csv:2:19 The source “news” is itself refused (evidence/sources.csv, line 3).',
    ])
  })
})

describe('events', () => {
  it('refuses what is known before it happened', () => {
    expect(events('e,1987-05,detention,x,,1987-04-30,memo')).toEqual([
      'evidence/events.csv:2:24 It is known (1987-04-30) before it happened (1987-05).',
    ])
  })

  it('refuses a stage that a rule or a state does not have', () => {
    expect(
      events('e,1987,rule,law,in_force,,memo', 'f,1987,state,jamming/voa,silent,,memo'),
    ).toEqual([
      'evidence/events.csv:2:17 “in_force” is not “none”, “promised”, “tabled”, “adopted”, “in-force” or “applied”. Did you mean “in-force”?',
      'evidence/events.csv:3:26 “silent” is not “on”, “off” or “intensified”.',
    ])
  })
})

describe('tables', () => {
  it('refuses an unknown column by name, one that stands twice, and one that is missing', () => {
    expect(refusals({ 'evidence/series.csv': 'id,kind,unti\nemigration,flow,x\n' })[0]).toBe(
      'evidence/series.csv:1:9 There is no column “unti”; did you mean “unit”?',
    )
    expect(refusals({ 'evidence/series.csv': 'id,kind,id\nemigration,flow,x\n' })[0]).toBe(
      'evidence/series.csv:1:9 The column “id” stands twice.',
    )
    expect(refusals({ 'evidence/series.csv': 'id,unit\nemigration,x\n' })[0]).toBe(
      'evidence/series.csv:1:1 The column “kind” is missing.',
    )
    expect(refusals({ 'evidence/series.csv': 'id;kind\nemigration;flow\n' })[0]).toBe(
      'evidence/series.csv:1:1 The columns are not separated by commas; save the file as comma-separated.',
    )
  })

  it('refuses rows with more or fewer cells than the header', () => {
    expect(
      refusals({ 'evidence/judgements.csv': 'question,unit,coder,date,score\na,b\n' }),
    ).toEqual(['evidence/judgements.csv:2:1 The row has 2 cells, the header 5 columns.'])
  })

  it('names the quote that is never closed, and takes the rows before it', () => {
    const { record, refusals: found } = read({
      'evidence/judgements.csv':
        'question,unit,coder,date,score,note\n"a\nb",u,c,1988,1,"x"\nж,u,c,1988,1,"open\nq,u,c,1988,1,\n',
    })
    expect(found).toEqual([
      {
        file: 'evidence/judgements.csv',
        line: 4,
        column: 14,
        message: 'This quote is opened and never closed. The file is not read from this row on.',
      },
    ])
    expect(record?.judgements).toHaveLength(1)
  })

  it('names a quote within a cell, and what follows a closing quote', () => {
    const header = 'question,unit,coder,date,score\n'
    expect(refusals({ 'evidence/judgements.csv': `${header}a,b"c,d,1988,1\n` })).toEqual([
      'evidence/judgements.csv:2:4 A quote stands inside a cell that does not begin with one; put the cell in quotes and double those inside. The file is not read from this row on.',
    ])
    expect(refusals({ 'evidence/judgements.csv': `${header}a,"b"c,d,1988,1\n` })).toEqual([
      'evidence/judgements.csv:2:6 After a closing quote a comma or the end of the line was expected. The file is not read from this row on.',
    ])
  })

  it('keeps what looks like a formula as it is written', () => {
    const { record } = read({
      'evidence/judgements.csv':
        'question,unit,coder,date,score,note\nq,u,c,1988,1,"=HYPERLINK(""x"")"\n',
    })
    expect(record?.judgements[0]?.note).toBe('=HYPERLINK("x")')
  })

  it('takes columns in any order, blank lines and rows of empty cells', () => {
    const { record, refusals: none } = read({
      'evidence/judgements.csv': 'score,date,coder,unit,question\n\n3,1988,c,u,q\n,,,,\n',
    })
    expect(none).toEqual([])
    expect(record?.judgements).toMatchObject([{ entry: 1, score: 3, question: 'q' }])
  })

  it('lists the first refusals of a file that is wrong throughout, and counts the rest', () => {
    const rows = 'nowhere,NCSJ,1987,1987,1,,,,memo\n'.repeat(MOST_REFUSALS_A_FILE + 500)
    const found = read({ 'evidence/figures.csv': FIGURES + rows }).refusals
    expect(found).toHaveLength(MOST_REFUSALS_A_FILE + 1)
    expect(found.at(-1)).toEqual({
      file: 'evidence/figures.csv',
      line: MOST_REFUSALS_A_FILE + 2,
      column: 1,
      message:
        'From here on 500 more refusals in this file are counted and not listed; the first 1,000 are.',
    })
  })
})

describe('YAML', () => {
  const programme = SOUND['programme.yaml'] ?? ''

  it('refuses an unknown key and one that stands twice', () => {
    expect(refusals({ 'programme.yaml': `${programme}titel: x\n` })).toEqual([
      'programme.yaml:5:1 The programme has no key “titel”; did you mean “title”?',
    ])
    expect(refusals({ 'programme.yaml': `${programme}id: x\n` })).toEqual([
      'programme.yaml:5:1 The key “id” stands twice.',
    ])
  })

  it('refuses what is not YAML with its place', () => {
    expect(refusals({ 'programme.yaml': `${programme}claims: [a, b\n` })[0]).toMatch(
      /^programme\.yaml:6:1 This is not YAML: .+\.$/,
    )
  })

  it('gives no record where the programme itself is missing or refused', () => {
    expect(read({ 'programme.yaml': undefined })).toMatchObject({
      record: null,
      refusals: [{ file: 'programme.yaml', line: 1, column: 1 }],
    })
    expect(read({ 'programme.yaml': 'id: x\n' }).record).toBeNull()
  })

  it('takes dates and numbers as they are written', () => {
    const { record } = read({
      'programme.yaml': `${programme}from: 1986-11-01\nreviews: [1988-01-01]\nclaims: [1988, 1e3, 0x10, true]\n`,
    })
    expect(record?.programme).toMatchObject({
      from: '1986-11-01',
      reviews: { on: ['1988-01-01'] },
      claims: ['1988', '1e3', '0x10', 'true'],
    })
  })

  it('refuses aliases, tags it does not know, and nesting without end', () => {
    expect(refusals({ 'programme.yaml': `${programme}claims: [&a x, *a]\n` })).toEqual([
      'programme.yaml:5:13 Anchors (&) are not taken; write the value out.',
      'programme.yaml:5:16 Aliases (*) are not taken; write the value out.',
    ])
    expect(refusals({ 'programme.yaml': `[${'['.repeat(50_000)}]` })[0]).toMatch(
      /^programme\.yaml:1:\d+ The file is nested too deep to be read\.$/,
    )
    expect(refusals({ 'programme.yaml': `${programme}claims: [!mine x]\n` })[0]).toBe(
      'programme.yaml:5:10 This is not YAML: unresolved tag: !mine.',
    )
  })

  it('refuses a tier, an objective and a kind of counting that do not exist', () => {
    const goals = SOUND['goals.yaml']
      ?.replace('immediate', 'now')
      .replace('help-persons', 'help-person')
    expect(
      refusals({
        'goals.yaml': goals,
        'programme.yaml': `${programme}counting: heads\n`,
        'evidence/undertakings.csv': undefined,
        'evidence/outcomes.csv': undefined,
      }),
    ).toEqual([
      'programme.yaml:5:11 “heads” is not “person” or “family”.',
      'goals.yaml:2:9 “now” is not “immediate”, “intermediate” or “long-range”.',
      'goals.yaml:5:16 “help-person” is not “help-persons”, “safer-world”, “contest-for-opinion” or “encouragement”. Did you mean “help-persons”?',
    ])
  })

  it('refuses a waiver of a benchmark that is not there, and keeps leverage.yaml as it is', () => {
    const leverage =
      'benefits: [{ id: x }]\nwaivers:\n  - { benchmark: step-upp, by: P, ground: g, from: 1988 }\n'
    const content = read({ 'leverage.yaml': leverage })
    expect(content.refusals).toEqual([
      {
        file: 'leverage.yaml',
        line: 3,
        column: 18,
        message: 'There is no benchmark “step-upp” in benchmarks.txt; did you mean “step-up”?',
      },
    ])
    expect(content.kept).toEqual([{ path: 'leverage.yaml', bytes: Buffer.from(leverage) }])
  })
})

describe('encodings', () => {
  const table = 'id,title\nmemo,«Известия», 3 января\nnews,Ньюс\n'.replace('», 3', '»\u00a03')

  it('reads UTF-8 with a byte-order mark and UTF-16 with one, lines in CRLF, CR and LF', () => {
    const forms = [
      Buffer.from(`\uFEFF${table}`),
      Buffer.from(`\uFEFF${table}`, 'utf16le'),
      Buffer.from(`\uFEFF${table}`, 'utf16le').swap16(),
      Buffer.from(table.replaceAll('\n', '\r\n')),
      Buffer.from(table.replaceAll('\n', '\r')),
    ]
    for (const bytes of forms) {
      const { record, refusals: none, notices } = read({ 'evidence/sources.csv': bytes })
      expect([none, notices]).toEqual([[], []])
      expect(record?.sources[0]?.title).toBe('«Известия»\u00a03 января')
    }
  })

  it('reads Windows-1251 where it is plausible, and says so', () => {
    const {
      record,
      refusals: none,
      notices,
    } = read({
      'evidence/sources.csv': windows1251(table),
    })
    expect(none).toEqual([])
    expect(record?.sources[0]?.title).toBe('«Известия»\u00a03 января')
    expect(notices).toEqual([
      {
        file: 'evidence/sources.csv',
        line: 1,
        column: 1,
        message:
          'This file is not UTF-8; it was read as Windows-1251 (Cyrillic). Look at its names.',
      },
    ])
  })

  it('reads Windows-1251 in which a capital before a closing quote looks like UTF-8', () => {
    const { refusals: none, record } = read({
      'evidence/sources.csv': windows1251('id,title\nmemo,Газета «Р»\nnews,Новости\n'),
    })
    expect(none).toEqual([])
    expect(record?.sources[0]?.title).toBe('Газета «Р»')
  })

  it('refuses a file that is UTF-8 in one part and not in another', () => {
    const bytes = Buffer.concat([
      Buffer.from('id,title\nmemo,Известия\n'),
      windows1251('news,Новости\n'),
    ])
    expect(refusals({ 'evidence/sources.csv': bytes })[0]).toBe(
      'evidence/sources.csv:3:6 This file mixes encodings: parts are UTF-8, and the byte 0xCD here is not. Save it whole as UTF-8.',
    )
  })

  it('refuses other encodings with the first byte that does not fit', () => {
    const bytes = Buffer.from('id,title\nmemo,Café\nnews,Théâtre\n', 'latin1')
    expect(refusals({ 'evidence/sources.csv': bytes })[0]).toBe(
      'evidence/sources.csv:2:9 The byte 0xE9 here is not UTF-8, and the file reads as no other encoding that is taken (UTF-16 with a byte-order mark, Windows-1251 Cyrillic). Save it as UTF-8.',
    )
  })

  it('refuses KOI8-R, which as Windows-1251 would be noise', () => {
    // "Привет, Москва" in KOI8-R
    const koi = Buffer.from('f0d2c9d7c5d42c20edcfd3cbd7c1', 'hex')
    const bytes = Buffer.concat([Buffer.from('id,title\nmemo,"'), koi, Buffer.from('"\nnews,\n')])
    expect(refusals({ 'evidence/sources.csv': bytes })[0]).toMatch(
      /^evidence\/sources.csv:2:7 The byte 0xF0/,
    )
  })

  it('refuses NUL bytes, and UTF-16 without its mark with a hint', () => {
    expect(refusals({ 'evidence/series.csv': 'id,kind\nemi\0gration,flow\n' })[0]).toBe(
      'evidence/series.csv:2:4 Here is a NUL byte; a text was expected.',
    )
    expect(refusals({ 'evidence/series.csv': Buffer.from('id,kind\n', 'utf16le') })[0]).toBe(
      'evidence/series.csv:1:2 Here is a NUL byte; a text was expected (if this is UTF-16, it lacks its byte-order mark; save it as UTF-8).',
    )
  })

  it('refuses UTF-16 that breaks off within a character', () => {
    const whole = Buffer.from('\uFEFFid,kind\nemigration,flow\n', 'utf16le')
    expect(refusals({ 'evidence/series.csv': whole.subarray(0, -1) })[0]).toBe(
      'evidence/series.csv:2:16 Here the file stops being UTF-16: half a character stands alone. Save it as UTF-8.',
    )
  })
})

describe('files', () => {
  it('refuses a file that no programme has, and names the one that was meant', () => {
    expect(
      refusals({ 'Goal.yaml': '', 'evidence/figure.csv': '', 'persons.csv': '', 'x/y.txt': '' }),
    ).toEqual([
      'Goal.yaml:1:1 A programme folder has no “Goal.yaml”; did you mean “goals.yaml”?',
      'evidence/figure.csv:1:1 A programme folder has no “evidence/figure.csv”; did you mean “evidence/figures.csv”?',
      'persons.csv:1:1 A programme folder has no “persons.csv”; did you mean “cases/persons.csv”?',
      'x/y.txt:1:1 A programme folder has no “x/y.txt”.',
    ])
  })

  it('keeps later parts, documents, hidden files, README and LICENSE byte for byte', () => {
    const odd = Buffer.from([0xff, 0, 0xfe, 13])
    const paths = [
      'counterpart.yaml',
      'documents/a/b.pdf',
      '.gitattributes',
      'README.md',
      'LICENSE',
    ]
    const content = read(Object.fromEntries(paths.map((path) => [path, odd])))
    expect(content.refusals).toEqual([])
    expect(content.kept).toEqual(paths.map((path) => ({ path, bytes: odd })))
    expect(content.notices.map(({ file }) => file)).toEqual([
      '.gitattributes',
      'README.md',
      'LICENSE',
    ])
  })

  it('refuses a path that leads out of the folder', () => {
    expect(refusals({ 'documents/../../x': '' })).toEqual([
      'documents/../../x:1:1 The path “documents/../../x” leads out of the folder or is no path.',
    ])
  })

  it('knows where an entry stands', () => {
    const { placeOf } = read({
      'evidence/events.csv':
        'id,date,kind,source\n\na,1987,x,memo\n"b",1987,"x\ny",memo\nc,1987,x,memo\n',
    })
    expect([1, 2, 3].map((entry) => placeOf('events', entry).line)).toEqual([3, 4, 6])
    expect(placeOf('evidence/events.csv', 3)).toEqual({
      file: 'evidence/events.csv',
      line: 6,
      column: 1,
    })
    expect(placeOf('goals', 1)).toEqual({ file: 'goals.yaml', line: 1, column: 1 })
    expect(() => placeOf('events', 4)).toThrow(RangeError)
  })
})

function windows1251(text: string): Buffer {
  const decoder = new TextDecoder('windows-1251')
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  )
  return Buffer.from([...text].map((letter) => bytes.get(letter) ?? 0x3f))
}
