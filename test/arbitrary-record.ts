/**
 * Random programmes that are valid as a whole: whatever refers to something refers to what is there.
 * Long because a record has fourteen kinds of part and one reader wants to see how they hang together.
 */
import fc from 'fast-check'
import type { CalendarDate } from '../src/domain/basics/calendar-date.ts'
import { toCalendarDate, toDayNumber } from '../src/domain/basics/calendar-date.ts'
import type { DayNumber } from '../src/domain/basics/calendar-date.ts'
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
import type { UncertainDate } from '../src/domain/basics/uncertain-date.ts'
import { BASES, RULE_STAGES, SWITCHES, VERIFICATIONS } from '../src/domain/evidence/event.ts'
import type { EventEntry } from '../src/domain/evidence/event.ts'
import type { FigureEntry } from '../src/domain/evidence/figure.ts'
import type { JudgementEntry } from '../src/domain/evidence/judgement.ts'
import { SERIES_KINDS } from '../src/domain/evidence/series.ts'
import type { Series } from '../src/domain/evidence/series.ts'
import type { Citation, Source } from '../src/domain/evidence/source.ts'
import { OUTCOMES } from '../src/domain/evidence/undertaking.ts'
import type { OutcomeEntry, UndertakingEntry } from '../src/domain/evidence/undertaking.ts'
import type { BenchmarkText } from '../src/domain/goals/benchmark.ts'
import { OBJECTIVES, TIERS } from '../src/domain/goals/goal.ts'
import type { Goal } from '../src/domain/goals/goal.ts'
import type { ProgrammeRecord } from '../src/domain/goals/programme-record.ts'
import type { Programme, Reviews } from '../src/domain/goals/programme.ts'
import type { Waiver } from '../src/domain/goals/waiver.ts'
import type { Instrument } from '../src/domain/standards/instrument.ts'

const LETTERS = [
  ...'aZ9жЩЁїابتם中文字é',
  ...' -_/.,;:#=+@\'"{}[]&*!|>%?~\n\t',
  '🕊',
  '""',
  'no',
  '1987',
]

/** Text as people write it: any script, quotes, commas, line breaks, formulas. Never a CR or NUL. */
export const prose: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...LETTERS), { maxLength: 12 })
  .map((letters) => letters.join(''))

/** Prose that says something. */
const statement = prose.map((text) => `${text}ж`)

/** Words that are compared: no blanks around them. May be empty. */
const word = prose.map((text) => text.trim())
const filledWord = word.map((text) => `${text}ъ`.trim())

const id = fc
  .tuple(
    fc.constantFrom(...'abcжЩ中'),
    fc.array(fc.constantFrom(...'ab7ж-/_'), { maxLength: 6 }).map((rest) => rest.join('')),
  )
  .map((parts) => parts.join(''))
const ids = fc.uniqueArray(id, { maxLength: 5 })

const FIRST = toDayNumber('1950-01-01' as CalendarDate)
const LAST = toDayNumber('1999-12-31' as CalendarDate)
const dayNumber = fc.integer({ min: FIRST, max: LAST })
const day = dayNumber.map((each) => toCalendarDate(each as DayNumber))
const FORMS: readonly ((on: string) => string)[] = [
  (on) => on,
  (on) => on.slice(0, 7),
  (on) => on.slice(0, 4),
  (on) => `${on}~`,
  (on) => `${on.slice(0, 7)}?`,
  (on) => `${on.slice(0, 4)}/1999`,
]
const date = fc.tuple(day, fc.constantFrom(...FORMS)).map(([on, form]) => uncertainDate(form(on)))

function orNull<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> {
  return fc.option(value, { nil: null, freq: 2 })
}

/** Days on or after the earliest day of a date. */
function knownAfter({ earliest }: UncertainDate, later: number): CalendarDate {
  return toCalendarDate((toDayNumber(earliest) + later) as DayNumber)
}

