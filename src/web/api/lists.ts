/** Asks and writes representation lists, engagements and what is to be followed up. */
import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type {
  ChangedFollowUp,
  EngagementListJson,
  EngagementMade,
  EngagementPageJson,
  NewEngagement,
  NewJudgement,
} from '../../contract/engagements.ts'
import type { Written } from '../../contract/evidence.ts'
import type {
  CandidatesJson,
  CohortsJson,
  FollowUpJson,
  GateJson,
  ListDiffJson,
  ListOverviewJson,
  ListPageJson,
  ListReportJson,
  NewEntries,
  NewList,
  NewPresentation,
  NewResponses,
  NewSettlement,
  NewVersion,
  PaperFormat,
  PastedResponses,
  Presented,
  RemovedEntries,
  ResponsesPreviewJson,
  ResponsesTaken,
  RuleRead,
  StatusFormat,
  TheirList,
  TheirListDiff,
  VersionMade,
} from '../../contract/representation-lists.ts'
import type { Days } from '../paths.ts'
import { address, get, of, post } from './client.ts'
import { key, ofDays } from './queries.ts'

type Count = z.infer<typeof Written>
export type PaperFormatShown = z.infer<typeof PaperFormat>
export type StatusFormatShown = z.infer<typeof StatusFormat>

export const listsQuery = (programme: string, days: Days) =>
  queryOptions({
    queryKey: key(programme, 'lists', days.asOf, days.knownOn),
    queryFn: ({ signal }) => get<ListOverviewJson>(of(programme, 'lists'), days, signal),
    ...ofDays,
  })

/** One list; of the latest version where none is named. */
export const listQuery = (programme: string, list: string, version: string | null, days: Days) =>
  queryOptions({
    queryKey: key(programme, 'list', list, version, days.asOf, days.knownOn),
    queryFn: ({ signal }) =>
      get<ListPageJson>(of(programme, 'lists', list), { ...days, version }, signal),
    ...ofDays,
    placeholderData: (last) => (last?.list.id === list ? last : undefined),
  })

export const candidatesQuery = (programme: string, list: string, version: string, days: Days) =>
  queryOptions({
    queryKey: key(programme, 'candidates', list, version, days.asOf, days.knownOn),
    queryFn: ({ signal }) =>
      get<CandidatesJson>(of(programme, 'lists', list, 'candidates'), { ...days, version }, signal),
    ...ofDays,
  })

/** What stands in the way of handing a version over on a day; today where none is named. */
export const gateQuery = (programme: string, list: string, version: string, on: string | null) =>
  queryOptions({
    queryKey: key(programme, 'gate', list, version, on),
    queryFn: ({ signal }) =>
      get<GateJson>(of(programme, 'lists', list, 'gate'), { version, on }, signal),
  })

export const listReportQuery = (programme: string, list: string, days: Days) =>
  queryOptions({
    queryKey: key(programme, 'list-report', list, days.asOf, days.knownOn),
    queryFn: ({ signal }) =>
      get<ListReportJson>(of(programme, 'lists', list, 'report'), days, signal),
    ...ofDays,
    placeholderData: (last) => (last?.status.list === list ? last : undefined),
  })

export const cohortsQuery = (programme: string, list: string, days: Days) =>
  queryOptions({
    queryKey: key(programme, 'cohorts', list, days.asOf, days.knownOn),
    queryFn: ({ signal }) =>
      get<CohortsJson>(of(programme, 'lists', list, 'cohorts'), days, signal),
    ...ofDays,
    placeholderData: (last) => (last?.list === list ? last : undefined),
  })

export type AskedDiff = {
  readonly with: string | null
  readonly version: string | null
  readonly withVersion: string | null
}

export const listDiffQuery = (programme: string, list: string, asked: AskedDiff, days: Days) =>
  queryOptions({
    queryKey: key(programme, 'list-diff', list, asked, days.asOf, days.knownOn),
    queryFn: ({ signal }) =>
      get<ListDiffJson>(of(programme, 'lists', list, 'diff'), { ...days, ...asked }, signal),
    ...ofDays,
  })

export const engagementsQuery = (programme: string, days: Days) =>
  queryOptions({
    queryKey: key(programme, 'engagements', days.knownOn),
    queryFn: ({ signal }) =>
      get<EngagementListJson>(of(programme, 'engagements'), { knownOn: days.knownOn }, signal),
    ...ofDays,
  })

