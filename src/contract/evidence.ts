/**
 * What is known: series with their figures, sources, events, undertakings. Reading takes `knownOn`;
 * writing answers with what was written, or refuses with a sentence.
 *
 * GET  /api/programmes/:programme/series?knownOn                        → SeriesList
 * GET  /api/programmes/:programme/series/:series?knownOn                → SeriesPage
 * POST /api/programmes/:programme/series          NewSeries             → { id }
 * POST /api/programmes/:programme/figures         NewFigures            → Written
 * POST /api/programmes/:programme/figures/preview PastedFigures         → FiguresPreview
 * GET  /api/programmes/:programme/sources?knownOn                       → SourceList
 * GET  /api/programmes/:programme/sources/:source?knownOn               → SourcePage
 * POST /api/programmes/:programme/sources         NewSource             → { id }
 * GET  /api/programmes/:programme/events?knownOn                        → EventList
 * POST /api/programmes/:programme/events          NewEvent              → { id }
 * GET  /api/programmes/:programme/undertakings?knownOn                  → UndertakingList
 * POST /api/programmes/:programme/undertakings    NewUndertaking        → { id }
 * POST /api/programmes/:programme/outcomes        NewOutcome            → Written
 *
 * Dates in requests are EDTF text; optional text fields may be left out or empty. A second entry
 * under a known id with other content is a correction.
 */
import { z } from 'zod'
import { Day } from './assessment.ts'

const id = z.string().min(1)
const edtf = z.string().min(1)
const words = z.string().default('')

export const Written = z.object({ taken: z.number() })

export const SeriesRow = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(['flow', 'level', 'index']),
  unit: z.string(),
  definition: z.string(),
  figures: z.number(),
  reporters: z.array(z.string()),
  /** The last day that any standing figure speaks to; null without figures. */
  latest: Day.nullable(),
  /** Benchmarks that read it. */
  benchmarks: z.array(z.string()),
})
export const SeriesList = z.object({ knownOn: Day, series: z.array(SeriesRow) })

export const FigureRow = z.object({
  entry: z.number(),
  reporter: z.string(),
  claim: z.boolean(),
  country: z.string().nullable(),
  from: z.string(),
  to: z.string(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  published: z.string().nullable(),
  known: Day,
  note: z.string(),
  citations: z.array(z.string()),
  /** The entry that stands in its place, as known on the day; null while it stands. */
  supersededBy: z.number().nullable(),
  supersededOn: Day.nullable(),
  withdrawnOn: Day.nullable(),
})
export const SeriesPage = z.object({
  series: SeriesRow,
  knownOn: Day,
  figures: z.array(FigureRow),
  /** A sentence for each contradiction of a reporter with itself. */
  contradictions: z.array(z.string()),
})

export const NewSeries = z.object({
  id,
  title: z.string().min(1),
  kind: z.enum(['flow', 'level', 'index']),
  unit: z.string().min(1),
  definition: words,
})
export const NewFigure = z.object({
  series: id,
  reporter: z.string().min(1),
  country: words,
  from: edtf,
  to: edtf,
  /** Text, as typed, so that "3,092" can be refused by name. */
  value: words,
  low: words,
  high: words,
  published: words,
  source: id,
  at: words,
  note: words,
})
export const NewFigures = z.object({ figures: z.array(NewFigure).min(1) })
/** Cells as pasted from a spreadsheet, tab- or comma-separated, with or without a header row. */
export const PastedFigures = z.object({
  series: id,
  text: z.string(),
  source: words,
  reporter: words,
})
export const FiguresPreview = z.object({
  rows: z.array(
    z.object({
      line: z.number(),
      cells: z.array(z.string()),
      /** What will be taken; null when the row is refused. */
      figure: NewFigure.nullable(),
      /** New, already on record, or a new vintage of a figure on record. */
      effect: z.enum(['new', 'on-record', 'correction', 'refused']),
      refusal: z.string().nullable(),
      /** How a number was read, where that needs a word. */
      remark: z.string().nullable(),
    }),
  ),
})

export const SourceRow = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.string(),
  published: z.string().nullable(),
  url: z.string(),
  reliability: z.string(),
  protected: z.boolean(),
  origin: z.string().nullable(),
  /** How many entries cite it. */
  cited: z.number(),
})
export const SourceList = z.object({ sources: z.array(SourceRow) })
export const SourcePage = z.object({
  source: SourceRow,
  /** What rests on it, by place. */
  cited: z.array(
    z.object({
      kind: z.enum(['figure', 'event', 'undertaking', 'outcome', 'goal']),
      at: z.string(),
      text: z.string(),
      /** Series id, event id, undertaking id or goal id. */
      ref: z.string(),
    }),
  ),
})
export const NewSource = z.object({
  id,
  title: z.string().min(1),
  kind: words,
  published: words,
  url: words,
  reliability: words,
  protected: z.boolean().default(false),
  origin: words,
})

