/**
 * Scorecard editions: the readings of a day, frozen with method, benchmark texts and evidence.
 *
 * GET  /api/programmes/:programme/editions                              → EditionList
 * POST /api/programmes/:programme/editions      NewEdition              → { id }
 * GET  /api/programmes/:programme/editions/:edition                     → EditionPage
 * GET  /api/programmes/:programme/editions/:edition/diff?with=:edition  → EditionDiff
 * GET  /api/programmes/:programme/editions/:edition/document?format=docx|pdf|xlsx|csv|html → the file
 * GET  /api/programmes/:programme/scorecard/document?format&asOf&knownOn → the same, of a day, marked "not an edition"
 */
import { z } from 'zod'
import { Day, GoalStanding, Scorecard } from './assessment.ts'

export const DocumentFormat = z.enum(['docx', 'pdf', 'xlsx', 'csv', 'html'])

export const NewEdition = z.object({
  asOf: Day,
  knownOn: Day,
  /** Who signs it. */
  signedBy: z.string().min(1),
  /** The edition that it corrects, with the reason; both empty for a first one. */
  corrects: z.string().default(''),
  reason: z.string().default(''),
})
export const EditionRow = z.object({
  id: z.string(),
  asOf: Day,
  knownOn: Day,
  signedBy: z.string(),
  issuedAt: z.string(),
  corrects: z.string().nullable(),
  reason: z.string(),
  sha256: z.string(),
})
export const EditionList = z.object({ editions: z.array(EditionRow) })
export const EditionPage = z.object({
  edition: EditionRow,
  method: z.string(),
  scorecard: Scorecard,
  /** The texts of the benchmarks as they then stood, by id. */
  texts: z.record(z.string(), z.string()),
  /** Every source cited, by id; a protected one without its identity. */
  sources: z.record(
    z.string(),
    z.object({ title: z.string(), published: z.string().nullable(), url: z.string() }),
  ),
})
export const EditionDiff = z.object({
  before: EditionRow,
  after: EditionRow,
  changes: z.array(
    z.object({
      kind: z.enum(['goal', 'benchmark']),
      id: z.string(),
      title: z.string(),
      before: GoalStanding.nullable(),
      after: GoalStanding.nullable(),
      /** What differs besides the standing: readings, missing, text. */
      notes: z.array(z.string()),
    }),
  ),
})

export type EditionListJson = z.infer<typeof EditionList>
export type EditionPageJson = z.infer<typeof EditionPage>
export type EditionDiffJson = z.infer<typeof EditionDiff>
