/** Ids are text with a brand each, so that one kind cannot stand where another is meant. */
export type ProgrammeId = string & { readonly brand: 'ProgrammeId' }
export type SourceId = string & { readonly brand: 'SourceId' }
export type SeriesId = string & { readonly brand: 'SeriesId' }
export type EventId = string & { readonly brand: 'EventId' }
export type UndertakingId = string & { readonly brand: 'UndertakingId' }
export type GoalId = string & { readonly brand: 'GoalId' }
export type BenchmarkId = string & { readonly brand: 'BenchmarkId' }
export type EditionId = string & { readonly brand: 'EditionId' }
export type PersonId = string & { readonly brand: 'PersonId' }
export type FamilyId = string & { readonly brand: 'FamilyId' }
export type CaseId = string & { readonly brand: 'CaseId' }
export type ListId = string & { readonly brand: 'ListId' }
export type EngagementId = string & { readonly brand: 'EngagementId' }
/** Whom a case, a contact or a consent is about. A person and a family never share an id. */
export type SubjectId = PersonId | FamilyId

/** A letter, then letters, digits, `-`, `/`, `_` (rules R54). */
export function isId(text: string): boolean {
  return /^\p{L}[\p{L}\p{N}_/-]*$/u.test(text)
}