const later = orNull(fc.integer({ min: 0, max: 4000 }))
const number = fc.oneof(
  fc.integer({ min: 0, max: 2_000_000 }),
  fc.double({ min: 0, max: 1e6, noNaN: true, noDefaultInfinity: true }).map((each) => each + 0),
  fc.constantFrom(0.1, 1e-7, 12.5, 9_007_199_254_740_991),
)

const reviews: fc.Arbitrary<Reviews> = fc.oneof(
  fc.constantFrom('month', 'quarter', 'half-year', 'year').map((every) => ({ every })),
  fc.array(day, { maxLength: 3 }).map((on) => ({ on })),
)

const programme: fc.Arbitrary<Programme> = fc
  .record({
    id: id.map((each) => each as ProgrammeId),
    title: statement,
    counterpart: fc.constantFrom('SUHH', 'BY', 'CN'),
    sender: statement,
    from: orNull(day),
    counting: fc.constantFrom('person', 'family'),
    baselineIds: ids,
    baselineTitle: prose,
    baselineIn: date,
    reviews,
    claims: fc.array(prose, { maxLength: 3 }),
    substitutes: fc.array(fc.array(prose, { maxLength: 2 }), { maxLength: 2 }),
  })
  .map(({ baselineIds, baselineTitle, baselineIn, ...rest }) => ({
    ...rest,
    baselines: baselineIds.map((each) => ({ id: each, title: baselineTitle, in: baselineIn })),
  }))

const standards: fc.Arbitrary<readonly Instrument[]> = ids.chain((all) =>
  fc.tuple(
    ...all.map((each) =>
      fc.record({
        id: fc.constant(each),
        title: prose,
        date: fc.oneof(
          fc.constant(''),
          date.map(({ text }) => text),
        ),
        provisions: fc.uniqueArray(fc.record({ id: filledWord, title: prose, text: prose }), {
          maxLength: 3,
          selector: (provision) => provision.id,
        }),
      }),
    ),
  ),
)

const TITLES = ['Step-up', 'Все свободны', '释放', 'انتهاء']
const benchmarks: fc.Arbitrary<readonly BenchmarkText[]> = fc.uniqueArray(
  fc
    .record({
      id: id.map((each) => each as BenchmarkId),
      title: fc.constantFrom(...TITLES),
      kind: fc.constantFrom('structural', 'process', 'outcome'),
      set: orNull(fc.constantFrom('1987-01', '1988-03-01')),
      least: fc.nat(),
    })
    .map(({ least, ...benchmark }) => ({
      ...benchmark,
      text: [
        `benchmark ${benchmark.id} "${benchmark.title}" ${benchmark.kind} {`,
        ...(benchmark.set === null ? [] : [`  set ${benchmark.set} by "Who";`]),
        `  require count(detention) over last 12 months <= ${String(least)};\n}\n`,
      ].join('\n'),
    })),
  { maxLength: 4, selector: (each) => JSON.stringify([each.id, each.set]) },
)

const sources: fc.Arbitrary<readonly Source[]> = ids.chain((all) =>
  fc.tuple(
    ...all.map((each, index) =>
      fc.record({
        entry: fc.constant(index + 1),
        id: fc.constant(each as SourceId),
        title: prose,
        kind: word,
        published: orNull(date),
        url: word,
        reliability: word,
        protected: fc.boolean(),
        // Only of those before it, so that no circle comes about.
        origin:
          index === 0
            ? fc.constant(null)
            : orNull(fc.constantFrom(...all.slice(0, index).map((origin) => origin as SourceId))),
        withdrawn: orNull(day),
      }),
    ),
  ),
)

const series: fc.Arbitrary<readonly Series[]> = ids.chain((all) =>
  fc.tuple(
    ...all.map((each, index) =>
      fc.record({
        entry: fc.constant(index + 1),
        id: fc.constant(each as SeriesId),
        title: prose,
        kind: fc.constantFrom(...SERIES_KINDS),
        unit: word,
        definition: prose,
        withdrawn: orNull(day),
      }),
    ),
  ),
)

