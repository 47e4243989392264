/**
 * Persons that are one, from pairs with log-odds: average linkage. Two groups join while the mean of
 * the log-odds between their members is above a level; a pair that was never scored counts as slightly
 * against. What people have decided binds: those held to be one are joined first, those held to be
 * different never meet in one group.
 */
export type Edge = { readonly a: string; readonly b: string; readonly logOdds: number }

export type Cluster = {
  /** Stays the same from run to run as long as most of its members do. */
  readonly id: string
  readonly persons: readonly string[]
}

export type ClusterOptions = {
  readonly mustLink?: Iterable<readonly [string, string]>
  readonly cannotLink?: Iterable<readonly [string, string]>
  /** Clusters of an earlier run, whose ids are kept. */
  readonly previous?: readonly Cluster[]
  /** Groups join while their mean log-odds are above this. */
  readonly level?: number
}

/** A pair that was not scored counts as this. */
const MISSING = -1
/** No pair counts for more, so that one sure pair does not carry two groups. */
const MOST = 5

/** Groups of two and more, in the order of their first person. */
export function clusterPersons(
  edges: Iterable<Edge>,
  { mustLink = [], cannotLink = [], previous = [], level = 0 }: ClusterOptions = {},
): readonly Cluster[] {
  const linkage = new Linkage()
  for (const { a, b, logOdds } of edges) linkage.connect(a, b, Math.min(logOdds, MOST))
  for (const [a, b] of cannotLink) linkage.keepApart(a, b)
  for (const [a, b] of mustLink) linkage.joinAtOnce(a, b)
  linkage.run(level)
  return named(linkage.groups(), previous)
}

class Linkage {
  private readonly numbers = new Map<string, number>()
  private readonly persons: string[] = []
  private readonly parent: number[] = []
  private readonly members: number[][] = []
  /** Of each group, the sum of log-odds and the number of scored pairs to others. */
  private readonly links: Map<number, { sum: number; pairs: number }>[] = []
  private readonly apart: Set<number>[] = []
  private readonly heap = new PairHeap()

  connect(a: string, b: string, logOdds: number): void {
    const [x, y] = [this.numberOf(a), this.numberOf(b)]
    if (x === y || this.links[x]?.has(y)) return
    this.links[x]?.set(y, { sum: logOdds, pairs: 1 })
    this.links[y]?.set(x, { sum: logOdds, pairs: 1 })
  }

  keepApart(a: string, b: string): void {
    const [x, y] = [this.numberOf(a), this.numberOf(b)]
    this.apart[x]?.add(y)
    this.apart[y]?.add(x)
  }

  joinAtOnce(a: string, b: string): void {
    const [x, y] = [this.rootOf(this.numberOf(a)), this.rootOf(this.numberOf(b))]
    if (x !== y && !this.apart[x]?.has(y)) this.join(x, y)
  }

  run(level: number): void {
    this.links.forEach((links, x) => {
      if (this.parent[x] === x) for (const y of links.keys()) if (x < y) this.offer(x, y, level)
    })
    for (let pair = this.heap.take(); pair; pair = this.heap.take()) {
      const [x, y] = [pair.x, pair.y]
      if (this.parent[x] !== x || this.parent[y] !== y) continue
      // An offer made before one of the two grew is no longer true.
      if (this.meanOf(x, y) !== pair.mean || this.apart[x]?.has(y)) continue
      const root = this.join(x, y)
      for (const other of this.links[root]?.keys() ?? []) this.offer(root, other, level)
    }
  }

  groups(): readonly (readonly string[])[] {
    return this.members
      .filter((members, root) => this.parent[root] === root && members.length > 1)
      .map((members) => members.map((member) => this.persons[member] ?? '').sort())
  }

  private offer(x: number, y: number, level: number): void {
    if (this.apart[x]?.has(y)) return
    const mean = this.meanOf(x, y)
    if (mean > level) this.heap.add({ x: Math.min(x, y), y: Math.max(x, y), mean })
  }

  private meanOf(x: number, y: number): number {
    const link = this.links[x]?.get(y)
    const all = (this.members[x]?.length ?? 1) * (this.members[y]?.length ?? 1)
    if (!link) return MISSING
    return (link.sum + (all - link.pairs) * MISSING) / all
  }

