/**
 * What the other side answered, as something to verify (rules R187). An answer is never an outcome: each
 * claim stays open until our own record confirms it or speaks against it.
 */
import type { CalendarDate } from '../basics/calendar-date.ts'
import type { RegisterView } from '../cases/register.ts'
import { hasHappened } from '../cases/case-history.ts'
import type { CaseHappening } from '../cases/case-history.ts'
import type { ListResponse, ResponseCode } from './response.ts'

export type ClaimStanding = 'open' | 'confirmed' | 'contradicted' | 'nothing-to-verify'

export type ResponseClaim = {
  readonly response: ListResponse
  /** What there is to verify; null where the answer claims nothing. */
  readonly toVerify: string | null
  readonly standing: ClaimStanding
  /** The happenings that confirm it or speak against it. */
  readonly happenings: readonly CaseHappening[]
}

type Claim = {
  readonly toVerify: string
  /** Confirmed happenings of these kinds bear it out, and those of the others speak against it. */
  readonly borneOutBy: readonly string[]
  /** Those that happened after the answer speak against it. */
  readonly againstIt: readonly string[]
  /** An outcome of before the answer bears it out as well: it claims something past. */
  readonly past: boolean
}

const CLAIMS: Readonly<Record<ResponseCode, Claim | null>> = {
  favourable: {
    toVerify: 'Has permission been given, or the person released? Ask the family.',
    borneOutBy: ['permitted', 'departed', 'arrived', 'released'],
    againstIt: ['refused', 'rescinded', 're-detained', 'sentenced'],
    past: false,
  },
  pledged: {
    toVerify: 'Has what was promised been done? A promise counts on arrival or release only.',
    borneOutBy: ['arrived', 'released'],
    againstIt: ['refused', 'rescinded', 're-detained', 'sentenced'],
    past: false,
  },
  'already-departed': {
    toVerify: 'Has the person left, and arrived? Ask the family and the post abroad.',
    borneOutBy: ['departed', 'arrived', 'expelled'],
    againstIt: ['refused', 'detained', 're-detained', 'sentenced', 'died'],
    past: true,
  },
  'third-country': {
    toVerify: 'Has the person gone to another country, or asked to? Ask the family.',
    borneOutBy: ['departed', 'arrived'],
    againstIt: ['refused', 'detained', 're-detained'],
    past: true,
  },
  deceased: {
    toVerify: 'Has the person died, when and how? Ask the family before it is repeated.',
    borneOutBy: ['died'],
    againstIt: ['refused', 'permitted', 'departed', 'arrived', 'released', 're-detained'],
    past: true,
  },
  'does-not-wish-to-leave': {
    toVerify: 'Does the person still wish to leave? Ask the person, without anyone listening.',
    borneOutBy: [],
    againstIt: ['departed', 'arrived', 'refused'],
    past: false,
  },
  'unknown-person': {
    toVerify: 'Are the name, the birth and the place right? Check spellings with the family.',
    borneOutBy: [],
    againstIt: ['refused', 'permitted', 'departed', 'arrived', 'released', 'sentenced'],
    past: false,
  },
  'denies-facts': {
    toVerify: 'What they deny: gather what our record rests on.',
    borneOutBy: [],
    againstIt: [],
    past: false,
  },
  refuses: {
    toVerify: 'Has the refusal reached the person, in which form, on what ground?',
    borneOutBy: ['refused'],
    againstIt: ['permitted', 'departed', 'arrived', 'released'],
    past: false,
  },
  'asks-for-information': null,
  token: null,
  none: null,
}

/** What an answer claims and how our record stands to it, as of a day. */
export function claimOf(
  view: RegisterView,
  response: ListResponse,
  asOf: CalendarDate,
): ResponseClaim {
  const claim = CLAIMS[response.code]
  const group = view.groupOf(response.case)
  if (!claim) return { response, toVerify: null, standing: 'nothing-to-verify', happenings: [] }
  const { toVerify } = claim
  if (!group) return { response, toVerify, standing: 'open', happenings: [] }
  const confirmed = group.happenings.filter(
    (each) => each.verification === 'confirmed' && hasHappened(each, asOf),
  )
  const borneOut = confirmed.filter(
    ({ kind, latest }) =>
      claim.borneOutBy.includes(kind) && (claim.past || latest >= response.date),
  )
  const against = confirmed.filter(
    ({ kind, latest }) => claim.againstIt.includes(kind) && latest > response.date,
  )
  const last = [...borneOut, ...against].reduce<CaseHappening | undefined>(
    (latest, each) =>
      !latest || group.happenings.indexOf(each) > group.happenings.indexOf(latest) ? each : latest,
    undefined,
  )
  if (!last) return { response, toVerify, standing: 'open', happenings: [] }
  const standing = borneOut.includes(last) ? 'confirmed' : 'contradicted'
  return {
    response,
    toVerify,
    standing,
    happenings: standing === 'confirmed' ? borneOut : against,
  }
}

/** The claims of these answers that nobody has borne out or disproved yet. */
export function openClaims(
  view: RegisterView,
  responses: readonly ListResponse[],
  asOf: CalendarDate,
): readonly ResponseClaim[] {
  return responses
    .map((response) => claimOf(view, response, asOf))
    .filter(({ standing }) => standing === 'open')
}

/** The last answer to each case, by the history it is part of. */
export function lastResponses(
  view: RegisterView,
  responses: readonly ListResponse[],
): ReadonlyMap<string, ListResponse> {
  const last = new Map<string, ListResponse>()
  for (const response of responses) {
    const key = view.groupOf(response.case)?.key
    if (key !== undefined) last.set(key, response)
  }
  return last
}
