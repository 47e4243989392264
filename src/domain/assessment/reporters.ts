/**
 * Several reporters of one measure, read one by one and never mixed into one sum (domain.md § 2;
 * settled.md 2, 3). Those that can tell decide; if they differ the test is disputed; if none can, it is
 * insufficient. A claim of the counterpart is dropped wherever it would help.
 */
import type { Interval } from '../basics/interval.ts'
import type { Measure, ReadingChoice } from '../goals/language/syntax.ts'
import type { MeasureReading, MeasureValue } from './measure.ts'
import { combined } from './measure.ts'
import type { Dispute, Missing } from './missing.ts'
import type { ReadAs } from './terms.ts'
import type { ReporterVerdict } from './test-result.ts'
import type { Verdict } from './verdict.ts'

export type JudgedReadings = {
  readonly verdict: Verdict
  readonly reporters: readonly ReporterVerdict[]
  readonly used: readonly MeasureReading[]
  readonly missing: readonly Missing[]
  readonly disputes: readonly Dispute[]
}

/**
 * Reads several reporters as the benchmark's `reading` asks and says what they come to.
 *
 * @param judge the verdict on one set of intervals
 */
export function judgeReadings(
  values: readonly MeasureValue[],
  reading: ReadingChoice,
  favourable: 'met' | 'not-met',
  judge: (read: ReadAs) => Verdict,
): JudgedReadings {
  const byReporter = values.filter((value) => value.byReporter)
  const rest = values.filter((value) => !value.byReporter).flatMap(({ readings }) => readings)
  if (byReporter.length === 0) {
    const verdict = judge(readAlone(values))
    return {
      verdict,
      reporters: [],
      used: rest,
      missing: rest.flatMap(({ missing }) => missing),
      disputes: [],
    }
  }
  if (reading.read !== 'all' && reading.read !== 'source')
    return judgeTogether(values, reading.read, favourable, judge)

  const everywhere = [...new Set(byReporter[0]?.readings.map(({ reporter }) => reporter))].filter(
    (reporter) => byReporter.every((value) => readingsBy(value, reporter).length > 0),
  )
  if (everywhere.length === 0) return judgeTogether(values, 'hull', favourable, judge)

  const reporters: ReporterVerdict[] = []
  const used: MeasureReading[] = [...rest]
  const missing: Missing[] = []
  const disputes: Dispute[] = []
  for (const reporter of everywhere) {
    const own = byReporter.flatMap((value) => readingsBy(value, reporter))
    const claim = own.some((each) => each.claim)
    const contradiction = own.flatMap((each) => (each.interval ? [] : each.contradiction))
    if (reading.read === 'source' && reading.reporter !== reporter) {
      reporters.push({ reporter, claim, verdict: 'insufficient', setAside: 'not-chosen' })
      continue
    }
    if (contradiction.length > 0) {
      const setAside = claim ? ('claim-contradicts-itself' as const) : null
      reporters.push({ reporter, claim, verdict: 'disputed', setAside })
      if (!claim) {
        disputes.push({
          dispute: 'contradiction',
          reporter: reporter ?? '',
          figures: contradiction,
        })
        used.push(...own)
      }
      continue
    }
    const verdict = judge(readFor(values, reporter))
    const setAside = claim && verdict === favourable ? ('claim' as const) : null
    reporters.push({ reporter, claim, verdict, setAside })
    if (setAside === null) {
      used.push(...own)
      if (verdict === 'insufficient')
        missing.push(
          ...own.flatMap((each) => each.missing),
          ...rest.flatMap((each) => each.missing),
        )
    }
  }
  return { ...decide(reporters, disputes), used, missing: [...missing, ...onlyClaims(reporters)] }
}

function decide(
  reporters: readonly ReporterVerdict[],
  disputes: readonly Dispute[],
): { verdict: Verdict; reporters: readonly ReporterVerdict[]; disputes: readonly Dispute[] } {
  const counted = reporters.filter(({ setAside }) => setAside === null)
  const named = (verdict: Verdict) =>
    counted.filter((each) => each.verdict === verdict).map(({ reporter }) => reporter ?? '')
  const [met, notMet] = [named('met'), named('not-met')]
  if (disputes.length > 0) return { verdict: 'disputed', reporters, disputes }
  if (met.length > 0 && notMet.length > 0)
    return { verdict: 'disputed', reporters, disputes: [{ dispute: 'reporters', met, notMet }] }
  const verdict = met.length > 0 ? 'met' : notMet.length > 0 ? 'not-met' : 'insufficient'
  return { verdict, reporters, disputes }
}

function onlyClaims(reporters: readonly ReporterVerdict[]): Missing[] {
  const dropped = reporters.filter(({ setAside }) => setAside === 'claim')
  const counted = reporters.some(({ setAside }) => setAside === null)
  return dropped.length > 0 && !counted
    ? [{ missing: 'only-claims', reporters: dropped.map(({ reporter }) => reporter ?? '') }]
    : []
}

/** All reporters made one: a chosen reading, or the hulls where no reporter has every term. */
function judgeTogether(
  values: readonly MeasureValue[],
  how: 'lowest' | 'highest' | 'median' | 'hull',
  favourable: 'met' | 'not-met',
  judge: (read: ReadAs) => Verdict,
): JudgedReadings {
  const readings = values.flatMap((value) => value.readings)
  const own = readings.filter(({ claim }) => !claim)
  const contradicted = own.filter(({ interval }) => interval === null)
  const disputes = contradicted.map(({ reporter, contradiction }): Dispute => ({
    dispute: 'contradiction',
    reporter: reporter ?? '',
    figures: contradiction,
  }))
  const withClaims = judge(readTogether(values, how, () => true))
  const claimsHelp = readings.some(({ claim }) => claim) && withClaims === favourable
  const read = claimsHelp ? readTogether(values, how, ({ claim }) => !claim) : undefined
  const verdict = disputes.length > 0 ? 'disputed' : read ? judge(read) : withClaims
  return {
    verdict,
    reporters: readings.map(({ reporter, claim }) => ({
      reporter,
      claim,
      verdict,
      setAside: claim && claimsHelp ? 'claim' : null,
    })),
    used: claimsHelp ? own : readings,
    missing: (claimsHelp ? own : readings).flatMap(({ missing }) => missing),
    disputes,
  }
}

const UNKNOWN: Interval = { low: -Infinity, high: Infinity }

function readAlone(values: readonly MeasureValue[]): ReadAs {
  return (measure) => valueOf(values, measure)?.readings[0]?.interval ?? UNKNOWN
}

function readFor(values: readonly MeasureValue[], reporter: string | null): ReadAs {
  return (measure) => {
    const value = valueOf(values, measure)
    if (!value) return UNKNOWN
    const own = value.byReporter ? readingsBy(value, reporter)[0] : value.readings[0]
    return own?.interval ?? UNKNOWN
  }
}

function readTogether(
  values: readonly MeasureValue[],
  how: 'lowest' | 'highest' | 'median' | 'hull',
  include: (reading: MeasureReading) => boolean,
): ReadAs {
  return (measure) =>
    combined((valueOf(values, measure)?.readings ?? []).filter(include), how) ?? UNKNOWN
}

function valueOf(values: readonly MeasureValue[], measure: Measure): MeasureValue | undefined {
  return values.find((value) => value.measure === measure)
}

function readingsBy(value: MeasureValue, reporter: string | null): MeasureReading[] {
  return value.readings.filter((reading) => reading.reporter === reporter)
}
