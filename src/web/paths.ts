/** Every address of the application. Days travel with each link, so that a page can be sent to others. */
import { useMemo } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { whyNoDay } from './ui/days.ts'

/** The days in the address; absent means the server's default. */
export type Days = { readonly asOf: string | null; readonly knownOn: string | null }

/** The route patterns; `routes.tsx` has a page for each. */
export const ROUTES = {
  home: '/',
  begin: '/begin',
  programme: '/p/:programme',
  scorecard: 'scorecard',
  goal: 'goals/:goal',
  newBenchmark: 'benchmarks/new',
  benchmark: 'benchmarks/:benchmark',
  editBenchmark: 'benchmarks/:benchmark/edit',
  seriesList: 'series',
  series: 'series/:series',
  sources: 'sources',
  source: 'sources/:source',
  events: 'events',
  undertakings: 'undertakings',
  alerts: 'alerts',
  editions: 'editions',
  edition: 'editions/:edition',
} as const

/** The addresses of one programme's pages, each with the days that are being looked at. */
export function pathsOf(programme: string, days: Days) {
  const to = (parts: readonly string[], more: Readonly<Record<string, string>> = {}) => {
    const search = new URLSearchParams(more)
    if (days.asOf) search.set('asOf', days.asOf)
    if (days.knownOn) search.set('knownOn', days.knownOn)
    const query = search.size > 0 ? `?${search}` : ''
    return `/p/${[programme, ...parts].map(encodeURIComponent).join('/')}${query}`
  }
  return {
    programme: (since?: string) => to([], since ? { since } : {}),
    scorecard: () => to(['scorecard']),
    goal: (goal: string) => to(['goals', goal]),
    newBenchmark: (goal?: string) => to(['benchmarks', 'new'], goal ? { goal } : {}),
    benchmark: (benchmark: string) => to(['benchmarks', benchmark]),
    editBenchmark: (benchmark: string) => to(['benchmarks', benchmark, 'edit']),
    seriesList: () => to(['series']),
    series: (series: string) => to(['series', series]),
    sources: () => to(['sources']),
    /** A source, opened at the place that is cited. */
    source: (source: string, at = '') => to(['sources', source], at === '' ? {} : { at }),
    events: (event?: string) => to(['events'], event ? { event } : {}),
    undertakings: (undertaking?: string) =>
      to(['undertakings'], undertaking ? { undertaking } : {}),
    alerts: () => to(['alerts']),
    editions: () => to(['editions']),
    edition: (edition: string) => to(['editions', edition]),
  }
}

export type Paths = ReturnType<typeof pathsOf>

export function usePaths(): Paths {
  const programme = useParam('programme')
  const days = useDaysOfAddress()
  return useMemo(() => pathsOf(programme, days), [programme, days])
}

/** What the address says of the two days; a text that is no day is as if it were not there. */
export function useDaysOfAddress(): Days {
  const [search] = useSearchParams()
  const [asOf, knownOn] = [dayIn(search, 'asOf'), dayIn(search, 'knownOn')]
  return useMemo(() => ({ asOf, knownOn }), [asOf, knownOn])
}

function dayIn(search: URLSearchParams, name: keyof Days): string | null {
  const day = search.get(name)
  return day === null || whyNoDay(day) !== undefined ? null : day
}

/** Texts in the address that stand where a day should, to be named at the controls. */
export type NoDays = { readonly asOf?: string; readonly knownOn?: string }

export function noDaysIn(search: URLSearchParams): NoDays {
  const refused = (['asOf', 'knownOn'] as const).flatMap((name) => {
    const text = search.get(name)
    return text !== null && whyNoDay(text) !== undefined ? [[name, text] as const] : []
  })
  return Object.fromEntries(refused)
}

/** A part of the address that the page cannot do without. */
export function useParam(name: string): string {
  const value = useParams()[name]
  if (value === undefined)
    throw new Error(`the address has no "${name}": is the page on the right route?`)
  return value
}
