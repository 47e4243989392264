/** The words of lists on screen: parts of the page, answers, findings, how a paper was received. */
import type {
  FindingJson,
  ListEntryRowJson,
  ListPageJson,
  PreviewedResponseJson,
} from '../../../contract/representation-lists.ts'
import type { ListPart } from '../../paths.ts'

export type Code = ListPageJson['responses'][number]['code']
export type Received = NonNullable<ListPageJson['presentations'][number]['received']>
export type ClaimStandingShown = ListPageJson['responses'][number]['claimStanding']
export type ConsentShown = ListEntryRowJson['consent']['standing']

export const PART_WORDS: Readonly<Record<ListPart, string>> = {
  entries: 'Entries',
  versions: 'Versions',
  gate: 'Gate',
  presentation: 'Handing over',
  responses: 'Answers',
  status: 'Status',
}

export const CODE_WORDS: Readonly<Record<Code, string>> = {
  favourable: 'favourable',
  pledged: 'pledged',
  refuses: 'refuses',
  'denies-facts': 'denies the facts',
  'asks-for-information': 'asks for information',
  'already-departed': 'already departed',
  'does-not-wish-to-leave': 'does not wish to leave',
  'third-country': 'went to a third country',
  deceased: 'deceased',
  'unknown-person': 'unknown person',
  token: 'token answer',
  none: 'no answer',
}
export const CODES = Object.keys(CODE_WORDS) as Code[] // the keys are the type
export const CODE_CHOICES = CODES.map((code) => [code, CODE_WORDS[code]] as const)

export const RECEIVED_WORDS: Readonly<Record<Received, string>> = {
  accepted: 'accepted',
  'left-with-staff': 'left with staff',
  refused: 'refused',
}
export const receivedInWords = (received: Received | null) =>
  received === null ? 'how it was received is not known' : RECEIVED_WORDS[received]

/** A finding says what is found in its own sentence; this is the heading over those of a kind. */
export const FINDING_WORDS: Readonly<
  Record<FindingJson['kind'], { readonly title: string; readonly note: string }>
> = {
  'consent-refused': {
    title: 'Consent refused',
    note: 'take the case off, or have it overridden with a reason',
  },
  'consent-none': { title: 'No consent on record', note: 'ask, and record the answer' },
  'consent-expired': { title: 'Consent expired', note: 'ask again, and record the answer' },
  double: { title: 'Doubles', note: 'two entries that seem to be one' },
  resolved: { title: 'Resolved already', note: 'a list with those who have left is dismissed' },
  dead: { title: 'Died', note: 'take the case off, or say why it stays' },
  'promised-but-missing': {
    title: 'Promised, but missing',
    note: 'we told the family that the case would be on this list',
  },
  'spelling-variant': { title: 'Spelled in several ways', note: 'say which one is right' },
  'wrong-category': { title: 'Another category', note: 'the entry and the case do not agree' },
  'outside-the-rule': { title: 'Outside the rule', note: 'the rule does not ask for this case' },
  stale: { title: 'Nothing newer is known', note: 'ask the family or the embassy' },
}
/** What presses most comes first. */
export const FINDING_KINDS = Object.keys(FINDING_WORDS) as FindingJson['kind'][] // as above

export const CLAIM_WORDS: Readonly<Record<ClaimStandingShown, string>> = {
  open: 'to be verified',
  confirmed: 'confirmed',
  contradicted: 'contradicted by what is on record',
  'nothing-to-verify': 'nothing to verify',
}
export const CLAIM_GLYPHS: Readonly<Record<ClaimStandingShown, string>> = {
  open: '?',
  confirmed: '●',
  contradicted: '≠',
  'nothing-to-verify': '·',
}

export const EFFECT_WORDS: Readonly<Record<PreviewedResponseJson['effect'], string>> = {
  matched: 'matched',
  review: 'to be looked at',
  'not-ours': 'not on this version',
  refused: 'cannot be read',
}

export const LANGUAGE_WORDS = {
  en: 'English',
  ru: 'Russian',
  fr: 'French',
  de: 'German',
  ar: 'Arabic',
  zh: 'Chinese',
} as const
export type Language = keyof typeof LANGUAGE_WORDS
export const LANGUAGE_CHOICES = Object.entries(LANGUAGE_WORDS)

export const FORMAT_WORDS = { docx: 'Word', pdf: 'PDF', xlsx: 'Excel', csv: 'CSV' } as const

type ReminderKind = ListPageJson['reminders'][number]['kind']

/** What is due, in the fewest words; its sentence says more. */
export const REMINDER_WORDS: Readonly<Record<ReminderKind, string>> = {
  'review-4-months': 'the review at four months',
  'review-8-months': 'the review at eight months',
  'reply-overdue': 'answers',
}

/** `1 case`, `2 cases`, `1,020 cases`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`
}
