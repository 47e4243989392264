/** `demarche COMMAND …`: finds the command, runs it, and ends with the exit code that its ending means. */
import type { Command } from './command.ts'
import { EXIT, exitCodeOf, OurFault, Refused, WrongUsage, type ExitCode } from './exit-codes.ts'
import { nearestName } from '../exchange/nearest-name.ts'
import { helpOf, readArguments, usageOf } from './read-arguments.ts'
import { readVersion } from './version.ts'

// Each is loaded only when it is asked for: opening the store is slow enough.
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./commands/start.ts')).start,
  import: async () => (await import('./commands/import.ts')).importCommand,
  'import-spreadsheet': async () =>
    (await import('./commands/import-spreadsheet.ts')).importSpreadsheet,
  export: async () => (await import('./commands/export.ts')).exportCommand,
  assess: async () => (await import('./commands/assess.ts')).assess,
  explain: async () => (await import('./commands/explain.ts')).explain,
  history: async () => (await import('./commands/history.ts')).history,
  check: async () => (await import('./commands/check.ts')).check,
  match: async () => (await import('./commands/match.ts')).match,
  list: async () => (await import('./commands/list.ts')).list,
  readings: async () => (await import('./commands/readings.ts')).readings,
  verify: async () => (await import('./commands/verify.ts')).verify,
  backup: async () => (await import('./commands/backup.ts')).backup,
  restore: async () => (await import('./commands/restore.ts')).restore,
  protect: async () => (await import('./commands/protect.ts')).protect,
}

process.exitCode = await main(process.argv.slice(2))

async function main(argv: readonly string[]): Promise<ExitCode> {
  endQuietlyWithReader()
  const [name, ...rest] = argv
  try {
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
      process.stdout.write(await helpOfAll(rest[0]))
      return name === undefined ? EXIT.usage : EXIT.done
    }
    if (name === '--version' || name === '-v') {
      process.stdout.write(`${readVersion()}\n`)
      return EXIT.done
    }
    return await runCommand(name, rest)
  } catch (error) {
    return sayWhy(error)
  }
}

async function runCommand(name: string, argv: readonly string[]): Promise<ExitCode> {
  const whole = await commandNamed(name)
  const [word = ''] = argv
  const part = Object.hasOwn(whole.parts ?? {}, word) ? whole.parts?.[word] : undefined
  const command = part ?? whole
  try {
    if (!part && whole.parts && argv.length > 1) requirePart(whole.spec.name, word, whole.parts)
    const given = readArguments(command.spec, part ? argv.slice(1) : argv)
    if (given.flag('help')) {
      process.stdout.write(helpOf(command.spec, command.parts))
      return EXIT.done
    }
    return await command.run(given)
  } catch (error) {
    if (!(error instanceof WrongUsage)) throw error
    throw new WrongUsage(`${error.message}\nUsage: ${usageOf(command.spec)}`)
  }
}

/** A word that is nearly one of the parts is a slip of the pen, not a programme. */
function requirePart(name: string, word: string, parts: NonNullable<Command['parts']>): void {
  const near = word.startsWith('-') ? undefined : nearestName(word, Object.keys(parts))
  if (near === undefined) return
  throw new WrongUsage(`“${word}” is no part of “demarche ${name}”. Did you mean “${near}”?`)
}

async function commandNamed(name: string): Promise<Command> {
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (load) return load()
  const near = nearestName(name, Object.keys(COMMANDS))
  const hint = near === undefined ? '' : ` Did you mean “demarche ${near}”?`
  throw new WrongUsage(`“${name}” is not a command of Demarche.${hint} See “demarche --help”.`)
}

async function helpOfAll(name: string | undefined): Promise<string> {
  if (name !== undefined) {
    const { spec, parts } = await commandNamed(name)
    return helpOf(spec, parts)
  }
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()))
  const lines = commands.map(({ spec }) => `  ${spec.name.padEnd(18)}  ${spec.summary}`)
  return `Demarche keeps the record of a human-rights engagement programme and says where its goals stand.

Usage: demarche COMMAND [OPTIONS]

${lines.join('\n')}

“demarche COMMAND --help” says more. “demarche --version” prints the version.
The store lies in a folder of this user; --data or DEMARCHE_DATA names another, DATABASE_URL a PostgreSQL.
Exit codes: 0 done, 1 a fault of the program, 2 wrong usage, 3 refused, or taken in part.
`
}

function sayWhy(error: unknown): ExitCode {
  const known = [WrongUsage, Refused, OurFault].some((kind) => error instanceof kind)
  const sentence =
    known && error instanceof Error
      ? error.message
      : 'Something went wrong in the program. DEMARCHE_DEBUG=1 shows where.'
  process.stderr.write(`${sentence}\n`)
  if (process.env['DEMARCHE_DEBUG'] && error instanceof Error)
    process.stderr.write(`${error.stack ?? error.message}\n`)
  return exitCodeOf(error)
}

/** `demarche … | head` closes the pipe early; that is no fault of anyone. */
function endQuietlyWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.done)
    throw error
  })
}
