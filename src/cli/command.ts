/** What a command is, and what it is given. */
import type { StoreChoice } from '../actions/open-workbench.ts'
import { query, type Client } from './client.ts'
import type { ExitCode } from './exit-codes.ts'
import type { Arguments, CommandSpec } from './read-arguments.ts'

export type Command = {
  readonly spec: CommandSpec
  readonly run: (given: Arguments) => Promise<ExitCode>
  /** Commands under its name, as `demarche list status`. Without one of these it runs itself. */
  readonly parts?: Readonly<Record<string, Command>>
}

/** The option of every command that gives data. */
export const JSON_OPTION = {
  json: { type: 'boolean', help: 'print JSON, as the API gives it' },
} as const

/** The two clocks, for commands that judge a day. */
export const DAY_OPTIONS = {
  'as-of': { type: 'string', value: 'DAY', help: 'the day that is judged (default: today)' },
  'known-on': {
    type: 'string',
    value: 'DAY',
    help: 'nothing that became known later is used (default: today)',
  },
} as const

/** Both days as the API takes them; today where they are left out. */
export function daysQuery(given: Arguments): string {
  const today = localToday()
  return query({ asOf: given.day('as-of') ?? today, knownOn: given.day('known-on') ?? today })
}

/** The day where the person is. */
export function localToday(): string {
  return new Date().toLocaleDateString('sv-SE')
}

export function storeChoice(given: Arguments): StoreChoice {
  const dataDir = given.text('data')
  return dataDir === undefined ? {} : { dataDir }
}

/** Works with the store and closes it, whatever happens. */
export async function withStore<T>(
  given: Arguments,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  // Loaded here: a command that is written wrongly needs no store, and should say so at once.
  const { connect } = await import('./connect.ts')
  const client = await connect(storeChoice(given))
  try {
    return await work(client)
  } finally {
    await client.close()
  }
}

export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2))
}