function numbered<Entry>(
  each: fc.Arbitrary<Entry>,
  possible: boolean,
): fc.Arbitrary<readonly (Entry & { entry: number })[]> {
  return fc
    .array(each, { maxLength: possible ? 6 : 0 })
    .map((entries) => entries.map((entry, index) => ({ ...entry, entry: index + 1 })))
}

function anyId<Id>(all: readonly { readonly id: Id }[]): fc.Arbitrary<Id> {
  return all.length === 0
    ? fc.constant(undefined as Id) // never drawn: nothing refers to an empty list
    : fc.constantFrom(...all.map((each) => each.id))
}

function figures(
  allSeries: readonly Series[],
  allSources: readonly Source[],
): fc.Arbitrary<readonly FigureEntry[]> {
  const figure = fc
    .record({
      series: anyId(allSeries),
      reporter: filledWord,
      country: orNull(fc.constantFrom('BY', 'SUHH')),
      from: date,
      length: fc.integer({ min: 0, max: 800 }),
      low: number,
      more: fc.oneof(fc.constant(0), number),
      bounds: fc.constantFrom('both', 'low', 'high'),
      later,
      source: fc.constantFrom(...(allSources.length ? allSources : [undefined])),
      at: prose,
      note: prose,
      known: orNull(day),
      withdrawn: orNull(day),
    })
    .map(({ length, low, more, bounds, later: after, source, ...rest }) => {
      const published = after === null ? null : knownAfter(rest.from, after)
      const foretold = !!source?.published && source.published.latest < rest.from.earliest
      return {
        ...rest,
        to: uncertainDate(knownAfter(rest.from, length)),
        low: bounds === 'high' ? null : low,
        high: bounds === 'low' ? null : low + more,
        // A source that was published before the period needs the figure's own day.
        published:
          published || foretold ? uncertainDate(published ?? knownAfter(rest.from, 9)) : null,
        source: source?.id as SourceId, // drawn only where there are sources
      }
    })
  return numbered(figure, allSeries.length > 0 && allSources.length > 0)
}

const stage = fc.oneof(
  fc.constantFrom(...SWITCHES).map((each) => ({ kind: 'state', stage: each as string })),
  fc.constantFrom(...RULE_STAGES).map((each) => ({ kind: 'rule', stage: each as string })),
  fc.constantFrom('coverage', 'detention', 'осуждение').map((kind) => ({ kind, stage: '' })),
)

function events(allSources: readonly Source[]): fc.Arbitrary<readonly EventEntry[]> {
  const event = fc
    .record({
      id: id.map((each) => each as EventId),
      date,
      what: stage,
      subject: filledWord,
      basis: orNull(fc.constantFrom(...BASES)),
      verification: orNull(fc.constantFrom(...VERIFICATIONS)),
      claimedBy: word,
      detail: prose,
      later,
      source: anyId(allSources),
      at: prose,
      withdrawn: orNull(day),
      cited: fc.integer({ min: 1, max: 2 }),
    })
    .map(({ what, later: after, ...rest }) => ({
      ...rest,
      ...what,
      known: after === null ? null : knownAfter(rest.date, after),
    }))
  return fc
    .uniqueArray(event, {
      maxLength: allSources.length > 0 ? 6 : 0,
      selector: (each) => each.id,
    })
    .map((all) =>
      all
        // A second citation is a second row of the same content.
        .flatMap(({ cited, ...each }) => Array.from({ length: cited }, () => each))
        .map((each, index) => ({ ...each, entry: index + 1 })),
    )
}

function undertakings(
  allGoals: readonly Goal[],
  allSources: readonly Source[],
): fc.Arbitrary<readonly UndertakingEntry[]> {
  const undertaking = fc
    .record({
      id: id.map((each) => each as UndertakingId),
      date,
      by: word,
      to: word,
      channel: word,
      text: statement,
      due: orNull(date),
      goal: allGoals.length > 0 ? orNull(anyId(allGoals)) : fc.constant(null),
      later,
      source: anyId(allSources),
      at: prose,
      withdrawn: orNull(day),
    })
    .map(({ later: after, ...rest }) => ({
      ...rest,
      known: after === null ? null : knownAfter(rest.date, after),
    }))
  return fc
    .uniqueArray(undertaking, {
      maxLength: allSources.length > 0 ? 5 : 0,
      selector: (each) => each.id,
    })
    .map((all) => all.map((each, index) => ({ ...each, entry: index + 1 })))
}

