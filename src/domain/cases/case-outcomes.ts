/**
 * What each happening does to a case: the table of outcomes, by category (rules R152–R158).
 *
 * | category | resolved by | undone by a later | source |
 * | --- | --- | --- | --- |
 * | refused exit, divided spouse, divided family, dual national | arrived | refused, detained, re-detained, expelled | State Department guidance of May 1986: a promise counts on arrival only; 1974 Moscow 18515 and 11819: permission rescinded, eight of twelve formally refused again |
 * | prisoner, exile, psychiatric | released | detained, re-detained, sentenced, exiled, committed, expelled | 1987–88: freed and jailed again within fifteen months; expulsion in July 1988 of one who had been freed |
 *
 * A promise, a permission and a departure do not resolve; neither does a release on conditions, nor a
 * pardon, an amnesty or a rehabilitation without release. Expulsion is against one's will: it undoes,
 * and an arrival after it does not resolve. Death neither resolves nor undoes.
 */
import { fold } from '../evidence/detail.ts'

/** How cases of a category are read. `other`: the programme's own, of which no rule says what resolves. */
export type CategoryKind = 'exit' | 'custody' | 'other'

const CATEGORY_KINDS: Readonly<Record<string, CategoryKind>> = {
  'refused-exit': 'exit',
  'divided-spouse': 'exit',
  'divided-family': 'exit',
  'dual-national': 'exit',
  prisoner: 'custody',
  exile: 'custody',
  psychiatric: 'custody',
}

/** `resolves` and `undoes` move *resolved*; `expels` undoes and bars a later arrival. */
export type Effect = 'resolves' | 'undoes' | 'expels'

export const EFFECTS: Readonly<Record<CategoryKind, Readonly<Record<string, Effect>>>> = {
  exit: {
    arrived: 'resolves',
    refused: 'undoes',
    detained: 'undoes',
    're-detained': 'undoes',
    expelled: 'expels',
  },
  custody: {
    released: 'resolves',
    detained: 'undoes',
    're-detained': 'undoes',
    sentenced: 'undoes',
    exiled: 'undoes',
    committed: 'undoes',
    expelled: 'expels',
  },
  // Only a benchmark that names outcomes itself can resolve these (rules R192).
  other: {
    refused: 'undoes',
    detained: 'undoes',
    're-detained': 'undoes',
    sentenced: 'undoes',
    exiled: 'undoes',
    committed: 'undoes',
    expelled: 'expels',
  },
}

/** Outcomes that a benchmark may name for any category; the others it names are asked for besides. */
export const CLOSING_OUTCOMES: readonly string[] = ['released', 'arrived']

/** Where someone stands, in plain words; `unknown` before anything confirmed is known. */
export const CASE_STATES = [
  'unknown',
  'detained',
  'exiled',
  'committed',
  'released',
  'released-conditionally',
  'refused',
  'promised',
  'permitted',
  'rescinded',
  'departed',
  'arrived',
  'expelled',
  'died',
] as const
export type CaseState = (typeof CASE_STATES)[number]

const CUSTODY_MOVES: Readonly<Record<string, CaseState>> = {
  detained: 'detained',
  're-detained': 'detained',
  sentenced: 'detained',
  exiled: 'exiled',
  committed: 'committed',
  released: 'released',
  'released-conditionally': 'released-conditionally',
  departed: 'departed',
  arrived: 'arrived',
  expelled: 'expelled',
  died: 'died',
}

const EXIT_MOVES: Readonly<Record<string, CaseState>> = {
  ...CUSTODY_MOVES,
  refused: 'refused',
  promised: 'promised',
  permitted: 'permitted',
  rescinded: 'rescinded',
}

/**
 * Which state each happening leads to. A charge, a transfer, a pardon and better conditions leave
 * someone where they were; a refused visa or a promise does not take a prisoner out of custody.
 */
export const MOVES: Readonly<Record<CategoryKind, Readonly<Record<string, CaseState>>>> = {
  exit: EXIT_MOVES,
  custody: CUSTODY_MOVES,
  other: EXIT_MOVES,
}

/** Happenings that add to a number and that take away from it, by the one that `net` is asked for. */
export const OPPOSITE_EVENTS: Readonly<
  Record<string, { readonly adds: readonly string[]; readonly takes: readonly string[] }>
> = {
  detained: { adds: ['detained', 're-detained'], takes: ['released'] },
  released: { adds: ['released'], takes: ['detained', 're-detained'] },
  refused: { adds: ['refused'], takes: ['permitted'] },
  permitted: { adds: ['permitted'], takes: ['refused', 'rescinded'] },
}

export function kindOfCategory(category: string): CategoryKind {
  return own(CATEGORY_KINDS, fold(category)) ?? 'other'
}

export function effectOf(category: CategoryKind, event: string): Effect | undefined {
  return own(EFFECTS[category], event)
}

export function stateAfter(category: CategoryKind, event: string): CaseState | undefined {
  return own(MOVES[category], event)
}

/** The kinds that `net(cases where event = …)` adds up and takes off; any other kind only adds. */
export function oppositesOf(event: string): {
  readonly adds: readonly string[]
  readonly takes: readonly string[]
} {
  return own(OPPOSITE_EVENTS, event) ?? { adds: [event], takes: [] }
}

/** Kinds and categories are free words, `constructor` among them. */
function own<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}
