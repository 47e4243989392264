/** Which references of a record lead nowhere. Import refuses such rows, so one found later is damage. */
import type { ProgrammeRecord } from '../domain/goals/programme-record.ts'

/** A sentence for each reference to a source, series, goal, benchmark or the like that is not there. */
export function* unresolvedReferences(record: ProgrammeRecord): Generator<string> {
  const sources = new Set<string>(record.sources.map(({ id }) => id))
  const series = new Set<string>(record.series.map(({ id }) => id))
  const goals = new Set<string>(record.goals.map(({ id }) => id))
  const benchmarks = new Set<string>(record.benchmarks.map(({ id }) => id))
  const undertakings = new Set<string>(record.undertakings.map(({ id }) => id))
  const provisions = new Set(
    record.standards.flatMap(({ id, provisions }) => provisions.map((each) => `${id}/${each.id}`)),
  )
  const missing = (there: ReadonlySet<string>, id: string | null, who: string, what: string) =>
    id === null || there.has(id)
      ? []
      : [`${who} names the ${what} "${id}", which is not on record.`]

  for (const { id, origin } of record.sources)
    yield* missing(sources, origin, `Source "${id}"`, 'source')
  for (const figure of record.figures) {
    yield* missing(series, figure.series, `Figure entry ${figure.entry}`, 'series')
    yield* missing(sources, figure.source, `Figure entry ${figure.entry}`, 'source')
  }
  for (const event of record.events)
    yield* missing(sources, event.source, `Event entry ${event.entry}`, 'source')
  for (const { entry, source, goal } of record.undertakings) {
    yield* missing(sources, source, `Undertaking entry ${entry}`, 'source')
    yield* missing(goals, goal, `Undertaking entry ${entry}`, 'goal')
  }
  for (const { entry, source, undertaking } of record.outcomes) {
    yield* missing(sources, source, `Outcome entry ${entry}`, 'source')
    yield* missing(undertakings, undertaking, `Outcome entry ${entry}`, 'undertaking')
  }
  for (const goal of record.goals) {
    for (const id of goal.benchmarks)
      yield* missing(benchmarks, id, `Goal "${goal.id}"`, 'benchmark')
    for (const id of goal.provisions)
      yield* missing(provisions, id, `Goal "${goal.id}"`, 'provision')
    for (const { source } of goal.cites)
      yield* missing(sources, source, `Goal "${goal.id}"`, 'source')
  }
  for (const { benchmark, cites } of record.waivers) {
    yield* missing(benchmarks, benchmark, 'A waiver', 'benchmark')
    for (const { source } of cites)
      yield* missing(sources, source, `The waiver of "${benchmark}"`, 'source')
  }
}
