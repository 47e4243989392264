/** The readings of a measure as the margin shows them: with what the trace knows of each. */
import type { ExplanationJson, ReadingJson, TraceNode } from '../../../contract/assessment.ts'

export type MarginReading = ReadingJson & {
  /** Said by the counterpart of itself. */
  readonly claim: boolean
  /** Why it did not count, else null. */
  readonly setAside: string | null
}

type Measure = ExplanationJson['benchmark']['measures'][number]

/**
 * What each reporter said of a measure, those set aside included. Where several measures stand in one
 * test the trace reads them together; then the reporter alone tells whether it is a claim.
 */
export function readingsOfMeasure(
  { term, readings }: Measure,
  trace: readonly TraceNode[],
): MarginReading[] {
  const all = trace.flatMap(nodesOf)
  const told = all.filter(({ text }) => text.includes(term)).flatMap((node) => node.readings)
  const found = readings.map((reading) => {
    const same = told.find((one) => isSame(one, reading))
    return {
      ...reading,
      claim: same?.claim ?? claims(all, reading),
      setAside: same?.setAside ?? null,
    }
  })
  const aside = told.filter(
    (one) => one.setAside !== null && !readings.some((reading) => isSame(one, reading)),
  )
  return [...found, ...aside]
}

function nodesOf(node: TraceNode): TraceNode[] {
  return [node, ...node.parts.flatMap(nodesOf)]
}

function claims(nodes: readonly TraceNode[], { reporter }: ReadingJson): boolean {
  return nodes.some(({ readings }) =>
    readings.some((one) => one.claim && one.reporter === reporter),
  )
}

const isSame = (a: ReadingJson, b: ReadingJson) =>
  a.reporter === b.reporter && a.low === b.low && a.high === b.high
