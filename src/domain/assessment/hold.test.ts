/**
 * The hold machine held to a slow reading of the rule, and single days of it.
 *
 * 500 random histories in every run, 10,000 with DEMARCHE_FUZZ=full.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aSeries, day, someFigure, stands, switched, watched } from '../../../test/builders.ts'
import type { DayNumber } from '../basics/calendar-date.ts'
import { addMonths } from '../basics/calendar-date.ts'
import { NOT_BEGUN, review } from './hold.ts'
import type { Hold } from './hold.ts'
import type { Verdict } from './verdict.ts'
import { isOpen } from './verdict.ts'

const FULL = process.env['DEMARCHE_FUZZ'] === 'full'
const runs = FULL ? { numRuns: 10_000 } : { numRuns: 500, seed: 1987 }

type At = { readonly day: DayNumber; readonly requirement: Verdict; readonly lapse: Verdict }

/**
 * The rule, word by word, over the whole history at once: looks for the first review at which a run is
 * complete, then for the first at which it lapses, and begins again after it.
 */
function byTheRule(history: readonly At[], hold: Hold | null): Verdict {
  let lapsed = false
  let begin: number | null = null
  for (let at = 0; at < history.length; at += 1) {
    const now = history[at]
    if (!now) continue
    if (now.requirement === 'not-met') begin = null
    // After a lapse a run begins where the lapse test is told and not met.
    else if (begin === null && now.requirement === 'met' && (!lapsed || now.lapse === 'not-met'))
      begin = at
    const run = begin === null ? [] : history.slice(begin, at + 1)
    const finding = standingOf(run, now, hold)
    if (finding === 'held') {
      const lapse = history.findIndex((each, later) => later >= at && each.lapse === 'met')
      if (lapse < 0) return 'met'
      lapsed = true
      begin = null
      at = lapse
      if (lapse === history.length - 1) return 'not-met'
    } else if (at === history.length - 1) return lapsed ? 'not-met' : finding
  }
  return lapsed ? 'not-met' : 'insufficient'
}

function standingOf(run: readonly At[], now: At, hold: Hold | null): Verdict | 'held' {
  const [first] = run
  if (now.requirement !== 'met' || !first)
    return now.requirement === 'met' ? 'not-met' : now.requirement
  if (hold === null) return 'held'
  // Months of the run, each ending at one of its reviews; those that end untold are no time held.
  const months = run.length - 1
  const paused = run.filter(({ requirement }) => isOpen(requirement)).length
  const [least, reviews] = [hold.duration.count, hold.reviews ?? 1]
  if (months - paused >= least && run.length - paused >= reviews) return 'held'
  const onlyByPauses = paused > 0 && months >= least && run.length >= reviews
  return onlyByPauses ? 'insufficient' : 'not-met'
}

const monthEnds = Array.from({ length: 30 }, (_, at) => addMonths(day('1986-01-31'), at))
const verdicts = fc.constantFrom<Verdict>(
  'met',
  'met',
  'met',
  'not-met',
  'insufficient',
  'disputed',
)
const histories = fc
  .array(fc.record({ requirement: verdicts, lapse: verdicts }), { minLength: 1, maxLength: 24 })
  .map((all) =>
    all.map((each, at): At => ({
      // The lapse test is the negated requirement or something milder, never met while that is.
      ...each,
      lapse: each.requirement === 'met' && each.lapse === 'met' ? 'not-met' : each.lapse,
      day: monthEnds[at] ?? monthEnds[0] ?? day('1986-01-31'),
    })),
  )
const holds = fc.option(
  fc.record({
    duration: fc.record({
      count: fc.integer({ min: 1, max: 6 }),
      unit: fc.constant('month' as const),
    }),
    reviews: fc.option(fc.integer({ min: 1, max: 8 }), { nil: null }),
  }),
  { nil: null },
)

it('stands at every review as the rule says', () => {
  fc.assert(
    fc.property(histories, holds, (history, hold) => {
      let state = NOT_BEGUN
      for (const [index, at] of history.entries()) {
        const finding = review(state, {
          day: at.day,
          previous: history[index - 1]?.day ?? null,
          requirement: at.requirement,
          lapse: () => at.lapse,
          hold,
        })
        state = finding.state
        expect(finding.standing).toBe(byTheRule(history.slice(0, index + 1), hold))
      }
    }),
    runs,
  )
})

const level = { series: [aSeries('pace', { kind: 'level' })] }
const text = 'require level(pace) >= 100; hold 3 months;'
/** One figure a month from January 1987; a dot is a month without. */
const paces = (...values: (number | '.')[]) =>
  values.flatMap((value, at) =>
    value === '.'
      ? []
      : [someFigure({ series: 'pace', in: `1987-${String(at + 1).padStart(2, '0')}`, value })],
  )
