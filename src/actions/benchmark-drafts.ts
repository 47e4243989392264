/** Checks benchmark texts while they are written, and keeps them as new versions. */
import type { BenchmarkId, GoalId, ProgrammeId } from '../domain/basics/ids.ts'
import type { Evaluator } from '../domain/assessment/evaluator.ts'
import { knownNamesOf } from '../domain/assessment/known-names.ts'
import { warnOfReference } from '../domain/assessment/reference-period.ts'
import { viewBenchmark } from '../domain/assessment/scorecard.ts'
import type { Life } from '../domain/assessment/standing.ts'
import { findStanding } from '../domain/assessment/standing.ts'
import type { Verdict } from '../domain/assessment/verdict.ts'
import type { BenchmarkText } from '../domain/goals/benchmark.ts'
import type { Severity } from '../domain/goals/language/known-names.ts'
import {
  checkEachBenchmark,
  placeIn,
  splitBenchmarks,
} from '../domain/goals/language/split-benchmarks.ts'
import type { ProgrammeRecord } from '../domain/goals/programme-record.ts'
import { insertGoals } from '../store/goals.ts'
import type { Days } from './assessments.ts'
import { writeBenchmark } from './benchmarks.ts'
import { askOf } from './case-readings.ts'
import { act, type Context } from './context.ts'
import { ActionRefused } from './errors.ts'
import { recordOf } from './record-cache.ts'
import { listNames } from './vocabulary.ts'

export type Diagnostic = {
  readonly from: number
  readonly to: number
  readonly line: number
  readonly column: number
  readonly severity: Severity
  readonly message: string
}

export type Draft = {
  readonly diagnostics: readonly Diagnostic[]
  readonly verdicts: readonly {
    readonly id: string
    readonly standing: Verdict
    readonly life: Life | null
    readonly why: string
    readonly missing: readonly string[]
  }[]
}

/** Every fault of a text, with its place. `record` and `lists` are what it is checked against, if anything. */
export function diagnose(
  text: string,
  record: ProgrammeRecord | undefined,
  lists?: ReadonlySet<string>,
): Diagnostic[] {
  const names = record && knownNamesOf(record, lists)
  return checkEachBenchmark(text, names).map((fault) => ({
    ...fault,
    ...placeIn(text, fault.from),
  }))
}

/** What a text would come to if it were the benchmark on record. Throws `ActionRefused`. */
export async function checkDraft(
  context: Context,
  programme: ProgrammeId,
  text: string,
  { asOf, knownOn }: Days,
): Promise<Draft> {
  const record = await recordOf(context, programme)
  const diagnostics = diagnose(text, record, await listNames(context, programme))
  if (diagnostics.some(({ severity }) => severity === 'error')) return { diagnostics, verdicts: [] }
  const { benchmarks } = splitBenchmarks(text)
  // Judged by the text alone, as if it had been asked for all along.
  const draft = { ...record, benchmarks }
  const judged = await askOf(
    context,
    programme,
    (now) => (now === record ? draft : { ...now, benchmarks }),
    (evaluator) => judge(evaluator, text, { asOf, knownOn }),
  )
  return { diagnostics: [...diagnostics, ...judged.warnings], verdicts: judged.verdicts }
}

function judge(
  evaluator: Evaluator,
  text: string,
  { asOf, knownOn }: Days,
): { warnings: Diagnostic[]; verdicts: Draft['verdicts'] } {
  const warnings: Diagnostic[] = []
  const verdicts = [...evaluator.benchmarks.values()].map((benchmark) => {
    const finding = findStanding(evaluator, benchmark, asOf, knownOn)
    for (const message of warnOfReference(evaluator, finding.version, evaluator.viewOn(knownOn))) {
      const from = text.indexOf(`benchmark ${benchmark.id}`)
      const place = placeIn(text, Math.max(0, from))
      warnings.push({ from, to: from + 'benchmark'.length, ...place, severity: 'warning', message })
    }
    const { id, standing, life, why, missing } = viewBenchmark(finding)
    return { id, standing, life, why, missing }
  })
  return { warnings, verdicts }
}

/**
 * Keeps one benchmark as a version, and puts it under a goal if one is named. Throws `ActionRefused`:
 * invalid with the first fault and its place, out-of-date, not-found, not-allowed.
 */
export async function keepDraft(
  context: Context,
  programme: ProgrammeId,
  text: string,
  goal: string,
): Promise<{ readonly id: BenchmarkId; readonly set: string | null }> {
  const record = await recordOf(context, programme)
  const fault = diagnose(text, record).find(({ severity }) => severity === 'error')
  if (fault)
    throw new ActionRefused(
      'invalid',
      `Line ${fault.line}, column ${fault.column}: ${fault.message}`,
    )
  const { benchmarks } = splitBenchmarks(text)
  const [benchmark, second] = benchmarks
  if (!benchmark) throw new ActionRefused('invalid', 'There is no benchmark in the text.')
  if (second)
    throw new ActionRefused('invalid', 'The text holds several benchmarks. Keep them one by one.')
  await writeBenchmark(context, programme, benchmark)
  if (goal.trim() !== '') await putUnderGoal(context, programme, record, goal as GoalId, benchmark)
  return { id: benchmark.id, set: benchmark.set }
}

async function putUnderGoal(
  context: Context,
  programme: ProgrammeId,
  record: ProgrammeRecord,
  id: GoalId,
  benchmark: BenchmarkText,
): Promise<void> {
  const goal = record.goals.find((each) => each.id === id)
  if (!goal) throw new ActionRefused('not-found', `There is no goal "${id}" in ${programme}.`)
  if (goal.benchmarks.includes(benchmark.id)) return
  await act(
    context,
    { permission: 'benchmark.write', programme, subject: id },
    async (tx, action) => {
      await insertGoals(tx, action, [{ ...goal, benchmarks: [...goal.benchmarks, benchmark.id] }])
    },
  )
}
