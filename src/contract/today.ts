/**
 * What waits for someone: the page that opens.
 *
 * GET /api/programmes/:programme/today?asOf&knownOn → Today
 */
import { z } from 'zod'
import { Day } from './assessment.ts'
import { PersonNamed } from './representation-lists.ts'

/** In the order in which the page has them within a group. */
export const TodayKind = z.enum([
  'urgent-case',
  'follow-up',
  'promise-owed',
  'undertaking-due',
  'reply-overdue',
  'list-review',
  'consent-ends',
  'stale-case',
  'name-review',
  'alert',
])
/** `now`: it waits, and has no day by which. */
export const TodayWhen = z.enum(['overdue', 'this-week', 'this-month', 'now'])

export const TodayLine = z.object({
  kind: TodayKind,
  when: TodayWhen,
  /** The day by which, or since which; null where none is set. */
  day: Day.nullable(),
  sentence: z.string(),
  /** Whom it is about; without names for those who may not read them. */
  persons: z.array(PersonNamed),
  /** The page that it leads to. */
  ref: z.object({
    page: z.enum(['person', 'list', 'undertaking', 'engagement', 'benchmark', 'alerts', 'matches']),
    id: z.string(),
  }),
  /** How it is marked done: a follow-up to close, or what a new, closed one says; null where it is not. */
  closes: z
    .object({
      followUp: z.string().nullable(),
      about: z.object({ kind: z.enum(['list']), ref: z.string(), text: z.string() }).nullable(),
    })
    .nullable(),
})
export const Today = z.object({
  asOf: Day,
  knownOn: Day,
  lines: z.array(TodayLine),
  /** Lines left out, by kind, where there are more than a person would read. */
  more: z.array(z.object({ kind: TodayKind, count: z.number() })),
  namesHidden: z.string().nullable(),
  mayNotWrite: z.string().nullable(),
})

export type TodayJson = z.infer<typeof Today>
export type TodayLineJson = z.infer<typeof TodayLine>
