/** Asks the server. Every error is problem details (RFC 9457), whose `detail` is shown as it stands. */
import type { z } from 'zod'
import type {
  ChangesJson,
  ExplanationJson,
  GoalPageJson,
  ScorecardJson,
} from '../../contract/assessment.ts'
import type { CheckResultJson, VocabularyJson, WriteRequest } from '../../contract/benchmarks.ts'
import type {
  EditionDiff,
  EditionListJson,
  EditionPageJson,
  NewEdition,
} from '../../contract/editions.ts'
import type {
  EventListJson,
  FiguresPreviewJson,
  NewEvent,
  NewFigures,
  NewOutcome,
  NewSeries,
  NewSource,
  NewUndertaking,
  PastedFigures,
  SeriesListJson,
  SeriesPageJson,
  SourceListJson,
  SourcePageJson,
  UndertakingListJson,
  Written,
} from '../../contract/evidence.ts'
import type { ProblemJson } from '../../contract/problem.ts'
import type { ProgrammeList, ProgrammePageJson } from '../../contract/programmes.ts'
import type { Days } from '../paths.ts'

/** The server's refusal, in its own sentence, with the places in the request that it names. */
export class Refusal extends Error {
  readonly status: number
  readonly title: string
  readonly places: readonly { readonly pointer: string; readonly detail: string }[]

  constructor({ status, title, detail, errors }: ProblemJson) {
    super(detail)
    this.name = 'Refusal'
    this.status = status
    this.title = title
    this.places = errors ?? []
  }
}

type Named = { readonly id: string }
export type Query = Readonly<Record<string, string | null>>

/** An address of the API below a programme. */
export const of = (programme: string, ...parts: string[]) =>
  ['/api/programmes', ...[programme, ...parts].map(encodeURIComponent)].join('/')

const knownOn = (days: Days): Query => ({ knownOn: days.knownOn })

/** The reads. A `signal` that is aborted drops the answer of a day that is no longer looked at. */
export const reads = {
  programmes: (signal: AbortSignal) =>
    get<z.infer<typeof ProgrammeList>>('/api/programmes', {}, signal),
  programme: (programme: string, days: Days, signal: AbortSignal) =>
    get<ProgrammePageJson>(of(programme), days, signal),
  scorecard: (programme: string, days: Days, signal: AbortSignal) =>
    get<ScorecardJson>(of(programme, 'scorecard'), days, signal),
  changes: (programme: string, since: string, days: Days, signal: AbortSignal) =>
    get<ChangesJson>(of(programme, 'changes'), { ...days, since }, signal),
  goal: (programme: string, goal: string, days: Days, signal: AbortSignal) =>
    get<GoalPageJson>(of(programme, 'goals', goal), days, signal),
  benchmark: (programme: string, benchmark: string, days: Days, signal: AbortSignal) =>
    get<ExplanationJson>(of(programme, 'benchmarks', benchmark), days, signal),
  vocabulary: (programme: string, signal: AbortSignal) =>
    get<VocabularyJson>(of(programme, 'vocabulary'), {}, signal),
  seriesList: (programme: string, days: Days, signal: AbortSignal) =>
    get<SeriesListJson>(of(programme, 'series'), knownOn(days), signal),
  series: (programme: string, series: string, days: Days, signal: AbortSignal) =>
    get<SeriesPageJson>(of(programme, 'series', series), knownOn(days), signal),
  sources: (programme: string, days: Days, signal: AbortSignal) =>
    get<SourceListJson>(of(programme, 'sources'), knownOn(days), signal),
  source: (programme: string, source: string, days: Days, signal: AbortSignal) =>
    get<SourcePageJson>(of(programme, 'sources', source), knownOn(days), signal),
  events: (programme: string, days: Days, signal: AbortSignal) =>
    get<EventListJson>(of(programme, 'events'), knownOn(days), signal),
  undertakings: (programme: string, days: Days, signal: AbortSignal) =>
    get<UndertakingListJson>(of(programme, 'undertakings'), knownOn(days), signal),
  editions: (programme: string, signal: AbortSignal) =>
    get<EditionListJson>(of(programme, 'editions'), {}, signal),
  edition: (programme: string, edition: string, signal: AbortSignal) =>
    get<EditionPageJson>(of(programme, 'editions', edition), {}, signal),
  editionDiff: (programme: string, edition: string, other: string, signal: AbortSignal) =>
    get<z.infer<typeof EditionDiff>>(
      of(programme, 'editions', edition, 'diff'),
      { with: other },
      signal,
    ),
}