export const engagementQuery = (programme: string, engagement: string, days: Days) =>
  queryOptions({
    queryKey: key(programme, 'engagement', engagement, days.knownOn),
    queryFn: ({ signal }) =>
      get<EngagementPageJson>(
        of(programme, 'engagements', engagement),
        { knownOn: days.knownOn },
        signal,
      ),
    ...ofDays,
    placeholderData: (last) => (last?.engagement.id === engagement ? last : undefined),
  })

const onDays = ({ asOf, knownOn }: Days) => ({
  ...(asOf !== null && { asOf }),
  ...(knownOn !== null && { knownOn }),
})

export const listWrites = {
  list: (programme: string, body: z.input<typeof NewList>) =>
    post<{ id: string }>(of(programme, 'lists'), body),
  /** Reads a rule as it is written; writes nothing. */
  rule: (programme: string, rule: string, days: Days, signal: AbortSignal) =>
    post<z.infer<typeof RuleRead>>(
      of(programme, 'lists', 'rule'),
      { rule, ...onDays(days) },
      signal,
    ),
  version: (programme: string, list: string, body: z.input<typeof NewVersion>) =>
    post<z.infer<typeof VersionMade>>(of(programme, 'lists', list, 'versions'), body),
  entries: (programme: string, list: string, body: z.input<typeof NewEntries>) =>
    post<Count>(of(programme, 'lists', list, 'entries'), body),
  remove: (programme: string, list: string, body: z.input<typeof RemovedEntries>) =>
    post<Count>(of(programme, 'lists', list, 'entries', 'remove'), body),
  settle: (programme: string, list: string, body: z.input<typeof NewSettlement>) =>
    post<GateJson>(of(programme, 'lists', list, 'settlements'), body),
  present: (programme: string, list: string, body: z.input<typeof NewPresentation>) =>
    post<z.infer<typeof Presented>>(of(programme, 'lists', list, 'presentations'), body),
  previewResponses: (programme: string, list: string, body: z.input<typeof PastedResponses>) =>
    post<ResponsesPreviewJson>(of(programme, 'lists', list, 'responses', 'preview'), body),
  responses: (programme: string, list: string, body: z.input<typeof NewResponses>) =>
    post<z.infer<typeof ResponsesTaken>>(of(programme, 'lists', list, 'responses'), body),
  /** Their list beside ours; writes nothing. */
  beside: (programme: string, list: string, body: z.input<typeof TheirList>) =>
    post<z.infer<typeof TheirListDiff>>(of(programme, 'lists', list, 'diff'), body),
  engagement: (programme: string, body: z.input<typeof NewEngagement>) =>
    post<z.infer<typeof EngagementMade>>(of(programme, 'engagements'), body),
  judgement: (programme: string, engagement: string, body: z.input<typeof NewJudgement>) =>
    post<Count>(of(programme, 'engagements', engagement, 'judgement'), body),
  followUp: (programme: string, followUp: string, body: z.input<typeof ChangedFollowUp>) =>
    post<FollowUpJson>(of(programme, 'follow-ups', followUp), body),
}

/** Where the browser fetches files from. */
export const listFiles = {
  /** A version as a paper that says that it is a draft. */
  draft: (
    programme: string,
    list: string,
    version: string,
    format: PaperFormatShown,
    language: string,
  ) => address(of(programme, 'lists', list, 'paper'), { version, format, language }),
  /** A paper as it was handed over. */
  paper: (programme: string, sha256: string) => of(programme, 'papers', sha256),
  status: (programme: string, list: string, format: StatusFormatShown, days: Days) =>
    address(of(programme, 'lists', list, 'status', 'document'), { ...days, format }),
  attachment: (programme: string, sha256: string) => of(programme, 'attachments', sha256),
}

/** A file as the server takes it: its name, and what is in it in base64. */
export async function inBase64(file: File): Promise<{ name: string; base64: string }> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  // In slices: all bytes as arguments of one call would be too many.
  let text = ''
  for (let at = 0; at < bytes.length; at += SLICE)
    text += String.fromCharCode(...bytes.subarray(at, at + SLICE))
  return { name: file.name, base64: btoa(text) }
}

const SLICE = 0x8000
