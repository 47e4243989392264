/** Writes what was typed into the entry forms: read as the row it would be, then put on record. */
import type { ProgrammeId, SourceId } from '../domain/basics/ids.ts'
import type { Context } from './context.ts'
import {
  recordEvent,
  recordFigures,
  recordOutcome,
  recordSeries,
  recordSource,
  recordUndertaking,
  type Recorded,
} from './evidence.ts'
import {
  readEventRow,
  readFigureRow,
  readOutcomeRow,
  readSeriesRow,
  readSourceRow,
  readUndertakingRow,
  referencesOf,
  taken,
  type Typed,
} from './form-entries.ts'
import { recordOf } from './record-cache.ts'

/** All of these throw `ActionRefused`: invalid with a sentence, not-found, not-allowed. */
export async function enterFigures(
  context: Context,
  programme: ProgrammeId,
  figures: readonly Typed[],
): Promise<Recorded> {
  const references = referencesOf(await recordOf(context, programme))
  const several = figures.length > 1
  const read = figures.map((typed, index) =>
    taken(readFigureRow(typed, references), several ? index + 1 : undefined),
  )
  return recordFigures(context, programme, read)
}

export async function enterSeries(
  context: Context,
  programme: ProgrammeId,
  typed: Typed,
): Promise<Recorded> {
  const references = referencesOf(await recordOf(context, programme))
  return recordSeries(context, programme, taken(readSeriesRow(typed, references)))
}

export async function enterSource(
  context: Context,
  programme: ProgrammeId,
  { origin, ...typed }: Typed & { readonly protected: 'yes' | 'no' },
): Promise<Recorded> {
  const references = referencesOf(await recordOf(context, programme))
  const source = taken(readSourceRow(typed, references))
  return recordSource(context, programme, {
    ...source,
    origin: ((origin ?? '').trim() || null) as SourceId | null,
  })
}

export async function enterEvent(
  context: Context,
  programme: ProgrammeId,
  typed: Typed,
): Promise<Recorded> {
  const references = referencesOf(await recordOf(context, programme))
  return recordEvent(context, programme, taken(readEventRow(typed, references)))
}

export async function enterUndertaking(
  context: Context,
  programme: ProgrammeId,
  typed: Typed,
): Promise<Recorded> {
  const references = referencesOf(await recordOf(context, programme))
  return recordUndertaking(context, programme, taken(readUndertakingRow(typed, references)))
}

export async function enterOutcome(
  context: Context,
  programme: ProgrammeId,
  typed: Typed,
): Promise<Recorded> {
  const references = referencesOf(await recordOf(context, programme))
  return recordOutcome(context, programme, taken(readOutcomeRow(typed, references)))
}
