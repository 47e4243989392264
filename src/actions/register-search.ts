/**
 * Finds persons of the register: by a name in any script, by what is known of their cases, by consent,
 * by where they are listed.
 *
 * The store names who could be as asked; the rules decide who is. A search goes on only as far as its
 * page: of a large register it then says that there are at least so many.
 */
import type { CaseId, FamilyId, PersonId, ProgrammeId } from '../domain/basics/ids.ts'
import { findSubjects } from '../store/cases.ts'
import { listErasures } from '../store/erasures.ts'
import { findPersonAmong } from '../store/persons.ts'
import { countPersons } from '../store/register-walk.ts'
import type { Context } from './context.ts'
import { keyringOf } from './keyring.ts'
import { searchNames } from './name-search.ts'
import { noteReading } from './read-log.ts'
import { whoFits, type RegisterAsked } from './register-asked.ts'
import { candidatesFor, personsOf, type NextCandidates } from './register-candidates.ts'
import { listsOfCases } from './register-lists.ts'
import { atDesk, lookAtPersons, type Desk, type LookDays } from './register-look.ts'
import { rowSeen, type RowSeen } from './register-rows.ts'

export type RegisterPageAsked = RegisterAsked & {
  readonly order: 'nearest' | 'id'
  readonly page: number
  readonly size: number
}

export type RegisterFound = LookDays & {
  readonly rows: readonly RowSeen[]
  readonly total: number
  readonly totalIsLeast: boolean
  /** Why names were not looked through; null where they were, or were not asked for. */
  readonly note: string | null
}

/** Who is near the text beyond these is too far to be meant. */
const NAMES_AT_MOST = 200
/** A register up to this size is searched to its end, and its totals are whole. */
const SMALL = 2_000
/** How many are looked at in one step: the page and a few, and more where few are as asked. */
const SPARE = 10
const LONGEST_STEP = 1_000

/** One page of those who are as asked. Throws `ActionRefused` and `StoreLocked`. */
export async function searchRegister(
  context: Context,
  programme: ProgrammeId,
  asked: RegisterPageAsked,
): Promise<RegisterFound> {
  const { near, note } = await namesNear(context, programme, asked.text)
  const found = await atDesk(context, programme, async (desk) => {
    const run = runOf(context, desk, asked, near)
    const first = asked.page * asked.size
    await extend(desk, run, asked, first + asked.size + 1)
    const persons = run.found.slice(first, first + asked.size)
    return {
      rows: await rowsOf(desk, persons, asked),
      total: run.found.length,
      totalIsLeast: !run.ended,
    }
  })
  const { asOf, knownOn } = asked
  await noteReading(
    context,
    programme,
    'register',
    found.rows.map(({ person }) => person),
  )
  return { asOf, knownOn, note, ...found }
}

/** Everyone who is as asked, up to a limit. The caller notes the reading. */
export async function findPersons(
  context: Context,
  programme: ProgrammeId,
  asked: RegisterAsked,
  limit: number,
): Promise<{ readonly persons: readonly PersonId[]; readonly all: boolean }> {
  const { near } = await namesNear(context, programme, asked.text)
  return atDesk(context, programme, async (desk) => {
    const run = runOf(context, desk, { ...asked, order: 'id' }, near)
    await extend(desk, run, asked, limit + 1)
    return { persons: run.found.slice(0, limit), all: run.found.length <= limit }
  })
}

/** The rows of these persons, in their order. */
export async function rowsOf(
  desk: Desk,
  persons: readonly PersonId[],
  days: LookDays,
): Promise<RowSeen[]> {
  if (persons.length === 0) return []
  const look = await lookAtPersons(desk, persons, days, {
    names: true,
    events: true,
    consents: true,
  })
  const cases = look.part.cases.map(({ id }) => id)
  const beside = {
    listsOf: await listsOfCases(desk, [...new Set(cases)], days.knownOn),
    erasedOn: new Map(
      (await listErasures(desk.db, desk.programme)).map(({ subject, on }) => [subject, on]),
    ),
  }
  return persons.map((person) => rowSeen(look, person, beside))
}

