/** Records and their rows for tests, filled in the same way every time. */
import type { Person } from '../src/domain/access/may.ts'
import { calendarDate } from '../src/domain/basics/calendar-date.ts'
import type {
  BenchmarkId,
  EventId,
  GoalId,
  ProgrammeId,
  SeriesId,
  SourceId,
  UndertakingId,
} from '../src/domain/basics/ids.ts'
import { uncertainDate } from '../src/domain/basics/uncertain-date.ts'
import type { EventEntry } from '../src/domain/evidence/event.ts'
import type { FigureEntry } from '../src/domain/evidence/figure.ts'
import type { Series } from '../src/domain/evidence/series.ts'
import type { Source } from '../src/domain/evidence/source.ts'
import type { OutcomeEntry, UndertakingEntry } from '../src/domain/evidence/undertaking.ts'
import type { BenchmarkText } from '../src/domain/goals/benchmark.ts'
import type { Goal } from '../src/domain/goals/goal.ts'
import type { ProgrammeRecord } from '../src/domain/goals/programme-record.ts'
import type { Programme } from '../src/domain/goals/programme.ts'
import type { Waiver } from '../src/domain/goals/waiver.ts'
import type { Context } from '../src/actions/context.ts'
import type { Database } from '../src/store/database/reader-writer.ts'

export const PROGRAMME = 'soviet-union' as ProgrammeId
export const TODAY = calendarDate('2026-11-22')

/** A context in which a lead works on the store. */
export function aContext(database: Database, person: Partial<Person> = {}): Context {
  return {
    database,
    person: { id: 'ann', name: 'Ann', role: 'lead', ...person },
    today: TODAY,
    newId: () => crypto.randomUUID(),
  }
}

export function aProgramme(given: Partial<Programme> = {}): Programme {
  return {
    id: PROGRAMME,
    title: 'Human rights in the Soviet Union',
    counterpart: 'SUHH',
    sender: 'US',
    from: calendarDate('1987-01-01'),
    counting: 'person',
    baselines: [{ id: 'thaw', title: 'The years 1958–65', in: uncertainDate('1958/1965') }],
    reviews: { every: 'month' },
    claims: ['tass'],
    substitutes: [['jamming/voa', 'jamming/rfe-rl']],
    ...given,
  }
}

export function aSource(given: Partial<Source> = {}): Source {
  return {
    entry: 0,
    id: 'jta-1988-08-03' as SourceId,
    title: 'Daily News Bulletin',
    kind: 'publication',
    published: uncertainDate('1988-08-03'),
    url: '',
    reliability: '',
    protected: false,
    origin: null,
    withdrawn: null,
    ...given,
  }
}

/** A source that does not say when it was published. */
export function anUndatedSource(): Source {
  return aSource({ id: 'undated' as SourceId, published: null })
}

export function aSeries(given: Partial<Series> = {}): Series {
  return {
    entry: 0,
    id: 'emigration' as SeriesId,
    title: 'Emigration of Jews',
    kind: 'flow',
    unit: 'persons',
    definition: 'Those who left',
    withdrawn: null,
    ...given,
  }
}

export function aFigure(given: Partial<FigureEntry> = {}): FigureEntry {
  return {
    entry: 0,
    series: 'emigration' as SeriesId,
    reporter: 'NCSJ',
    country: null,
    from: uncertainDate('1988-07-01'),
    to: uncertainDate('1988-07-31'),
    low: 1698,
    high: 1698,
    published: null,
    source: 'jta-1988-08-03' as SourceId,
    at: 'p. 1',
    note: '',
    known: null,
    withdrawn: null,
    ...given,
  }
}

export function anEvent(given: Partial<EventEntry> = {}): EventEntry {
  return {
    entry: 0,
    id: 'voa-off' as EventId,
    date: uncertainDate('1987-05-25~'),
    kind: 'state',
    subject: 'jamming/voa',
    stage: 'off',
    basis: null,
    verification: 'confirmed',
    claimedBy: '',
    detail: '',
    known: null,
    source: 'jta-1988-08-03' as SourceId,
    at: 'p. 2',
    withdrawn: null,
    ...given,
  }
}

