/**
 * Fills a store with an invented register, the same for the same seed: persons of invented syllables
 * (a third of them also in Cyrillic or Arabic letters), families, cases, and their histories.
 *
 *   node perf/make-register.ts --persons 100000 --events 500000 [--seed 1] [--programme perf] [--data DIR]
 *
 * Without --data it fills the store of DATABASE_URL. Rows that hold nothing personal are made by the
 * database itself, past the hashes of the audit: `demarche verify` finds fault with such a store.
 */
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { keyringOf } from '../src/actions/keyring.ts'
import { localPerson, openWorkbench } from '../src/actions/open-workbench.ts'
import type { PersonId, ProgrammeId } from '../src/domain/basics/ids.ts'
import { uncertainDate } from '../src/domain/basics/uncertain-date.ts'
import type { PersonName } from '../src/domain/cases/person.ts'
import { closeAction, openAction } from '../src/store/audit.ts'
import type { OpenAction } from '../src/store/database/append.ts'
import type { Database, Writer } from '../src/store/database/reader-writer.ts'
import { insertPersonNames } from '../src/store/persons.ts'
import { insertProgramme } from '../src/store/programmes.ts'
import { aProgramme } from '../test/record-builders.ts'

export type Wanted = {
  readonly programme: ProgrammeId
  readonly persons: number
  readonly events: number
  readonly seed: number
}

const BATCH = 20_000
/** Every third family has three persons; the others are of one, and have no row. */
const FAMILY = { every: 3, size: 3 }

const REGIONS = ['Armenia', 'Baltic', 'Ukraine', 'RSFSR', 'Georgia', 'Moldavia', '']
const AUTHORITIES = ['OVIR Moscow', 'OVIR Kiev', 'OVIR Yerevan', 'Procuracy', 'KGB Riga', '']
const CATEGORIES = [
  ...['refused-exit', 'refused-exit', 'refused-exit', 'divided-spouse', 'divided-family'],
  ...['prisoner', 'prisoner', 'dual-national', 'exile', 'psychiatric'],
]
/** What happens one after the other, in cases of exit and in those of prisoners. */
const EXIT = ['refused', 'refused', 'promised', 'permitted', 'arrived', 'refused', 'permitted']
const CUSTODY = ['detained', 'sentenced', 'transferred', 'released', 're-detained', 'released']
const VERIFICATIONS = ['confirmed', 'confirmed', 'confirmed', 'likely', 'possible', 'unknown']

const CONSONANTS = [
  ...['b б ب', 'd д د', 'f ф ف', 'g г غ', 'k к ك', 'l л ل', 'm м م', 'n н ن', 'r р ر', 's с س'],
  ...['t т ت', 'z з ز', 'sh ш ش', 'kh х خ'],
].map((each) => each.split(' '))
const VOWELS = ['a а ا', 'i и ي', 'u у و'].map((each) => each.split(' '))
/** Each in Latin, Cyrillic and Arabic letters. */
const SYLLABLES = CONSONANTS.flatMap((consonant) =>
  VOWELS.map((vowel) => consonant.map((letter, script) => letter + (vowel[script] ?? ''))),
)
const SCRIPTS = ['Latn', 'Cyrl', 'Arab']
const ENDINGS = ['n ن н', 'v ف в', 'r ر р', 's س с', ''].map((each) => {
  const [latin = '', arabic = '', cyrillic = ''] = each.split(' ')
  return [latin, cyrillic, arabic]
})

/** Adds the programme with its register in one action. Returns how many rows each table got. */
export async function makeRegister(
  database: Database,
  wanted: Wanted,
): Promise<Readonly<Record<string, number>>> {
  const keyring = await keyringOf({ database })
  return database.transaction().execute(async (tx) => {
    const action = await openAction(tx, wanted.programme)
    await insertProgramme(tx, action, aProgramme({ id: wanted.programme }))
    let names = 0
    for (let from = 0; from < wanted.persons; from += BATCH) {
      const rows = namesOf(wanted, from, Math.min(from + BATCH, wanted.persons))
      names += rows.length
      await insertPersonNames(tx, action, keyring, rows)
    }
    const members = await insertFamilies(tx, action, wanted)
    const cases = await insertCases(tx, action, wanted)
    const events = await insertEvents(tx, action, wanted, cases)
    await closeAction(tx, action, localPerson(), 'record.import', wanted.programme)
    return { persons: wanted.persons, names, members, cases, events }
  })
}