/** Who could be meant by the text, best first; null where no text is asked for. */
async function namesNear(
  context: Context,
  programme: ProgrammeId,
  text: string,
): Promise<{ readonly near: readonly PersonId[] | null; readonly note: string | null }> {
  const sought = text.trim()
  if (sought === '') return { near: null, note: null }
  const keyring = await keyringOf(context)
  const { database } = context
  const found = await searchNames(database, keyring, programme, sought, NAMES_AT_MOST)
  const { persons: near, note } = found
  // An id is typed as a whole: of a person, or of a case or family, which is about persons.
  if (/\s/.test(sought)) return { near, note }
  const known = await findPersonAmong(database, programme, [sought])
  const subjects = await findSubjects(database, programme, [sought as CaseId]) // looked up as typed
  const about = [...subjects.values(), sought as FamilyId] // looked up as typed
  const desk = { db: database, programme }
  const meant = (await personsOf(desk, about)).filter((each) => each !== sought)
  const first = known === undefined ? meant : [known as PersonId, ...meant]
  return { near: [...new Set([...first, ...near])], note }
}

/** A search under way: who was found so far, and where it goes on. */
type Run = {
  readonly found: PersonId[]
  readonly seen: Set<PersonId>
  readonly next: NextCandidates
  ended: boolean
  step: number
  /** Whoever goes on with it waits for who is doing so. */
  busy: Promise<void>
  /** What else is known of the register while nothing is added to it. */
  readonly held: Held
}

type Held = { readonly head: string; readonly runs: Map<string, Run>; small?: boolean }
const held = new WeakMap<Context['database'], Map<ProgrammeId, Held>>()
const RUNS_KEPT = 40

/** The search as far as it has come, while nothing was added to the record. */
function runOf(
  { database }: Context,
  desk: Desk,
  asked: RegisterAsked & { readonly order: 'nearest' | 'id' },
  near: readonly PersonId[] | null,
): Run {
  const programmes = held.get(database) ?? new Map<ProgrammeId, Held>()
  held.set(database, programmes)
  const there = programmes.get(desk.programme)
  const own: Held = there?.head === desk.head ? there : { head: desk.head, runs: new Map() }
  programmes.set(desk.programme, own)
  const { category, state, region, authority, resolved, listed, consent, asOf, knownOn } = asked
  const key = JSON.stringify([
    ...[category, state, region, authority, resolved, listed, consent, asOf, knownOn],
    ...[near, asked.order],
  ])
  const run = own.runs.get(key) ?? {
    found: [],
    seen: new Set<PersonId>(),
    next: candidatesFor(asked, near),
    ended: false,
    step: 0,
    busy: Promise.resolve(),
    held: own,
  }
  own.runs.delete(key)
  own.runs.set(key, run)
  const [oldest] = own.runs.keys()
  if (own.runs.size > RUNS_KEPT && oldest !== undefined) own.runs.delete(oldest)
  return run
}

/** Goes on until so many are found, or to the end where that is near. */
function extend(desk: Desk, run: Run, asked: RegisterAsked, wanted: number): Promise<void> {
  const next = run.busy.then(() => goOn(desk, run, asked, wanted))
  // What failed half-way is not gone on with: whoever comes after begins anew.
  run.busy = next.catch(() => {
    for (const [key, each] of run.held.runs) if (each === run) run.held.runs.delete(key)
  })
  return next
}

async function goOn(desk: Desk, run: Run, asked: RegisterAsked, wanted: number): Promise<void> {
  if (run.ended || run.found.length >= wanted) return
  const small = await isSmall(desk, run.held)
  run.step = Math.max(run.step, small ? LONGEST_STEP : wanted - run.found.length + SPARE)
  while (!run.ended && (small || run.found.length < wanted)) {
    const candidates = await run.next(desk, run.step)
    run.step = Math.min(run.step * 2, LONGEST_STEP)
    if (candidates === null) run.ended = true
    else if (candidates.length > 0)
      for (const person of await whoFits(desk, asked, candidates)) {
        if (run.seen.has(person)) continue
        run.seen.add(person)
        run.found.push(person)
      }
  }
}

async function isSmall({ db, programme }: Desk, held: Held): Promise<boolean> {
  held.small ??= (await countPersons(db, programme, SMALL + 1)) <= SMALL
  return held.small
}
