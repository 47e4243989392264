/**
 * The register as name matching sees it: the distinct tokens, each name as a row of token numbers,
 * rows under the persons they belong to, and postings that lead from tokens to rows.
 */
import { FieldColumns } from './field-columns.ts'
import { FilledColumn } from './filled-column.ts'
import { IntList } from './int-list.ts'
import type { NameRecord } from './name-record.ts'
import type { NameToken } from './name-token.ts'
import { PersonNumbers } from './person-numbers.ts'
import { pairHash, Postings } from './postings.ts'
import { TokenNeighbours } from './token-neighbours.ts'
import { TokenTable } from './token-table.ts'
import type { TokenCounts } from './token-table.ts'
import { WordReader } from './word-reader.ts'
import { STARTING_WEIGHTS } from './weights.ts'
import type { MatchWeights } from './weights.ts'

/** Tokens of a name beyond these are left out of the comparison. */
export const MOST_TOKENS = 8
/** So many names are held; more are refused by name. */
const CEILING = 20_000_000

export class NameIndex {
  readonly weights: MatchWeights
  readonly tokens = new TokenTable()
  readonly neighbours: TokenNeighbours
  readonly fields = new FieldColumns()
  /** Token numbers of all rows, one after the other; row r begins at `rowStarts[r]`. */
  readonly rowTokens = new IntList()
  readonly rowStarts = new IntList()
  /** Of each token of a row, how it is written there: 0 as in the table, else a place in `forms`. */
  private readonly rowForms = new FilledColumn(0)
  private readonly forms: string[] = ['']
  private readonly formNumbers = new Map<string, number>()
  /** The person of each row. */
  readonly rowPersons = new IntList()
  /** 1 where a person has been removed. */
  removed = new Uint8Array(1024)
  /** Rows by hashed pair of tokens, and by token. */
  pairs = new Postings(1)
  singles = new Postings(1)
  private readonly persons = new PersonNumbers()
  private readonly words = new WordReader(this.tokens)
  private live = 0
  private sealed = false

  constructor(weights: MatchWeights = STARTING_WEIGHTS) {
    this.weights = weights
    this.neighbours = new TokenNeighbours(this.tokens, weights.name)
    this.rowStarts.push(0)
  }

  /** How many persons can be found. */
  get size(): number {
    return this.live
  }

  /** Ids by the number of the person; those that were removed keep theirs. */
  get personIds(): readonly string[] {
    return this.persons.ids
  }

  get rowCount(): number {
    return this.rowPersons.length
  }

  get ceiling(): number {
    return CEILING
  }

  /**
   * Adds a person, or puts what is known now in the place of what was known. Throws a RangeError
   * beyond the ceiling.
   */
  add(record: NameRecord): void {
    this.remove(record.id)
    if (this.rowCount + record.names.length > CEILING)
      throw new RangeError(
        `The name index holds ${CEILING.toLocaleString('en')} names and no more; ` +
          `${record.id} was not added.`,
      )
    const person = this.persons.add(record.id)
    this.growRemoved(person + 1)
    this.fields.set(person, record)
    for (const { value } of record.names) this.addRow(person, value)
    this.live += 1
  }

  /** Whether there was such a person to remove. */
  remove(id: string): boolean {
    const person = this.persons.find(id)
    if (person === undefined) return false
    this.persons.remove(id)
    this.removed[person] = 1
    this.live -= 1
    this.fields.clear(person)
    for (const row of this.rowsOf(person))
      for (const token of this.tokensOfRow(row)) this.tokens.changeCount(token, -1)
    return true
  }

  has(id: string): boolean {
    return this.persons.find(id) !== undefined
  }

  /** The number of a person; undefined for one who is not in the register. */
  numberOf(id: string): number | undefined {
    return this.persons.find(id)
  }

  /** Rows of one person lie together. */
  rowsOf(person: number): readonly number[] {
    const rows: number[] = []
    for (let row = this.firstRowOf(person); this.rowPersons.at(row) === person; row += 1) {
      if (row >= this.rowCount) break
      rows.push(row)
    }
    return rows
  }

