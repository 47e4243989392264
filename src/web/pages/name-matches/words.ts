/** The words of match review: what is compared, how two forms lie to one another, what was decided. */
import type { MatchReasonJson, MatchSideJson } from '../../../contract/name-matches.ts'
import type { ReviewStatus } from '../../api/name-matches.ts'
import { isCalendarDate } from '../../../domain/basics/calendar-date.ts'
import { amountInWords } from '../../ui/amounts.ts'
import { dayInBrief, periodInWords } from '../../ui/days.ts'

export const STATUS_WORDS: Readonly<Record<ReviewStatus, string>> = {
  open: 'To decide',
  parked: 'Parked',
  decided: 'Decided',
}
export const STATUSES = Object.keys(STATUS_WORDS) as ReviewStatus[] // the keys are the type

export const DECISION_WORDS: Readonly<Record<string, string>> = {
  accepted: 'one person',
  rejected: 'two persons',
  parked: 'parked',
  undone: 'undone',
}

const KIND_WORDS: Readonly<Record<string, string>> = {
  name: 'Name',
  order: 'The names stand in another order',
  unmatched: 'Left over',
  relatives: 'Others share all of the name but one part',
  birth: 'Born',
  age: 'Age',
  sex: 'Sex',
  place: 'Place',
  category: 'Category',
  origin: 'From the same list',
  identifier: 'Number',
  claimed: 'Another entry of the list fits better',
}

const RELATION_WORDS: Readonly<Record<string, string>> = {
  exact: 'the same letters',
  variant: 'another spelling',
  'cross-script': 'the same in another script',
  nickname: 'another form of the name',
  initial: 'an initial of it',
  joined: 'written together',
  patronymic: 'patronymic',
  conflict: 'nothing answers to it',
  'left-out': 'on one side alone',
  same: 'the same',
  'same-month': 'the same month',
  'same-year': 'the same year',
  swapped: 'day and month changed over',
  'one-part-differs': 'one part differs',
  near: 'near',
  compatible: 'can be the same',
  similar: 'similar',
  differs: 'differs',
}

export const relationInWords = (relation: string) => RELATION_WORDS[relation] ?? relation

/** What a term is about. */
export const kindInWords = ({ kind, field }: Pick<MatchReasonJson, 'kind' | 'field'>) =>
  field ?? KIND_WORDS[kind] ?? kind

export const FIELD_WORDS: Readonly<Record<string, string>> = {
  sex: 'Sex',
  place: 'Place',
  nationality: 'Nationality',
  occupation: 'Occupation',
}

/** Nothing is certain: the ends stay open. */
export function likelihood(probability: number): string {
  const share = probability * 100
  if (share > 99.9) return 'above 99.9 %'
  if (share < 0.1) return 'below 0.1 %'
  return `${share.toFixed(share > 99 || share < 1 ? 1 : 0)} %`
}

/** `+3.6`, with a true minus. */
export const weightInWords = (weight: number) =>
  `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(1)}`

/** Days from one to another: a whole year or month as that, else with both ends; other text as it is. */
export function spanInWords(text: string): string {
  const [from = '', to] = text.split('/')
  return to !== undefined && isCalendarDate(from) && isCalendarDate(to)
    ? periodInWords(from, to)
    : dayInBrief(text)
}

/** How rare a form is here. */
export const rarityInWords = (rarity: number) =>
  rarity <= 1 ? 'in every name here' : `in one of ${amountInWords(rarity)} names here`

/** A reason to begin with, from what tells most: it is put on record as it then stands. */
export function proposedReason(
  match: { readonly reasons: readonly MatchReasonJson[] } | null,
): string {
  if (!match) return ''
  const agreeing = match.reasons.filter(({ weight }) => weight > 0)
  const has = (kind: string) => agreeing.some((reason) => reason.kind === kind)
  const said = [
    has('name') && 'name',
    has('birth') && 'birth',
    has('age') && 'age',
    has('place') && 'place',
    has('category') && 'category',
    has('identifier') && 'number',
  ].filter((word): word is string => word !== false)
  const [only] = said
  if (only === undefined) return ''
  const words =
    said.length === 1 ? only : `${said.slice(0, -1).join(', ')} and ${said.at(-1) ?? ''}`
  return `${words[0]?.toUpperCase() ?? ''}${words.slice(1)} agree${said.length === 1 ? 's' : ''}`
}

/** Whom a side is about, where there is no name. */
export const sideWithoutName = ({ person, from }: Pick<MatchSideJson, 'person' | 'from'>) =>
  person ?? from ?? 'A row'
