/**
 * Representation lists: numbered, kept in versions, checked by the gate, handed over, answered, and
 * reported on. Reading takes the two clocks; a version that was presented is frozen.
 *
 * GET  /api/programmes/:programme/lists?asOf&knownOn                      → ListOverview
 * POST /api/programmes/:programme/lists                  NewList          → { id }
 * POST /api/programmes/:programme/lists/rule             AskedRule        → RuleRead
 * GET  /api/programmes/:programme/lists/:list?version&asOf&knownOn        → ListPage
 * GET  /api/programmes/:programme/lists/:list/candidates?version&asOf&knownOn → Candidates
 * POST /api/programmes/:programme/lists/:list/versions   NewVersion       → VersionMade
 * POST /api/programmes/:programme/lists/:list/entries    NewEntries       → Written
 * POST /api/programmes/:programme/lists/:list/entries/remove RemovedEntries → Written
 * GET  /api/programmes/:programme/lists/:list/gate?version&on             → Gate
 * POST /api/programmes/:programme/lists/:list/settlements NewSettlement   → Gate
 * GET  /api/programmes/:programme/lists/:list/paper?version&format&language → the file, a draft marked as one
 * POST /api/programmes/:programme/lists/:list/presentations NewPresentation → Presented
 * GET  /api/programmes/:programme/papers/:sha256                          → the paper as it was handed over
 * POST /api/programmes/:programme/lists/:list/responses/preview PastedResponses → ResponsesPreview
 * POST /api/programmes/:programme/lists/:list/responses  NewResponses     → ResponsesTaken
 * GET  /api/programmes/:programme/lists/:list/status?asOf&knownOn         → ListStatus
 * GET  /api/programmes/:programme/lists/:list/report?asOf&knownOn         → ListReport
 * GET  /api/programmes/:programme/lists/:list/status/document?format&asOf&knownOn → the file
 * GET  /api/programmes/:programme/lists/:list/cohorts?asOf&knownOn        → Cohorts
 * GET  /api/programmes/:programme/lists/:list/diff?with&version&withVersion&asOf&knownOn → ListDiff
 * POST /api/programmes/:programme/lists/:list/diff       TheirList        → TheirListDiff
 *
 * A person's name never stands in an address or in an error; a list is named by its id. Names are left
 * out, and said to be, for those who may not read them. Every count is in both units.
 */
import { z } from 'zod'
import { Day } from './assessment.ts'

const words = z.string().default('')
const id = z.string().min(1)

/** A paper is made in English unless the recipient reads another of these. */
export const PAPER_LANGUAGES = ['en', 'ru', 'fr', 'de', 'ar', 'zh'] as const
export const PaperLanguage = z.enum(PAPER_LANGUAGES)
export const PaperFormat = z.enum(['docx', 'pdf', 'xlsx'])
export const StatusFormat = z.enum(['docx', 'pdf', 'xlsx', 'csv'])
export const Received = z.enum(['accepted', 'left-with-staff', 'refused'])
export const ResponseCode = z.enum([
  'favourable',
  'pledged',
  'refuses',
  'denies-facts',
  'asks-for-information',
  'already-departed',
  'does-not-wish-to-leave',
  'third-country',
  'deceased',
  'unknown-person',
  'token',
  'none',
])

/** Resolved since presentation, of those on the list; `excluded` were resolved before it and are left out. */
export const UnitCount = z.object({ entries: z.number(), resolved: z.number() })
export const UnitTotal = UnitCount.extend({ excluded: z.number() })
export const Counts = z.object({ family: UnitCount, person: UnitCount })
/** Whole percent, half up; null where there is nothing to divide by. */
export const Share = z.number().nullable()
export const Shares = z.object({ family: Share, person: Share })

/** What `demarche list status --json` prints (rules R189). */
export const ListStatus = z.object({
  list: z.string(),
  asOf: Day,
  knownOn: Day,
  presentedOn: Day,
  family: UnitTotal,
  person: UnitTotal,
  byRegion: z.array(z.object({ region: z.string().nullable(), ...Counts.shape })),
  byCategory: z.array(z.object({ category: z.string().nullable(), ...Counts.shape })),
  byAuthority: z.array(z.object({ authority: z.string().nullable(), ...Counts.shape })),
  atAge: z.array(z.object({ months: z.number(), ...Counts.shape })),
  carriedOver: z.array(z.object({ case: z.string(), times: z.number(), firstListed: Day })),
})

