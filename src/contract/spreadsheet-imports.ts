/**
 * Somebody's spreadsheet into the register: looked at, its columns taken for what they are, every row
 * previewed, then taken all together or not at all. The file is in the body, in base64, and is kept
 * nowhere; a row that may be someone on record waits for a person's decision and is never merged by itself.
 *
 * POST   /api/programmes/:programme/spreadsheet-imports/look     SpreadsheetToLookAt → SpreadsheetLook
 * POST   /api/programmes/:programme/spreadsheet-imports?id=UUID  SpreadsheetImport   → a stream of SpreadsheetStep, one JSON a line
 * DELETE /api/programmes/:programme/spreadsheet-imports/:import                      → {}
 * GET    /api/programmes/:programme/import-mappings                                  → ImportMappings
 * POST   /api/programmes/:programme/import-mappings              NewImportMapping    → Written
 *
 * Rows and columns are counted from 1, as spreadsheets count them.
 */
import { z } from 'zod'
import { Day } from './assessment.ts'

/** A larger file is refused. Bytes; in base64 they are a third more. */
export const SPREADSHEET_CEILING = 45 * 1024 * 1024

export const MappingPreset = z.enum(['demarche', 'cecc-like', 'ngo-list'])

export const MappedColumn = z.object({
  /** As the header writes it. */
  header: z.string(),
  /** Of several columns of that name the n-th. */
  occurrence: z.number().int().min(1),
  /** A word of `SpreadsheetLook.fields`. */
  field: z.string(),
})
export const ImportMapping = z.object({
  preset: MappingPreset.nullable(),
  columns: z.array(MappedColumn),
  /** How days in figures are written; null parks those that can be read in two ways. */
  dateOrder: z.enum(['day-month-year', 'month-day-year']).nullable(),
  twoDigitYears: z.literal('last').nullable(),
  /** What stands at the end of a value that is only alleged; empty is nothing. */
  allegedMark: z.string(),
  nameOrder: z.enum(['given-first', 'family-first']),
  /** Their code, and the kind of case event that it says has happened; `none` says that nothing has. */
  statuses: z.record(z.string(), z.string()),
  /** Their category, and ours. */
  categories: z.record(z.string(), z.string()),
  /** For rows that say nothing of it. */
  category: z.string().nullable(),
  region: z.string().nullable(),
  authority: z.string().nullable(),
  nationality: z.string().nullable(),
  oneIdOnePerson: z.boolean(),
  /** The day on which statuses and ages were so; null is the day of the import. */
  heldOn: Day.nullable(),
})

export const SpreadsheetFile = z.object({
  file: z.object({ name: z.string().min(1), base64: z.string().min(1) }),
  /** null is the first that holds something. */
  sheet: z.string().nullable().default(null),
  /** null is found. */
  delimiter: z.string().min(1).max(1).nullable().default(null),
  /** As the Encoding Standard names it; null is found. */
  encoding: z.string().nullable().default(null),
  /** null is found, 0 is none. */
  headerRow: z.number().int().min(0).nullable().default(null),
})

export const SpreadsheetToLookAt = SpreadsheetFile.extend({
  /** Reads the table as of this shape; null is guessed. */
  preset: MappingPreset.nullable().default(null),
  /** The name of a saved mapping, in place of a guess. */
  mapping: z.string().nullable().default(null),
})

