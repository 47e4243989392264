/**
 * What a benchmark text says, as data. Spans are places in the text and carry no meaning.
 */
import type { BenchmarkId } from '../../basics/ids.ts'
import type { BenchmarkKind } from '../benchmark.ts'

export type Span = { readonly from: number; readonly to: number }

export type DurationUnit = 'day' | 'month' | 'year'
export type Duration = { readonly count: number; readonly unit: DurationUnit }

export type Comparison = '>=' | '>' | '<=' | '<' | '=' | '!='

export type BenchmarkSyntax = {
  readonly id: BenchmarkId
  readonly title: string
  readonly kind: BenchmarkKind
  readonly clauses: readonly Clause[]
  readonly span: Span
}

export type Clause = ClauseBody & { readonly span: Span }

export type ClauseBody =
  | { readonly clause: 'set'; readonly date: string; readonly by: string }
  | { readonly clause: 'require' | 'hurdle' | 'lapse'; readonly test: Test }
  | { readonly clause: 'scale'; readonly term: Term }
  | {
      readonly clause: 'list'
      readonly name: string
      readonly title: string
      readonly frozen: string
    }
  | { readonly clause: 'peers'; readonly name: string; readonly title: string }
  | { readonly clause: 'hold'; readonly duration: Duration; readonly reviews: number | null }
  | { readonly clause: 'due'; readonly date: string; readonly grace: Duration | null }
  | {
      readonly clause: 'waiver'
      readonly by: string
      readonly until: string | Duration
      readonly max: number | null
    }
  | {
      readonly clause: 'evidence'
      readonly count: number
      readonly of: readonly string[] | null
    }
  | { readonly clause: 'reading'; readonly reading: ReadingChoice }
  | { readonly clause: 'on'; readonly status: string; readonly does: string }
  | { readonly clause: 'note'; readonly text: string }

/** How several reporters are read; `all` is the default (rules R20, R25). */
export type ReadingChoice =
  | { readonly read: 'all' | 'lowest' | 'highest' | 'median' }
  | { readonly read: 'source'; readonly reporter: string }

export type Test = TestBody & { readonly span: Span }

export type TestBody =
  | { readonly test: 'and' | 'or'; readonly parts: readonly Test[] }
  | { readonly test: 'not'; readonly part: Test }
  | { readonly test: 'at-least'; readonly count: number; readonly of: readonly Test[] }
  | {
      readonly test: 'compare'
      readonly op: Comparison
      readonly left: Term
      readonly right: Term
    }
  | {
      readonly test: 'resolved'
      readonly list: string
      /** `resolved(…)` counts persons, `families(…)` family units (rules R63). */
      readonly unit: 'person' | 'family'
      readonly by: { readonly every: boolean; readonly outcomes: readonly string[] } | null
      readonly op: Comparison
      /** null is `all`. */
      readonly percent: number | null
    }
  | { readonly test: 'off'; readonly state: string; readonly for: Duration }
  | {
      readonly test: 'rule'
      readonly rule: string
      readonly op: Comparison
      readonly stage: string
    }
  | { readonly test: 'kept'; readonly undertaking: string }
  | {
      readonly test: 'judged'
      readonly question: string
      readonly op: Comparison
      readonly score: number
      readonly coders: number
      readonly alpha: number
    }
  | {
      readonly test: 'ratchet'
      readonly less: number
      readonly percent: boolean
      readonly since: string
    }

export type Term = TermBody & { readonly span: Span }

export type TermBody =
  | {
      readonly term: 'quantity'
      readonly value: number
      readonly percent: boolean
      readonly per: 'year' | 'quarter' | 'month' | null
    }
  | {
      readonly term: 'arithmetic'
      readonly op: '+' | '-' | '×' | '÷'
      readonly left: Term
      readonly right: Term
    }
  | Measure

export const MEASURE_NAMES = [
  'count',
  'total',
  'rate',
  'level',
  'latest',
  'stock',
  'net',
  'share',
  'mean',
  'median',
  'lowest',
  'highest',
  'best',
  'estimate',
] as const
export type MeasureName = (typeof MEASURE_NAMES)[number]

export type Measure = {
  readonly term: 'measure'
  readonly name: MeasureName
  readonly arguments: readonly Argument[]
  readonly window: Window | null
}

export type Argument =
  | {
      readonly argument: 'subject'
      readonly name: string
      readonly where: readonly Condition[]
      readonly span: Span
    }
  | { readonly argument: 'measure'; readonly measure: Measure; readonly span: Span }

export type Condition = {
  readonly key: string
  readonly value: string
  readonly span: Span
}

export type Window =
  | { readonly window: 'last' | 'within'; readonly duration: Duration }
  | { readonly window: 'in' | 'since' | 'at'; readonly date: string }
