/** All lists of a programme, in the order of writing. */
import type { Presentation } from './presentation.ts'
import type { ListEntry, ListVersion, RepresentationList } from './representation-list.ts'
import type { ListResponse } from './response.ts'

export type ListRecord = {
  readonly lists: readonly RepresentationList[]
  readonly versions: readonly ListVersion[]
  readonly entries: readonly ListEntry[]
  readonly presentations: readonly Presentation[]
  readonly responses: readonly ListResponse[]
}
