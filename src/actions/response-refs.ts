/** Which answer a follow-up is about. Ids of lists and cases hold no blank; a version may. */
import type { ListResponse } from '../domain/lists/response.ts'

export function responseRef({
  list,
  version,
  case: id,
  date,
}: Pick<ListResponse, 'list' | 'version' | 'case' | 'date'>): string {
  return JSON.stringify([list, version, id, date])
}