export const PresentationRow = z.object({
  entry: z.number(),
  version: z.string(),
  date: Day,
  by: z.string(),
  to: z.string(),
  rank: z.string(),
  channel: z.string(),
  /** null is unknown. */
  received: Received.nullable(),
})
export const VersionRow = z.object({
  version: z.string(),
  date: Day,
  /** In family units and in persons. */
  entries: z.object({ family: z.number(), person: z.number() }),
  cases: z.number(),
  /** The first day on which it was handed over; null for a draft, which can still be changed. */
  presentedOn: Day.nullable(),
})
/** Seen to once a follow-up of kind `list` with the ref `["LIST","VERSION","KIND"]` is done. */
export const Reminder = z.object({
  kind: z.enum(['review-4-months', 'review-8-months', 'reply-overdue']),
  list: z.string(),
  version: z.string(),
  due: Day,
  overdue: z.boolean(),
  sentence: z.string(),
})
export const ListRow = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  rule: z.string(),
  versions: z.array(VersionRow),
  lastPresented: PresentationRow.nullable(),
  /** Of the version last presented; null without one. */
  status: z
    .object({ family: UnitTotal, person: UnitTotal, shares: Shares, presentedOn: Day })
    .nullable(),
  /** Of the last version presented: cases that were answered, and those still without an answer. */
  answered: z.number(),
  unanswered: z.number(),
  reminders: z.array(Reminder),
})
export const ListOverview = z.object({
  asOf: Day,
  knownOn: Day,
  lists: z.array(ListRow),
  /** Why this person cannot begin a list; null where they can. */
  mayNotWrite: z.string().nullable(),
})
export const NewList = z.object({
  id,
  number: words,
  title: z.string().min(1),
  /** An inclusion rule, as `category = "divided-spouse" and count(refused) >= 2`; empty is none. */
  rule: words,
})

/** A fault in a rule, with its place; lines and columns count from 1. */
export const RuleFault = z.object({
  line: z.number(),
  column: z.number(),
  length: z.number(),
  message: z.string(),
})
export const AskedRule = z.object({
  rule: z.string(),
  asOf: Day.optional(),
  knownOn: Day.optional(),
})
export const RuleRead = z.object({
  faults: z.array(RuleFault),
  /** The rule in a sentence; null with a fault. */
  sentence: z.string().nullable(),
  /** How many cases qualify on the day; null with a fault. */
  qualify: z.number().nullable(),
})

