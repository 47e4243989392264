/**
 * The register: persons, families, cases with their histories, contacts, consents, merges. Names of
 * people never stand in an address: a search is a POST. Every reading of personal fields is on the
 * read log. An erased person has an id and the day of the erasure, and nothing else.
 *
 * POST /api/programmes/:programme/register/search         RegisterSearch     → RegisterRows
 * GET  /api/programmes/:programme/register/choices        ?asOf&knownOn      → RegisterChoices
 * GET  /api/programmes/:programme/register/net      ?around&months | ?from&to → NetPage
 * POST /api/programmes/:programme/register/export         RegisterExport     → the file
 * POST /api/programmes/:programme/register/export/preview RegisterExport     → ExportPreview
 * GET  /api/programmes/:programme/persons/:person         ?asOf&knownOn      → PersonPage
 * GET  /api/programmes/:programme/persons/:person/case-sheet ?format=docx|pdf|html&asOf&knownOn → the file
 * POST /api/programmes/:programme/persons                 NewPerson          → { id }
 * POST /api/programmes/:programme/persons/:person/names   NewName            → Written
 * GET  /api/programmes/:programme/persons/:person/erasure                    → ErasurePreview
 * POST /api/programmes/:programme/persons/:person/erasure NewErasure         → { id }
 * POST /api/programmes/:programme/families                NewFamilyMember    → { id }
 * POST /api/programmes/:programme/cases                   NewCase            → { id }
 * POST /api/programmes/:programme/cases/:case/events      NewCaseEvent       → Written
 * POST /api/programmes/:programme/contacts                NewContact         → Written
 * POST /api/programmes/:programme/consents                NewConsent         → Written
 * POST /api/programmes/:programme/consent-overrides       NewConsentOverride → Written
 * POST /api/programmes/:programme/merges                  NewMerge           → Written
 * POST /api/programmes/:programme/merges/undo             UndoMerge          → Written
 * POST /api/programmes/:programme/register/withdrawals    NewWithdrawal      → Written
 *
 * Dates in requests are EDTF text; optional text may be left out or empty. A correction is a new
 * entry about the same: a case of the same id, a name or an event with `replaces`, a contact with the
 * same person on the same day, a consent by the same on the same day; what it corrects stays on
 * record. A refusal names the field that it is about.
 */
import { z } from 'zod'
import { Day } from './assessment.ts'

const id = z.string().min(1)
const edtf = z.string().min(1)
const words = z.string().default('')
/** The entry that this one corrects: it is withdrawn in the same action. */
const replaces = z.number().int().nullable().default(null)
const Verification = z.enum(['confirmed', 'likely', 'possible', 'unlikely', 'unknown'])

export const NameKind = z.enum([
  'official',
  'legal',
  'religious',
  'patronymic',
  'alias',
  'spelling',
])
export const ConsentUse = z.enum([
  'hold',
  'raise-privately',
  'list-to-the-government',
  'name-publicly',
  'pass-on',
])
export const ConsentStanding = z.enum(['yes', 'no', 'unknown', 'expired', 'withdrawn'])

/** The columns of the register that one may choose; those of the export are the same. */
export const REGISTER_COLUMNS = [
  'name',
  'other-names',
  'id',
  'birth',
  'sex',
  'nationality',
  'place',
  'occupation',
  'category',
  'state',
  'since',
  'resolved',
  'region',
  'authority',
  'family',
  'lists',
  'consent',
  'urgency',
  'last-known',
] as const
export const RegisterColumn = z.enum(REGISTER_COLUMNS)

/** What is looked for. An empty text or list asks for nothing; several values of one list are "or". */
export const RegisterFilter = z.object({
  /** A name or a part of one, in any script, or an id. */
  text: words,
  category: z.array(z.string()).default([]),
  /** Words of `RegisterChoices.states`. */
  state: z.array(z.string()).default([]),
  region: z.array(z.string()).default([]),
  authority: z.array(z.string()).default([]),
  resolved: z.enum(['yes', 'no', '']).default(''),
  /** Ids of lists that a case of the person is on; `*` is any, `-` is none. */
  listed: z.array(z.string()).default([]),
  /** A use of consent and how it must stand. */
  consent: z
    .object({ use: ConsentUse, standing: z.array(ConsentStanding) })
    .nullable()
    .default(null),
  asOf: Day.optional(),
  knownOn: Day.optional(),
})
export const RegisterSearch = RegisterFilter.extend({
  /** `nearest` is by how well the text fits, and by id where no text is asked for. */
  order: z.enum(['nearest', 'id']).default('nearest'),
  /** Counted from 0. */
  page: z.number().int().min(0).default(0),
  size: z.number().int().min(1).max(200).default(50),
})

