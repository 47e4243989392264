/**
 * The distinct tokens of a register, each under a number, with how often it stands there. All work
 * on letters is done once for each of them.
 */
import { IntList } from './int-list.ts'
import { letterOdds } from './letter-odds.ts'
import type { NameToken, Phonemes, ScriptCode } from './name-token.ts'
import { toPhonemes } from './phonemes.ts'
import { Postings, spread } from './postings.ts'
import { skeletonsOf } from './skeletons.ts'

export type TokenCounts = {
  readonly tokens: readonly NameToken[]
  readonly counts: Int32Array
}

/** Letter odds of two single sounds above this are of one letter. */
const ALIKE = 0.7
const SKELETON_BUCKETS = 1 << 19

/**
 * Of four names on record each is not a name in four: those that come in are from a world of names, of
 * which a small register has seen little. Its frequencies are read as if it had so many tokens.
 */
const LEAST_TOKENS = 60_000

export class TokenTable {
  readonly tokens: NameToken[] = []
  /** The sounds of each token, the likeliest reading first. */
  readonly readings: (readonly Phonemes[])[] = []
  /** How many names hold the token. */
  readonly counts = new IntList()
  total = 0
  readonly skeletons = new Postings(SKELETON_BUCKETS)
  /** How each token begins, by number. */
  private readonly beginnings = new IntList()
  private readonly beginningNumbers = new Map<string, number>()
  private readonly beginningTokens: NameToken[] = []
  /** 1 for an initial, 2 for a patronymic. */
  flags = new Uint8Array(1024)
  private lengths = new Uint8Array(1024)
  /** How many names hold a token that begins so. */
  private readonly beginningCounts: number[] = []
  private readonly numbers = new Map<string, Map<string, number>>()
  private sealedTo = 0

  get size(): number {
    return this.tokens.length
  }

  /** The number of the token; undefined when no name holds it. */
  find(token: NameToken): number | undefined {
    return this.numbers.get(groupOf(token))?.get(token.key)
  }

  /** The number of a key in a script, for looking up other forms of a name. */
  findKey(key: string, script: ScriptCode): number | undefined {
    return this.numbers.get(script)?.get(key)
  }

  /** The number of the token, a new one if it has none, counted once more. */
  count(token: NameToken, times = 1): number {
    const id = this.find(token) ?? this.add(token)
    this.changeCount(id, times)
    return id
  }

  changeCount(id: number, by: number): void {
    this.counts.values[id] = this.counts.at(id) + by
    this.total += by
    const beginning = this.beginnings.at(id)
    this.beginningCounts[beginning] = (this.beginningCounts[beginning] ?? 0) + by
  }

  /** Share of all tokens that are this one; in a small register, of as many as a larger one holds. */
  share(id: number): number {
    return this.counts.at(id) / Math.max(this.total, LEAST_TOKENS)
  }

  /** One token in how many, here, is this one. */
  oneIn(id: number): number {
    return this.total / Math.max(this.counts.at(id), 1)
  }

  /** Nats told where the token begins as the initial does; undefined where it does not. */
  initialTells(initial: NameToken, id: number): number | undefined {
    const beginning = this.beginnings.at(id)
    const known = this.tokens[id]?.role === 'initial' ? this.tokens[id] : undefined
    const example = known ?? this.beginningTokens[beginning]
    if (!example || !beginsAlike(initial, example)) return undefined
    return Math.log((this.total + 1) / ((this.beginningCounts[beginning] ?? 0) + 1))
  }

  /** The same where the initial is ours and the token theirs, which may stand nowhere else. */
  tellsAsInitial(token: NameToken, initial: NameToken): number | undefined {
    if (!beginsAlike(initial, token)) return undefined
    const beginning = this.beginningNumbers.get(initial.script + initial.key.charAt(0))
    const count = beginning === undefined ? 0 : (this.beginningCounts[beginning] ?? 0)
    return Math.log((this.total + 1) / (count + 1))
  }

  /** How many sounds the token has in its likeliest reading. */
  lengthOf(id: number): number {
    return this.lengths[id] ?? 0
  }

  /** Tokens whose letters, or whose first sounds, are those of the one given; common ones first. */
  startingWith(token: NameToken, most: number): readonly number[] {
    const found = new Set<number>()
    const collect = (order: Sorted, prefix: string) => {
      let [low, high] = [0, order.ids.length]
      while (low < high) {
        const middle = (low + high) >> 1
        if ((order.texts[middle] ?? '') < prefix) low = middle + 1
        else high = middle
      }
      for (let at = low; order.texts[at]?.startsWith(prefix); at += 1) found.add(order.ids[at] ?? 0)
    }
    this.sort()
    collect(this.byKey, token.key)
    for (const reading of toPhonemes(token.key, token.script))
      if (reading.length > 1) collect(this.bySound, soundText(reading))
    for (let id = this.byKey.ids.length; id < this.size; id += 1)
      if (this.tokens[id]?.key.startsWith(token.key)) found.add(id)
    return [...found].sort((a, b) => this.counts.at(b) - this.counts.at(a) || a - b).slice(0, most)
  }

