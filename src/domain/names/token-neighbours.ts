/**
 * Which tokens of the register may be the same name as a given one, and how much each tells.
 *
 * The weight of a neighbour is log P(it is written so | same name) − log P(it is written so), over
 * the vocabulary of this register: a common form tells little, and a form that is nearer to another
 * common name tells less. Worked out once for each distinct token and kept.
 */
import { LetterReader } from './letter-reader.ts'
import { groupBy } from '../basics/collections.ts'
import { editsBetween } from './edits.ts'
import { nameFormsOf } from './name-forms.ts'
import type { NameToken, Phonemes, ScriptCode } from './name-token.ts'
import { toPhonemes } from './phonemes.ts'
import { spread } from './postings.ts'
import { skeletonsOf } from './skeletons.ts'
import type { TokenTable } from './token-table.ts'
import type { NameRelation } from './name-record.ts'
import type { NameWeights } from './weights.ts'

export type Neighbours = {
  readonly token: NameToken
  readonly readings: readonly Phonemes[]
  /** Numbers of tokens of the table, the heaviest first. */
  readonly ids: Int32Array
  /** Nats, normalised and capped. */
  readonly weights: Float32Array
  readonly nicknames: ReadonlySet<number>
  /** What is taken from letter odds, since other tokens of the register are likely too. */
  readonly norm: number
  /** The same but for the token itself: for a longer word that the token may be a part of. */
  readonly normOfOthers: number
  /** Size of the table when this was worked out. */
  readonly upTo: number
}

/** A token of theirs stands for a token of ours in this share of the places where it stands. */
export type TokenHabit = {
  readonly theirs: NameToken
  readonly ours: NameToken
  readonly share: number
}

const MOST_COMPARED = 250
/** A slip makes two words likely to be one, not sure to be. */
const MOST_BY_SLIP = 4.5
const RARE = 2e-5
const MEANT = 0.6
const CACHE_LIMIT = 60_000
const FORM_SCRIPTS: readonly ScriptCode[] = ['Latn', 'Cyrl', 'Arab', 'Hebr', 'Geor', 'Armn', 'Grek']

export class TokenNeighbours {
  private readonly cache = new Map<string, Neighbours>()
  private hits = new Uint8Array(0)
  private found = new Int32Array(0)
  private ranks = new Uint8Array(0)
  private readonly table: TokenTable
  private readonly weights: NameWeights

  /** Habits of writing that a list has shown: the forms of ours that a token of theirs stands for. */
  private readonly habits: ReadonlyMap<string, readonly TokenHabit[]>
  /** Neighbours of tokens without a habit are the same with and without a list. */
  private readonly parent: TokenNeighbours | undefined
  private readonly compared: number
  private readonly kept: number

  constructor(
    table: TokenTable,
    weights: NameWeights,
    {
      habits = [],
      parent,
      compared = MOST_COMPARED,
      kept = CACHE_LIMIT,
    }: {
      readonly habits?: readonly TokenHabit[]
      readonly parent?: TokenNeighbours
      /** So many tokens are compared with one, at most. */
      readonly compared?: number
      /** The neighbours of so many tokens are kept. */
      readonly kept?: number
    } = {},
  ) {
    this.table = table
    this.weights = weights
    this.habits = groupBy(habits, ({ theirs }) => tokenName(theirs))
    this.parent = parent
    this.compared = compared
    this.kept = kept
  }

  has(token: NameToken): boolean {
    return this.habits.has(tokenName(token))
  }

  of(token: NameToken): Neighbours {
    const key = tokenName(token)
    if (this.parent && !this.habits.has(key)) return this.parent.of(token)
    const known = this.cache.get(key)
    if (known?.upTo === this.table.size) return known
    if (this.cache.size >= this.kept) this.cache.clear()
    const found = token.role === 'initial' ? this.ofInitial(token) : this.ofName(token)
    this.cache.set(key, found)
    return found
  }

  private ofName(token: NameToken): Neighbours {
    const { table, weights } = this
    const readings = toPhonemes(token.key, token.script)
    const own = table.findKey(token.key, token.script)
    const compared = this.gather(readings, token.script, own)
    const nicknames = this.formsOf(token, own)
    const odds = new Map<number, number>()
    const reader = new LetterReader(readings, token, table)
    let others = 1
    for (const id of compared) {
      const told = reader.odds(id) + (id === own ? weights.exact : 0)
      odds.set(id, told)
      if (id !== own) others += table.share(id) * Math.exp(Math.min(told, 40))
    }
    for (const { ours, share } of this.habits.get(tokenName(token)) ?? []) {
      const id = table.find(ours)
      if (id === undefined) continue
      const told = Math.log(share / Math.max(table.share(id), 1e-6))
      odds.set(id, Math.max(odds.get(id) ?? -Infinity, told))
    }
    let sum = 1
    for (const [id, told] of odds) sum += table.share(id) * Math.exp(Math.min(told, 40))
    const norm = Math.log(sum)
    const told = new Map<number, number>()
    for (const [id, value] of odds) told.set(id, Math.max(value - norm, this.slip(token, id)))
    let nicknameShare = 1e-6
    for (const id of nicknames) nicknameShare += table.share(id)
    const byNickname = Math.log(weights.nickname / nicknameShare) - this.meant(token)
    for (const id of nicknames) told.set(id, Math.max(told.get(id) ?? -Infinity, byNickname))
    return this.pack(token, readings, told, { norm, normOfOthers: Math.log(others) }, nicknames)
  }

