/** Asks for what waits, and marks it done. */
import { queryOptions } from '@tanstack/react-query'
import type { TodayJson, TodayLineJson } from '../../contract/today.ts'
import type { Days } from '../paths.ts'
import { get, of, post } from './client.ts'
import { key, ofDays } from './queries.ts'

export const todayQuery = (programme: string, days: Days) =>
  queryOptions({
    queryKey: key(programme, 'today', days.asOf, days.knownOn),
    queryFn: ({ signal }) => get<TodayJson>(of(programme, 'today'), days, signal),
    ...ofDays,
  })

/** Closes the follow-up of the line; a reminder becomes a follow-up that is closed at once. */
export async function markDone(
  programme: string,
  { closes }: Pick<TodayLineJson, 'closes'>,
): Promise<void> {
  const followUp =
    closes?.followUp ??
    (closes?.about
      ? (await post<{ id: string }>(of(programme, 'follow-ups'), closes.about)).id
      : null)
  if (followUp !== null) await post(of(programme, 'follow-ups', followUp), { done: true })
}
