/** Goals on record: of several versions of one the latest stands. */
import type { BenchmarkId, GoalId, ProgrammeId, SourceId } from '../domain/basics/ids.ts'
import type { Citation } from '../domain/evidence/source.ts'
import type { Goal, Objective, Tier } from '../domain/goals/goal.ts'
import { append, type OpenAction } from './database/append.ts'
import { latestOfEach, readRows } from './database/read-rows.ts'
import type { Reader, Writer } from './database/reader-writer.ts'
import type { RowOf } from './database/tables.ts'

export async function listGoals(db: Reader, programme: ProgrammeId): Promise<Goal[]> {
  const rows = latestOfEach(await readRows(db, 'goal', programme), (row) => row.id)
  return rows.map((row) => ({
    id: row.id as GoalId,
    tier: row.tier as Tier, // only this store writes it
    statement: row.statement,
    provisions: row.provisions,
    objectives: row.objectives as Objective[], // only this store writes them
    cites: toCitations(row.cites),
    benchmarks: row.benchmarks as BenchmarkId[],
  }))
}

export function insertGoals(tx: Writer, action: OpenAction, goals: readonly Goal[]): Promise<void> {
  return append(
    tx,
    action,
    'goal',
    goals.map((goal) => ({
      id: goal.id,
      tier: goal.tier,
      statement: goal.statement,
      provisions: [...goal.provisions],
      objectives: [...goal.objectives],
      cites: fromCitations(goal.cites),
      benchmarks: [...goal.benchmarks],
    })),
  )
}

export function toCitations(cites: RowOf<'goal'>['cites']): Citation[] {
  return cites.map(({ source, at }) => ({ source: source as SourceId, at }))
}

export function fromCitations(cites: readonly Citation[]): RowOf<'goal'>['cites'] {
  return cites.map(({ source, at }) => ({ source, at }))
}
