/** Words and addresses that the parts of `demarche list` have alike. */
import type { z } from 'zod'
import type { Shares, UnitTotal } from '../../../contract/representation-lists.ts'
import { address } from '../../client.ts'
import type { Arguments } from '../../read-arguments.ts'

/** `/api/programmes/P/lists/L/…`, from the operands. */
export function listAddress(given: Arguments, ...rest: readonly string[]): string {
  return address('programmes', given.operand('PROGRAMME'), 'lists', given.operand('LIST'), ...rest)
}

type InBoth = {
  readonly family: z.infer<typeof UnitTotal>
  readonly person: z.infer<typeof UnitTotal>
  readonly shares: z.infer<typeof Shares>
}

/** `77 of 272 family units (28 %) and 240 of 801 persons (30 %) resolved` */
export function inBoth({ family, person, shares }: InBoth): string {
  const part = (
    counts: { entries: number; resolved: number },
    share: number | null,
    unit: string,
  ) =>
    `${counts.resolved} of ${counts.entries} ${unit}${counts.entries === 1 ? '' : 's'}${share === null ? '' : ` (${share} %)`}`
  return `${part(family, shares.family, 'family unit')} and ${part(person, shares.person, 'person')} resolved`
}

/** `one case`, `12 cases` */
export function counted(count: number, noun: string): string {
  return count === 1 ? `one ${noun}` : `${count.toLocaleString('en')} ${noun}s`
}

/** Codes as words: `already-departed` is “already departed”. */
export function asWords(code: string): string {
  return code.replaceAll('-', ' ')
}
