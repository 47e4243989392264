/** The names on record that a benchmark can use, for the checker. */
import type { KnownNames } from '../goals/language/known-names.ts'
import type { ProgrammeRecord } from '../goals/programme-record.ts'

/** `lists` are all by which a list on record can be named, where they are looked up. */
export function knownNamesOf(record: ProgrammeRecord, lists?: ReadonlySet<string>): KnownNames {
  const series = new Map(record.series.map((each) => [each.id as string, each]))
  const subjectsOf = (kind: string) =>
    new Set(record.events.filter((event) => event.kind === kind).map(({ subject }) => subject))
  return {
    seriesOf: (id) => series.get(id),
    series: [...series.keys()],
    states: subjectsOf('state'),
    rules: subjectsOf('rule'),
    acts: new Set([
      ...record.events.map(({ kind }) => kind),
      // What a report watched for can be counted, though it never happened.
      ...record.events.filter(({ kind }) => kind === 'coverage').map(({ subject }) => subject),
    ]),
    undertakings: new Set(record.undertakings.map(({ id }) => id)),
    questions: new Set(record.judgements.map(({ question }) => question)),
    reporters: new Set(record.figures.map(({ reporter }) => reporter)),
    counting: record.programme.counting,
    ...(lists && { lists }),
  }
}
