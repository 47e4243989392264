/**
 * Shortest paths through difference constraints on a line (see `bounds-limits.ts`).
 *
 * The greatest value[b] − value[a] that all limits allow is the length of the shortest path from a
 * to b. Between paths of one length the one through fewest limits is taken, so that no limit is
 * named that is not needed; a step back names none.
 */
import { before, findValues, mirror, sortLimits, START, STEP_BACK } from './bounds-limits.ts'
import type { Graph, Limits } from './bounds-limits.ts'

export type Path = {
  /** The greatest difference allowed; Infinity when nothing limits it. */
  readonly length: number
  /** Places in `Limits`, from the end of the path to its beginning; none when nothing limits it. */
  readonly limits: readonly number[]
}

export type ShortestPaths =
  | { readonly kind: 'consistent'; path(from: number, to: number): Path }
  /** Places in `Limits` on one simple cycle of negative length. */
  | { readonly kind: 'contradiction'; readonly limits: readonly number[] }

/** Reads limits once; paths are then searched on demand and kept. */
export function readShortestPaths(limits: Limits): ShortestPaths {
  const graph = sortLimits(limits)
  const greatest = findValues(graph)
  if (greatest.kind === 'contradiction') return greatest
  const mirrored = findValues(sortLimits(mirror(limits)))
  if (mirrored.kind === 'contradiction') return mirrored
  const least = mirrored.values.map((value) => 0 - value).reverse()
  const spread = greatest.values.map((value, point) => value - least[point]!) // one for each point
  const search = makeSearch(limits.count)
  const kept = new Map<number, Path>()
  return {
    kind: 'consistent',
    path(from, to) {
      const name = from * limits.count + to
      const path = kept.get(name) ?? searchFor({ graph, values: least, spread }, search, from, to)
      kept.set(name, path)
      return path
    },
  }
}

/**
 * What a search goes by: lengths are reduced by the least values that keep the limits, so that none
 * is negative. The greatest values reduce them too, and tell how much the rest of a path takes at
 * least: what their spread over the least values grows by from a point to the target.
 */
type Ground = {
  readonly graph: Graph
  readonly values: Float64Array
  readonly spread: Float64Array
}

/**
 * A search from one point until another is settled, by Dijkstra with that foresight (A*). The memory
 * of one search serves the next.
 */
type Search = {
  readonly reduced: Float64Array
  /** The reduced length with what the rest of the path takes at least. */
  readonly foreseen: Float64Array
  readonly limitsUsed: Int32Array
  readonly by: Int32Array
  /** A binary heap of points that are reached and not yet settled, least foreseen first. */
  readonly heap: Int32Array
  waiting: number
  readonly settled: Int32Array
  settledCount: number
  /** Place in the heap plus one; 0 for a point not reached, -1 for a settled one. */
  readonly inHeap: Int32Array
  spreadAtTarget: number
}

function makeSearch(count: number): Search {
  return {
    reduced: new Float64Array(count),
    foreseen: new Float64Array(count),
    limitsUsed: new Int32Array(count),
    by: new Int32Array(count),
    heap: new Int32Array(count),
    waiting: 0,
    settled: new Int32Array(count),
    settledCount: 0,
    inHeap: new Int32Array(count),
    spreadAtTarget: 0,
  }
}

function searchFor(ground: Ground, search: Search, from: number, to: number): Path {
  const { inHeap, heap, settled } = search
  search.spreadAtTarget = ground.spread[to]! // points are below count
  offer(ground, search, from, 0, 0, START)
  while (search.waiting > 0 && inHeap[to] !== -1) settleNearest(ground, search)
  const path = inHeap[to] === -1 ? readPath(ground, search, from, to) : NO_PATH
  while (search.waiting > 0) inHeap[heap[--search.waiting]!] = 0 // places below `waiting` are filled
  while (search.settledCount > 0) inHeap[settled[--search.settledCount]!] = 0 // so are these
  return path
}

const NO_PATH: Path = { length: Infinity, limits: [] }

function readPath({ graph, values }: Ground, search: Search, from: number, to: number): Path {
  const limits: number[] = []
  for (let point = to; point !== from; point = before(graph, search.by, point)) {
    const edge = search.by[point]! // a settled point was reached by something
    if (edge >= 0) limits.push(graph.place[edge]!) // an edge has a place
  }
  return { length: search.reduced[to]! - values[from]! + values[to]!, limits } // points below count
}

function settleNearest(ground: Ground, search: Search): void {
  const { graph, values } = ground
  const { first, to, atMost } = graph
  const point = takeNearest(search)
  const reduced = search.reduced[point]! // every point is below count, every edge exists
  const used = search.limitsUsed[point]! // as above
  const value = values[point]! // as above
  if (point > 0) {
    const slack = value - values[point - 1]! // as above
    offer(ground, search, point - 1, reduced + slack, used, STEP_BACK)
  }
  for (let edge = first[point]!; edge < first[point + 1]!; edge += 1) {
    const there = to[edge]! // as above
    const slack = atMost[edge]! + value - values[there]! // as above
    offer(ground, search, there, reduced + slack, used + 1, edge)
  }
}

function offer(
  { spread }: Ground,
  search: Search,
  point: number,
  reduced: number,
  used: number,
  by: number,
): void {
  const at = search.inHeap[point]! // every point offered is below count
  if (at < 0) return
  if (at > 0) {
    const best = search.reduced[point]! // as above
    if (best < reduced || (best === reduced && search.limitsUsed[point]! <= used)) return
  }
  const ahead = search.spreadAtTarget - spread[point]! // as above
  search.reduced[point] = reduced
  search.foreseen[point] = ahead > 0 ? reduced + ahead : reduced
  search.limitsUsed[point] = used
  search.by[point] = by
  rise(search, point, at > 0 ? at - 1 : search.waiting++)
}

function isNearer(search: Search, a: number, b: number): boolean {
  const { foreseen, limitsUsed } = search
  const ofA = foreseen[a]! // points in the heap are below count
  const ofB = foreseen[b]! // as above
  return ofA < ofB || (ofA === ofB && limitsUsed[a]! < limitsUsed[b]!) // as above
}

function rise(search: Search, point: number, from: number): void {
  const { heap, inHeap } = search
  let at = from
  while (at > 0) {
    const parentAt = (at - 1) >> 1
    const parent = heap[parentAt]! // places in the heap are below `waiting`
    if (!isNearer(search, point, parent)) break
    heap[at] = parent
    inHeap[parent] = at + 1
    at = parentAt
  }
  heap[at] = point
  inHeap[point] = at + 1
}

function takeNearest(search: Search): number {
  const { heap, inHeap } = search
  const nearest = heap[0]! // taken only while something waits
  inHeap[nearest] = -1
  search.settled[search.settledCount++] = nearest
  const last = heap[--search.waiting]! // as above
  if (last === nearest) return nearest
  let at = 0
  for (;;) {
    let childAt = 2 * at + 1
    if (childAt >= search.waiting) break
    let child = heap[childAt]! // childAt is below `waiting`, and so is childAt + 1 where it is read
    if (childAt + 1 < search.waiting && isNearer(search, heap[childAt + 1]!, child))
      child = heap[++childAt]! // as above
    if (!isNearer(search, child, last)) break
    heap[at] = child
    inHeap[child] = at + 1
    at = childAt
  }
  heap[at] = last
  inHeap[last] = at + 1
  return nearest
}