export const ShownName = z.object({
  entry: z.number(),
  name: z.string(),
  /** ISO 15924, told from the letters where the row does not say. */
  script: z.string(),
  kind: NameKind,
})
/** The state of a case in words; what is said against it, or not confirmed, stands beside it. */
export const ShownState = z.object({
  /** `detained`, `arrived` …; `unknown` before anything confirmed. */
  state: z.string(),
  words: z.string(),
  /** The day, month or range of the event that decides, as written. */
  since: z.string().nullable(),
  /** Sentences: unconfirmed events, what the other side claims, contradictory entries. */
  doubt: z.array(z.string()),
  resolved: z.boolean(),
})
export const RegisterCase = ShownState.extend({
  case: z.string(),
  category: z.string(),
  region: z.string(),
  authority: z.string(),
})
export const RegisterRow = z.object({
  person: z.string(),
  /** The day of the erasure; then everything else is empty. */
  erasedOn: Day.nullable(),
  /** The first is the one to show; in each script as written. */
  names: z.array(ShownName),
  /** Those that stand, as written; more than one contradict. */
  birth: z.array(z.string()),
  sex: z.string(),
  nationality: z.string(),
  place: z.string(),
  occupation: z.string(),
  cases: z.array(RegisterCase),
  families: z.array(z.string()),
  lists: z.array(z.string()),
  /** By use. */
  consent: z.record(ConsentUse, ConsentStanding),
  /** Words, the most urgent first; empty is none known. */
  urgency: z.array(z.string()),
  /** The latest day from which anything of the cases is known; null where nothing is. */
  lastKnown: Day.nullable(),
  /** Kept by a merge: the ids that were found to be the same person. */
  merged: z.array(z.string()),
})
export const RegisterRows = z.object({
  asOf: Day,
  knownOn: Day,
  rows: z.array(RegisterRow),
  /** Of all pages; `totalIsLeast` where counting on would take too long: there are at least so many. */
  total: z.number(),
  totalIsLeast: z.boolean(),
  /** Why names were not looked through; null where they were, or were not asked for. */
  note: z.string().nullable(),
})

export const RegisterChoices = z.object({
  categories: z.array(z.string()),
  states: z.array(z.object({ state: z.string(), words: z.string() })),
  regions: z.array(z.string()),
  authorities: z.array(z.string()),
  lists: z.array(z.object({ id: z.string(), title: z.string() })),
  /** Nobody is on record yet. */
  isEmpty: z.boolean(),
  /** Why this person may not write here; null where they may. */
  mayNotWrite: z.string().nullable(),
})

export const BirthSaid = z.object({
  birth: z.string(),
  /** Not a date that exists: kept as written. */
  impossible: z.boolean(),
  entries: z.array(z.number()),
})
/** Everything that one name row says. */
export const PersonNameRow = ShownName.extend({
  /** Of several entries that are one person: whose name it is. */
  person: z.string(),
  birth: z.string(),
  sex: z.string(),
  nationality: z.string(),
  place: z.string(),
  occupation: z.string(),
  withdrawnOn: Day.nullable(),
})

export const FamilyShown = z.object({
  family: z.string(),
  members: z.array(
    z.object({
      entry: z.number(),
      person: z.string(),
      name: z.string(),
      role: z.string(),
      /** With the role `abroad`: not counted. */
      counted: z.boolean(),
    }),
  ),
})

