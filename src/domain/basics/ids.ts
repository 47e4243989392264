/** Ids are text with a brand each, so that one kind cannot stand where another is meant. */
export type ProgrammeId = string & { readonly brand: 'ProgrammeId' }
export type SourceId = string & { readonly brand: 'SourceId' }
export type SeriesId = string & { readonly brand: 'SeriesId' }
export type EventId = string & { readonly brand: 'EventId' }
export type UndertakingId = string & { readonly brand: 'UndertakingId' }
export type GoalId = string & { readonly brand: 'GoalId' }
export type BenchmarkId = string & { readonly brand: 'BenchmarkId' }
export type EditionId = string & { readonly brand: 'EditionId' }

/** A letter, then letters, digits, `-`, `/`, `_` (rules R54). */
export function isId(text: string): boolean {
  return /^\p{L}[\p{L}\p{N}_/-]*$/u.test(text)
}
