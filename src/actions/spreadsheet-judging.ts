/**
 * Says of each row of a table what becomes of it: taken, on record already, to be reviewed as perhaps
 * someone who is known, parked until something is said, or refused (rules R283–R288).
 */
import { createHash } from 'node:crypto'
import { groupBy } from '../domain/basics/collections.ts'
import type { PersonId, ProgrammeId } from '../domain/basics/ids.ts'
import type { MatchCandidate } from '../domain/names/match-names.ts'
import type { ColumnMapping } from '../exchange/column-mapping.ts'
import { quote } from '../exchange/nearest-name.ts'
import type { SpreadsheetRows } from '../exchange/spreadsheet-rows.ts'
import type { Staged } from '../exchange/staged-rows.ts'
import { findAuditHead } from '../store/audit.ts'
import type { Reader } from '../store/database/reader-writer.ts'
import { listPersonNames } from '../store/persons.ts'
import { listErased, type Keyring } from '../store/protection/subject-keys.ts'
import type { Context } from './context.ts'
import { ActionRefused } from './errors.ts'
import { summed, type Judged } from './judged-rows.ts'
import { nameRecordOf } from './name-records.ts'
import { ontoPerson } from './onto-person.ts'
import { personOnRecord, type ParkedRow } from './parked-rows.ts'
import { namesSeen } from './person-names.ts'
import { requireHold } from './register-entries.ts'
import { decisionsOnRows, type RowDecision } from './row-decisions.ts'
import { recordOfPersons, type OnRecord } from './rows-on-record.ts'
import {
  candidatesOf,
  namesOnRecord,
  pairsWithin,
  type NamesOnRecord,
  type Pair,
  type Watch,
} from './spreadsheet-matching.ts'
import { unitsOf, type Fate, type Unit, type Why } from './spreadsheet-units.ts'

export type ToJudge = {
  readonly table: SpreadsheetRows
  readonly mapping: ColumnMapping
  readonly staged: Staged
  readonly watch: Watch
}

/** Reads alone. To be called outside of any transaction. */
export async function judgeRows(
  context: Context,
  keyring: Keyring,
  programme: ProgrammeId,
  { table, mapping, staged, watch }: ToJudge,
): Promise<Judged> {
  const { database } = context
  const { onProgress, signal } = watch
  const head = (await findAuditHead(database, programme))?.hash ?? ''
  const isOurs = mapping.preset === 'demarche'
  const wanted = {
    names: new Set(staged.rows.flatMap(({ draft }) => draft.persons.map(({ name }) => name))),
    ids: new Set(isOurs ? staged.rows.map(({ theirId }) => theirId) : []),
  }
  onProgress(0, table.rows.length)
  const names = await namesOnRecord(database, keyring, programme, wanted, signal)
  const units = unitsOf(staged, mapping, names)
  const readAs = fingerprint(mapping)
  const cells = new Map(table.rows.map((row) => [row.number, row.cells]))
  const cellsOf = (row: number) => filledCells(table.header, cells.get(row) ?? [])
  const decisions = await decisionsOnRows(database, keyring, programme, {
    file: table.file,
    readAs,
    rows: units.map(({ rows: [first] }) => [first?.row ?? 0, cellsOf(first?.row ?? 0)] as const),
  })
  const own = isOurs ? units.map(({ person }) => person) : []
  const erased = new Set<string>(await listErased(database, programme, own))
  const judge = new Judge(names, decisions, erased)
  const onRecord = await recordOfPersons(database, keyring, programme, judge.mayBe(units))
  const open = judge.settle(units, onRecord)
  for (const { unit, person } of judge.accepted)
    judge.fates.set(unit, await onto({ context, keyring, programme, db: database }, unit, person))
  signal?.throwIfAborted()
  const records = open.map(({ person, draft: { persons, cases } }) => {
    const categories = cases.map(({ category }) => category)
    return nameRecordOf(persons, categories) ?? { id: person, names: [] }
  })
  const done = { register: 0, table: 0 }
  const part = (which: keyof typeof done): Watch => ({
    onProgress: (count) => {
      done[which] = count
      onProgress(Math.floor((done.register + done.table) / 2), records.length)
    },
    ...(signal && { signal }),
  })
  // Side by side: each has threads of its own.
  const [candidates, pairs] = await Promise.all([
    candidatesOf(context, keyring, programme, records, part('register')),
    pairsWithin(records, part('table')),
  ])
  const persons = unique(candidates.flat().map(({ person }) => person as PersonId)) // ids that were put in
  const hasTheirIds = mapping.columns.some(({ field }) => field === 'their-id')
  const theirs = await recordOfPersons(database, keyring, programme, hasTheirIds ? persons : [])
  judge.match(open, candidates, pairs, theirs)
  const shown = unique(
    [...judge.fates.values()].flatMap((fate) =>
      fate.is === 'review' ? [fate.person, ...fate.candidates.map(({ person }) => person)] : [],
    ),
  )
  const shownNames = await namesShown(database, keyring, programme, shown)
  const { fates } = judge
  return summed({ table, staged, names, shownNames, units, fates, readAs, cellsOf, head })
}