export const CaseEventRow = z.object({
  entry: z.number(),
  /** Of several cases that read as one history: in which it stands. */
  case: z.string(),
  /** Of a family case: whom it means; null is everyone of the subject. */
  person: z.string().nullable(),
  kind: z.string(),
  date: z.string(),
  earliest: Day,
  latest: Day,
  known: Day,
  /** What it counts as, after the rule for rows that leave it open. */
  verification: Verification,
  detail: z.string(),
  citations: z.array(z.string()),
  /** It is the counterpart's own word and moves nothing. */
  claim: z.boolean(),
  /** It decides the state, or whether the case is resolved, on the day looked at. */
  decides: z.boolean(),
  /** Not yet happened on the day looked at. */
  later: z.boolean(),
  /** Earlier contents of the same entry, oldest first, in words with the day from which they were known. */
  corrected: z.array(z.string()),
  /** The sentence of what it contradicts. */
  contradicts: z.array(z.string()),
  withdrawnOn: Day.nullable(),
})
/** What the other side answered: a claim to verify, never an outcome. */
export const CaseResponse = z.object({
  entry: z.number(),
  list: z.string(),
  version: z.string(),
  date: Day,
  code: z.string(),
  words: z.string(),
})
export const CaseListing = z.object({
  list: z.string(),
  title: z.string(),
  version: z.string(),
  versionOn: Day,
  category: z.string(),
  region: z.string(),
  /** Each hand-over of that version. */
  presented: z.array(
    z.object({
      date: Day,
      to: z.string(),
      rank: z.string(),
      channel: z.string(),
      received: z.string(),
    }),
  ),
  responses: z.array(CaseResponse),
})
export const CaseShown = RegisterCase.extend({
  entry: z.number(),
  subject: z.string(),
  /** `person` or `family`. */
  subjectIs: z.enum(['person', 'family']),
  ground: z.string(),
  opened: z.string().nullable(),
  withdrawnOn: Day.nullable(),
  /** In the order in which they happened. */
  events: z.array(CaseEventRow),
  /** The persons of the subject and whether each is resolved. */
  persons: z.array(z.object({ person: z.string(), name: z.string(), resolved: z.boolean() })),
  listings: z.array(CaseListing),
  urgency: z.array(z.string()),
  /** The sentence that says that nothing newer is known; null where the case is not stale. */
  stale: z.string().nullable(),
})
export const ContactRow = z.object({
  entry: z.number(),
  subject: z.string(),
  date: z.string(),
  with: z.string(),
  role: z.string(),
  words: z.string(),
  promised: z.string(),
  /** The same in words; empty where nothing was promised or kept. */
  promisedWords: z.string(),
  known: Day,
})
export const OwedRow = z.object({
  contact: z.number(),
  to: z.string(),
  promised: z.string(),
  since: z.string(),
  /** Whether it has been done, as far as the record tells; null where it cannot tell. */
  done: z.boolean().nullable(),
  words: z.string(),
  /** What a contact writes to say that it was kept; null where it was, and of a place on a list. */
  keptBy: z.string().nullable(),
})
export const ConsentShown = z.object({
  use: ConsentUse,
  standing: ConsentStanding,
  /** In a sentence: who answered, when, until when. */
  words: z.string(),
  /** The entry that decides. */
  entry: z.number().nullable(),
  expires: Day.nullable(),
  /** All answers, latest first. */
  history: z.array(
    z.object({
      entry: z.number(),
      subject: z.string(),
      answer: z.enum(['yes', 'no', 'unknown']),
      by: z.string(),
      date: z.string(),
      expires: Day.nullable(),
      withdrawnOn: Day.nullable(),
    }),
  ),
  overrides: z.array(z.object({ by: z.string(), reason: z.string(), on: Day })),
})
export const MergeRow = z.object({
  entry: z.number(),
  kept: z.string(),
  merged: z.string(),
  known: Day,
  by: z.string(),
  reason: z.string(),
  undone: Day.nullable(),
})
export const FollowUpRow = z.object({
  id: z.string(),
  text: z.string(),
  owner: z.string(),
  due: Day.nullable(),
  doneOn: Day.nullable(),
})

export const PersonPage = z.object({
  person: z.string(),
  asOf: Day,
  knownOn: Day,
  erasure: z.object({ on: Day, by: z.string(), ground: z.string() }).nullable(),
  /** The person whom this one was found to be; null where it stands by itself. */
  mergedInto: z.string().nullable(),
  /** The one to show. */
  name: z.string(),
  names: z.array(PersonNameRow),
  births: z.array(BirthSaid),
  families: z.array(FamilyShown),
  cases: z.array(CaseShown),
  urgency: z.array(z.string()),
  /** What was last reported of health and hunger strikes, too long ago to press. */
  lastReported: z.array(z.string()),
  contacts: z.array(ContactRow),
  owed: z.array(OwedRow),
  consents: z.array(ConsentShown),
  merges: z.array(MergeRow),
  followUps: z.array(FollowUpRow),
  /** Titles of the sources that are cited, by id; a protected one without its identity. */
  sources: z.record(z.string(), z.string()),
  /** Why a thing cannot be done here now, by what would be done; absent where it can. */
  refusals: z.record(z.string(), z.string()),
})