export const EventRow = z.object({
  id: z.string(),
  date: z.string(),
  earliest: Day,
  latest: Day,
  kind: z.string(),
  subject: z.string(),
  stage: z.string(),
  basis: z.enum(['rule', 'favour']).nullable(),
  /** What it counts as, after the rule for rows that leave it open. */
  verification: z.enum(['confirmed', 'likely', 'possible', 'unlikely', 'unknown']),
  claimedBy: z.string(),
  /** Claimed by the counterpart and not confirmed. */
  claim: z.boolean(),
  detail: z.string(),
  known: Day,
  citations: z.array(z.string()),
  withdrawnOn: Day.nullable(),
  /** Earlier contents under the same id, oldest first. */
  corrected: z.array(z.string()),
})
export const EventList = z.object({ knownOn: Day, events: z.array(EventRow) })
export const NewEvent = z.object({
  id,
  date: edtf,
  kind: z.string().min(1),
  subject: words,
  stage: words,
  basis: words,
  verification: words,
  claimedBy: words,
  detail: words,
  known: words,
  source: id,
  at: words,
})

export const UndertakingRow = z.object({
  id: z.string(),
  date: z.string(),
  earliest: Day,
  latest: Day,
  by: z.string(),
  to: z.string(),
  channel: z.string(),
  text: z.string(),
  due: z.string().nullable(),
  goal: z.string().nullable(),
  known: Day,
  citations: z.array(z.string()),
  outcomes: z.array(
    z.object({
      date: z.string(),
      outcome: z.enum(['kept', 'broken', 'partly', 'open', 'contradicted']),
      known: Day,
      citation: z.string(),
    }),
  ),
})
export const UndertakingList = z.object({ knownOn: Day, undertakings: z.array(UndertakingRow) })
export const NewUndertaking = z.object({
  id,
  date: edtf,
  by: z.string().min(1),
  to: words,
  channel: words,
  text: z.string().min(1),
  due: words,
  goal: words,
  known: words,
  source: id,
  at: words,
})
export const NewOutcome = z.object({
  undertaking: id,
  date: edtf,
  outcome: z.enum(['kept', 'broken', 'partly', 'open', 'contradicted']),
  known: words,
  source: id,
  at: words,
})

export type SeriesListJson = z.infer<typeof SeriesList>
export type SeriesPageJson = z.infer<typeof SeriesPage>
export type FigureRowJson = z.infer<typeof FigureRow>
export type FiguresPreviewJson = z.infer<typeof FiguresPreview>
export type NewFigureJson = z.infer<typeof NewFigure>
export type SourceListJson = z.infer<typeof SourceList>
export type SourcePageJson = z.infer<typeof SourcePage>
export type EventListJson = z.infer<typeof EventList>
export type EventRowJson = z.infer<typeof EventRow>
export type UndertakingListJson = z.infer<typeof UndertakingList>
export type UndertakingRowJson = z.infer<typeof UndertakingRow>