/** The name of each that is on record. */
async function namesShown(
  db: Reader,
  keyring: Keyring,
  programme: ProgrammeId,
  persons: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await listPersonNames(db, keyring, programme, persons)
  return new Map(
    [...groupBy(rows, ({ person }) => person as string)].map(([person, own]) => [
      person,
      namesSeen(own)[0]?.name ?? '',
    ]),
  )
}

class Judge {
  readonly fates = new Map<Unit, Fate>()
  readonly accepted: { readonly unit: Unit; readonly person: PersonId }[] = []
  readonly #names: NamesOnRecord
  readonly #decisions: ReadonlyMap<number, RowDecision>
  readonly #erased: ReadonlySet<string>

  constructor(
    names: NamesOnRecord,
    decisions: ReadonlyMap<number, RowDecision>,
    erased: ReadonlySet<string>,
  ) {
    this.#names = names
    this.#decisions = decisions
    this.#erased = erased
  }

  /** Persons who may have all that a unit says: by its own id, or by its name as it is written. */
  mayBe(units: readonly Unit[]): PersonId[] {
    return unique(units.flatMap((unit) => this.#mayBe(unit)))
  }

  #mayBe({ person, draft }: Unit): readonly PersonId[] {
    const named = this.#names.personsNamed(draft.persons[0]?.name ?? '')
    return this.#names.has(person) ? [person, ...named] : named
  }

  /** Those whose fate needs no comparison of names get it; gives the others. */
  settle(units: readonly Unit[], onRecord: OnRecord): Unit[] {
    return units.filter((unit) => {
      const decision = this.#decisionOn(unit)
      const known = this.#mayBe(unit).find((person) => onRecord.says(person, unit.draft))
      if (this.#erased.has(unit.person))
        this.fates.set(unit, {
          is: 'refused',
          message: `${quote(unit.person)} has been erased and does not come back.`,
        })
      else if (decision?.waitsAs) this.fates.set(unit, this.#waiting(decision.waitsAs))
      else if (decision?.accepted) this.accepted.push({ unit, person: decision.accepted })
      else if (known !== undefined && unit.doubleOf === null)
        this.fates.set(unit, { is: 'on-record', person: known })
      else if (this.#names.has(unit.person) && !decision?.rejected.has(unit.person))
        this.fates.set(unit, {
          is: 'review',
          person: unit.person,
          why: { is: 'own-id' },
          ...{ candidates: [], row: null, probability: null, waits: false },
        })
      else return true
      return false
    })
  }

  #waiting({ person, score }: NonNullable<RowDecision['waitsAs']>): Fate {
    const why = { is: 'waits' } as const
    return { is: 'review', person, why, candidates: [], row: null, probability: score, waits: true }
  }

  /** What the names say of the others, in the order of their rows. */
  match(
    units: readonly Unit[],
    candidates: readonly (readonly MatchCandidate[])[],
    pairs: readonly Pair[],
    onRecord: OnRecord,
  ): void {
    const byPerson = new Map(units.map((unit) => [unit.person as string, unit]))
    const byRow = new Map(
      [...units, ...this.fates.keys()].flatMap((unit) =>
        unit.rows.map(({ row }) => [row, unit] as const),
      ),
    )
    const earlier = new Map<string, Pair[]>()
    for (const pair of pairs) earlier.set(pair.later, [...(earlier.get(pair.later) ?? []), pair])
    for (const [at, unit] of units.entries()) {
      const rejected = this.#decisionOn(unit)?.rejected
      const may = (candidates[at] ?? []).filter(
        ({ person }) => rejected?.has(person as PersonId) !== true, // an id that was put in
      )
      const partners = [
        ...(unit.doubleOf === null ? [] : [{ row: unit.doubleOf, probability: null }]),
        ...(earlier.get(unit.person) ?? [])
          .toSorted((a, b) => b.probability - a.probability)
          .map(({ earlier: person, probability }) => ({
            row: byPerson.get(person)?.rows[0]?.row ?? 0,
            probability,
          })),
      ]
      this.fates.set(
        unit,
        this.#asCandidate(unit, may, onRecord) ??
          this.#asDouble(partners, byRow, rejected) ?? {
            is: 'taken',
            person: unit.person,
            draft: unit.draft,
          },
      )
    }
  }

  #asCandidate(
    { rows: [first] }: Unit,
    candidates: readonly MatchCandidate[],
    onRecord: OnRecord,
  ): Fate | undefined {
    const theirId = first?.theirId ?? ''
    const sameId =
      theirId === ''
        ? undefined
        : candidates.find(({ person }) => onRecord.hasTheirId(person as PersonId, theirId)) // as above
    const best = sameId ?? candidates[0]
    if (!best) return undefined
    const person = best.person as PersonId // an id that was put in
    const why: Why = sameId ? { is: 'their-id', id: theirId } : { is: 'likely' }
    const { probability } = best
    return { is: 'review', person, why, candidates, row: null, probability, waits: false }
  }

  #asDouble(
    partners: readonly { readonly row: number; readonly probability: number | null }[],
    byRow: ReadonlyMap<number, Unit>,
    rejected: ReadonlySet<PersonId> | undefined,
  ): Fate | undefined {
    for (const { row, probability } of partners) {
      const unit = byRow.get(row)
      const fate = unit && this.fates.get(unit)
      if (!fate || fate.is === 'refused' || rejected?.has(fate.person) === true) continue
      const why = { is: 'double', row } as const
      const { person } = fate
      return { is: 'review', person, why, candidates: [], row, probability, waits: false }
    }
    return undefined
  }

