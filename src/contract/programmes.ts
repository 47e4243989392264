/**
 * Programmes on record, and moving them as folders.
 *
 * GET  /api/programmes                                                  → ProgrammeList
 * GET  /api/programmes/:programme?asOf&knownOn                          → ProgrammePage
 * POST /api/imports            ImportRequest   → a stream of ImportStep, one JSON a line (command line only)
 * POST /api/exports            ExportRequest   → ExportResult (command line only)
 * POST /api/backups            BackupRequest   → BackupResult (command line only)
 * GET  /api/verification                                                → Verification
 */
import { z } from 'zod'
import { Alert, Day, GoalStanding, Tier } from './assessment.ts'

export const ProgrammeList = z.object({
  programmes: z.array(z.object({ id: z.string(), title: z.string(), counterpart: z.string() })),
  /** How to begin one's own: the folder of the example and the command. */
  begin: z.object({ example: z.string(), command: z.string() }),
  /** Where the store is, in words; and whether a passphrase protects what it says about persons. */
  store: z.object({ location: z.string(), encrypted: z.boolean() }),
})

export const ProgrammePage = z.object({
  programme: z.object({
    id: z.string(),
    title: z.string(),
    counterpart: z.string(),
    counterpartName: z.string(),
    sender: z.string(),
    from: Day.nullable(),
    counting: z.enum(['person', 'family']),
    baselines: z.array(z.object({ id: z.string(), title: z.string(), in: z.string() })),
  }),
  asOf: Day,
  knownOn: Day,
  span: z.object({ from: Day, to: Day }),
  tiers: z.array(
    z.object({
      tier: Tier,
      goals: z.array(
        z.object({
          id: z.string(),
          statement: z.string(),
          standing: GoalStanding,
          gesture: z.boolean(),
        }),
      ),
    }),
  ),
  alerts: z.array(Alert),
  counts: z.object({
    sources: z.number(),
    figures: z.number(),
    events: z.number(),
    undertakings: z.number(),
  }),
})

export const ImportRequest = z.object({
  directory: z.string().min(1),
  keepGoing: z.boolean().default(false),
})
export const Refusal = z.object({
  file: z.string(),
  line: z.number(),
  column: z.number(),
  message: z.string(),
})
export const ImportStep = z.discriminatedUnion('step', [
  z.object({ step: z.literal('reading'), file: z.string(), rows: z.number() }),
  z.object({ step: z.literal('writing'), done: z.number(), of: z.number() }),
  z.object({
    step: z.literal('done'),
    programme: z.string(),
    taken: z.record(z.string(), z.number()),
    unchanged: z.record(z.string(), z.number()),
    refusals: z.array(Refusal),
    /** What was taken and is worth a word. */
    notices: z.array(Refusal),
  }),
  z.object({
    step: z.literal('refused'),
    refusals: z.array(Refusal),
    notices: z.array(Refusal),
    message: z.string(),
  }),
])
export const ExportRequest = z.object({
  programme: z.string().min(1),
  directory: z.string().min(1),
})
export const ExportResult = z.object({ files: z.array(z.string()) })
export const BackupRequest = z.object({ file: z.string().min(1) })
/** `encrypted`: without the passphrase no one reads the persons in it. */
export const BackupResult = z.object({
  file: z.string(),
  bytes: z.number(),
  encrypted: z.boolean(),
})
export const Verification = z.object({
  findings: z.array(z.string()),
  checked: z.record(z.string(), z.number()),
})

export type ProgrammeListJson = z.infer<typeof ProgrammeList>
export type ProgrammePageJson = z.infer<typeof ProgrammePage>
export type ImportStepJson = z.infer<typeof ImportStep>
export type RefusalJson = z.infer<typeof Refusal>
export type VerificationJson = z.infer<typeof Verification>