/** The names of persons `from` to `to`, without the last: one each, and a third of them a second. */
export function namesOf(
  { seed }: Pick<Wanted, 'seed'>,
  from: number,
  to: number,
): Omit<PersonName, 'entry'>[] {
  const rows: Omit<PersonName, 'entry'>[] = []
  for (let i = from; i < to; i += 1) {
    const random = randomOf(seed * 1_000_003 + i)
    const parts = [common(random, 3), common(random, 4)]
    const endings = [Math.floor(random() * 5), Math.floor(random() * 5)]
    const inScript = (script: number) =>
      parts
        .map((syllables, part) => {
          const word = syllables.map((each) => SYLLABLES[each]?.[script] ?? '').join('')
          const whole = word + (ENDINGS[endings[part] ?? 0]?.[script] ?? '')
          return whole.charAt(0).toUpperCase() + whole.slice(1)
        })
        .join(' ')
    const year = 1900 + Math.floor(random() * 80)
    const month = String(1 + Math.floor(random() * 12)).padStart(2, '0')
    const day = String(1 + Math.floor(random() * 28)).padStart(2, '0')
    const precision = random()
    const said = {
      person: `p-${i}` as PersonId,
      birth:
        precision < 0.1
          ? null
          : uncertainDate(precision < 0.4 ? `${year}` : `${year}-${month}-${day}`),
      sex: ['m', 'f', ''][Math.floor(random() * 3)] ?? '',
      nationality: '',
      place: REGIONS[Math.floor(random() * REGIONS.length)] ?? '',
      occupation: '',
      withdrawn: null,
    }
    rows.push({ ...said, name: inScript(0), script: 'Latn', kind: 'official' })
    if (i % 3 === 0) {
      const script = 1 + ((i / 3) % 2)
      rows.push({
        ...said,
        name: inScript(script),
        script: SCRIPTS[script] ?? '',
        kind: 'spelling',
      })
    }
  }
  return rows
}

/** Two or more syllables; a few of them in many names, as with real ones. */
function common(random: () => number, most: number): number[] {
  const length = 2 + Math.floor(random() * (most - 1))
  return Array.from({ length }, () => Math.floor(random() ** 1.5 * SYLLABLES.length))
}

/** Numbers between 0 and 1 that are the same in every run. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Persons in families of three come first: family f has the persons 3f to 3f + 2. */
function familiesOf({ persons }: Wanted): number {
  return Math.floor(persons / (FAMILY.size * FAMILY.every))
}

async function insertFamilies(tx: Writer, action: OpenAction, wanted: Wanted): Promise<number> {
  const count = familiesOf(wanted) * FAMILY.size
  await sql`insert into family_member (programme_id, action_id, entry, family_id, person_id, role)
    select ${wanted.programme}, ${action.id}::bigint, ${action.lastEntry}::bigint + 1 + i,
      'f-' || (i / ${FAMILY.size}::bigint), 'p-' || i,
      (array['head', 'spouse', 'child'])[1 + i % ${FAMILY.size}::bigint]
    from generate_series(0, ${count}::bigint - 1) as i`.execute(tx)
  return wrote(action, count)
}

/** One case a family, and one a person of those in none. */
async function insertCases(tx: Writer, action: OpenAction, wanted: Wanted): Promise<number> {
  const families = familiesOf(wanted)
  const single = families * FAMILY.size
  const count = families + wanted.persons - single
  await sql`insert into case_entry (programme_id, action_id, entry, id, subject_id, category, ground,
      region, authority, opened)
    select ${wanted.programme}, ${action.id}::bigint, ${action.lastEntry}::bigint + 1 + i, 'c-' || i,
      case when i < ${families}::bigint then 'f-' || i
        else 'p-' || (i - ${families}::bigint + ${single}::bigint) end,
      ${oneOf(CATEGORIES, wanted.seed)}, '', ${oneOf(REGIONS, wanted.seed + 1)},
      ${oneOf(AUTHORITIES, wanted.seed + 2)}, (1970 + ${mixed(wanted.seed + 3)} % 18)::text
    from generate_series(0, ${count}::bigint - 1) as i`.execute(tx)
  return wrote(action, count)
}