/** One of the persons that an entry is about; `names` is empty for those who may not read them. */
export const PersonNamed = z.object({
  person: z.string(),
  names: z.array(z.object({ name: z.string(), script: z.string(), kind: z.string() })),
  birth: z.string().nullable(),
  /** The key of this person was destroyed: nothing but the id is left. */
  erased: z.boolean(),
})
export const StateInWords = z.object({
  /** `detained since 1975-03-02`, or that nothing is on record. */
  words: z.string(),
  /** The kind of the event that decides; null without one. */
  kind: z.string().nullable(),
  since: z.string().nullable(),
  /** Sentences: what is unconfirmed, contradictory, or claimed by the other side. */
  doubts: z.array(z.string()),
})
export const ConsentStanding = z.object({
  standing: z.enum(['yes', 'no', 'unknown', 'expired', 'withdrawn']),
  sentence: z.string(),
  /** Someone overrode what blocks it. */
  overridden: z.boolean(),
})
export const ClaimStanding = z.enum(['open', 'confirmed', 'contradicted', 'nothing-to-verify'])
export const ResponseRow = z.object({
  entry: z.number(),
  version: z.string(),
  case: z.string(),
  date: Day,
  code: ResponseCode,
  words: z.string(),
  /** What there is to verify, in a sentence; null where the answer claims nothing. */
  claim: z.string().nullable(),
  claimStanding: ClaimStanding,
  /** Who verifies it, by when; null where nobody does. */
  followUp: z
    .object({ id: z.string(), owner: z.string(), due: Day.nullable(), doneOn: Day.nullable() })
    .nullable(),
})
export const ListEntryRow = z.object({
  case: z.string(),
  subject: z.string(),
  persons: z.array(PersonNamed),
  /** How many persons count here, those abroad left out. */
  counted: z.number(),
  category: z.string(),
  region: z.string().nullable(),
  authority: z.string().nullable(),
  state: StateInWords,
  resolved: z.boolean(),
  resolvedOn: Day.nullable(),
  /** Resolved before the list was presented, and so left out of its figures. */
  excluded: z.boolean(),
  firstListed: Day.nullable(),
  /** Earlier presented lists that it stood on. */
  timesCarried: z.number(),
  lastResponse: ResponseRow.nullable(),
  /** In words, most pressing first; empty where nothing on record makes it urgent. */
  urgency: z.array(z.string()),
  consent: ConsentStanding,
})
export const PaperRow = z.object({
  sha256: z.string(),
  format: PaperFormat,
  language: PaperLanguage,
  version: z.string(),
  /** The day it was handed over. */
  presentedOn: Day,
  bytes: z.number(),
  name: z.string(),
})
export const ListPage = z.object({
  list: z.object({ id: z.string(), number: z.string(), title: z.string(), rule: z.string() }),
  /** The rule in a sentence; null without one, or where it cannot be read. */
  ruleSentence: z.string().nullable(),
  asOf: Day,
  knownOn: Day,
  versions: z.array(VersionRow),
  presentations: z.array(PresentationRow),
  /** The version shown: the one asked for, else the latest; null where there is none. */
  version: VersionRow.nullable(),
  entries: z.array(ListEntryRow),
  /** Every answer to any version, newest first. */
  responses: z.array(ResponseRow),
  papers: z.array(PaperRow),
  reminders: z.array(Reminder),
  /** Whether names are shown, and the sentence where they are not. */
  namesHidden: z.string().nullable(),
  /** Why something cannot be done by this person or to this version; null where it can. */
  mayNot: z.object({
    change: z.string().nullable(),
    present: z.string().nullable(),
    respond: z.string().nullable(),
    override: z.string().nullable(),
  }),
})

export const Candidate = z.object({
  case: z.string(),
  subject: z.string(),
  persons: z.array(PersonNamed),
  category: z.string(),
  region: z.string().nullable(),
  authority: z.string().nullable(),
  qualifies: z.boolean(),
  /** `unknown`: what is not on record leaves it to a person. */
  answer: z.enum(['yes', 'no', 'unknown']),
  /** Why it qualifies or does not, a sentence for each part of the rule that decides. */
  why: z.array(z.string()),
  consent: ConsentStanding,
  onVersion: z.boolean(),
})
export const Candidates = z.object({
  asOf: Day,
  knownOn: Day,
  ruleSentence: z.string().nullable(),
  faults: z.array(RuleFault),
  /** Those that qualify first. Of those that do not at most 500, and how many more there are. */
  candidates: z.array(Candidate),
  qualify: z.number(),
  doNot: z.number(),
  namesHidden: z.string().nullable(),
})

export const NewVersion = z.object({
  version: id,
  date: Day,
  /** Where its entries come from: nowhere, another version (of this list unless named), or the rule. */
  from: z.enum(['empty', 'version', 'rule']).default('empty'),
  copyList: words,
  copyVersion: words,
  /** Copied without what is resolved or dead by the day of the version. */
  leaveOutResolved: z.boolean().default(false),
})
export const VersionMade = z.object({
  version: z.string(),
  taken: z.number(),
  /** Cases that came in, by why. */
  included: z.array(z.object({ case: z.string(), why: z.array(z.string()) })),
  /** Cases of the rule's category, or left behind in copying, that did not, by why; at most 500. */
  leftOut: z.array(z.object({ case: z.string(), why: z.array(z.string()) })),
  leftOutInAll: z.number(),
})
export const NewEntries = z.object({
  version: id,
  entries: z
    .array(
      z.object({
        case: id,
        /** Those of the case where they are left out. */
        category: words,
        region: words,
      }),
    )
    .min(1),
})
export const RemovedEntries = z.object({ version: id, cases: z.array(id).min(1) })

