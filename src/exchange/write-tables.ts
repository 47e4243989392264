/** Writes the tables under `evidence/`: known columns in their order, those empty throughout left out. */
import { stringify } from 'csv-stringify/sync'
import type { EventEntry } from '../domain/evidence/event.ts'
import type { FigureEntry } from '../domain/evidence/figure.ts'
import type { JudgementEntry } from '../domain/evidence/judgement.ts'
import type { Series } from '../domain/evidence/series.ts'
import type { Source } from '../domain/evidence/source.ts'
import type { OutcomeEntry, UndertakingEntry } from '../domain/evidence/undertaking.ts'
import type { ProgrammeRecord } from '../domain/goals/programme-record.ts'
import { EVIDENCE_COLUMNS, EVIDENCE_TABLES, evidenceFile } from './evidence-columns.ts'
import type { Columns, EvidenceTable } from './evidence-columns.ts'
import { printNumber } from './plain-number.ts'

/** A row by its columns. */
export type Cells = Readonly<Record<string, string>>

/** A file for each table that has rows. UTF-8, lines ending in LF. */
export function writeEvidence(record: ProgrammeRecord): Map<string, Uint8Array> {
  const cells: Readonly<Record<EvidenceTable, () => readonly Cells[]>> = {
    sources: () => record.sources.map(sourceCells),
    series: () => record.series.map(seriesCells),
    figures: () => record.figures.map(figureCells),
    events: () => record.events.map(eventCells),
    undertakings: () => record.undertakings.map(undertakingCells),
    outcomes: () => record.outcomes.map(outcomeCells),
    judgements: () => record.judgements.map(judgementCells),
  }
  const files = new Map<string, Uint8Array>()
  for (const table of EVIDENCE_TABLES)
    if (record[table].length > 0)
      files.set(evidenceFile(table), writeTable(EVIDENCE_COLUMNS[table], cells[table]()))
  return files
}

const ROWS_AT_ONCE = 10_000

/** The required columns, and of the others those that are somewhere filled. */
export function writeTable({ all, required }: Columns, rows: readonly Cells[]): Uint8Array {
  const columns = all.filter(
    (column) => required.includes(column) || rows.some((row) => row[column] !== ''),
  )
  const parts = [Buffer.from(toCsv([columns]))]
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const some = rows.slice(at, at + ROWS_AT_ONCE)
    parts.push(Buffer.from(toCsv(some.map((row) => columns.map((column) => row[column] ?? '')))))
  }
  return Buffer.concat(parts)
}

function toCsv(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => row.map(withLineFeeds)),
    { record_delimiter: '\n' },
  )
}

/** Lines end in LF throughout a file, within cells too. */
export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

function sourceCells(source: Source): Cells {
  const { id, title, kind, published, url, reliability, origin, withdrawn } = source
  return {
    id,
    title,
    kind,
    published: published?.text ?? '',
    url,
    reliability,
    protected: source.protected ? 'yes' : '',
    origin: origin ?? '',
    withdrawn: withdrawn ?? '',
  }
}

function seriesCells({ id, title, kind, unit, definition, withdrawn }: Series): Cells {
  return { id, title, kind, unit, definition, withdrawn: withdrawn ?? '' }
}

function figureCells(figure: FigureEntry): Cells {
  const { series, reporter, low, high, source, at, note } = figure
  const isValue = low !== null && low === high
  return {
    series,
    reporter,
    country: figure.country ?? '',
    from: figure.from.text,
    to: figure.to.text,
    value: isValue ? printNumber(low) : '',
    low: isValue || low === null ? '' : printNumber(low),
    high: isValue || high === null ? '' : printNumber(high),
    published: figure.published?.text ?? '',
    source,
    at,
    note,
    known: figure.known ?? '',
    withdrawn: figure.withdrawn ?? '',
  }
}

function eventCells(event: EventEntry): Cells {
  const { id, kind, subject, stage, claimedBy, detail, source, at } = event
  return {
    id,
    date: event.date.text,
    kind,
    subject,
    stage,
    basis: event.basis ?? '',
    verification: event.verification ?? '',
    claimedBy,
    detail,
    known: event.known ?? '',
    source,
    at,
    withdrawn: event.withdrawn ?? '',
  }
}

function undertakingCells(undertaking: UndertakingEntry): Cells {
  const { id, by, to, channel, text, source, at } = undertaking
  return {
    id,
    date: undertaking.date.text,
    by,
    to,
    channel,
    text,
    due: undertaking.due?.text ?? '',
    goal: undertaking.goal ?? '',
    known: undertaking.known ?? '',
    source,
    at,
    withdrawn: undertaking.withdrawn ?? '',
  }
}

function outcomeCells(entry: OutcomeEntry): Cells {
  const { undertaking, date, outcome, known, source, at, withdrawn } = entry
  return {
    undertaking,
    date: date.text,
    outcome,
    known: known ?? '',
    source,
    at,
    withdrawn: withdrawn ?? '',
  }
}

function judgementCells(judgement: JudgementEntry): Cells {
  const { question, unit, coder, date, score, known, note, withdrawn } = judgement
  return {
    question,
    unit,
    coder,
    date: date.text,
    score: printNumber(score),
    known: known ?? '',
    note,
    withdrawn: withdrawn ?? '',
  }
}
