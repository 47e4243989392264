/** `docs/reference/tables.md`: the tables of the store and the files of a programme folder. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import {
  EVIDENCE_COLUMNS,
  EVIDENCE_TABLES,
  evidenceFile,
  type Columns,
} from '../src/exchange/evidence-columns.ts'
import { KEPT_FILES, READ_FILES } from '../src/exchange/folder-names.ts'
import {
  REGISTER_COLUMNS,
  REGISTER_TABLES,
  registerFile,
} from '../src/exchange/register-columns.ts'
import { MIGRATIONS } from '../src/store/migrations/all.ts'
import { COLUMN_NOTES, TABLE_NOTES, FILE_NOTES } from './table-notes.ts'
import { MADE, table } from './write-markdown.ts'

type ColumnMade = { readonly name: string; readonly type: string; readonly needed: boolean }
type TableMade = {
  readonly name: string
  readonly columns: readonly ColumnMade[]
  readonly key: string
}

/** The tables that the migrations make, read from the statements that they send. */
export async function readTables(): Promise<readonly TableMade[]> {
  const statements: string[] = []
  const db = new Kysely<unknown>({
    // It sends nothing anywhere: the statements are what is wanted.
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (other) => new PostgresIntrospector(other),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    log: ({ query }) => {
      statements.push(query.sql)
    },
  })
  for (const { up } of MIGRATIONS) await up(db)
  const migrate = join(import.meta.dirname, '../src/store/database/migrate.ts')
  const tables = new Map<string, TableMade>()
  for (const statement of [...statements, readFileSync(migrate, 'utf8')]) {
    const made = /create table (?:if not exists )?"?(\w+)"? \(([\s\S]*?)\)(?:`|$)/.exec(statement)
    if (made) tables.set(made[1] ?? '', tableOf(made[1] ?? '', made[2] ?? ''))
    const added = /alter table "?(\w+)"? add column ([^;]+)/.exec(statement)
    const before = added && tables.get(added[1] ?? '')
    if (added && before) {
      const { columns } = tableOf('', added[2] ?? '')
      tables.set(before.name, { ...before, columns: [...before.columns, ...columns] })
    }
  }
  return [...tables.values()]
}

const CONSTRAINTS = /^(check|primary key|unique|foreign key|constraint)\b/

function tableOf(name: string, body: string): TableMade {
  const parts = splitAtCommas(body)
  const columns = parts
    .filter((part) => !CONSTRAINTS.test(part))
    .map((part) => {
      const [, column = '', type = ''] =
        /^"?(\w+)"? (double precision|\w+)/.exec(part) ?? unreadable(name, part)
      return { name: column, type, needed: /not null|primary key/.test(part) }
    })
  const key =
    parts.flatMap((part) => /^primary key \(([^)]*)\)/.exec(part)?.[1] ?? [])[0] ??
    parts.flatMap((part) => /^(\w+) .*primary key/.exec(part)?.[1] ?? [])[0] ??
    ''
  return { name, columns, key }
}

function unreadable(table: string, part: string): never {
  throw new Error(`a column of the table "${table}" cannot be read: ${part}`)
}

/** At the commas that stand in no parenthesis. */
function splitAtCommas(text: string): string[] {
  const parts = ['']
  let depth = 0
  for (const letter of text.replace(/\s+/g, ' ')) {
    if (letter === '(') depth += 1
    if (letter === ')') depth -= 1
    if (letter === ',' && depth === 0) parts.push('')
    else parts[parts.length - 1] += letter
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

const ENTRY_COLUMNS = ['programme_id', 'entry', 'action_id', 'recorded_at']

export async function tablesReference(): Promise<string> {
  const tables = await readTables()
  const isRecord = ({ columns }: TableMade) => columns.some(({ name }) => name === 'entry')
  const first = tables.find(isRecord)
  const entryColumns = first?.columns.filter(({ name }) => ENTRY_COLUMNS.includes(name)) ?? []
  return [
    '# Tables',
    MADE,
    `Migrations: ${MIGRATIONS.map(({ name }) => `\`${name}\``).join(', ')}. The same tables stand in the embedded store and in a PostgreSQL.`,
    'Rows are added and read. A trigger on every table refuses to change, delete or empty: a correction is another row. Days are `date`; dates that may be uncertain are text in EDTF, as written.',
    '## Columns of every table of the record',
    columnsOf('', entryColumns),
    ...tables.flatMap((each) => [
      `## ${each.name}`,
      TABLE_NOTES[each.name] ?? missing(`the table "${each.name}"`),
      `${each.key === '' ? 'No key of its own.' : `Key: \`${each.key}\`.`}${isRecord(each) ? ' Beside the columns above:' : ''}`,
      columnsOf(
        each.name,
        each.columns.filter(({ name }) => !isRecord(each) || !ENTRY_COLUMNS.includes(name)),
      ),
    ]),
    '## Files of a programme folder',
    'Read into the record, in this order:',
    table(
      ['file', 'holds'],
      READ_FILES.map((file) => [`\`${file}\``, FILE_NOTES[file] ?? missing(`"${file}"`)]),
    ),
    `Kept byte for byte and exported unchanged, since the program does not read them yet: ${KEPT_FILES.map((file) => `\`${file}\``).join(', ')}, and everything under \`documents/\`. A README, a licence and hidden files beside these are kept too. Any other file is refused by name.`,
    ...EVIDENCE_TABLES.flatMap((each) => fileColumns(evidenceFile(each), EVIDENCE_COLUMNS[each])),
    ...REGISTER_TABLES.flatMap((each) => fileColumns(registerFile(each), REGISTER_COLUMNS[each])),
    '',
  ].join('\n\n')
}

function fileColumns(file: string, { all, required }: Columns): string[] {
  const name = file.split('/').at(-1) ?? file
  return [
    `### \`${file}\``,
    table(
      ['column', 'needed', 'holds'],
      all.map((column) => [
        `\`${column}\``,
        required.includes(column) ? 'yes' : 'no',
        noteOn(name, column),
      ]),
    ),
  ]
}

function columnsOf(name: string, columns: readonly ColumnMade[]): string {
  return table(
    ['column', 'type', 'may be empty', 'holds'],
    columns.map((column) => [
      `\`${column.name}\``,
      column.type,
      column.needed ? 'no' : 'yes',
      noteOn(name, column.name),
    ]),
  )
}

/** What a column holds: said for that table, or for every table that has it. */
export function noteOn(place: string, column: string): string {
  return COLUMN_NOTES[`${place}.${column}`] ?? COLUMN_NOTES[column] ?? missing(`${place}.${column}`)
}

function missing(what: string): never {
  throw new Error(`docs/table-notes.ts does not say what ${what} holds`)
}
