/** How many names are held in memory, and in how many threads (rules R261, R264). */
import { ActionRefused } from './errors.ts'

const THREADS = 2
/** Names of all registers in memory together; a million take about a third of a gigabyte a thread. */
const MOST_NAMES = 2_000_000

type Environment = Readonly<Record<string, string | undefined>>
export type NameLimits = { readonly mostNames: number; readonly threads: number }

/** What the environment says: `DEMARCHE_NAMES_AT_MOST`, `DEMARCHE_NAME_THREADS`. Throws `ActionRefused`. */
export function nameLimits(env: Environment = process.env): NameLimits {
  const most = env['DEMARCHE_NAMES_AT_MOST']
  const threads = env['DEMARCHE_NAME_THREADS']
  return {
    mostNames: wholeNumber('DEMARCHE_NAMES_AT_MOST', most, MOST_NAMES, 100_000_000),
    threads: wholeNumber('DEMARCHE_NAME_THREADS', threads, THREADS, 16),
  }
}

function wholeNumber(
  name: string,
  text: string | undefined,
  otherwise: number,
  most: number,
): number {
  if (text === undefined || text === '') return otherwise
  const number = /^\d{1,9}$/.test(text) ? Number(text) : NaN
  if (number >= 1 && number <= most) return number
  throw new ActionRefused(
    'invalid',
    `${name} is “${text}”; it is a whole number from 1 to ${most.toLocaleString('en')}.`,
  )
}

/** The sentence for a register beyond the ceiling. */
export function tooLarge(most: number): string {
  const names = most.toLocaleString('en')
  return `The register has more than ${names} names, which is the most that are held in memory here: names are not compared, and persons are found by their whole id alone. Who runs the program can raise DEMARCHE_NAMES_AT_MOST.`
}
