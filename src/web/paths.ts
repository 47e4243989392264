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
  overview: 'overview',
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
  register: 'register',
  net: 'register/net',
  nameMatches: 'register/names',
  imports: 'imports',
  person: 'persons/:person',
  lists: 'lists',
  listDiff: 'lists/:list/beside',
  /** The part of the page is the last word: entries where there is none. */
  list: 'lists/:list/:part?',
  engagements: 'engagements',
  engagement: 'engagements/:engagement',
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
    /** The page that opens a programme. */
    today: () => to([]),
    programme: (since?: string) => to(['overview'], since ? { since } : {}),
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
    register: () => to(['register']),
    net: () => to(['register', 'net']),
    /** Who it is about is never in the address. */
    nameMatches: () => to(['register', 'names']),
    imports: () => to(['imports']),
    /** Whose page it is stands in the address by id alone: names never do. */
    person: (person: string) => to(['persons', person]),
    lists: () => to(['lists']),
    /** One part of a list's page; of the latest version where none is named. */
    list: (list: string, part: ListPart = 'entries', version?: string) =>
      to(['lists', list, ...(part === 'entries' ? [] : [part])], version ? { version } : {}),
    /** A list beside another, or beside theirs. */
    listDiff: (list: string, more: Readonly<Record<string, string>> = {}) =>
      to(['lists', list, 'beside'], more),
    /** The form is filled in with the list where one is named. */
    engagements: (list?: string) => to(['engagements'], list ? { list } : {}),
    engagement: (engagement: string) => to(['engagements', engagement]),
  }
}

/** The parts of a list's page, in the order of the work. */
export const LIST_PARTS = [
  'entries',
  'versions',
  'gate',
  'presentation',
  'responses',
  'status',
] as const
export type ListPart = (typeof LIST_PARTS)[number]

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