/** Spread evenly over the cases; the later ones of a case some months after the earlier. */
async function insertEvents(
  tx: Writer,
  action: OpenAction,
  wanted: Wanted,
  cases: number,
): Promise<number> {
  if (cases === 0 || wanted.events === 0) return 0
  const each = Math.ceil(wanted.events / cases)
  const { seed } = wanted
  // In slices: one statement of millions of rows would hold them all in memory on the embedded engine.
  for (let from = 0; from < wanted.events; from += 500_000) {
    const to = Math.min(from + 500_000, wanted.events)
    await sql`insert into case_event (programme_id, action_id, entry, case_id, subject_id, person_id, kind,
        date, earliest, latest, known, known_by, known_on, verification, effective, source_id, locator)
      select ${wanted.programme}, ${action.id}::bigint, ${action.lastEntry}::bigint + 1 + j, entry.id,
        entry.subject_id, null, kind, day::text, day, day, known, 'stated', known, verified, verified, null, ''
      from (
        select j, j / ${each}::bigint as i, j % ${each}::bigint as step,
          (date '1970-01-01' + ((${mixed(seed + 4, 'j / ' + String(each))}) % 5000)::integer
            + ((j % ${each}::bigint) * 180 + ${mixed(seed + 5, 'j')} % 150)::integer) as day,
          ${oneOf(VERIFICATIONS, seed + 6, 'j')} as verified
        from generate_series(${from}::bigint, ${to}::bigint - 1) as j
      ) as made
      cross join lateral (select day + (${mixed(seed + 7, 'j')} % 60)::integer as known) as later
      join (select id, subject_id, category, substr(id, 3)::bigint as i from case_entry
        where programme_id = ${wanted.programme}) as entry on entry.i = made.i
      cross join lateral (select case when category in ('prisoner', 'exile', 'psychiatric')
        then (${sql.raw(arrayOf(CUSTODY))})[1 + step % ${CUSTODY.length}::bigint]
        else (${sql.raw(arrayOf(EXIT))})[1 + step % ${EXIT.length}::bigint] end as kind) as what
      order by j`.execute(tx)
  }
  return wrote(action, wanted.events)
}

function wrote(action: OpenAction, count: number): number {
  action.lastEntry += count
  action.rowCount += count
  return count
}

/** A number that looks drawn and is the same for the same seed and row. */
function mixed(seed: number, row = 'i') {
  return sql.raw(`(((${row} + ${seed * 7919}) * 2654435761) % 4294967291 / 16)`)
}

function oneOf(words: readonly string[], seed: number, row = 'i') {
  return sql`(${sql.raw(arrayOf(words))})[1 + ${mixed(seed, row)} % ${words.length}::bigint]`
}

function arrayOf(words: readonly string[]): string {
  return `array[${words.map((word) => `'${word}'`).join(', ')}]`
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({
    options: {
      persons: { type: 'string', default: '100000' },
      events: { type: 'string', default: '500000' },
      seed: { type: 'string', default: '1' },
      programme: { type: 'string', default: 'perf' },
      data: { type: 'string' },
    },
  })
  const workbench = await openWorkbench(values.data === undefined ? {} : { dataDir: values.data })
  try {
    const start = performance.now()
    const made = await makeRegister(workbench.database, {
      programme: values.programme as ProgrammeId,
      persons: Number(values.persons),
      events: Number(values.events),
      seed: Number(values.seed),
    })
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    console.log(`${workbench.location}: ${JSON.stringify(made)} in ${seconds} s`)
  } finally {
    await workbench.close()
  }
}
