import { checkFile, isEmptyOfBenchmarks, NO_BENCHMARK, readText } from '../../actions/check-file.ts'
import type { Diagnostic } from '../../actions/benchmark-drafts.ts'
import { ActionRefused } from '../../actions/errors.ts'
import { CheckResult, type CheckResultJson } from '../../contract/benchmarks.ts'
import { address } from '../client.ts'
import { JSON_OPTION, localToday, print, printJson, withStore, type Command } from '../command.ts'
import { EXIT, Refused } from '../exit-codes.ts'
import type { Arguments } from '../read-arguments.ts'
import { printable } from '../terminal.ts'

export const check: Command = {
  spec: {
    name: 'check',
    summary: 'Checks benchmark texts: grammar, kinds, units and names.',
    operands: ['FILE'],
    options: {
      programme: {
        type: 'string',
        value: 'ID',
        help: 'check the names against this programme in the store',
      },
      ...JSON_OPTION,
    },
    notes: [
      'A file in a programme folder is checked against that folder, without a store. Each fault is printed as FILE:LINE:COLUMN: SENTENCE; with faults the exit code is 3.',
    ],
  },
  run: async (given) => {
    const file = given.operand('FILE')
    const programme = given.text('programme')
    const { diagnostics, against } =
      programme === undefined
        ? await checkAlone(file)
        : { ...(await checkInStore(given, file, programme)), against: programme }
    const faults = diagnostics.filter(({ severity }) => severity === 'error')
    if (given.flag('json')) printJson({ file, against, diagnostics })
    else say(file, diagnostics, against)
    return faults.length === 0 ? EXIT.done : EXIT.refused
  },
}

type Checked = { readonly diagnostics: readonly Diagnostic[]; readonly against: string | null }

async function checkAlone(file: string): Promise<Checked> {
  const { diagnostics, folder } = await orRefused(checkFile(file))
  return { diagnostics, against: folder }
}

async function checkInStore(
  given: Arguments,
  file: string,
  programme: string,
): Promise<CheckResultJson> {
  const text = await orRefused(readText(file))
  const today = localToday()
  const checked = await withStore(given, (client) =>
    client.post(
      address('programmes', programme, 'benchmarks', 'check'),
      { text, asOf: today, knownOn: today },
      CheckResult,
    ),
  )
  return isEmptyOfBenchmarks(text) ? { ...checked, diagnostics: [NO_BENCHMARK] } : checked
}

/** Where no server stands between, an action's refusal is the command's own. */
async function orRefused<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked
  } catch (error) {
    throw error instanceof ActionRefused ? new Refused(error.message) : error
  }
}

function say(file: string, diagnostics: readonly Diagnostic[], against: string | null): void {
  for (const { line, column, severity, message } of diagnostics) {
    const word = severity === 'error' ? '' : 'warning: '
    print(printable(`${file}:${line}:${column}: ${word}${message}`))
  }
  if (diagnostics.some(({ severity }) => severity === 'error')) return
  const names =
    against === null
      ? 'its names were not looked up: it lies in no programme folder, and --programme was not given'
      : `checked against ${against}`
  print(`${file} can be read; ${names}.`)
}