export const FindingKind = z.enum([
  'stale',
  'resolved',
  'dead',
  'consent-none',
  'consent-refused',
  'consent-expired',
  'promised-but-missing',
  'double',
  'spelling-variant',
  'wrong-category',
  'outside-the-rule',
])
export const Finding = z.object({
  /** The same for the same thing found again, so that a settlement holds. */
  id: z.string(),
  kind: FindingKind,
  case: z.string(),
  /** Whom it is about: the one person whose consent or name it is, else all of the case; it need not be on the version. */
  persons: z.array(PersonNamed),
  /** Who was promised a place, and where the case is missing: about whom, when, and to whom it was said. */
  promise: z
    .object({ subject: z.string(), date: z.string(), to: z.string(), role: z.string() })
    .nullable(),
  /** The other case, of two that are one or look alike. */
  other: z.string().nullable(),
  sentence: z.string(),
  /** Names that differ or are near, where that is what was found. */
  names: z.array(z.string()),
  /** Consent cannot be settled by a word: it takes a lead, and a reason. */
  needsOverride: z.boolean(),
  /** Settling it leaves this person off the paper; others of the case stand on it. */
  mayBeLeftOff: z.boolean(),
  settlement: z
    .object({
      answer: z.enum(['settled', 'left-off', 'overridden']),
      by: z.string(),
      on: Day,
      reason: z.string(),
    })
    .nullable(),
})
export const Gate = z.object({
  list: z.string(),
  version: z.string(),
  on: Day,
  entries: z.number(),
  open: z.number(),
  findings: z.array(Finding),
  /** One sentence: whether the version can be handed over. */
  sentence: z.string(),
  mayNotOverride: z.string().nullable(),
})
export const NewSettlement = z.object({
  version: id,
  finding: id,
  /** Further findings that are answered with the same reason. */
  others: z.array(id).default([]),
  answer: z.enum(['settled', 'overridden']),
  reason: z.string().min(1),
})

export const NewPresentation = z.object({
  version: id,
  date: Day,
  by: z.string().min(1),
  to: z.string().min(1),
  rank: words,
  channel: words,
  /** Empty is unknown. */
  received: Received.or(z.literal('')).default(''),
  /** In which forms and language the paper was handed over; each is kept. */
  formats: z.array(PaperFormat).default(['docx', 'pdf', 'xlsx']),
  language: PaperLanguage.default('en'),
})
export const Presented = z.object({
  version: z.string(),
  date: Day,
  /** False where the version was frozen before: a further copy was handed over. */
  frozenNow: z.boolean(),
  papers: z.array(PaperRow),
})

export const NewResponse = z.object({
  case: id,
  code: ResponseCode,
  words,
  /** Who verifies what it claims; empty is the person who records it. */
  owner: words,
  /** By when; empty is a month after the answer. */
  due: words,
})
export const NewResponses = z.object({
  /** Empty is the version last handed over. */
  version: words,
  date: Day,
  responses: z.array(NewResponse).min(1),
})
export const FollowUp = z.object({
  id: z.string(),
  about: z.object({
    kind: z.enum(['response', 'case', 'list', 'engagement', 'undertaking', 'person', 'other']),
    ref: z.string(),
  }),
  text: z.string(),
  owner: z.string(),
  due: Day.nullable(),
  madeOn: Day,
  madeBy: z.string(),
  doneOn: Day.nullable(),
  doneBy: z.string().nullable(),
  note: z.string(),
  overdue: z.boolean(),
})
export const ResponsesTaken = z.object({
  taken: z.number(),
  unchanged: z.number(),
  /** One for each answer that claims something. */
  followUps: z.array(FollowUp),
})

/** Their list or their answers: pasted text, or a file (CSV, XLSX, text) in base64. */
export const PastedResponses = z.object({
  version: words,
  text: words,
  file: z.object({ name: z.string(), base64: z.string() }).nullable().default(null),
  /** For rows that say nothing more than a name: what standing on their list means. */
  code: ResponseCode.or(z.literal('')).default(''),
})
export const ResponseCandidate = z.object({
  case: z.string(),
  person: z.string(),
  persons: z.array(PersonNamed),
  probability: z.number().nullable(),
  /** The reasons of the match, in words. */
  reasons: z.array(z.string()),
})
export const PreviewedResponse = z.object({
  row: z.number(),
  cells: z.array(z.string()),
  /** What was read as the name. */
  theirs: z.string(),
  /** One entry is meant; a person decides; nobody on this version; or the row says nothing. */
  effect: z.enum(['matched', 'review', 'not-ours', 'refused']),
  case: z.string().nullable(),
  candidates: z.array(ResponseCandidate),
  code: ResponseCode.nullable(),
  words: z.string(),
  /** Why it is refused, how the code was read, or that it is answered so already. */
  remark: z.string().nullable(),
})
export const ResponsesPreview = z.object({
  version: z.string(),
  rows: z.array(PreviewedResponse),
  matched: z.number(),
  review: z.number(),
  notOurs: z.number(),
  refused: z.number(),
  /** Cases of ours that their list does not name. */
  unanswered: z.array(z.string()),
})

