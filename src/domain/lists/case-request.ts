/**
 * What a benchmark asks of the register and the lists, and what it is told (rules R190–R196).
 *
 * A request says everything that its answer hangs on, so that the answers to many days can be had at
 * once. The meaning is here; the store answers the same of the register in SQL.
 */
import { readFlow, readStock } from '../cases/case-measures.ts'
import type { FlowRequest, StockRequest } from '../cases/case-measures.ts'
import type { CaseReading } from '../cases/case-reading.ts'
import type { Register } from '../cases/register.ts'
import { readListRequest } from './list-reading.ts'
import type { ListRequest } from './list-reading.ts'
import type { ListRecord } from './list-record.ts'

export type { CaseCitation, CaseReading } from '../cases/case-reading.ts'
export { nothingOnRecord } from '../cases/case-reading.ts'

export type CaseRequest = StockRequest | FlowRequest | ListRequest

/** The same request has the same key. */
export function keyOfRequest(request: CaseRequest): string {
  return JSON.stringify(Object.entries(request).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** Answers in the order of the requests. */
export function answerCaseRequests(
  register: Register,
  lists: ListRecord,
  requests: readonly CaseRequest[],
): readonly CaseReading[] {
  return requests.map((request) => {
    switch (request.kind) {
      case 'stock':
        return readStock(register.asKnownOn(request.knownOn), request)
      case 'count':
      case 'net':
        return readFlow(register.asKnownOn(request.knownOn), request)
      case 'list':
        return readListRequest(register, lists, request)
    }
  })
}
