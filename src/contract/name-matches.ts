/**
 * Names: who of the register an entry may be, and what people decided where that is not sure.
 *
 * POST   /api/programmes/:programme/matches                   MatchRequest  → Matches
 * POST   /api/programmes/:programme/matches?id=UUID           MatchRequest  → a stream of MatchStep, one JSON a line
 * DELETE /api/programmes/:programme/matches/:id                             → gives such a stream up
 * GET    /api/programmes/:programme/name-matches?status&size                → ReviewQueue
 * POST   /api/programmes/:programme/name-matches/comparison                 → Comparison
 * POST   /api/programmes/:programme/name-matches/look         LookAtMatch   → MatchPage
 * POST   /api/programmes/:programme/name-matches/decisions    NewDecision   → Decided
 *
 * What is looked up goes in the body: a name never stands in an address. The log-odds of a candidate are
 * a prior and the sum of the weights of its reasons, in nats.
 */
import { z } from 'zod'
import { Day } from './assessment.ts'
import { CaseEventRow, CaseListing, RegisterCase, ShownName, BirthSaid } from './register.ts'

const words = z.string().default('')
const id = z.string().min(1)

export const MATCH_MOST = 50_000

export const MatchEntry = z.object({
  name: z.string().min(1),
  /** EDTF; empty is unknown. */
  birth: words,
  /** Completed years; null is unknown. */
  age: z.number().int().min(0).max(130).nullable().default(null),
  sex: words,
  place: words,
  category: words,
})
export const MatchRequest = z.object({ entries: z.array(MatchEntry).min(1).max(MATCH_MOST) })

/** One term of the sum. */
export const MatchReason = z.object({
  /** What is compared: a part of the name, its order, what is left over, a field, relatives, another claim. */
  kind: z.string(),
  /** Which identifier. */
  field: z.string().optional(),
  /** As the entry has it, and as the register has it. */
  theirs: z.string().optional(),
  ours: z.string().optional(),
  relation: z.string().optional(),
  weight: z.number(),
  /** Our form stands in one of so many names of this register. */
  rarity: z.number().optional(),
})
export const MatchCandidate = z.object({
  person: z.string(),
  /** Never 0 and never 1. */
  probability: z.number(),
  reasons: z.array(MatchReason),
})
export const MatchAnswer = z.object({
  /** Of the request, from 1. */
  row: z.number(),
  decision: z.enum(['match', 'review', 'new']),
  /** At most ten, best first. */
  candidates: z.array(MatchCandidate),
})
/** What `demarche match --json` prints. */
export const Matches = z.object({ entries: z.array(MatchAnswer) })
export const MatchStep = z.discriminatedUnion('step', [
  /** The register is read into memory first. */
  z.object({ step: z.literal('reading'), done: z.number(), of: z.number() }),
  z.object({ step: z.literal('matching'), done: z.number(), of: z.number() }),
  z.object({ step: z.literal('entries'), entries: z.array(MatchAnswer) }),
  z.object({ step: z.literal('done') }),
  z.object({ step: z.literal('given-up'), message: z.string() }),
])

export const ReviewStatus = z.enum(['open', 'parked', 'decided'])
export const DecisionKind = z.enum(['accept', 'reject', 'park', 'undo'])

/** How far the register is compared with itself. */
export const Comparison = z.object({
  state: z.enum(['not-yet', 'comparing', 'done', 'too-large']),
  done: z.number(),
  of: z.number(),
  /** The sentence that says why not, or what to do. */
  words: z.string(),
})
/** One of the two who may be one. */
export const SideInRow = z.object({
  /** Null of an incoming row. */
  person: z.string().nullable(),
  name: ShownName.pick({ name: true, script: true }).nullable(),
  birth: z.array(z.string()),
  place: z.string(),
})
export const ReviewItem = z.object({
  kind: z.enum(['pair', 'row']),
  /** The entry of the register that it would be. */
  a: z.string(),
  /** The other person of a pair; null of a row. */
  b: z.string().nullable(),
  /** The incoming row, as `FILE:ROW`; null of a pair. */
  row: z.string().nullable(),
  left: SideInRow,
  right: SideInRow,
  /** Null where none was computed. */
  probability: z.number().nullable(),
  status: ReviewStatus,
  /** The last decision; null where there is none. */
  decision: z.string().nullable(),
  /** Persons that may all be one share it, and it stays theirs. */
  cluster: z.string().nullable(),
  clusterSize: z.number(),
})
export const ReviewQueue = z.object({
  comparison: Comparison,
  counts: z.object({ open: z.number(), parked: z.number(), decided: z.number() }),
  items: z.array(ReviewItem),
  /** Further items of that status that are not in the answer. */
  more: z.number(),
  /** Why nothing can be decided here now; null where it can. */
  mayNotDecide: z.string().nullable(),
})

/** A pair of persons, or an incoming row and the person whom it may be. */
export const LookAtMatch = z.object({
  a: id,
  b: z.string().nullable().default(null),
  row: z.string().nullable().default(null),
})
export const MatchSide = z.object({
  person: z.string().nullable(),
  /** The file and row of an incoming row. */
  from: z.string().nullable(),
  names: z.array(ShownName),
  births: z.array(BirthSaid),
  /** What is said besides, a line each. */
  fields: z.array(z.object({ field: z.string(), value: z.string() })),
  cases: z.array(
    RegisterCase.extend({ events: z.array(CaseEventRow), listings: z.array(CaseListing) }),
  ),
  /** Entries merged into it. */
  merged: z.array(z.string()),
})
export const MatchPage = z.object({
  left: MatchSide,
  right: MatchSide,
  /** Null where they cannot be compared, such as a person without a name. */
  match: z
    .object({
      prior: z.number(),
      logOdds: z.number(),
      probability: z.number(),
      reasons: z.array(MatchReason),
    })
    .nullable(),
  /** Sentences of whoever put it here. */
  why: z.array(z.string()),
  /** Who else the left one may be. */
  runnersUp: z.array(
    z.object({
      person: z.string(),
      name: ShownName.pick({ name: true, script: true }).nullable(),
      probability: z.number(),
    }),
  ),
  decisions: z.array(
    z.object({
      entry: z.number(),
      decision: z.enum(['accepted', 'rejected', 'parked', 'undone']),
      by: z.string(),
      on: Day,
      reason: z.string(),
    }),
  ),
  mayNotDecide: z.string().nullable(),
})

export const NewDecision = LookAtMatch.extend({
  decision: DecisionKind,
  reason: words,
  /** Whose id is kept where a pair is accepted; the one of `a` where it is left out. */
  kept: z.string().nullable().default(null),
})
const Total = z.object({ entries: z.number(), resolved: z.number(), excluded: z.number() })
const Figures = z.object({ family: Total, person: Total })
export const Decided = z.object({
  /** Lists whose figures are not what they were, as of today. */
  restated: z.array(
    z.object({
      list: z.string(),
      asOf: Day,
      before: Figures,
      after: Figures,
      sentence: z.string(),
    }),
  ),
})

export type MatchEntryJson = z.infer<typeof MatchEntry>
export type MatchesJson = z.infer<typeof Matches>
export type MatchStepJson = z.infer<typeof MatchStep>
export type MatchAnswerJson = z.infer<typeof MatchAnswer>
export type MatchReasonJson = z.infer<typeof MatchReason>
export type ReviewQueueJson = z.infer<typeof ReviewQueue>
export type ReviewItemJson = z.infer<typeof ReviewItem>
export type MatchPageJson = z.infer<typeof MatchPage>
export type MatchSideJson = z.infer<typeof MatchSide>
export type DecidedJson = z.infer<typeof Decided>
