/**
 * The same bounds by other means, to hold `domain/evidence/bounds.ts` to: a linear programme with
 * one unknown of zero or more for each stretch of days between boundaries, one row for each bound a
 * figure states, and the least and the greatest sum over the window.
 */
import type { DayNumber } from '../src/domain/basics/calendar-date.ts'
import type { PeriodFigure } from '../src/domain/evidence/bounds.ts'
import type { LinearModel, LinearSolver } from '../src/solve/linear-programme.ts'

export type OracleBounds =
  | { readonly kind: 'interval'; readonly low: number; readonly high: number }
  | { readonly kind: 'contradiction' }

type Days = { readonly from: number; readonly to: number }

export function boundsByLinearProgramme(
  solver: LinearSolver,
  figures: readonly PeriodFigure[],
  from: DayNumber,
  to: DayNumber,
): OracleBounds {
  const tied = figuresTiedTo({ from, to }, figures)
  const { model, weightsOf } = modelOf(tied, [{ from, to }])
  const programme = solver.open(model)
  try {
    const weights = weightsOf({ from, to })
    const least = programme.optimise('least', weights)
    if (least.kind === 'infeasible') return { kind: 'contradiction' }
    const greatest = programme.optimise('greatest', weights)
    if (least.kind === 'unbounded' || greatest.kind === 'infeasible')
      throw new Error(`the solver contradicts itself: ${least.kind}, then ${greatest.kind}`)
    const high = greatest.kind === 'unbounded' ? Infinity : greatest.value
    return { kind: 'interval', low: least.value, high }
  } finally {
    programme.close()
  }
}

/** The unknowns and rows for these figures, cut so that each window is made of whole unknowns. */
export function modelOf(
  figures: readonly PeriodFigure[],
  windows: readonly Days[],
): { model: LinearModel; weightsOf(window: Days): number[] } {
  const cuts = [...figures, ...windows].flatMap(({ from, to }) => [from, to + 1])
  const days = [...new Set<number>(cuts)].sort((a, b) => a - b)
  const stretches = days.slice(1).map((day, index) => ({ from: days[index] ?? day, to: day - 1 }))
  const within = (span: Days) =>
    stretches.flatMap((each, index) =>
      each.from >= span.from && each.to <= span.to ? [index] : [],
    )
  return {
    model: {
      columns: stretches.map(() => ({ lower: 0, upper: Infinity })),
      rows: figures.flatMap((figure) => {
        const columns = within(figure)
        const row = { columns, coefficients: columns.map(() => 1) }
        return [
          ...(figure.low === null ? [] : [{ ...row, lower: figure.low, upper: Infinity }]),
          ...(figure.high === null ? [] : [{ ...row, lower: -Infinity, upper: figure.high }]),
        ]
      }),
    },
    weightsOf(window) {
      const inWindow = new Set(within(window))
      return stretches.map((_, index) => (inWindow.has(index) ? 1 : 0))
    },
  }
}

/** Those that share a day with the window, then those that share one with these, and so on. */
export function figuresTiedTo(window: Days, figures: readonly PeriodFigure[]): PeriodFigure[] {
  const tied: Days[] = [window]
  const found = new Set<PeriodFigure>()
  for (let size = -1; size !== found.size;) {
    size = found.size
    for (const figure of figures)
      if (!found.has(figure) && tied.some((each) => shareADay(each, figure))) {
        found.add(figure)
        tied.push(figure)
      }
  }
  return figures.filter((figure) => found.has(figure))
}

function shareADay(a: Days, b: Days): boolean {
  return a.from <= b.to && b.from <= a.to
}
