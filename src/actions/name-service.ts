/**
 * The names of each register in the server's memory beside the store (rules R261–R264).
 *
 * The index is built from the store when it is first asked for, in threads: each of them holds the
 * whole register, so that every thread says the same, and a list is shared among them. It is brought up
 * to date by whatever was written since, which the end of the audit chain tells. One building at a time;
 * who asks meanwhile waits, and can ask how far it is. An erasure, which must leave nothing behind, and
 * a store that was put back make it be read anew. Beyond a ceiling it is not held at all.
 */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import { groupBy } from '../domain/basics/collections.ts'
import type { ProgrammeId } from '../domain/basics/ids.ts'
import type { MergeEntry } from '../domain/cases/merge.ts'
import { MergedPersons } from '../domain/cases/merged-persons.ts'
import { learnFromDecisions } from '../domain/names/match-names.ts'
import type { MatchWeights, NameRecord } from '../domain/names/match-names.ts'
import { STARTING_WEIGHTS } from '../domain/names/weights.ts'
import { findAuditHead, isInChain, type AuditHead } from '../store/audit.ts'
import { hasRowsAfter } from '../store/database/read-rows.ts'
import type { Database } from '../store/database/reader-writer.ts'
import { listMerges } from '../store/merges.ts'
import { listNameDecisions } from '../store/name-decisions.ts'
import {
  countNames,
  listNamesOfPersons,
  listPersonsWrittenAfter,
  readNamesByPerson,
  type NamesOfPersons,
} from '../store/name-index-rows.ts'
import type { Keyring } from '../store/protection/subject-keys.ts'
import { ActionRefused } from './errors.ts'
import { endWithStore } from './held-with-store.ts'
import { reviewsIn } from './name-decision-content.ts'
import type { Given, NameCall, Told } from './name-jobs.ts'
import { nameLimits, tooLarge } from './name-limits.ts'
import { nameRecordOf } from './name-records.ts'
import { NamesGone, ownThread, workerThread, type NameThread } from './name-threads.ts'

/** Names up to these are looked through so fast that they need no thread. */
const IN_PROCESS = 1_000
/** Up to these one thread is enough. */
const ONE_THREAD = 100_000
/** If more of the register than this share was written about, reading it anew is faster. */
const ANEW_FROM = 0.2
const FEW = 10_000

export type NameState =
  | { readonly is: 'reading'; readonly read: number; readonly of: number }
  | { readonly is: 'ready'; readonly persons: number }
  | { readonly is: 'too-large'; readonly sentence: string }

/** The names of one register. */
export class RegisterNames {
  readonly #database: Database
  readonly #programme: ProgrammeId
  #threads: readonly NameThread[] = []
  #head: AuditHead | undefined
  #merges: readonly MergeEntry[] = []
  #roots: { readonly on: CalendarDate; readonly merged: MergedPersons } | undefined
  #state: NameState = { is: 'reading', read: 0, of: 0 }
  #underWay: Promise<void> | undefined
  /** What the terms weigh, with what people had decided when it was built. */
  weights: MatchWeights = STARTING_WEIGHTS
  /** How many names were read when it was built. */
  size = 0
  /** Counts up whenever the index is built anew. */
  generation = 0
  /** Whom the last entries were about, since somebody took them. */
  readonly #written = new Set<string>()

  constructor(database: Database, programme: ProgrammeId) {
    this.#database = database
    this.#programme = programme
  }

  get state(): NameState {
    return this.#state
  }

  get persons(): number {
    return this.#state.is === 'ready' ? this.#state.persons : 0
  }

  /** How many threads can work at once. */
  get width(): number {
    return this.#threads.length
  }

