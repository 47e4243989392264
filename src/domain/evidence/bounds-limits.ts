/**
 * Difference constraints on points that lie on a line, and values that keep them.
 *
 * The points 0 … count − 1 stand in order and carry a value that never falls from one to the next.
 * A limit says value[to] − value[from] ≤ atMost. Limits that cannot all hold form a cycle of
 * negative length. Weights are integers whose sizes together stay below 2^50, so that every length
 * is exact. "Never falls" is a step of length 0 from each point to the one before it.
 */

/** One limit a place in each array. */
export type Limits = {
  readonly count: number
  readonly from: Int32Array
  readonly to: Int32Array
  readonly atMost: Float64Array
}

/** Limits sorted by the point where they start: those of `p` are `first[p]` … `first[p + 1] − 1`. */
export type Graph = {
  readonly count: number
  readonly first: Int32Array
  readonly from: Int32Array
  readonly to: Int32Array
  readonly atMost: Float64Array
  readonly place: Int32Array
}

/** What leads to a point, where it is not one of the limits: nothing, or a step back. */
export const START = -1
export const STEP_BACK = -2

/**
 * The same limits seen from the end of the line, with every value negated. The greatest values found
 * for these are, mirrored back, the least that keep the limits.
 */
export function mirror({ count, from, to, atMost }: Limits): Limits {
  const mirrored = (point: number) => count - 1 - point
  return { count, from: to.map(mirrored), to: from.map(mirrored), atMost }
}

export function sortLimits({ count, from, to, atMost }: Limits): Graph {
  const first = new Int32Array(count + 1)
  for (const point of from) first[point + 1]! += 1 // a point is below count
  for (let point = 0; point < count; point += 1) first[point + 1]! += first[point]! // below count
  const next = first.slice()
  const graph = {
    count,
    first,
    from: new Int32Array(from.length),
    to: new Int32Array(from.length),
    atMost: new Float64Array(from.length),
    place: new Int32Array(from.length),
  }
  for (let place = 0; place < from.length; place += 1) {
    const edge = next[from[place]!]!++ // place is below the length, and so is every point
    graph.from[edge] = from[place]! // as above
    graph.to[edge] = to[place]! // as above
    graph.atMost[edge] = atMost[place]! // as above
    graph.place[edge] = place
  }
  return graph
}

export type Values =
  | { readonly kind: 'consistent'; readonly values: Float64Array }
  | { readonly kind: 'contradiction'; readonly limits: readonly number[] }

/**
 * While there is no cycle no value is below the sum of all weights, and a sweep takes off at most
 * that sum again: four sweeps stay within the exact integers where the sum is below 2^50.
 */
const SWEEPS_TO_A_CHECK = 4

/**
 * Values that keep every limit, by Bellman–Ford. The points lie on a line and are swept backward,
 * then forward, so that a path which turns seldom is settled in few sweeps; only points whose value
 * has fallen since they were last looked at are looked at again.
 */
export function findValues(graph: Graph): Values {
  const { count, first, to, atMost } = graph
  const values = new Float64Array(count)
  const by = new Int32Array(count).fill(START)
  const fallen = new Uint8Array(count).fill(1)
  for (let sweep = 0; fallen.includes(1); sweep += 1) {
    const backward = sweep % 2 === 0
    for (let turn = 0; turn < count; turn += 1) {
      const point = backward ? count - 1 - turn : turn
      if (fallen[point] === 0) continue
      fallen[point] = 0
      const value = values[point]! // every point is below count, every edge exists
      if (point > 0 && value < values[point - 1]!) {
        values[point - 1] = value
        by[point - 1] = STEP_BACK
        fallen[point - 1] = 1
      }
      for (let edge = first[point]!; edge < first[point + 1]!; edge += 1) {
        const there = to[edge]! // as above
        const reached = value + atMost[edge]! // as above
        if (reached < values[there]!) {
          values[there] = reached
          by[there] = edge
          fallen[there] = 1
        }
      }
    }
    const cycle = sweep % SWEEPS_TO_A_CHECK === 0 ? findCycle(graph, by) : undefined
    if (cycle) return { kind: 'contradiction', limits: cycle }
  }
  return { kind: 'consistent', values }
}

/** A cycle among the steps that led to each point; there is one only where its length is negative. */
function findCycle(graph: Graph, by: Int32Array): number[] | undefined {
  const seenFrom = new Int32Array(graph.count).fill(-1)
  for (let start = 0; start < graph.count; start += 1) {
    let point = start
    while (point >= 0 && seenFrom[point] === -1) {
      seenFrom[point] = start
      point = before(graph, by, point)
    }
    if (point >= 0 && seenFrom[point] === start) return limitsRound(graph, by, point)
  }
  return undefined
}

function limitsRound(graph: Graph, by: Int32Array, start: number): number[] {
  const limits: number[] = []
  let point = start
  do {
    const edge = by[point]! // the cycle's points are below count
    if (edge >= 0) limits.push(graph.place[edge]!) // an edge has a place
    point = before(graph, by, point)
  } while (point !== start)
  return limits
}

/** The point from which a point was reached; START where the search began. */
export function before(graph: Graph, by: Int32Array, point: number): number {
  const edge = by[point]! // a point is below count
  return edge === STEP_BACK ? point + 1 : edge === START ? START : graph.from[edge]! // an edge exists
}
