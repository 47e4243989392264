import { expect, it } from 'vitest'
import { onEachEngine } from '../../test/engines.ts'
import { aProgramme } from '../../test/record-builders.ts'
import { writeRegister } from '../../test/write-register.ts'
import { calendarDate } from '../domain/basics/calendar-date.ts'
import type {
  BenchmarkId,
  CaseId,
  ListId,
  PersonId,
  ProgrammeId,
  SourceId,
} from '../domain/basics/ids.ts'
import { uncertainDate } from '../domain/basics/uncertain-date.ts'
import { registerOptionsOf } from '../domain/cases/case-history.ts'
import type { CaseEventEntry } from '../domain/cases/case-event.ts'
import { splitBenchmarks } from '../domain/goals/language/split-benchmarks.ts'
import { closeAction, openAction } from '../store/audit.ts'
import { insertBenchmarks } from '../store/benchmarks.ts'
import type { Database } from '../store/database/reader-writer.ts'
import { insertProgramme } from '../store/programmes.ts'
import { assess, changes, explain, history } from './assessments.ts'
import type { Context } from './context.ts'
import { localPerson } from './open-workbench.ts'

const PROGRAMME = 'listed' as ProgrammeId
const TEXT = `benchmark free "All are free" outcome {
  set 1987-01 by "The desk";
  list political = "L" frozen 1988-01-01;
  require resolved(political) = all;
  hold 2 months;
}
benchmark held "Nobody is held" outcome {
  set 1987-01 by "The desk";
  require stock(cases where state = "detained") = 0;
}
`

const event = (at: number, kind: string, on: string): CaseEventEntry => ({
  entry: 0,
  case: `c-${at}` as CaseId,
  person: null,
  kind,
  date: uncertainDate(on),
  known: calendarDate(on),
  verification: 'confirmed',
  detail: '',
  source: 'monitor' as SourceId,
  at: `no. ${at}`,
  withdrawn: null,
})

const people = [1, 2]
const register = (events: readonly CaseEventEntry[]) => ({
  register: {
    persons: [],
    families: [],
    cases: people.map((at) => ({
      entry: at,
      id: `c-${at}` as CaseId,
      subject: `p-${at}` as PersonId,
      category: 'prisoner',
      ground: '',
      region: '',
      authority: '',
      opened: uncertainDate('1986-01-01'),
      withdrawn: null,
    })),
    caseEvents: events,
    contacts: [],
    consents: [],
    merges: [],
  },
  lists: {
    lists: [
      { entry: 1, id: 'L' as ListId, number: '', title: 'The list', rule: '', withdrawn: null },
    ],
    versions: [
      {
        entry: 1,
        list: 'L' as ListId,
        version: '1',
        date: calendarDate('1987-12-01'),
        withdrawn: null,
      },
    ],
    entries: people.map((at) => ({
      entry: at,
      list: 'L' as ListId,
      version: '1',
      case: `c-${at}` as CaseId,
      category: 'prisoner',
      region: '',
      withdrawn: null,
    })),
    presentations: [],
    responses: [],
  },
  options: registerOptionsOf([], []),
})

async function begin(database: Database): Promise<Context> {
  await database.transaction().execute(async (tx) => {
    const action = await openAction(tx, PROGRAMME)
    await insertProgramme(tx, action, aProgramme({ id: PROGRAMME }))
    await insertBenchmarks(tx, action, splitBenchmarks(TEXT).benchmarks)
    await closeAction(tx, action, localPerson(), 'record.import', PROGRAMME)
  })
  const held = people.map((at) => event(at, 'detained', '1986-01-01'))
  await writeRegister(database, PROGRAMME, register([...held, event(1, 'released', '1988-03-05')]))
  return {
    database,
    person: localPerson(),
    today: calendarDate('2026-11-22'),
  } as Context // the actions asked here use nothing else of it
}

const standings = async (context: Context, asOf: string, knownOn = asOf) => {
  const days = { asOf: calendarDate(asOf), knownOn: calendarDate(knownOn) }
  const { benchmarks } = await assess(context, PROGRAMME, days)
  return benchmarks.map(({ standing }) => standing)
}

onEachEngine('readings of cases', (db) => {
  it('reach the assessment, and what is added reaches the next', async () => {
    const context = await begin(db())
    expect(await standings(context, '1988-12-31')).toEqual(['not-met', 'not-met'])
    await writeRegister(
      db(),
      PROGRAMME,
      register([event(2, 'released', '1988-06-01')]),
      (table) => table === 'event',
    )
    expect(await standings(context, '1988-12-31')).toEqual(['met', 'met'])
    expect(await standings(context, '1988-12-31', '1988-05-31')).toEqual(['not-met', 'not-met'])
    expect(await standings(context, '1988-06-30')).toEqual(['not-met', 'met'])
  })

  it('show with number, unit and citations', async () => {
    const context = await begin(db())
    const asked = { asOf: calendarDate('1988-12-31'), knownOn: calendarDate('1988-12-31') }
    const { benchmark, charts } = await explain(context, PROGRAMME, 'free' as BenchmarkId, asked)
    expect(benchmark.why).toContain(
      '1 of 2 persons on “L” are resolved on 31 December 1988; asked: all',
    )
    expect(benchmark.measures).toEqual([
      {
        term: 'resolved(political)',
        readings: [{ reporter: null, low: 1, high: 1, citations: ['monitor @ no. 1'] }],
      },
    ])
    expect(charts.map(({ term, unit }) => [term, unit])).toEqual([
      ['resolved(political)', 'persons'],
    ])
  })

  it('tell a history in which each month is known as it was then', async () => {
    const context = await begin(db())
    const asked = { from: calendarDate('1988-01-31'), to: calendarDate('1988-04-30') }
    const { benchmarks } = await history(context, PROGRAMME, {
      ...asked,
      every: 'month',
      knownOn: null,
    })
    expect(benchmarks.map(({ id, standings: each }) => [id, each.length])).toEqual([
      ['free', 4],
      ['held', 4],
    ])
  })

  it('set what happened to people in the register beside the acts on record', async () => {
    const context = await begin(db())
    const { people: counted } = await changes(context, PROGRAMME, {
      since: calendarDate('1987-12-31'),
      asOf: calendarDate('1988-12-31'),
      knownOn: calendarDate('1988-12-31'),
    })
    expect(counted.register).toEqual({
      released: 1,
      detained: 0,
      redetained: 0,
      expelled: 0,
      net: -1,
    })
  })
})
