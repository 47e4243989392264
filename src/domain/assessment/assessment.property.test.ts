/**
 * Laws that hold of every assessment, on random evidence and random benchmarks.
 *
 * 300 of each in every run, 6,000 with DEMARCHE_FUZZ=full.
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  KNOWN_DAYS,
  ourEvidence,
  REVIEW_DAYS,
  someClaims,
  someEvidence,
  someReports,
  someText,
} from '../../../test/arbitrary-evidence.ts'
import { aRecord, findingOf, required, stands, watched } from '../../../test/builders.ts'
import { uncertainDate } from '../basics/uncertain-date.ts'
import { evaluatorOf } from './evaluator.ts'
import { viewBenchmark } from './scorecard.ts'

const FULL = process.env['DEMARCHE_FUZZ'] === 'full'
const runs = FULL ? { numRuns: 6_000 } : { numRuns: 300, seed: 1987 }
const TIME_LIMIT = FULL ? 1_800_000 : 60_000

const asOfs = fc.constantFrom(...REVIEW_DAYS)
const knownOns = fc.constantFrom(...KNOWN_DAYS)
const laterDay = uncertainDate('1995-01-01')

it(
  'nothing known after the day of knowledge changes an answer',
  () => {
    fc.assert(
      fc.property(
        someText,
        someEvidence,
        someEvidence,
        asOfs,
        knownOns,
        (text, now, later, asOf, knownOn) => {
          const all = {
            ...now,
            figures: [
              ...now.figures,
              ...later.figures.map((each) => ({ ...each, published: laterDay })),
            ],
            events: [
              ...now.events,
              ...later.events.map((each) => ({ ...each, known: laterDay.earliest })),
            ],
            outcomes: [
              ...now.outcomes,
              ...later.outcomes.map((each) => ({ ...each, known: laterDay.earliest })),
            ],
            judgements: [
              ...now.judgements,
              ...later.judgements.map((each) => ({ ...each, known: laterDay.earliest })),
            ],
          }
          const days = { asOf, knownOn }
          expect(stands(text, { ...all, ...days })).toEqual(stands(text, { ...now, ...days }))
        },
      ),
      runs,
    )
  },
  TIME_LIMIT,
)

it(
  'a claim of the counterpart never closes and never disputes in its favour',
  () => {
    fc.assert(
      fc.property(someText, ourEvidence, someClaims, asOfs, (text, evidence, claims, asOf) => {
        const own = { ...evidence, asOf }
        const claimed = {
          ...own,
          figures: [...evidence.figures, ...claims.figures],
          events: [...evidence.events, ...claims.events],
          outcomes: [...evidence.outcomes, ...claims.outcomes],
        }
        if (stands(text, own).standing !== 'met')
          expect(stands(text, claimed).standing).not.toBe('met')
        // A claim against its author may dispute what is met and only waits to be held.
        if (required(text, own) === 'not-met') expect(required(text, claimed)).not.toBe('disputed')
      }),
      runs,
    )
  },
  TIME_LIMIT,
)

it(
  'more reports never make a verdict less sure',
  () => {
    fc.assert(
      fc.property(someText, someEvidence, someReports, asOfs, (text, evidence, reports, asOf) => {
        const without = required(text, { ...evidence, asOf })
        const events = [
          ...evidence.events,
          ...reports.map(({ subject, on }, at) => watched(subject, on, { id: `report ${at}` })),
        ]
        const withReports = required(text, { ...evidence, events, asOf })
        if (without === 'met' || without === 'not-met') expect(withReports).toBe(without)
      }),
      runs,
    )
  },
  TIME_LIMIT,
)

it(
  'the order of writing changes nothing where no two entries are about the same',
  () => {
    fc.assert(
      fc.property(someText, someEvidence, asOfs, knownOns, (text, evidence, asOf, knownOn) => {
        // Of two vintages of one day and of two events on one day the later row counts.
        const distinct = {
          ...evidence,
          figures: uniqueBy(evidence.figures, ({ series, reporter, from, to }) => [
            series,
            reporter,
            from.text,
            to.text,
          ]),
          events: uniqueBy(evidence.events, ({ kind, subject, date }) => [
            kind,
            subject,
            date.latest,
          ]),
          outcomes: uniqueBy(evidence.outcomes, ({ date }) => [date.latest]),
        }
        const turned = {
          ...distinct,
          figures: distinct.figures.toReversed(),
          events: distinct.events.toReversed(),
          outcomes: distinct.outcomes.toReversed(),
          judgements: distinct.judgements.toReversed(),
        }
        const days = { asOf, knownOn }
        const [one, other] = [distinct, turned].map((each) => stands(text, { ...each, ...days }))
        expect(inOneOrder(other)).toEqual(inOneOrder(one))
      }),
      runs,
    )
  },
  TIME_LIMIT,
)

it(
  'an evaluator that has been asked much answers as a fresh one',
  () => {
    fc.assert(
      fc.property(
        someText,
        someEvidence,
        fc.array(fc.record({ asOf: asOfs, knownOn: knownOns }), { minLength: 2, maxLength: 6 }),
        (text, evidence, questions) => {
          const kept = evaluatorOf(aRecord({ text, ...evidence }))
          for (const days of questions) {
            const fresh = evaluatorOf(aRecord({ text, ...evidence }))
            expect(viewBenchmark(findingOf(kept, days))).toEqual(
              viewBenchmark(findingOf(fresh, days)),
            )
          }
        },
      ),
      runs,
    )
  },
  TIME_LIMIT,
)

function uniqueBy<Item>(items: readonly Item[], keyOf: (item: Item) => readonly string[]): Item[] {
  return [...new Map(items.map((item) => [keyOf(item).join(' '), item])).values()]
}

/** Reporters and citations are listed in the order in which they were written; that much may differ. */
function inOneOrder(view: ReturnType<typeof stands> | undefined) {
  if (!view) return undefined
  const { standing, life, holdingSince, lapsedSince, slippingSince, gesture, measures, restsOn } =
    view
  const readings = measures.flatMap((measure) =>
    measure.readings.map(({ reporter, low, high }) =>
      [measure.term, reporter, low, high].join(' '),
    ),
  )
  return {
    standing,
    life,
    holdingSince,
    lapsedSince,
    slippingSince,
    gesture,
    readings: readings.toSorted(),
    restsOn: restsOn.toSorted(),
  }
}