export const SurvivalPoint = z.object({
  months: z.number(),
  family: z.object({ entries: z.number(), unresolved: z.number(), share: Share }),
  person: z.object({ entries: z.number(), unresolved: z.number(), share: Share }),
})
export const Cohort = z.object({
  list: z.string(),
  presentedOn: Day,
  /** Each as reported then: as known on a day of its own. */
  ages: z.array(Counts.extend({ months: z.number(), knownOn: Day, shares: Shares })),
  survival: z.array(SurvivalPoint),
})
export const WaitingTimes = z.object({
  /** Months; null where nothing can be measured. */
  median: z.number().nullable(),
  longest: z.number().nullable(),
  entries: z.array(
    z.object({
      case: z.string(),
      since: z.string().nullable(),
      months: z.number().nullable(),
      resolved: z.boolean(),
    }),
  ),
})
export const Cohorts = z.object({
  asOf: Day,
  knownOn: Day,
  list: z.string(),
  /** This list first, then the others by day of presentation, newest first. */
  cohorts: z.array(Cohort),
  /** A sentence for each age that two lists can be compared at. */
  sentences: z.array(z.string()),
  waiting: WaitingTimes,
})

export const Restatement = z.object({
  /** The day from which it was known. */
  known: Day,
  sentence: z.string(),
  before: z.object({ family: UnitTotal, person: UnitTotal }),
  after: z.object({ family: UnitTotal, person: UnitTotal }),
})
export const ListReport = z.object({
  status: ListStatus,
  shares: Shares,
  /** The status in sentences, each with its unit and day. */
  sentences: z.array(z.string()),
  restatements: z.array(Restatement),
  waiting: WaitingTimes,
  responses: z.array(z.object({ code: ResponseCode, cases: z.number() })),
})

export const DiffEntry = z.object({
  case: z.string(),
  persons: z.array(PersonNamed),
  sentence: z.string(),
})
export const ListDiff = z.object({
  before: z.object({ list: z.string(), version: z.string(), date: Day }),
  after: z.object({ list: z.string(), version: z.string(), date: Day }),
  added: z.array(DiffEntry),
  removed: z.array(DiffEntry),
  carried: z.array(DiffEntry),
  /** On both, and resolved between the two days. */
  resolvedMeanwhile: z.array(DiffEntry),
  /** On both under another category or region. */
  changed: z.array(DiffEntry),
  sentence: z.string(),
  namesHidden: z.string().nullable(),
})
export const TheirList = PastedResponses.omit({ code: true })
export const TheirListDiff = z.object({
  version: z.string(),
  both: z.array(PreviewedResponse),
  review: z.array(PreviewedResponse),
  theirsOnly: z.array(PreviewedResponse),
  oursOnly: z.array(DiffEntry),
  sentence: z.string(),
})

export type ListOverviewJson = z.infer<typeof ListOverview>
export type ListRowJson = z.infer<typeof ListRow>
export type ListPageJson = z.infer<typeof ListPage>
export type ListEntryRowJson = z.infer<typeof ListEntryRow>
export type ListStatusJson = z.infer<typeof ListStatus>
export type ListReportJson = z.infer<typeof ListReport>
export type CandidatesJson = z.infer<typeof Candidates>
export type GateJson = z.infer<typeof Gate>
export type FindingJson = z.infer<typeof Finding>
export type ResponsesPreviewJson = z.infer<typeof ResponsesPreview>
export type PreviewedResponseJson = z.infer<typeof PreviewedResponse>
export type CohortsJson = z.infer<typeof Cohorts>
export type ListDiffJson = z.infer<typeof ListDiff>
export type PersonNamedJson = z.infer<typeof PersonNamed>
export type FollowUpJson = z.infer<typeof FollowUp>