/** The writes, and the checks that write nothing. Fields that may be left out may be left out. */
export const writes = {
  checkBenchmark: (
    programme: string,
    body: { text: string; asOf: string; knownOn: string },
    signal?: AbortSignal,
  ) => post<CheckResultJson>(of(programme, 'benchmarks', 'check'), body, signal),
  writeBenchmark: (programme: string, body: z.input<typeof WriteRequest>) =>
    post<{ id: string; set: string | null }>(of(programme, 'benchmarks'), body),
  addSeries: (programme: string, body: z.input<typeof NewSeries>) =>
    post<Named>(of(programme, 'series'), body),
  addFigures: (programme: string, body: z.input<typeof NewFigures>) =>
    post<z.infer<typeof Written>>(of(programme, 'figures'), body),
  previewFigures: (programme: string, body: z.input<typeof PastedFigures>) =>
    post<FiguresPreviewJson>(of(programme, 'figures', 'preview'), body),
  addSource: (programme: string, body: z.input<typeof NewSource>) =>
    post<Named>(of(programme, 'sources'), body),
  addEvent: (programme: string, body: z.input<typeof NewEvent>) =>
    post<Named>(of(programme, 'events'), body),
  addUndertaking: (programme: string, body: z.input<typeof NewUndertaking>) =>
    post<Named>(of(programme, 'undertakings'), body),
  addOutcome: (programme: string, body: z.input<typeof NewOutcome>) =>
    post<z.infer<typeof Written>>(of(programme, 'outcomes'), body),
  issueEdition: (programme: string, body: z.input<typeof NewEdition>) =>
    post<Named>(of(programme, 'editions'), body),
}

export const FORMATS = ['docx', 'pdf', 'xlsx', 'csv'] as const
export type Format = (typeof FORMATS)[number]

/** Where the browser fetches a document from. */
export const documents = {
  scorecard: (programme: string, format: Format, days: Days) =>
    address(of(programme, 'scorecard', 'document'), { ...days, format }),
  edition: (programme: string, edition: string, format: Format) =>
    address(of(programme, 'editions', edition, 'document'), { format }),
}

export function get<Answer>(path: string, query: Query, signal: AbortSignal): Promise<Answer> {
  return ask(address(path, query), { signal })
}

export function post<Answer>(path: string, body: object, signal?: AbortSignal): Promise<Answer> {
  return ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  })
}

export function address(path: string, query: Query): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value) search.set(name, value)
  return search.size > 0 ? `${path}?${search}` : path
}

async function ask<Answer>(path: string, request: RequestInit): Promise<Answer> {
  const response = await fetch(path, request).catch((reason: unknown) => {
    if (request.signal?.aborted) throw reason
    throw new Refusal({
      type: 'about:blank',
      title: 'Demarche does not answer',
      status: 0,
      detail:
        'The program on this computer does not answer. It may have been stopped: ' +
        'run "demarche start" and open the link that it prints.',
    })
  })
  // The casts: the server is of the same release, and its tests hold every answer to the contract.
  if (response.ok) return (await response.json()) as Answer
  if (isJson(response)) throw new Refusal((await response.json()) as ProblemJson)
  throw new Refusal({
    type: 'about:blank',
    title: 'The answer cannot be read',
    status: response.status,
    detail: `The server answered ${response.status} without saying why.`,
  })
}

function isJson(response: Response): boolean {
  return /\bjson\b/.test(response.headers.get('content-type') ?? '')
}