  #decisionOn({ rows: [first] }: Unit): RowDecision | undefined {
    return this.#decisions.get(first?.row ?? 0)
  }
}

/** What a row adds to the person whom somebody found it to be. */
async function onto(
  source: Parameters<typeof requireHold>[0],
  { draft }: Unit,
  person: PersonId,
): Promise<Fate> {
  try {
    await requireHold(source, person)
  } catch (error) {
    // That nothing may be held about them is what becomes of the row, and stops no other.
    if (error instanceof ActionRefused) return { is: 'refused', message: error.message }
    throw error
  }
  const more = ontoPerson(person, await personOnRecord(source, person), draft)
  const isNew = more.persons.length + more.cases.length + more.caseEvents.length > 0
  return isNew ? { is: 'taken', person, draft: more } : { is: 'on-record', person }
}

/** How the columns were read: another mapping may make another row of the same cells. */
function fingerprint({ heldOn: _, ...mapping }: ColumnMapping): string {
  return createHash('sha256').update(JSON.stringify(mapping)).digest('hex').slice(0, 16)
}

function filledCells(header: readonly string[], cells: readonly string[]): ParkedRow['cells'] {
  return header.flatMap((name, at) => {
    const value = cells[at] ?? ''
    return value === '' ? [] : [[name, value] as const]
  })
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)]
}