export const UnitCount = z.object({ person: z.number(), family: z.number() })
export const NetRow = z.object({
  what: z.enum([
    'released',
    'served-out',
    'newly-detained',
    're-detained',
    'late-listed',
    'expelled',
    'died',
  ]),
  words: z.string(),
  /** How many persons, and how many family units with such a person; confirmed alone. */
  count: UnitCount,
  /** Units with only likely or possible ones. */
  inDoubt: UnitCount,
})
export const NetPeriod = z.object({
  from: Day,
  to: Day,
  rows: z.array(NetRow),
  /** Released before the sentence was served, less newly detained and detained again. */
  net: UnitCount,
})
export const NetPage = z.object({
  knownOn: Day,
  around: Day.nullable(),
  /** One period; with `around` the months before that day and the same from it on. */
  periods: z.array(NetPeriod),
})

export const RegisterExport = RegisterFilter.extend({
  format: z.enum(['csv', 'xlsx', 'ftm']),
  columns: z.array(RegisterColumn).min(1),
  /** Who it is for and why, for the audit. */
  purpose: z.string().min(1),
})
export const ExportPreview = z.object({
  persons: z.number(),
  /** Left out, since nothing allows that it is passed on. */
  leftOut: z.number(),
  words: z.string(),
})

const nameFields = {
  name: z.string().min(1),
  script: words,
  kind: words,
  birth: words,
  sex: words,
  nationality: words,
  place: words,
  occupation: words,
}
export const NewPerson = z.object({
  /** Proposed where it is left empty. */ id: words,
  ...nameFields,
})
export const NewName = z.object({ ...nameFields, replaces })
export const NewFamilyMember = z.object({
  /** Proposed where it is left empty. */
  family: words,
  person: id,
  role: words,
})
export const NewCase = z.object({
  /** Proposed where it is left empty. */
  id: words,
  subject: id,
  category: z.string().min(1),
  ground: words,
  region: words,
  authority: words,
  opened: words,
})
export const NewCaseEvent = z.object({
  person: words,
  kind: z.string().min(1),
  date: edtf,
  known: words,
  verification: words,
  detail: words,
  source: words,
  at: words,
  replaces,
})
export const NewContact = z.object({
  subject: id,
  date: edtf,
  with: words,
  role: words,
  words: words,
  promised: words,
  known: words,
})
export const NewConsent = z.object({
  subject: id,
  use: z.string().min(1),
  answer: z.string().min(1),
  by: z.string().min(1),
  date: edtf,
  expires: words,
})
export const NewConsentOverride = z.object({
  subject: id,
  use: z.string().min(1),
  /** Who answers for it, and why. */
  by: z.string().min(1),
  reason: z.string().min(1),
})
export const NewMerge = z.object({
  kept: id,
  merged: id,
  by: z.string().min(1),
  reason: z.string().min(1),
})
export const UndoMerge = z.object({
  entry: z.number().int(),
  /** Under whose id the two were counted. */
  kept: id,
})
export const ErasurePreview = z.object({
  subject: z.string(),
  mergedWith: z.array(z.string()),
  families: z.array(z.string()),
  cases: z.array(z.string()),
  lists: z.array(z.string()),
  /** Papers handed over and engagements whose words may hold the name: those named go with it. */
  papers: z.array(z.string()),
  engagements: z.array(z.string()),
  /** What is counted over the cases and stays. */
  counts: z.record(z.string(), z.number()),
})
export const NewErasure = z.object({
  ground: z.string().min(1),
  /** Who approved the counts that stay. */
  approvedBy: z.string().min(1),
  /** Of the preview's papers and engagements. */
  also: z.array(z.string()).default([]),
  /** The id of the person, typed once more. */
  confirm: z.string(),
})
export const WITHDRAWABLE = [
  'names',
  'families',
  'cases',
  'case-events',
  'contacts',
  'consents',
] as const
export const NewWithdrawal = z.object({
  table: z.enum(WITHDRAWABLE),
  /** What the entry is about: a person of a name, a family, a case of itself and its events, else the subject. */
  of: id,
  entry: z.number().int(),
  /** From this day on, included, it no longer stands. */
  on: Day.optional(),
})

export type RegisterColumnName = z.infer<typeof RegisterColumn>
export type RegisterSearchJson = z.infer<typeof RegisterSearch>
export type RegisterFilterJson = z.infer<typeof RegisterFilter>
export type RegisterRowJson = z.infer<typeof RegisterRow>
export type RegisterRowsJson = z.infer<typeof RegisterRows>
export type RegisterChoicesJson = z.infer<typeof RegisterChoices>
export type ErasurePreviewJson = z.infer<typeof ErasurePreview>
export type PersonPageJson = z.infer<typeof PersonPage>
export type CaseShownJson = z.infer<typeof CaseShown>
export type CaseEventRowJson = z.infer<typeof CaseEventRow>
export type NetPageJson = z.infer<typeof NetPage>
export type ExportPreviewJson = z.infer<typeof ExportPreview>
