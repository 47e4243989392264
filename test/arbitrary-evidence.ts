/**
 * Random evidence about a few series, states, rules and acts, and random benchmarks that read them, so
 * that most of what is asked meets something: for the laws of assessment.
 */
import fc from 'fast-check'
import type { EventEntry } from '../src/domain/evidence/event.ts'
import { RULE_STAGES, SWITCHES, VERIFICATIONS } from '../src/domain/evidence/event.ts'
import type { FigureEntry } from '../src/domain/evidence/figure.ts'
import type { JudgementEntry } from '../src/domain/evidence/judgement.ts'
import type { OutcomeEntry } from '../src/domain/evidence/undertaking.ts'
import { OUTCOMES } from '../src/domain/evidence/undertaking.ts'
import type { RecordParts } from './builders.ts'
import {
  aSeries,
  BULLETIN,
  someEvent,
  someFigure,
  someJudgement,
  someOutcome,
  someUndertaking,
  THEIR_PAPER,
  THEIR_SIDE,
} from './builders.ts'

const PERIODS = [
  '1986',
  '1987',
  '1988',
  '1987-01/1987-06',
  '1987-07/1987-12',
  '1987-03',
  '1987-11',
  '1988-01',
  '1988-02',
  '1988-03-15',
]
export const REVIEW_DAYS = ['1986-12-31', '1987-06-30', '1987-12-31', '1988-02-29', '1988-06-15']
export const KNOWN_DAYS = ['1987-01-10', '1988-01-10', '1988-07-01', '1989-01-01']

const period = fc.constantFrom(...PERIODS)
/** The day since which it is known; absent is all along. */
const known = fc.option(fc.constantFrom('1987-01-05', '1988-01-05', '1988-06-01', '1988-12-01'), {
  nil: undefined,
})

function figures(reporters: readonly string[]): fc.Arbitrary<FigureEntry[]> {
  return fc.array(
    fc
      .record({
        series: fc.constantFrom('emigration', 'emigration', 'returns', 'pace', 'expression'),
        by: fc.constantFrom(...reporters),
        in: period,
        low: fc.integer({ min: 0, max: 40 }),
        more: fc.constantFrom(0, 0, 0, 5, null),
        published: known,
      })
      .map(({ more, published, ...given }) =>
        someFigure({
          ...given,
          high: more === null ? null : given.low + more,
          ...(published !== undefined && { published }),
        }),
      ),
    { maxLength: 8 },
  )
}

const stage = fc.oneof(
  fc.record({
    kind: fc.constant('state'),
    subject: fc.constant('jamming/voa'),
    stage: fc.constantFrom(...SWITCHES),
  }),
  fc.record({
    kind: fc.constant('rule'),
    subject: fc.constant('law'),
    stage: fc.constantFrom(...RULE_STAGES),
  }),
  fc.record({
    kind: fc.constantFrom('detention', 'release'),
    subject: fc.constant(''),
    stage: fc.constant(''),
  }),
  fc.record({
    kind: fc.constant('coverage'),
    subject: fc.constantFrom('jamming', 'detention', 'release', 're-detention'),
    stage: fc.constant(''),
  }),
)
const SPANS = ['1986/1988', '1987', '1987-01/1987-06', '1987-07/1987-12', '1988', '1988-01/1988-06']

function events(
  given: fc.Arbitrary<Partial<EventEntry>>,
  prefix: string,
): fc.Arbitrary<EventEntry[]> {
  return fc
    .array(fc.tuple(stage, period, fc.constantFrom(...SPANS), known, given), { maxLength: 10 })
    .map((all) =>
      all.map(([what, on, span, since, more], at) => {
        const { id: _, date: _date, known: _known, withdrawn: _withdrawn, ...rest } = more
        return someEvent({
          ...what,
          id: `${prefix}${at}`,
          on: what.kind === 'coverage' ? span : on,
          ...rest,
          ...(since !== undefined && { known: since }),
        })
      }),
    )
}

function outcomes(source: typeof BULLETIN): fc.Arbitrary<OutcomeEntry[]> {
  return fc.array(
    fc
      .record({ outcome: fc.constantFrom(...OUTCOMES), on: period, since: known })
      .map(({ outcome, on, since }) =>
        someOutcome('pardon', outcome, on, {
          source,
          ...(since !== undefined && { known: since }),
        }),
      ),
    { maxLength: 3 },
  )
}