  /**
   * Odds that two words of one script differ by slips of the pen, by lost or mistaken letters only. Not
   * in Han: there another sign is another name.
   */
  slip(token: NameToken, id: number): number {
    const other = this.table.tokens[id]
    if (!other || other.script !== token.script || token.script === 'Hani') return -Infinity
    const shorter = Math.min(token.key.length, other.key.length)
    const most = shorter < 3 ? 0 : shorter < 6 ? 1 : 2
    const slips = editsBetween(token.key, other.key, most)
    if (slips > most || slips === 0) return -Infinity
    const told =
      slips * Math.log(this.weights.slip) - Math.log(Math.max(this.table.share(id), RARE))
    return Math.min(told - this.meant(token), MOST_BY_SLIP)
  }

  /** A form that stands in many names is meant, and less likely a slip or a short form of another. */
  private meant(token: NameToken): number {
    const own = this.table.findKey(token.key, token.script)
    return own === undefined ? 0 : MEANT * Math.log(Math.max(this.table.share(own), RARE) / RARE)
  }

  private pack(
    token: NameToken,
    readings: readonly Phonemes[],
    told: ReadonlyMap<number, number>,
    norms: Pick<Neighbours, 'norm' | 'normOfOthers'>,
    nicknames: ReadonlySet<number>,
  ): Neighbours {
    const { cap, least, most, scale } = this.weights
    const ranked = [...told]
      .map(([id, value]) => {
        const weight = Math.min(cap, value)
        return [id, weight > 0 ? weight * scale : weight] as const
      })
      .filter(([, weight]) => weight > least)
      .sort(([a, x], [b, y]) => y - x || a - b)
      .slice(0, most)
    return {
      token,
      readings,
      ids: Int32Array.from(ranked, ([id]) => id),
      weights: Float32Array.from(ranked, ([, weight]) => weight),
      nicknames,
      ...norms,
      upTo: this.table.size,
    }
  }

  /** Tokens that share skeletons with one of the readings: those likeliest to be the same name. */
  private gather(
    readings: readonly Phonemes[],
    script: ScriptCode,
    own: number | undefined,
  ): readonly number[] {
    this.makeRoom()
    const { hits, found } = this
    const { starts, items, mask, later } = this.table.skeletons
    let count = 0
    const take = (id: number) => {
      const before = hits[id] ?? 0
      if (before === 0) found[count++] = id
      hits[id] = before + 1
    }
    for (const bucket of bucketsOf(readings, script, mask)) {
      const end = starts[bucket + 1] ?? 0
      for (let at = starts[bucket] ?? 0; at < end; at += 1) take(items[at] ?? 0)
      if (later.size > 0) later.get(bucket)?.forEach(take)
    }
    if (own !== undefined) {
      if ((hits[own] ?? 0) === 0) found[count++] = own
      hits[own] = 60
    }
    const chosen =
      count <= this.compared
        ? [...found.subarray(0, count)]
        : this.likeliest(count, readings[0]?.length ?? 0)
    for (let at = 0; at < count; at += 1) hits[found[at] ?? 0] = 0
    return chosen
  }

  /** Those that share most skeletons, are as long, and are common: they decide most. */
  private likeliest(count: number, length: number): number[] {
    const { table, hits, found, ranks } = this
    const perRank = new Int32Array(256)
    for (let at = 0; at < count; at += 1) {
      const id = found[at] ?? 0
      const common = 32 - Math.clz32(table.counts.at(id))
      const apart = Math.abs(table.lengthOf(id) - length)
      const rank = Math.min(Math.max(8 * (hits[id] ?? 0) + common - 2 * apart, 0) + 8, 255)
      ranks[at] = rank
      perRank[rank] = (perRank[rank] ?? 0) + 1
    }
    let least = 255
    for (let above = 0; least > 0; least -= 1) {
      above += perRank[least] ?? 0
      if (above >= this.compared) break
    }
    const chosen: number[] = []
    for (let at = 0; at < count; at += 1) if ((ranks[at] ?? 0) > least) chosen.push(found[at] ?? 0)
    for (let at = 0; at < count && chosen.length < this.compared; at += 1)
      if (ranks[at] === least) chosen.push(found[at] ?? 0)
    return chosen
  }

  private makeRoom(): void {
    const { size } = this.table
    if (this.hits.length >= size) return
    const room = size + (size >> 2) + 1024
    this.hits = new Uint8Array(room)
    this.found = new Int32Array(room)
    this.ranks = new Uint8Array(room)
  }

  private formsOf(token: NameToken, own: number | undefined): ReadonlySet<number> {
    const found = new Set<number>()
    for (const form of nameFormsOf(token.key))
      for (const script of FORM_SCRIPTS) {
        const id = this.table.findKey(form, script)
        if (id !== undefined && id !== own) found.add(id)
      }
    return found
  }

  /** An initial has no neighbours of its own; it is set against tokens when names are scored. */
  private ofInitial(token: NameToken): Neighbours {
    const readings = toPhonemes(token.key, token.script)
    return this.pack(token, readings, new Map(), { norm: 0, normOfOthers: 0 }, new Set())
  }

  relationOf(neighbours: Neighbours, id: number): NameRelation {
    const other = this.table.tokens[id]
    const { token } = neighbours
    if (!other) return 'conflict'
    if (other.script === token.script && other.key === token.key) return 'exact'
    if (neighbours.nicknames.has(id)) return 'nickname'
    return other.script === token.script ? 'variant' : 'cross-script'
  }
}

/** One text for equal tokens. */
export function tokenName({ script, role, key }: NameToken): string {
  return `${script} ${role === 'initial' ? '.' : ''}${key}`
}

function bucketsOf(
  readings: readonly Phonemes[],
  script: ScriptCode,
  mask: number,
): ReadonlySet<number> {
  const buckets = new Set<number>()
  for (const reading of readings)
    for (const skeleton of skeletonsOf(reading, script)) buckets.add(spread(skeleton) & mask)
  return buckets
}
