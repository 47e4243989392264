/**
 * Asks and writes the register. What is searched for goes in the body: a name never stands in an
 * address, where the browser would keep it.
 */
import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Written } from '../../contract/evidence.ts'
import type {
  ErasurePreviewJson,
  ExportPreviewJson,
  NetPageJson,
  NewCase,
  NewCaseEvent,
  NewConsent,
  NewConsentOverride,
  NewContact,
  NewErasure,
  NewFamilyMember,
  NewMerge,
  NewName,
  NewPerson,
  NewWithdrawal,
  PersonPageJson,
  RegisterChoicesJson,
  RegisterExport,
  RegisterRowsJson,
  RegisterSearch,
  UndoMerge,
} from '../../contract/register.ts'
import type { Days } from '../paths.ts'
import { address, get, of, post, Refusal } from './client.ts'
import { key, ofDays } from './queries.ts'

type Named = { readonly id: string }
type Count = z.infer<typeof Written>
export type Search = Omit<z.input<typeof RegisterSearch>, 'asOf' | 'knownOn'>
export type Export = z.input<typeof RegisterExport>

const onDays = ({ asOf, knownOn }: Days) => ({
  ...(asOf !== null && { asOf }),
  ...(knownOn !== null && { knownOn }),
})

export const registerQuery = (programme: string, search: Search, days: Days) =>
  queryOptions({
    queryKey: key(programme, 'register', days.asOf, days.knownOn, search),
    queryFn: ({ signal }) =>
      post<RegisterRowsJson>(
        of(programme, 'register', 'search'),
        { ...search, ...onDays(days) },
        signal,
      ),
    ...ofDays,
  })

export const registerChoicesQuery = (programme: string, days: Days) =>
  queryOptions({
    queryKey: key(programme, 'register-choices', days.asOf, days.knownOn),
    queryFn: ({ signal }) =>
      get<RegisterChoicesJson>(of(programme, 'register', 'choices'), days, signal),
    ...ofDays,
  })

export const netQuery = (programme: string, around: string | null, days: Days) =>
  queryOptions({
    queryKey: key(programme, 'net', around, days.asOf, days.knownOn),
    queryFn: ({ signal }) =>
      get<NetPageJson>(of(programme, 'register', 'net'), { ...days, around }, signal),
    ...ofDays,
  })

export const personQuery = (programme: string, person: string, days: Days) =>
  queryOptions({
    queryKey: key(programme, 'person', person, days.asOf, days.knownOn),
    queryFn: ({ signal }) => get<PersonPageJson>(of(programme, 'persons', person), days, signal),
    ...ofDays,
    placeholderData: (last) => (last?.person === person ? last : undefined),
  })

/** What an erasure would touch; asked anew each time, since it is about to be approved. */
export const erasureQuery = (programme: string, person: string) =>
  queryOptions({
    queryKey: key(programme, 'erasure', person),
    queryFn: ({ signal }) =>
      get<ErasurePreviewJson>(of(programme, 'persons', person, 'erasure'), {}, signal),
    staleTime: 0,
    gcTime: 0,
  })

export const registerWrites = {
  person: (programme: string, body: z.input<typeof NewPerson>) =>
    post<Named>(of(programme, 'persons'), body),
  name: (programme: string, person: string, body: z.input<typeof NewName>) =>
    post<Count>(of(programme, 'persons', person, 'names'), body),
  familyMember: (programme: string, body: z.input<typeof NewFamilyMember>) =>
    post<Named>(of(programme, 'families'), body),
  case: (programme: string, body: z.input<typeof NewCase>) =>
    post<Named>(of(programme, 'cases'), body),
  caseEvent: (programme: string, matter: string, body: z.input<typeof NewCaseEvent>) =>
    post<Count>(of(programme, 'cases', matter, 'events'), body),
  contact: (programme: string, body: z.input<typeof NewContact>) =>
    post<Count>(of(programme, 'contacts'), body),
  consent: (programme: string, body: z.input<typeof NewConsent>) =>
    post<Count>(of(programme, 'consents'), body),
  override: (programme: string, body: z.input<typeof NewConsentOverride>) =>
    post<Count>(of(programme, 'consent-overrides'), body),
  merge: (programme: string, body: z.input<typeof NewMerge>) =>
    post<Count>(of(programme, 'merges'), body),
  undoMerge: (programme: string, body: z.input<typeof UndoMerge>) =>
    post<Count>(of(programme, 'merges', 'undo'), body),
  erase: (programme: string, person: string, body: z.input<typeof NewErasure>) =>
    post<Named>(of(programme, 'persons', person, 'erasure'), body),
  withdraw: (programme: string, body: z.input<typeof NewWithdrawal>) =>
    post<Count>(of(programme, 'register', 'withdrawals'), body),
  exportPreview: (programme: string, body: Export) =>
    post<ExportPreviewJson>(of(programme, 'register', 'export', 'preview'), body),
}

/** Where the browser fetches a case sheet from. */
export const caseSheet = (
  programme: string,
  person: string,
  format: 'docx' | 'pdf' | 'html',
  days: Days,
) => address(of(programme, 'persons', person, 'case-sheet'), { ...days, format })

/** The export as a file; a refusal throws with the server's sentence. */
export async function fetchExport(
  programme: string,
  body: Export,
): Promise<{ name: string; file: Blob }> {
  const response = await fetch(of(programme, 'register', 'export'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  // The cast: every refusal of the server is problem details.
  if (!response.ok)
    throw new Refusal((await response.json()) as ConstructorParameters<typeof Refusal>[0])
  const name = /filename\*=UTF-8''(.+)$/.exec(response.headers.get('content-disposition') ?? '')
  return { name: decodeURIComponent(name?.[1] ?? 'register'), file: await response.blob() }
}