export const SpreadsheetNotice = z.object({ row: z.number(), message: z.string() })
export const SpreadsheetColumn = z.object({
  /** A, B … as spreadsheets call it. */
  letter: z.string(),
  header: z.string(),
  occurrence: z.number(),
  field: z.string(),
  /** 0 to 1: an order in which to look at them; null where a person said it. */
  confidence: z.number().nullable(),
  /** One sentence. */
  reason: z.string(),
  samples: z.array(z.string()),
  /** How many rows have something in it. */
  filled: z.number(),
  /** What stands in it and how often, where that is little; null where it is much. */
  values: z.array(z.object({ value: z.string(), count: z.number() })).nullable(),
})
export const SpreadsheetLook = z.object({
  file: z.string(),
  sheet: z.string().nullable(),
  sheets: z.array(z.string()),
  delimiter: z.string().nullable(),
  headerRow: z.number().nullable(),
  rows: z.number(),
  columns: z.array(SpreadsheetColumn),
  mapping: ImportMapping,
  /** Under which name it is saved; null is guessed. */
  mappingName: z.string().nullable(),
  remarks: z.array(z.string()),
  /** What was noticed while reading; the first of them. */
  notices: z.array(SpreadsheetNotice),
  noticeCount: z.number(),
  /** What a column may be taken for. */
  fields: z.array(z.string()),
  /** Those that may be so for several columns. */
  repeatable: z.array(z.string()),
  eventKinds: z.array(z.string()),
  caseCategories: z.array(z.string()),
  /** What the rows may be cited as. */
  sources: z.array(z.object({ id: z.string(), title: z.string() })),
  saved: z.array(z.object({ name: z.string(), missing: z.array(z.string()) })),
})

export const SpreadsheetImport = SpreadsheetFile.extend({
  mapping: ImportMapping,
  /** The source that the rows are cited as; null is none. */
  source: z.string().nullable().default(null),
  /** Since when what the table says is known; null is the day of the import. */
  known: Day.nullable().default(null),
  /** Says what would become of each row and writes nothing. */
  dryRun: z.boolean().default(false),
})

export const SpreadsheetOutcome = z.enum([
  'taken',
  /** On record already: nothing is written. */
  'on-record',
  /** May be someone on record or in an earlier row: it waits in the review queue. */
  'review',
  /** Something has to be said first, in the file or in the mapping. */
  'parked',
  'refused',
])
export const SpreadsheetRow = z.object({
  row: z.number(),
  outcome: SpreadsheetOutcome,
  /** The name that the row gives; empty where it has none. */
  name: z.string(),
  theirId: z.string(),
  /** Under which id it is, or would be, on record; null where it is not. */
  person: z.string().nullable(),
  /** Why it is not taken, and what is worth a look where it is. */
  remarks: z.array(
    z.object({
      sort: z.enum(['refused', 'parked', 'flagged', 'review']),
      /** The name of the column, and its place from 1; null is the row as a whole. */
      column: z.string().nullable(),
      cell: z.number().nullable(),
      message: z.string(),
    }),
  ),
  /** Whom it may be, likeliest first; `row` where that person stands in the same file. */
  candidates: z.array(
    z.object({
      person: z.string().nullable(),
      row: z.number().nullable(),
      name: z.string(),
      probability: z.number().nullable(),
    }),
  ),
})
const counts = z.object({
  taken: z.number(),
  onRecord: z.number(),
  review: z.number(),
  parked: z.number(),
  refused: z.number(),
})
export const SpreadsheetStep = z.discriminatedUnion('step', [
  z.object({ step: z.literal('reading') }),
  z.object({ step: z.literal('comparing'), done: z.number(), of: z.number() }),
  z.object({ step: z.literal('writing'), done: z.number(), of: z.number() }),
  z.object({ step: z.literal('rows'), rows: z.array(SpreadsheetRow) }),
  z.object({
    step: z.literal('done'),
    dryRun: z.boolean(),
    counts,
    /** What was new and written; with `dryRun` what would be. */
    written: z.object({
      persons: z.number(),
      names: z.number(),
      cases: z.number(),
      caseEvents: z.number(),
      review: z.number(),
    }),
  }),
  z.object({ step: z.literal('refused'), message: z.string() }),
])

export const ImportMappings = z.object({
  mappings: z.array(z.object({ name: z.string(), mapping: ImportMapping })),
})
export const NewImportMapping = z.object({ name: z.string(), mapping: ImportMapping })

export type ImportMappingJson = z.infer<typeof ImportMapping>
export type SpreadsheetLookJson = z.infer<typeof SpreadsheetLook>
export type SpreadsheetRowJson = z.infer<typeof SpreadsheetRow>
export type SpreadsheetStepJson = z.infer<typeof SpreadsheetStep>
