/**
 * Which cases were last heard of by a day: the entries that a reading names are found among these, so
 * that naming twenty does not mean going through all (rules R236). Of a small register it is every case.
 */
import { sql } from 'kysely'
import type { ProgrammeId } from '../domain/basics/ids.ts'
import type { FlowRequest, StockRequest } from '../domain/cases/case-measures.ts'
import { kindsOf } from './case-measures-sum.ts'
import type { Reader } from './database/reader-writer.ts'

/** So many entries, and so many cases in the order of their ids, which may have none. */
const LATEST = 60

/** The ids of cases for each request, in the order of the requests. */
export async function findLatestCases(
  db: Reader,
  programme: ProgrammeId,
  requests: readonly (StockRequest | FlowRequest)[],
): Promise<readonly (readonly string[])[]> {
  const asked = requests.map((request, at) => ({
    at,
    upto: request.asOf,
    known: request.knownOn,
    kinds: request.kind === 'stock' ? null : kindsOf(request).all,
  }))
  const rows = await db
    .selectFrom(
      sql<{ at: number; id: string }>`(select asked.at, heard.case_id as id
        from json_to_recordset(${JSON.stringify(asked)}::json)
          as asked (at integer, upto date, known date, kinds text[])
        cross join lateral (
          select case_id from case_event
          where programme_id = ${programme} and latest <= asked.upto and known_on <= asked.known
            and effective in ('confirmed', 'likely', 'possible')
            and (asked.kinds is null or lower(kind) = any(asked.kinds))
          order by latest desc, entry desc limit ${LATEST}
        ) as heard
        union
        select asked.at, first.id
        from json_to_recordset(${JSON.stringify(asked)}::json) as asked (at integer)
        cross join (
          select distinct id from case_entry where programme_id = ${programme} order by id limit ${LATEST}
        ) as first)`.as('found'),
    )
    .selectAll()
    .execute()
  const byRequest = requests.map((): string[] => [])
  for (const { at, id } of rows) byRequest[at]?.push(id)
  return byRequest
}