  tokensOfRow(row: number): Int32Array {
    return this.rowTokens.values.subarray(this.rowStarts.at(row), this.rowStarts.at(row + 1))
  }

  /** The tokens of a row as they are written there. */
  formsOfRow(row: number): readonly NameToken[] {
    const start = this.rowStarts.at(row)
    return [...this.tokensOfRow(row)].flatMap((id, at) => {
      const token = this.tokens.tokens[id]
      const form = this.rowForms.at(start + at)
      return token ? [form === 0 ? token : { ...token, form: this.forms[form] ?? '' }] : []
    })
  }

  private formNumber(form: string): number {
    const known = this.formNumbers.get(form)
    if (known !== undefined) return known
    const number = this.forms.length
    this.forms.push(form)
    this.formNumbers.set(form, number)
    return number
  }

  /** How often each token stands here, for other parts of a register that is split among threads. */
  takeTokenCounts(): TokenCounts {
    return this.tokens.takeCounts()
  }

  /**
   * Counts the tokens of another part as well, so that all parts weigh them alike. Called before
   * `seal`, once for each of the others.
   */
  addTokenCounts(counts: TokenCounts): void {
    this.tokens.addCounts(counts)
  }

  /** Packs everything for speed. Called once the register has been read; adding goes on afterwards. */
  seal(): void {
    this.tokens.seal()
    this.rowTokens.trim()
    this.rowForms.trim(this.rowTokens.length)
    this.rowStarts.trim()
    this.rowPersons.trim()
    this.fields.trim(this.personIds.length)
    this.sealed = true
    this.pairs = new Postings(bucketsFor(this.rowCount * 4))
    const { mask } = this.pairs
    this.pairs.seal((post) => {
      for (let row = 0; row < this.rowCount; row += 1) this.postPairs(row, mask, post)
    })
    this.singles = new Postings(bucketsFor(this.tokens.size * 4))
    this.singles.seal((post) => {
      for (let row = 0; row < this.rowCount; row += 1) this.postSingles(row, post)
    })
  }

  private addRow(person: number, name: string): void {
    const row = this.rowCount
    const start = this.rowTokens.length
    this.words.read(name, MOST_TOKENS, (token, form) => {
      if (form !== this.tokens.tokens[token]?.form)
        this.rowForms.set(this.rowTokens.length, this.formNumber(form))
      this.rowTokens.push(token)
    })
    if (this.rowTokens.length === start) return
    this.rowStarts.push(this.rowTokens.length)
    this.rowPersons.push(person)
    if (!this.sealed) return
    this.postPairs(row, this.pairs.mask, (bucket, item) => this.pairs.add(bucket, item))
    this.postSingles(row, (bucket, item) => this.singles.add(bucket, item))
  }

  private postPairs(row: number, mask: number, post: (bucket: number, item: number) => void): void {
    const { values } = this.rowTokens
    const [start, end] = [this.rowStarts.at(row), this.rowStarts.at(row + 1)]
    for (let i = start; i < end; i += 1)
      for (let j = i + 1; j < end; j += 1)
        post(pairHash(values[i] ?? 0, values[j] ?? 0) & mask, row)
  }

  private postSingles(row: number, post: (bucket: number, item: number) => void): void {
    const { values } = this.rowTokens
    const { mask } = this.singles
    for (let i = this.rowStarts.at(row), end = this.rowStarts.at(row + 1); i < end; i += 1)
      post((values[i] ?? 0) & mask, row)
  }

  private firstRowOf(person: number): number {
    let [low, high] = [0, this.rowCount]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.rowPersons.at(middle) < person) low = middle + 1
      else high = middle
    }
    return low
  }

  private growRemoved(persons: number): void {
    if (persons <= this.removed.length) return
    const grown = new Uint8Array(persons + (persons >> 1))
    grown.set(this.removed)
    this.removed = grown
  }
}

function bucketsFor(postings: number): number {
  let buckets = 1024
  while (buckets < postings) buckets *= 2
  return buckets
}
