/** The words that a benchmark of this programme can be written with, for completion in the editor. */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { ProgrammeId } from '../domain/basics/ids.ts'
import { CASE_CONDITION_KEYS } from '../domain/cases/case-conditions.ts'
import { RULE_STAGES } from '../domain/evidence/event.ts'
import { CASE_WORDS } from '../domain/goals/language/check-cases.ts'
import { GRAMMAR } from '../domain/goals/language/grammar.ts'
import { listLists } from '../store/representation-lists.ts'
import type { Context } from './context.ts'
import { knownRecordOf } from './known-record.ts'

export type Words = {
  readonly keywords: readonly string[]
  readonly series: readonly {
    readonly id: string
    readonly kind: string
    readonly title: string
    readonly unit: string
  }[]
  readonly states: readonly string[]
  readonly rules: readonly string[]
  readonly acts: readonly string[]
  readonly undertakings: readonly string[]
  readonly reporters: readonly string[]
  readonly stages: readonly string[]
  /** What lists on record are called, and what cases can be chosen by. */
  readonly lists: readonly string[]
  readonly cases: readonly { readonly key: string; readonly words: readonly string[] }[]
}

/** The grammar is the one place where the words of the language stand. */
const KEYWORDS = [
  ...new Set(Array.from(GRAMMAR.matchAll(/kw<"([^"]+)">/g), ([, word = '']) => word)),
]

/** Of what could be known on that day. Throws `ActionRefused`: not-found, not-allowed. */
export async function listWords(
  context: Context,
  programme: ProgrammeId,
  knownOn: CalendarDate,
): Promise<Words> {
  const { record, evidence, viewOn } = await knownRecordOf(context, programme)
  const events = viewOn(knownOn)
    .events()
    .map(({ event }) => event)
  const subjectsOf = (kind: string) =>
    distinct(events.filter((event) => event.kind === kind).map(({ subject }) => subject))
  const watched = ['state', 'rule', 'coverage']
  return {
    keywords: KEYWORDS,
    series: record.series.map(({ id, kind, title, unit }) => ({ id, kind, title, unit })),
    states: subjectsOf('state'),
    rules: subjectsOf('rule'),
    acts: distinct(events.map(({ kind }) => kind).filter((kind) => !watched.includes(kind))),
    undertakings: distinct([...evidence.undertakings.keys()]),
    reporters: distinct(record.figures.map(({ reporter }) => reporter)),
    stages: RULE_STAGES,
    lists: [...(await listNames(context, programme))].sort(),
    cases: CASE_CONDITION_KEYS.map((key) => ({ key, words: CASE_WORDS[key] ?? [] })),
  }
}

/** All by which a list on record can be named: its id, its number, its title. */
export async function listNames(
  { database }: Context,
  programme: ProgrammeId,
): Promise<ReadonlySet<string>> {
  const lists = await listLists(database, programme)
  const names = lists.flatMap(({ id, number, title }) => [id as string, number, title])
  return new Set(names.filter((name) => name !== ''))
}

function distinct(words: readonly string[]): string[] {
  return [...new Set(words)].filter((word) => word !== '').sort()
}
