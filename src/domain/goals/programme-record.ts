/**
 * Everything a programme has on record: what a folder carries and what an assessment is made from.
 *
 * The lists hold entries in the order of writing, corrections and withdrawn ones included.
 */
import type { Series } from '../evidence/series.ts'
import type { Source } from '../evidence/source.ts'
import type { EventEntry } from '../evidence/event.ts'
import type { FigureEntry } from '../evidence/figure.ts'
import type { JudgementEntry } from '../evidence/judgement.ts'
import type { OutcomeEntry, UndertakingEntry } from '../evidence/undertaking.ts'
import type { Instrument } from '../standards/instrument.ts'
import type { BenchmarkText } from './benchmark.ts'
import type { Goal } from './goal.ts'
import type { Programme } from './programme.ts'
import type { Waiver } from './waiver.ts'

export type ProgrammeRecord = {
  readonly programme: Programme
  readonly standards: readonly Instrument[]
  readonly goals: readonly Goal[]
  /** In the order of `benchmarks.txt`; versions of one id are told apart by `set`. */
  readonly benchmarks: readonly BenchmarkText[]
  readonly waivers: readonly Waiver[]
  readonly sources: readonly Source[]
  readonly series: readonly Series[]
  readonly figures: readonly FigureEntry[]
  readonly events: readonly EventEntry[]
  readonly undertakings: readonly UndertakingEntry[]
  readonly outcomes: readonly OutcomeEntry[]
  readonly judgements: readonly JudgementEntry[]
}
