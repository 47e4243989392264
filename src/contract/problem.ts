/** RFC 9457 problem details: the body of every error. `detail` is a sentence to be shown as it stands. */
import { z } from 'zod'

export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  /** Places in a request or file, where there are several. */
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
})
export type ProblemJson = z.infer<typeof Problem>