const asked = (asOf: string, ...values: (number | '.')[]) =>
  stands(text, { ...level, figures: paces(...values), asOf })

describe('a hold', () => {
  it('runs from the first review at which it is met to the first three months later', () => {
    expect(asked('1987-03-31', 100, 100, 100, 100)).toMatchObject({
      standing: 'not-met',
      holdingSince: '1987-01-31',
    })
    expect(asked('1987-04-30', 100, 100, 100, 100)).toMatchObject({
      standing: 'met',
      holdingSince: null,
    })
  })

  it('is reset by a review that is not met', () => {
    expect(asked('1987-05-31', 100, 100, 99, 100, 100)).toMatchObject({
      standing: 'not-met',
      holdingSince: '1987-04-30',
    })
  })

  it('is paused by a review that cannot be told, and adds no time', () => {
    expect(asked('1987-04-30', 100, 100, '.', 100).standing).toBe('insufficient')
    expect(asked('1987-05-31', 100, 100, '.', 100, 100).standing).toBe('met')
  })

  it('that a pause decides says at which reviews it could not be told', () => {
    expect(asked('1987-04-30', 100, 100, '.', 100).missing).toEqual([
      'At 1 review since 31 January 1987 it could not be told.',
    ])
  })

  it('takes the day itself for a review', () => {
    expect(asked('1987-04-15', 100, 100, 100, 99).standing).toBe('not-met')
    expect(asked('1987-04-15', 100, 100, 100, 99).holdingSince).toBeNull()
  })

  it('across more reviews than there were is not complete, pauses counted or not', () => {
    const often = 'require level(pace) >= 100; hold 3 months across 6 reviews;'
    const said = stands(often, { ...level, figures: paces(100, '.', 100, 100), asOf: '1987-04-30' })
    expect(said.standing).toBe('not-met')
  })
})

describe('once held', () => {
  it('stays met above the lapse line, slipping since', () => {
    expect(asked('1987-05-31', 100, 100, 100, 100, 95)).toMatchObject({
      standing: 'met',
      life: 'slipping',
      slippingSince: '1987-05-31',
    })
  })

  it('lapses below the number less a tenth', () => {
    expect(asked('1987-05-31', 100, 100, 100, 100, 90)).toMatchObject({ life: 'slipping' })
    expect(asked('1987-05-31', 100, 100, 100, 100, 89)).toMatchObject({
      standing: 'not-met',
      life: 'lapsed',
      lapsedSince: '1987-05-31',
    })
  })

  it('is unverified where the lapse test cannot be told', () => {
    expect(asked('1987-05-31', 100, 100, 100, 100, '.')).toMatchObject({
      standing: 'met',
      life: 'unverified',
      unverifiedSince: '1987-05-31',
    })
  })

  it('after a lapse holds anew', () => {
    const values = [100, 100, 100, 100, 80, 100, 100, 100, 100] as const
    expect(asked('1987-08-31', ...values)).toMatchObject({ standing: 'not-met', life: 'lapsed' })
    expect(asked('1987-09-30', ...values)).toMatchObject({ standing: 'met', life: null })
  })

  it('after a lapse stays not met while it cannot be told', () => {
    expect(asked('1987-06-30', 100, 100, 100, 100, 80, '.')).toMatchObject({
      standing: 'not-met',
      life: 'lapsed',
    })
  })

  it('lapses by its own test where it has one', () => {
    const own = `${text} lapse when level(pace) < 50;`
    const figures = paces(100, 100, 100, 100, 60, 40)
    expect(stands(own, { ...level, figures, asOf: '1987-05-31' }).life).toBe('slipping')
    expect(stands(own, { ...level, figures, asOf: '1987-06-30' }).life).toBe('lapsed')
  })

  it('lapses by a failed hurdle beside its own test', () => {
    const own = `${text} hurdle off(jamming/voa) for 1 day; lapse when level(pace) < 50;`
    const events = [
      switched('jamming/voa', 'off', '1986-01-01'),
      switched('jamming/voa', 'on', '1987-05-10'),
      watched('jamming/voa', '1986/1987'),
    ]
    const parts = { ...level, figures: paces(100, 100, 100, 100, 100), events }
    expect(stands(own, { ...parts, asOf: '1987-04-30' }).standing).toBe('met')
    expect(stands(own, { ...parts, asOf: '1987-05-31' }).life).toBe('lapsed')
  })
})

it('reviews go by what is known on one day', () => {
  const figures = [
    ...paces(100, '.', 100, 100),
    someFigure({ series: 'pace', in: '1987-02', value: 100, published: '1988-01-01' }),
  ]
  const on = (knownOn: string) =>
    stands(text, { ...level, figures, asOf: '1987-04-30', knownOn }).standing
  expect([on('1987-12-31'), on('1988-01-01')]).toEqual(['insufficient', 'met'])
})