function outcomes(
  allUndertakings: readonly UndertakingEntry[],
  allSources: readonly Source[],
): fc.Arbitrary<readonly OutcomeEntry[]> {
  const outcome = fc
    .record({
      undertaking: anyId(allUndertakings),
      date,
      outcome: fc.constantFrom(...OUTCOMES),
      later,
      source: anyId(allSources),
      at: prose,
      withdrawn: orNull(day),
    })
    .map(({ later: after, ...rest }) => ({
      ...rest,
      known: after === null ? null : knownAfter(rest.date, after),
    }))
  return numbered(outcome, allUndertakings.length > 0)
}

const judgements: fc.Arbitrary<readonly JudgementEntry[]> = numbered(
  fc
    .record({
      question: filledWord,
      unit: filledWord,
      coder: filledWord,
      date,
      score: fc.oneof(
        number,
        fc.integer({ min: -5, max: 0 }).map((each) => each + 0),
      ),
      later,
      note: prose,
      withdrawn: orNull(day),
    })
    .map(({ later: after, ...rest }) => ({
      ...rest,
      score: rest.score === 0 ? 0 : rest.score,
      known: after === null ? null : knownAfter(rest.date, after),
    })),
  true,
)

function cites(allSources: readonly Source[]): fc.Arbitrary<readonly Citation[]> {
  return fc.array(fc.record({ source: anyId(allSources), at: prose }), {
    maxLength: allSources.length > 0 ? 2 : 0,
  })
}

function goals(
  allStandards: readonly Instrument[],
  allBenchmarks: readonly BenchmarkText[],
  allSources: readonly Source[],
): fc.Arbitrary<readonly Goal[]> {
  const provisions = allStandards.flatMap((instrument) =>
    instrument.provisions.map((provision) => `${instrument.id}/${provision.id}`),
  )
  return ids.chain((all) =>
    fc.tuple(
      ...all.map((each) =>
        fc.record({
          id: fc.constant(each as GoalId),
          tier: fc.constantFrom(...TIERS),
          statement,
          provisions: fc.subarray(provisions),
          objectives: fc.subarray([...OBJECTIVES]),
          cites: cites(allSources),
          benchmarks: fc.subarray([...new Set(allBenchmarks.map((benchmark) => benchmark.id))]),
        }),
      ),
    ),
  )
}

function waivers(
  allBenchmarks: readonly BenchmarkText[],
  allSources: readonly Source[],
): fc.Arbitrary<readonly Waiver[]> {
  return fc.array(
    fc
      .record({
        benchmark: anyId(allBenchmarks),
        by: statement,
        ground: statement,
        from: date,
        length: orNull(fc.integer({ min: 0, max: 900 })),
        known: date,
        cites: cites(allSources),
      })
      .map(({ length, ...rest }) => ({
        ...rest,
        until: length === null ? null : uncertainDate(knownAfter(rest.from, length)),
      })),
    { maxLength: allBenchmarks.length > 0 ? 3 : 0 },
  )
}

/** A whole programme. Entries are numbered from 1, as reading a folder numbers them. */
export const arbitraryRecord: fc.Arbitrary<ProgrammeRecord> = fc
  .record({ programme, standards, benchmarks, sources, series, judgements })
  .chain((base) =>
    fc
      .record({
        goals: goals(base.standards, base.benchmarks, base.sources),
        waivers: waivers(base.benchmarks, base.sources),
        figures: figures(base.series, base.sources),
        events: events(base.sources),
      })
      .map((more) => ({ ...base, ...more })),
  )
  .chain((base) =>
    undertakings(base.goals, base.sources).chain((all) =>
      outcomes(all, base.sources).map((fates) => ({ ...base, undertakings: all, outcomes: fates })),
    ),
  )