  /** As `bringUpToDate`. Throws `ActionRefused` also where the register is beyond the ceiling. */
  async ready(keyring: Keyring): Promise<void> {
    await this.bringUpToDate(keyring)
    if (this.#state.is === 'too-large') throw new ActionRefused('invalid', this.#state.sentence)
  }

  /** Reads what was written since, or all. Throws `ActionRefused` (not-found). */
  async bringUpToDate(keyring: Keyring): Promise<void> {
    for (;;) {
      const head = await findAuditHead(this.#database, this.#programme)
      if (!head) throw new ActionRefused('not-found', `There is no programme "${this.#programme}".`)
      if (this.#head?.hash === head.hash) return
      // Who asks while it is brought up to date waits for the same, and looks again.
      this.#underWay ??= this.#bringUpTo(head, keyring).finally(() => {
        this.#underWay = undefined
      })
      await this.#underWay
    }
  }

  /** Asks the thread that has least to do; `at` asks that one. */
  ask<C extends NameCall>(
    { urgency = 'soon', at }: { readonly urgency?: 'soon' | 'later'; readonly at?: number },
    call: C,
    ...given: Given<C>
  ): Promise<Told<C>> {
    const idle = this.#threads.toSorted((a, b) => a.waiting() - b.waiting())
    const thread = at === undefined ? idle[0] : this.#threads[at]
    if (!thread) return Promise.reject(readAnew())
    return thread.ask(urgency, call, ...given).catch(inWords)
  }

  askAll<C extends NameCall>(call: C, ...given: Given<C>): Promise<readonly Told<C>[]> {
    return Promise.all(
      this.#threads.map((thread) => thread.ask('soon', call, ...given).catch(inWords)),
    )
  }

  /** Which entries are one person, as known on the day. */
  mergedOn(day: CalendarDate): MergedPersons {
    if (this.#roots?.on !== day)
      this.#roots = { on: day, merged: new MergedPersons(this.#merges, day) }
    return this.#roots.merged
  }

  /** Who was written about since this was last asked. */
  takeWritten(): readonly string[] {
    const written = [...this.#written]
    this.#written.clear()
    return written
  }

  async end(): Promise<void> {
    const threads = this.#threads
    this.#threads = []
    this.#head = undefined
    this.size = 0
    this.#state = { is: 'reading', read: 0, of: 0 }
    await Promise.all(threads.map((thread) => thread.end()))
  }

  async #bringUpTo(head: AuditHead, keyring: Keyring): Promise<void> {
    const before = this.#head
    if (!before || !(await this.#canGoOn(before))) await this.#build(keyring)
    else if (this.#state.is === 'ready') await this.#catchUp(before, keyring)
    else await this.#build(keyring)
    this.#head = head
  }

  /** Not past an erasure, and not where an older store was put in the place of the one that was read. */
  async #canGoOn(before: AuditHead): Promise<boolean> {
    const [db, programme] = [this.#database, this.#programme]
    if (!(await isInChain(db, programme, before))) return false
    return !(await hasRowsAfter(db, 'erasure', programme, before.lastEntry))
  }

  async #catchUp(before: AuditHead, keyring: Keyring): Promise<void> {
    const [db, programme] = [this.#database, this.#programme]
    const written = await listPersonsWrittenAfter(db, programme, before.lastEntry)
    if (written.length > Math.max(FEW, this.persons * ANEW_FROM)) return this.#build(keyring)
    if (written.length > 0) {
      const records = recordsOf(await listNamesOfPersons(db, keyring, programme, written))
      const named = new Set(records.map(({ id }) => id))
      const gone = written.filter((person) => !named.has(person))
      const [persons = 0] = await this.askAll('change', records, gone)
      for (const person of written) this.#written.add(person)
      this.#state = { is: 'ready', persons }
    }
    if (await hasRowsAfter(db, 'person_merge', programme, before.lastEntry))
      await this.#readMerges(keyring)
  }

  async #build(keyring: Keyring): Promise<void> {
    await this.end()
    const { mostNames, threads } = nameLimits()
    const [db, programme] = [this.#database, this.#programme]
    const of = await countNames(db, programme, mostNames + 1)
    if (of > mostNames) {
      this.#state = { is: 'too-large', sentence: tooLarge(mostNames) }
      return
    }
    makeRoom(db, this, mostNames - of)
    this.#state = { is: 'reading', read: 0, of }
    const made =
      of <= IN_PROCESS
        ? [ownThread()]
        : Array.from({ length: of <= ONE_THREAD ? 1 : threads }, () => workerThread())
    try {
      const decisions = await listNameDecisions(db, keyring, programme)
      const weights = learnFromDecisions(STARTING_WEIGHTS, reviewsIn(decisions))
      await Promise.all(made.map((thread) => thread.ask('soon', 'begin', weights)))
      let [read, taken] = [0, Promise.resolve<unknown>(undefined)]
      for await (const page of readNamesByPerson(db, keyring, programme)) {
        const records = recordsOf(page)
        // One page is taken in while the next is read, and no more than one waits.
        await taken
        taken = Promise.all(made.map((thread) => thread.ask('soon', 'add', records)))
        taken.catch(() => undefined) // thrown where it is awaited
        this.#state = { is: 'reading', read: (read += page.names.length), of: Math.max(of, read) }
      }
      await taken
      const [persons = 0] = await Promise.all(made.map((thread) => thread.ask('soon', 'seal')))
      await this.#readMerges(keyring)
      this.weights = weights
      this.size = of
      this.generation += 1
      this.#written.clear()
      this.#threads = made
      this.#state = { is: 'ready', persons }
    } catch (error) {
      await Promise.all(made.map((thread) => thread.end()))
      throw error
    }
  }

  async #readMerges(keyring: Keyring): Promise<void> {
    this.#merges = await listMerges(this.#database, keyring, this.#programme)
    this.#roots = undefined
  }
}

function readAnew(): ActionRefused {
  return new ActionRefused('out-of-date', 'The register was read anew meanwhile. Ask again.')
}

function inWords(error: unknown): never {
  throw error instanceof NamesGone ? readAnew() : error
}

export function recordsOf({ names, categories }: NamesOfPersons): readonly NameRecord[] {
  return [...groupBy(names, ({ person }) => person)].flatMap(([person, rows]) => {
    const record = nameRecordOf(rows, categories.get(person))
    return record ? [record] : []
  })
}

/** Those of an open store, the one used last at the end. */
const held = new WeakMap<Database, Map<ProgrammeId, RegisterNames>>()

/** The names of a register, up to date. Throws `ActionRefused`: not-found, or beyond the ceiling. */
export async function namesOf(
  database: Database,
  keyring: Keyring,
  programme: ProgrammeId,
): Promise<RegisterNames> {
  const names = heldNames(database, programme)
  await names.ready(keyring)
  return names
}

/** The same as they are, for asking how far they are. */
export function heldNames(database: Database, programme: ProgrammeId): RegisterNames {
  const all = held.get(database) ?? holding(database)
  const names = all.get(programme) ?? new RegisterNames(database, programme)
  all.delete(programme)
  all.set(programme, names)
  return names
}

/** The indexes are given up with the store. */
function holding(database: Database): Map<ProgrammeId, RegisterNames> {
  const all = new Map<ProgrammeId, RegisterNames>()
  held.set(database, all)
  endWithStore(database, async () => {
    held.delete(database)
    await Promise.all([...all.values()].map((names) => names.end()))
  })
  return all
}

/** What was used longest ago gives way. */
function makeRoom(database: Database, keep: RegisterNames, room: number): void {
  const others = [...(held.get(database)?.values() ?? [])].filter((names) => names !== keep)
  let taken = others.reduce((sum, { size }) => sum + size, 0)
  for (const names of others) {
    if (taken <= room) return
    taken -= names.size
    void names.end()
  }
}
