/**
 * Looks entries up in the register: who each may be, how likely, and why (rules R265–R267). Reading the
 * answer is reading the register, and is noted.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { PersonId, ProgrammeId } from '../domain/basics/ids.ts'
import { parseUncertainDate } from '../domain/basics/uncertain-date.ts'
import type { MergedPersons } from '../domain/cases/merged-persons.ts'
import { decisionOf } from '../domain/names/match-names.ts'
import type { MatchCandidate, MatchDecision, NameRecord } from '../domain/names/match-names.ts'
import { requirePermission, type Context } from './context.ts'
import { keyringOf } from './keyring.ts'
import { lookUpList } from './name-lists.ts'
import { birthDays, sexInOneWord } from './name-records.ts'
import { heldNames, namesOf } from './name-service.ts'
import { noteReading } from './read-log.ts'
import { refuseField } from './register-entries.ts'

export type EntryAsked = {
  readonly name: string
  readonly birth: string
  readonly age: number | null
  readonly sex: string
  readonly place: string
  readonly category: string
}

export type EntryFound = {
  /** Of those asked, from 1. */
  readonly row: number
  readonly decision: MatchDecision
  readonly candidates: readonly MatchCandidate[]
}

export type MatchProgress =
  | { readonly step: 'reading'; readonly done: number; readonly of: number }
  | { readonly step: 'matching'; readonly done: number; readonly of: number }

type Watch = {
  readonly onProgress?: (progress: MatchProgress) => void
  readonly signal?: AbortSignal
}

const MOST_CANDIDATES = 10
/** Who is less likely than this is left out, the likeliest excepted. */
const LEAST_LIKELY = 0.001
/** Several entries are a list, which names a person once and has ways of its own. */
const LIST_FROM = 2
const LOOK_AGAIN_MS = 200

/** Throws `ActionRefused`, and the signal's reason when it is given up. */
export async function matchEntries(
  context: Context,
  programme: ProgrammeId,
  entries: readonly EntryAsked[],
  { onProgress, signal }: Watch = {},
): Promise<readonly EntryFound[]> {
  requirePermission(context, 'register.read')
  const records = entries.map(recordAsked)
  const { database, today } = context
  const keyring = await keyringOf(context)
  const given = signal ? [givenUp(signal)] : []
  const names = await Promise.race([
    ...given,
    whileReading(context, programme, onProgress, namesOf(database, keyring, programme)),
  ])
  const limit = MOST_CANDIDATES + 2 // entries that are merged fall together
  const found =
    records.length < LIST_FROM
      ? await names.ask({}, 'lookUp', records, limit)
      : await lookUpList(names, records, limit, {
          onProgress: (done, of) => onProgress?.({ step: 'matching', done, of }),
          ...(signal && { signal }),
        })
  const merged = names.mergedOn(today)
  const answers = found.map((candidates, at): EntryFound => {
    const persons = ofPersons(candidates, merged).slice(0, MOST_CANDIDATES)
    const shown = persons.filter(({ probability }, i) => i === 0 || probability >= LEAST_LIKELY)
    return { row: at + 1, decision: decisionOf(shown), candidates: shown }
  })
  signal?.throwIfAborted()
  const shown = answers.flatMap(({ candidates }) => candidates.map(({ person }) => person))
  await noteReading(context, programme, 'matches', shown)
  return answers
}

/** Of entries that are one person the likeliest, under the id that stands for all. */
export function ofPersons(
  candidates: readonly MatchCandidate[],
  merged: MergedPersons,
): readonly MatchCandidate[] {
  const best = new Map<string, MatchCandidate>()
  for (const candidate of candidates) {
    const person = merged.rootOf(candidate.person as PersonId) // an id that was put in
    if (!best.has(person)) best.set(person, { ...candidate, person })
  }
  return [...best.values()]
}

function recordAsked(
  { name, birth, age, sex, place, category }: EntryAsked,
  at: number,
): NameRecord {
  const born = birth === '' ? undefined : parseUncertainDate(birth)
  if (birth !== '' && !born)
    throw refuseField(
      `entries/${at}/birth`,
      `“${birth}” is not a date. Write 1948, 1948-01 or 1948-01-20.`,
    )
  return {
    id: `entry ${at + 1}`,
    names: [{ value: name }],
    ...(born && { birth: birthDays(born) }),
    ...(age !== null && { age: { years: age } }),
    ...(sex !== '' && { sex: sexInOneWord(sex) }),
    ...(place !== '' && { place }),
    ...(category !== '' && { category }),
  }
}

/** Says how far the reading of the register is until it is there. */
async function whileReading<T>(
  { database }: Context,
  programme: ProgrammeId,
  onProgress: Watch['onProgress'],
  reading: Promise<T>,
): Promise<T> {
  if (!onProgress) return reading
  const stop = new AbortController()
  const done = reading.finally(() => stop.abort())
  done.catch(() => undefined) // thrown below
  while (!stop.signal.aborted) {
    await Promise.race([done, sleep(LOOK_AGAIN_MS)]).catch(() => undefined) // thrown below
    const { state } = heldNames(database, programme)
    if (!stop.signal.aborted && state.is === 'reading')
      onProgress({ step: 'reading', done: state.read, of: state.of })
  }
  return done
}

function givenUp(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const giveUp = () => reject(signal.reason as Error) // what the caller gave it up with
    if (signal.aborted) giveUp()
    else signal.addEventListener('abort', giveUp, { once: true })
  })
}
