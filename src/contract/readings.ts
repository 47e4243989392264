/**
 * Who looked at personal fields of the register, when and for what.
 *
 * GET /api/programmes/:programme/readings?from → Readings
 */
import { z } from 'zod'
import { Day } from './assessment.ts'

export const Readings = z.object({
  programme: z.string(),
  /** The first day that is shown; null is all of them. */
  from: Day.nullable(),
  /** In the order of looking. */
  readings: z.array(
    z.object({
      read: z.number(),
      /** An instant in UTC. */
      at: z.string(),
      person: z.string(),
      personName: z.string(),
      /** The page, file or command that showed them. */
      purpose: z.string(),
      /** How many persons it showed. */
      count: z.number(),
      /** Their ids; null is the whole register. */
      subjects: z.array(z.string()).nullable(),
    }),
  ),
})

export type ReadingsJson = z.infer<typeof Readings>
