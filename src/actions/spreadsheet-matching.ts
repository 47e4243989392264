/**
 * Who of the register the rows of a table may be, and which of the rows may be one person (rules R284).
 * The import asks for exact names, candidates and pairs alone; how names are held stays in here and in
 * the name service.
 */
import { setImmediate } from 'node:timers/promises'
import type { PersonId, ProgrammeId } from '../domain/basics/ids.ts'
import { decisionOf, type MatchCandidate, type NameRecord } from '../domain/names/match-names.ts'
import { probabilityOf } from '../domain/names/matcher.ts'
import { STARTING_WEIGHTS } from '../domain/names/weights.ts'
import type { Reader } from '../store/database/reader-writer.ts'
import { readPersonNames } from '../store/persons.ts'
import type { Keyring } from '../store/protection/subject-keys.ts'
import type { Context } from './context.ts'
import { lookUpList } from './name-lists.ts'
import { ofPersons } from './name-matches.ts'
import { namesOf } from './name-service.ts'
import { ownThread, workerThread } from './name-threads.ts'

/** Told how many of all are done; throws when the work is given up. */
export type Watch = {
  readonly onProgress: (done: number, of: number) => void
  readonly signal?: AbortSignal
}

export type NamesOnRecord = {
  /** All who ever bore one of the names that were asked for, as it is written. */
  readonly personsNamed: (name: string) => readonly PersonId[]
  /** Of the ids that were asked for. */
  readonly has: (person: string) => boolean
}

/** Reads all names on record once; those of erased persons are gone. */
export async function namesOnRecord(
  db: Reader,
  keyring: Keyring,
  programme: ProgrammeId,
  wanted: { readonly names: ReadonlySet<string>; readonly ids: ReadonlySet<string> },
  signal?: AbortSignal,
): Promise<NamesOnRecord> {
  const bearers = new Map<string, Set<PersonId>>()
  const there = new Set<string>()
  for await (const page of readPersonNames(db, keyring, programme)) {
    for (const { person, name } of page) {
      if (wanted.ids.has(person)) there.add(person)
      if (!wanted.names.has(name)) continue
      const own = bearers.get(name)
      if (own) own.add(person)
      else bearers.set(name, new Set([person]))
    }
    // The embedded engine never waits for anything outside; without this, no one could give up.
    await setImmediate()
    signal?.throwIfAborted()
  }
  return {
    personsNamed: (name) => [...(bearers.get(name) ?? [])],
    has: (person) => there.has(person),
  }
}

const MOST_CANDIDATES = 5

/** Of each record those of the register that it may be, best first; empty where it is nobody known. */
export async function candidatesOf(
  { database, today }: Context,
  keyring: Keyring,
  programme: ProgrammeId,
  records: readonly NameRecord[],
  { onProgress, signal }: Watch,
): Promise<readonly (readonly MatchCandidate[])[]> {
  if (records.length === 0) return []
  const names = await unlessGivenUp(namesOf(database, keyring, programme), signal)
  if (names.persons === 0) return records.map(() => [])
  // Entries that are merged fall together.
  const found = await lookUpList(names, records, MOST_CANDIDATES + 2, {
    onProgress,
    ...(signal && { signal }),
  })
  const merged = names.mergedOn(today)
  return found.map((candidates) => {
    const persons = ofPersons(candidates, merged).slice(0, MOST_CANDIDATES)
    return decisionOf(persons) === 'new' ? [] : persons
  })
}

export type Pair = {
  readonly earlier: string
  readonly later: string
  readonly probability: number
}

/** Tables up to these are compared in the process itself, larger ones in threads. */
const IN_PROCESS = 500
const ONE_THREAD = 20_000
/** The work is shared into so many parts, so that it can be given up between them. */
const PARTS = 16
const RECORDS_AT_ONCE = 5000
const LEAST_PROBABILITY = 0.5

/** Records that may be one person, each pair once, the earlier record first. */
export async function pairsWithin(
  records: readonly NameRecord[],
  { onProgress, signal }: Watch,
): Promise<readonly Pair[]> {
  if (records.length < 2) return []
  const threads =
    records.length <= IN_PROCESS
      ? [ownThread()]
      : Array.from({ length: records.length <= ONE_THREAD ? 1 : 2 }, () => workerThread())
  try {
    const all = <T>(ask: (thread: (typeof threads)[number]) => Promise<T>) =>
      unlessGivenUp(Promise.all(threads.map(ask)), signal)
    await all((thread) => thread.ask('soon', 'begin', STARTING_WEIGHTS))
    for (let at = 0; at < records.length; at += RECORDS_AT_ONCE)
      await all((thread) => thread.ask('soon', 'add', records.slice(at, at + RECORDS_AT_ONCE)))
    await all((thread) => thread.ask('soon', 'seal'))
    const places = new Map(records.map(({ id }, place) => [id, place]))
    const pairs: Pair[] = []
    let [next, done] = [0, 0]
    const work = async (thread: (typeof threads)[number]) => {
      while (next < PARTS) {
        const part = { rest: next++, of: PARTS }
        for (const { a, b, logOdds } of await thread.ask(
          'soon',
          'scoreDoubles',
          part,
          'in general',
        )) {
          const probability = probabilityOf(logOdds, STARTING_WEIGHTS)
          if (probability < LEAST_PROBABILITY) continue
          const isInOrder = (places.get(a) ?? 0) < (places.get(b) ?? 0)
          pairs.push({ earlier: isInOrder ? a : b, later: isInOrder ? b : a, probability })
        }
        done += 1
        onProgress(Math.floor((records.length * done) / PARTS), records.length)
        await setImmediate()
        signal?.throwIfAborted()
      }
    }
    await all(work)
    return pairs
  } finally {
    await Promise.all(threads.map((thread) => thread.end()))
  }
}

/** What is awaited, or the signal's reason as soon as it is given. */
async function unlessGivenUp<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work
  signal.throwIfAborted()
  const stop = new AbortController()
  const given = new Promise<never>((_, reject) => {
    const onAbort = () => reject(signal.reason as Error) // what it was given up with
    signal.addEventListener('abort', onAbort, { signal: stop.signal })
  })
  work.catch(() => undefined) // thrown where it is awaited, or no longer asked for
  try {
    return await Promise.race([work, given])
  } finally {
    stop.abort()
  }
}
