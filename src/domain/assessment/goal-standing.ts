/**
 * Where a goal stands: met if all its benchmarks are, not-met if none is, partly if one is and one is
 * not, else disputed or insufficient. A gesture counts as not met; benchmarks that are not due are left
 * out unless all are. The structural and the outcome half are shown apart (rules R104, R105, R108).
 */
import type { BenchmarkFinding } from './standing.ts'
import type { Verdict } from './verdict.ts'

export type GoalStanding = Verdict | 'partly'

export type GoalStandings = {
  readonly standing: GoalStanding
  /** Outcome and process benchmarks; null where there are none. */
  readonly number: GoalStanding | null
  /** Structural benchmarks; null where there are none. */
  readonly rule: GoalStanding | null
}

type Counted = Pick<BenchmarkFinding, 'standing' | 'gesture' | 'lives' | 'version'>

export function goalStandings(findings: readonly Counted[]): GoalStandings {
  const [structural, other] = [true, false].map((wanted) =>
    findings.filter(({ version }) => (version.syntax.kind === 'structural') === wanted),
  )
  return {
    standing: joinStandings(findings) ?? 'insufficient',
    number: joinStandings(other ?? []),
    rule: joinStandings(structural ?? []),
  }
}

function joinStandings(findings: readonly Counted[]): GoalStanding | null {
  if (findings.length === 0) return null
  const due = findings.filter(({ lives }) => !lives.includes('not-due'))
  return joinVerdicts(
    (due.length > 0 ? due : findings).map(({ standing, gesture }) =>
      gesture.length > 0 ? 'not-met' : standing,
    ),
  )
}

/** A goal with no benchmark cannot be told. */
export function joinVerdicts(verdicts: readonly Verdict[]): GoalStanding {
  if (verdicts.length === 0) return 'insufficient'
  const [met, not] = [verdicts.includes('met'), verdicts.includes('not-met')]
  if (met && not) return 'partly'
  if (verdicts.every((verdict) => verdict === 'met')) return 'met'
  if (verdicts.every((verdict) => verdict === 'not-met')) return 'not-met'
  return verdicts.includes('disputed') ? 'disputed' : 'insufficient'
}
