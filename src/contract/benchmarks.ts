/**
 * Writing benchmarks: check while typing, then keep as a new version.
 *
 * POST /api/programmes/:programme/benchmarks/check   CheckRequest  → CheckResult
 * POST /api/programmes/:programme/benchmarks         WriteRequest  → { id, set }
 * GET  /api/programmes/:programme/vocabulary                       → Vocabulary
 */
import { z } from 'zod'
import { Day, Standing, Life } from './assessment.ts'

export const Diagnostic = z.object({
  from: z.number(),
  to: z.number(),
  line: z.number(),
  column: z.number(),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
})
export const CheckRequest = z.object({ text: z.string(), asOf: Day, knownOn: Day })
export const CheckResult = z.object({
  diagnostics: z.array(Diagnostic),
  /** What each benchmark in the text would come to; empty while it cannot be read. */
  verdicts: z.array(
    z.object({
      id: z.string(),
      standing: Standing,
      life: Life.nullable(),
      why: z.string(),
      missing: z.array(z.string()),
    }),
  ),
})
/** `goal` puts a benchmark that is new under a goal; empty leaves it on its own or where it is. */
export const WriteRequest = z.object({ text: z.string().min(1), goal: z.string().default('') })
/** For completion in the editor. */
export const Vocabulary = z.object({
  keywords: z.array(z.string()),
  series: z.array(
    z.object({ id: z.string(), kind: z.string(), title: z.string(), unit: z.string() }),
  ),
  states: z.array(z.string()),
  rules: z.array(z.string()),
  acts: z.array(z.string()),
  undertakings: z.array(z.string()),
  reporters: z.array(z.string()),
  stages: z.array(z.string()),
  lists: z.array(z.string()),
  /** What cases can be chosen by, and the words that a rule reads there. */
  cases: z.array(z.object({ key: z.string(), words: z.array(z.string()) })),
})

export type DiagnosticJson = z.infer<typeof Diagnostic>
export type CheckResultJson = z.infer<typeof CheckResult>
export type VocabularyJson = z.infer<typeof Vocabulary>