/** Units are scored at most once by each coder, so that no row depends on another's place. */
const judgements: fc.Arbitrary<JudgementEntry[]> = fc
  .uniqueArray(
    fc.record({
      unit: fc.integer({ min: 1975, max: 1988 }).map(String),
      coder: fc.constantFrom('A', 'B'),
      score: fc.integer({ min: 0, max: 3 }),
    }),
    { maxLength: 24, selector: ({ unit, coder }) => unit + coder },
  )
  .map((all) => all.map((each) => someJudgement(each)))

const TESTS = [
  'total(emigration) over last 12 months >= 20',
  'total(emigration) in 1987 >= 30',
  'rate(emigration) over last 6 months >= 25 per year',
  'total(emigration) in 1987 - total(returns) in 1987 >= 10',
  'share(returns, emigration) in 1987 <= 30%',
  'level(pace) >= 15',
  'latest(pace) within 12 months <= 20',
  'mean(pace) over last 12 months >= 12',
  'level(expression) >= 10',
  'count(detention) over last 12 months <= 1',
  'count(release) in 1987 >= 1',
  'net(detention) over last 12 months <= 0',
  'off(jamming/voa) for 6 months',
  'rule(law) >= tabled',
  'kept(pardon)',
  'judged("Free press?") >= 2 by 2 coders alpha >= 0.2',
  'at least 2 of { rule(law) >= promised, level(pace) >= 10, off(jamming/voa) for 1 month }',
]
const test = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...TESTS) },
  fc
    .tuple(fc.constantFrom(...TESTS), fc.constantFrom('and', 'or'), fc.constantFrom(...TESTS))
    .map((parts) => parts.join(' ')),
  fc.constantFrom(...TESTS).map((each) => `not ${each}`),
)
const reading = fc.constantFrom(
  '',
  '',
  '',
  ' reading lowest;',
  ' reading highest;',
  ' reading median;',
  ' reading source "NCSJ";',
)
const hold = fc.constantFrom('', '', ' hold 3 months;', ' hold 6 months across 4 reviews;')
const evidence = fc.constantFrom('', '', '', ' evidence 2 independent;')

/** Clauses of a benchmark that reads some of it. */
export const someText = fc
  .tuple(test, reading, hold, evidence)
  .map(([asked, ...rest]) => `require ${asked};${rest.join('')}`)

const SERIES = [
  aSeries('emigration'),
  aSeries('returns'),
  aSeries('pace', { kind: 'level' }),
  aSeries('expression', { kind: 'index' }),
]

export type SomeEvidence = Required<
  Pick<RecordParts, 'series' | 'figures' | 'events' | 'undertakings' | 'outcomes' | 'judgements'>
>

function evidenceBy(
  reporters: readonly string[],
  sources: readonly (typeof BULLETIN)[],
): fc.Arbitrary<SomeEvidence> {
  return fc.record({
    series: fc.constant(SERIES),
    figures: figures(reporters),
    events: events(
      fc.record({
        source: fc.constantFrom(...sources),
        verification: fc.constantFrom(null, null, ...VERIFICATIONS),
      }),
      'e',
    ),
    undertakings: fc.constant([someUndertaking('pardon', '1986')]),
    outcomes: outcomes(BULLETIN),
    judgements,
  })
}

export const someEvidence = evidenceBy(
  ['NCSJ', 'ICM', THEIR_SIDE],
  [BULLETIN, BULLETIN, THEIR_PAPER],
)
/** Without a word of the counterpart. */
export const ourEvidence = evidenceBy(['NCSJ', 'ICM'], [BULLETIN])

/** What only the counterpart says. */
export const someClaims = fc.record({
  figures: figures([THEIR_SIDE]),
  events: events(fc.constant({ source: THEIR_PAPER }), 'claim'),
  outcomes: outcomes(THEIR_PAPER),
})

export const someReports = fc.array(
  fc
    .tuple(
      fc.constantFrom('jamming', 'detention', 'release', 're-detention'),
      fc.constantFrom(...SPANS),
    )
    .map(([subject, on]) => ({ subject, on })),
  { minLength: 1, maxLength: 4 },
)
