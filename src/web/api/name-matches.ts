/** Asks what waits for a decision about names, and decides. Names go in the body, never in an address. */
import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type {
  Comparison,
  DecidedJson,
  LookAtMatch,
  MatchPageJson,
  NewDecision,
  ReviewItemJson,
  ReviewQueueJson,
} from '../../contract/name-matches.ts'
import { get, of, post } from './client.ts'
import { key } from './queries.ts'

export type ReviewStatus = ReviewItemJson['status']
export type PairAsked = z.input<typeof LookAtMatch>
export type Decision = z.input<typeof NewDecision>

const SOON_MS = 1000

/** Asked again while the register is being compared. */
export const reviewQueueQuery = (programme: string, status: ReviewStatus) =>
  queryOptions({
    queryKey: key(programme, 'name-matches', status),
    queryFn: ({ signal }) =>
      get<ReviewQueueJson>(of(programme, 'name-matches'), { status }, signal),
    refetchInterval: ({ state }) =>
      state.data?.comparison.state === 'comparing' ? SOON_MS : false,
    placeholderData: (last) => last,
  })

export const pairQuery = (programme: string, asked: PairAsked) =>
  queryOptions({
    queryKey: key(programme, 'name-match', asked),
    queryFn: ({ signal }) =>
      post<MatchPageJson>(of(programme, 'name-matches', 'look'), asked, signal),
    placeholderData: (last) => last,
  })

export const nameMatchWrites = {
  decide: (programme: string, body: Decision) =>
    post<DecidedJson>(of(programme, 'name-matches', 'decisions'), body),
  compare: (programme: string) =>
    post<z.infer<typeof Comparison>>(of(programme, 'name-matches', 'comparison'), {}),
}