  /** Joins the smaller group into the larger. */
  private join(x: number, y: number): number {
    const larger = (this.links[x]?.size ?? 0) >= (this.links[y]?.size ?? 0) ? x : y
    const smaller = larger === x ? y : x
    this.parent[smaller] = larger
    this.members[larger]?.push(...(this.members[smaller] ?? []))
    this.members[smaller] = []
    this.links[larger]?.delete(smaller)
    for (const [other, { sum, pairs }] of this.links[smaller] ?? []) {
      if (other === larger) continue
      const back = this.links[other]
      back?.delete(smaller)
      const known = this.links[larger]?.get(other)
      const total = { sum: sum + (known?.sum ?? 0), pairs: pairs + (known?.pairs ?? 0) }
      this.links[larger]?.set(other, total)
      back?.set(larger, total)
    }
    this.links[smaller]?.clear()
    for (const other of this.apart[smaller] ?? []) {
      this.apart[other]?.delete(smaller)
      this.apart[other]?.add(larger)
      this.apart[larger]?.add(other)
    }
    return larger
  }

  private rootOf(number: number): number {
    let root = number
    while (this.parent[root] !== root) root = this.parent[root] ?? root
    return root
  }

  private numberOf(person: string): number {
    const known = this.numbers.get(person)
    if (known !== undefined) return known
    const number = this.persons.length
    this.numbers.set(person, number)
    this.persons.push(person)
    this.parent.push(number)
    this.members.push([number])
    this.links.push(new Map())
    this.apart.push(new Set())
    return number
  }
}

type Offer = { readonly x: number; readonly y: number; readonly mean: number }

/** The highest mean first; of equal ones the lower numbers, so that every run does the same. */
class PairHeap {
  private readonly offers: Offer[] = []

  add(offer: Offer): void {
    const { offers } = this
    let place = offers.length
    offers.push(offer)
    while (place > 0) {
      const up = (place - 1) >> 1
      const above = offers[up]
      if (!above || !before(offer, above)) break
      offers[place] = above
      place = up
    }
    offers[place] = offer
  }

  take(): Offer | undefined {
    const { offers } = this
    const [first] = offers
    const last = offers.pop()
    if (!first || !last || offers.length === 0) return first
    let place = 0
    for (;;) {
      let down = 2 * place + 1
      const [left, right] = [offers[down], offers[down + 1]]
      if (!left) break
      if (right && before(right, left)) down += 1
      const below = offers[down]
      if (!below || !before(below, last)) break
      offers[place] = below
      place = down
    }
    offers[place] = last
    return first
  }
}

function before(a: Offer, b: Offer): boolean {
  return a.mean > b.mean || (a.mean === b.mean && (a.x < b.x || (a.x === b.x && a.y < b.y)))
}

/** Each group keeps the id of the earlier one that most of its members were in. */
function named(
  groups: readonly (readonly string[])[],
  previous: readonly Cluster[],
): readonly Cluster[] {
  const earlier = new Map(previous.flatMap(({ id, persons }) => persons.map((each) => [each, id])))
  const taken = new Set<string>()
  const wishes = groups
    .map((persons) => {
      const votes = new Map<string, number>()
      for (const person of persons) {
        const id = earlier.get(person)
        if (id !== undefined) votes.set(id, (votes.get(id) ?? 0) + 1)
      }
      const [best] = [...votes].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      return { persons, id: best?.[0], votes: best?.[1] ?? 0 }
    })
    .sort((a, b) => b.votes - a.votes || compare(a.persons[0], b.persons[0]))
  return wishes
    .map(({ persons, id }) => {
      const kept = id !== undefined && !taken.has(id) ? id : freshId(persons, taken)
      taken.add(kept)
      return { id: kept, persons }
    })
    .sort((a, b) => compare(a.persons[0], b.persons[0]))
}

function freshId([first = '']: readonly string[], taken: ReadonlySet<string>): string {
  let id = `double-${first}`
  for (let more = 2; taken.has(id); more += 1) id = `double-${first}-${more}`
  return id
}

function compare(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0
}