  private byKey: Sorted = { ids: [], texts: [] }
  private bySound: Sorted = { ids: [], texts: [] }

  /** Sorts anew when the table has grown by a good part; between, the newest are read one by one. */
  private sort(): void {
    if (this.size <= this.byKey.ids.length * 1.02 + 100 && this.byKey.ids.length > 0) return
    this.byKey = sorted(this.tokens.map(({ key }) => key))
    this.bySound = sorted(this.readings.map(([reading]) => soundText(reading ?? NO_READING)))
  }

  /** Packs what was added so far, for speed; adding goes on afterwards. */
  seal(): void {
    this.skeletons.seal((post) => {
      for (let id = 0; id < this.size; id += 1)
        for (const bucket of this.bucketsOf(id)) post(bucket, id)
    })
    this.sealedTo = this.size
    this.bucketLists.length = 0
    this.counts.trim()
  }

  /** The tokens and their counts, for another table that shares them. */
  takeCounts(): TokenCounts {
    return { tokens: this.tokens, counts: this.counts.values.slice(0, this.size) }
  }

  /** Adds the counts of another part of the same register. */
  addCounts({ tokens, counts }: TokenCounts): void {
    tokens.forEach((token, at) => this.count(token, counts[at] ?? 0))
  }

  private readonly bucketLists: number[][] = []

  private bucketsOf(id: number): readonly number[] {
    return (this.bucketLists[id] ??= this.readBuckets(id))
  }

  private readBuckets(id: number): number[] {
    const script = this.tokens[id]?.script ?? 'Zyyy'
    const buckets = new Set<number>()
    for (const reading of this.readings[id] ?? [])
      for (const skeleton of skeletonsOf(reading, script))
        buckets.add(spread(skeleton) & this.skeletons.mask)
    return [...buckets]
  }

  /** Tokens of a script that begin with one letter begin alike. */
  private beginningOf(token: NameToken): number {
    const name = token.script + token.key.charAt(0)
    const known = this.beginningNumbers.get(name)
    if (known !== undefined) return known
    const number = this.beginningTokens.length
    this.beginningNumbers.set(name, number)
    this.beginningTokens.push(token)
    this.beginningCounts.push(0)
    return number
  }

  private setFlag(id: number, flag: number): void {
    if (id >= this.flags.length) this.flags = grown(this.flags)
    this.flags[id] = flag
  }

  private setLength(id: number, length: number): void {
    if (id >= this.lengths.length) this.lengths = grown(this.lengths)
    this.lengths[id] = Math.min(length, 255)
  }

  private add(token: NameToken): number {
    const id = this.size
    this.tokens.push({ ...token })
    this.counts.push(0)
    const readings = toPhonemes(token.key, token.script)
    this.readings.push(readings)
    this.beginnings.push(this.beginningOf(token))
    this.setLength(id, readings[0]?.length ?? 0)
    this.setFlag(id, token.role === 'initial' ? 1 : token.role === 'patronymic' ? 2 : 0)
    const group = groupOf(token)
    const numbers = this.numbers.get(group)
    if (numbers) numbers.set(token.key, id)
    else this.numbers.set(group, new Map([[token.key, id]]))
    if (this.sealedTo > 0) for (const bucket of this.readBuckets(id)) this.skeletons.add(bucket, id)
    return id
  }
}

/** The same letter, or across scripts a first sound that is likely to be the same. */
function beginsAlike(a: NameToken, b: NameToken): boolean {
  if (a.script === b.script) return a.key.charAt(0) === b.key.charAt(0)
  const [x] = toPhonemes(a.key, a.script)
  const [y] = toPhonemes(b.key, b.script)
  if (!x || !y) return false
  return letterOdds(x.subarray(0, 1), a.script, y.subarray(0, 1), b.script) > ALIKE
}

function grown(values: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(values.length * 2)
  larger.set(values)
  return larger
}

type Sorted = { readonly ids: readonly number[]; readonly texts: readonly string[] }

const NO_READING: Phonemes = new Uint8Array(0)

function sorted(texts: readonly string[]): Sorted {
  const ids = texts
    .map((_, id) => id)
    .sort((a, b) => {
      const [x = '', y = ''] = [texts[a], texts[b]]
      return x < y ? -1 : x > y ? 1 : a - b
    })
  return { ids, texts: ids.map((id) => texts[id] ?? '') }
}

function soundText(reading: Phonemes): string {
  return String.fromCharCode(...reading)
}

function groupOf({ script, role }: NameToken): string {
  return role === 'initial' ? `${script} initial` : script
}