export function anUndertaking(given: Partial<UndertakingEntry> = {}): UndertakingEntry {
  return {
    entry: 0,
    id: 'pardon' as UndertakingId,
    date: uncertainDate('1987-02'),
    by: 'Foreign Ministry',
    to: 'Embassy',
    channel: 'meeting',
    text: 'Все будут освобождены',
    due: uncertainDate('1987-03'),
    goal: 'emigration-goal' as GoalId,
    known: null,
    source: 'jta-1988-08-03' as SourceId,
    at: '',
    withdrawn: null,
    ...given,
  }
}

export function anOutcome(given: Partial<OutcomeEntry> = {}): OutcomeEntry {
  return {
    entry: 0,
    undertaking: 'pardon' as UndertakingId,
    date: uncertainDate('1987-04'),
    outcome: 'partly',
    known: null,
    source: 'jta-1988-08-03' as SourceId,
    at: '',
    withdrawn: null,
    ...given,
  }
}

export function aBenchmark(given: Partial<BenchmarkText> = {}): BenchmarkText {
  return {
    id: 'step-up' as BenchmarkId,
    title: 'A modest step-up',
    kind: 'outcome',
    set: '1987-01',
    text: 'benchmark step-up "A modest step-up" outcome {\n  set 1987-01 by "Schifter";\n  require total(emigration) over last 12 months >= 10000;\n}\n',
    ...given,
  }
}

export function aWaiver(given: Partial<Waiver> = {}): Waiver {
  return {
    benchmark: 'step-up' as BenchmarkId,
    by: 'President',
    ground: 'The conference',
    from: uncertainDate('1989-01-04'),
    until: null,
    known: uncertainDate('1989-01-04'),
    cites: [],
    ...given,
  }
}

export function aGoal(given: Partial<Goal> = {}): Goal {
  return {
    id: 'emigration-goal' as GoalId,
    tier: 'immediate',
    statement: 'A modest step-up in emigration',
    provisions: ['helsinki-1975/basket-3'],
    objectives: ['help-persons'],
    cites: [{ source: 'jta-1988-08-03' as SourceId, at: 'p. 3' }],
    benchmarks: ['step-up' as BenchmarkId],
    ...given,
  }
}

/** A sound record with a row or more of each kind. */
export function aRecord(given: Partial<ProgrammeRecord> = {}): ProgrammeRecord {
  return {
    programme: aProgramme(),
    standards: [
      {
        id: 'helsinki-1975',
        title: 'Helsinki Final Act',
        date: '1975-08-01',
        provisions: [{ id: 'basket-3', title: 'Basket III', text: '' }],
      },
    ],
    goals: [aGoal()],
    benchmarks: [aBenchmark()],
    waivers: [aWaiver()],
    sources: [aSource(), anUndatedSource()],
    series: [aSeries()],
    figures: [aFigure()],
    events: [anEvent()],
    undertakings: [anUndertaking()],
    outcomes: [anOutcome()],
    judgements: [
      {
        entry: 0,
        question: 'press',
        unit: 'u1',
        coder: 'A',
        date: uncertainDate('1988'),
        score: 2.5,
        known: calendarDate('1988-12-31'),
        note: '',
        withdrawn: null,
      },
    ],
    ...given,
  }
}

/** A record without the numbers that the store gives to its entries, to compare what it says. */
export function withoutNumbers(record: ProgrammeRecord): ProgrammeRecord {
  const plain = <T extends { entry: number }>(rows: readonly T[]) =>
    rows.map((row) => ({ ...row, entry: 0 }))
  return {
    ...record,
    sources: plain(record.sources),
    series: plain(record.series),
    figures: plain(record.figures),
    events: plain(record.events),
    undertakings: plain(record.undertakings),
    outcomes: plain(record.outcomes),
    judgements: plain(record.judgements),
  }
}
