/**
 * What the pages ask for. An answer of other days stays on screen until the new one is there, so that
 * moving a time control redraws without a flash.
 */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Days } from '../paths.ts'
import { reads } from './client.ts'

/** Days passed on the way to another are many and are not looked at again. */
const FEW_SECONDS = 30_000

export const ofDays = { placeholderData: keepPreviousData, gcTime: FEW_SECONDS } as const

export const key = (programme: string, what: string, ...rest: unknown[]) =>
  ['programme', programme, what, ...rest] as const

/** Everything asked of one programme, to be asked anew after something was written. */
export const everythingOf = (programme: string) => ({ queryKey: ['programme', programme] as const })

export const programmesQuery = () =>
  queryOptions({ queryKey: ['programmes'], queryFn: ({ signal }) => reads.programmes(signal) })

export const programmeQuery = (programme: string, days: Days) =>
  queryOptions({
    queryKey: key(programme, 'programme', days.asOf, days.knownOn),
    queryFn: ({ signal }) => reads.programme(programme, days, signal),
    ...ofDays,
  })

export const scorecardQuery = (programme: string, days: Days) =>
  queryOptions({
    queryKey: key(programme, 'scorecard', days.asOf, days.knownOn),
    queryFn: ({ signal }) => reads.scorecard(programme, days, signal),
    ...ofDays,
  })

export const changesQuery = (programme: string, since: string, days: Days) =>
  queryOptions({
    queryKey: key(programme, 'changes', since, days.asOf, days.knownOn),
    queryFn: ({ signal }) => reads.changes(programme, since, days, signal),
    ...ofDays,
  })

export const goalQuery = (programme: string, goal: string, days: Days) =>
  queryOptions({
    queryKey: key(programme, 'goal', goal, days.asOf, days.knownOn),
    queryFn: ({ signal }) => reads.goal(programme, goal, days, signal),
    ...ofDays,
    placeholderData: (last) => (last?.goal.id === goal ? last : undefined),
  })

export const benchmarkQuery = (programme: string, benchmark: string, days: Days) =>
  queryOptions({
    queryKey: key(programme, 'benchmark', benchmark, days.asOf, days.knownOn),
    queryFn: ({ signal }) => reads.benchmark(programme, benchmark, days, signal),
    ...ofDays,
    placeholderData: (last) => (last?.benchmark.id === benchmark ? last : undefined),
  })

export const vocabularyQuery = (programme: string) =>
  queryOptions({
    queryKey: key(programme, 'vocabulary'),
    queryFn: ({ signal }) => reads.vocabulary(programme, signal),
  })

export const seriesListQuery = (programme: string, days: Days) =>
  queryOptions({
    queryKey: key(programme, 'series-list', days.knownOn),
    queryFn: ({ signal }) => reads.seriesList(programme, days, signal),
    ...ofDays,
  })

export const seriesQuery = (programme: string, series: string, days: Days) =>
  queryOptions({
    queryKey: key(programme, 'series', series, days.knownOn),
    queryFn: ({ signal }) => reads.series(programme, series, days, signal),
    ...ofDays,
    placeholderData: (last) => (last?.series.id === series ? last : undefined),
  })

export const sourcesQuery = (programme: string, days: Days) =>
  queryOptions({
    queryKey: key(programme, 'sources', days.knownOn),
    queryFn: ({ signal }) => reads.sources(programme, days, signal),
    ...ofDays,
  })

export const sourceQuery = (programme: string, source: string, days: Days) =>
  queryOptions({
    queryKey: key(programme, 'source', source, days.knownOn),
    queryFn: ({ signal }) => reads.source(programme, source, days, signal),
    ...ofDays,
    placeholderData: (last) => (last?.source.id === source ? last : undefined),
  })

export const eventsQuery = (programme: string, days: Days) =>
  queryOptions({
    queryKey: key(programme, 'events', days.knownOn),
    queryFn: ({ signal }) => reads.events(programme, days, signal),
    ...ofDays,
  })

export const undertakingsQuery = (programme: string, days: Days) =>
  queryOptions({
    queryKey: key(programme, 'undertakings', days.knownOn),
    queryFn: ({ signal }) => reads.undertakings(programme, days, signal),
    ...ofDays,
  })

export const editionsQuery = (programme: string) =>
  queryOptions({
    queryKey: key(programme, 'editions'),
    queryFn: ({ signal }) => reads.editions(programme, signal),
  })

export const editionQuery = (programme: string, edition: string) =>
  queryOptions({
    queryKey: key(programme, 'edition', edition),
    queryFn: ({ signal }) => reads.edition(programme, edition, signal),
  })

export const editionDiffQuery = (programme: string, edition: string, other: string) =>
  queryOptions({
    queryKey: key(programme, 'edition-diff', edition, other),
    queryFn: ({ signal }) => reads.editionDiff(programme, edition, other, signal),
  })
