/**
 * Several reporters of one measure, read one by one and never mixed into one sum (rules R20–R25;
 * above all R21 and R24). Those that can tell decide; if they differ the test is disputed; if none can, it is
 * insufficient. A claim of the counterpart is dropped wherever it would help: it may make the verdict
 * worse for the counterpart and never better, neither met nor less clearly not met.
 */
import type { Interval } from '../basics/interval.ts'
import { ANYTHING } from '../basics/interval.ts'
import type { Measure, ReadingChoice } from '../goals/language/syntax.ts'
import type { MeasureReading, MeasureValue } from './measure-reading.ts'
import { combined, sober } from './measure-reading.ts'
import type { Dispute, Missing } from './missing.ts'
import type { ReadAs } from './terms.ts'
import type { ReporterVerdict } from './test-result.ts'
import type { Verdict } from './verdict.ts'
import { isOpen } from './verdict.ts'

export type JudgedReadings = {
  readonly verdict: Verdict
  readonly reporters: readonly ReporterVerdict[]
  readonly used: readonly MeasureReading[]
  readonly missing: readonly Missing[]
  readonly disputes: readonly Dispute[]
}

type Judge = (read: ReadAs) => Verdict
type Favourable = 'met' | 'not-met'
type Together = 'lowest' | 'highest' | 'median' | 'hull'

/**
 * Reads several reporters as the benchmark's `reading` asks and says what they come to. Where one
 * source is chosen, the values hold that source's readings only.
 *
 * @param judge the verdict on one set of intervals
 */
export function judgeReadings(
  values: readonly MeasureValue[],
  reading: ReadingChoice,
  favourable: Favourable,
  judge: Judge,
): JudgedReadings {
  const whole = judgeValues(values, reading, favourable, judge)
  const claimed = values.some(({ readings }) => readings.some((each) => each.withoutClaims))
  if (!claimed) return whole
  // Acts that only the counterpart claims may have been: they count where that is the worse for it.
  const plain = values.map((value) => ({ ...value, readings: value.readings.map(sober) }))
  const without = judgeValues(plain, reading, favourable, judge)
  return isBetter(whole.verdict, without.verdict, favourable) ? without : whole
}

function judgeValues(
  values: readonly MeasureValue[],
  reading: ReadingChoice,
  favourable: Favourable,
  judge: Judge,
): JudgedReadings {
  const byReporter = values.filter((value) => value.byReporter)
  const rest = values.filter((value) => !value.byReporter).flatMap(({ readings }) => readings)
  if (byReporter.length === 0)
    return {
      verdict: judge(readAlone(values)),
      reporters: [],
      used: rest,
      missing: rest.flatMap(({ missing }) => missing),
      disputes: [],
    }
  if (reading.read !== 'all' && reading.read !== 'source')
    return judgeTogether(values, reading.read, favourable, judge)

  const everywhere = [...new Set(byReporter[0]?.readings.map(({ reporter }) => reporter))].filter(
    (reporter) => byReporter.every((value) => readingsBy(value, reporter).length > 0),
  )
  const isClaim = (reporter: string | null) =>
    byReporter.some((value) => readingsBy(value, reporter).some(({ claim }) => claim))
  // A claim that has every term does not push aside what the others come to together.
  const othersTell = byReporter.every(({ readings }) => readings.some(({ claim }) => !claim))
  if (everywhere.every(isClaim) && (everywhere.length === 0 || othersTell))
    return judgeTogether(values, 'hull', favourable, judge)
  return judgeEach(everywhere, values, favourable, judge)
}

function judgeEach(
  everywhere: readonly (string | null)[],
  values: readonly MeasureValue[],
  favourable: Favourable,
  judge: Judge,
): JudgedReadings {
  const byReporter = values.filter((value) => value.byReporter)
  const rest = values.filter((value) => !value.byReporter).flatMap(({ readings }) => readings)
  const reporters: ReporterVerdict[] = []
  const used: MeasureReading[] = [...rest]
  const missing: Missing[] = []
  const disputes: Dispute[] = []
  for (const reporter of everywhere) {
    const own = byReporter.flatMap((value) => readingsBy(value, reporter))
    const claim = own.some((each) => each.claim)
    const contradiction = own.flatMap((each) => (each.interval ? [] : each.contradiction))
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

/** Those that can tell decide; any contradiction, or two that differ, makes it disputed. */
export function decide(
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
  const counted = reporters.some(({ claim }) => !claim)
  return dropped.length > 0 && !counted
    ? [
        {
          missing: 'only-claims',
          reporters: [...new Set(dropped.map(({ reporter }) => reporter ?? ''))],
        },
      ]
    : []
}

/** All reporters made one: a chosen reading, or the hulls where no reporter has every term. */
function judgeTogether(
  values: readonly MeasureValue[],
  how: Together,
  favourable: Favourable,
  judge: Judge,
): JudgedReadings {
  const readings = values.flatMap((value) => value.readings)
  const own = readings.filter(({ claim }) => !claim)
  const disputes = own
    .filter(({ interval }) => interval === null)
    .map(({ reporter, contradiction }): Dispute => ({
      dispute: 'contradiction',
      reporter: reporter ?? '',
      figures: contradiction,
    }))
  const withClaims = judge(readTogether(values, how, () => true))
  const withoutClaims = judge(readTogether(values, how, ({ claim }) => !claim))
  const claimsHelp = isBetter(withClaims, withoutClaims, favourable)
  const verdict = disputes.length > 0 ? 'disputed' : claimsHelp ? withoutClaims : withClaims
  const counted = claimsHelp ? own : readings
  const reporters = readings.map(({ reporter, claim }): ReporterVerdict => ({
    reporter,
    claim,
    verdict,
    setAside: claim && claimsHelp ? 'claim' : null,
  }))
  return {
    verdict,
    reporters,
    used: counted,
    missing: [...counted.flatMap(({ missing }) => missing), ...onlyClaims(reporters)],
    disputes,
  }
}

/** Whether the first verdict is better for the counterpart than the second. */
function isBetter(a: Verdict, b: Verdict, favourable: Favourable): boolean {
  const rank = (verdict: Verdict) => (verdict === favourable ? 2 : isOpen(verdict) ? 1 : 0)
  return rank(a) > rank(b)
}

function readAlone(values: readonly MeasureValue[]): ReadAs {
  return (measure) => valueOf(values, measure)?.readings[0]?.interval ?? ANYTHING
}

function readFor(values: readonly MeasureValue[], reporter: string | null): ReadAs {
  return (measure) => {
    const value = valueOf(values, measure)
    if (!value) return ANYTHING
    const own = value.byReporter ? readingsBy(value, reporter)[0] : value.readings[0]
    return own?.interval ?? ANYTHING
  }
}

function readTogether(
  values: readonly MeasureValue[],
  how: Together,
  include: (reading: MeasureReading) => boolean,
): ReadAs {
  return (measure): Interval =>
    combined((valueOf(values, measure)?.readings ?? []).filter(include), how) ?? ANYTHING
}

function valueOf(values: readonly MeasureValue[], measure: Measure): MeasureValue | undefined {
  return values.find((value) => value.measure === measure)
}

export function readingsBy(value: MeasureValue, reporter: string | null): MeasureReading[] {
  return value.readings.filter((reading) => reading.reporter === reporter)
}
