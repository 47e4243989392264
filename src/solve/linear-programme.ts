/**
 * Linear programmes through HiGHS: continuous unknowns with bounds, rows of sums with bounds, and
 * the least or greatest value of a weighted sum. Infinity stands for a bound that is not there.
 */
import loadHighs from 'highs'

export type LinearRow = {
  readonly columns: readonly number[]
  readonly coefficients: readonly number[]
  readonly lower: number
  readonly upper: number
}

export type LinearModel = {
  /** Bounds of each unknown. */
  readonly columns: readonly { readonly lower: number; readonly upper: number }[]
  readonly rows: readonly LinearRow[]
}

export type Optimum =
  /** `at` is the value of each unknown. */
  | { readonly kind: 'optimal'; readonly value: number; readonly at: readonly number[] }
  | { readonly kind: 'infeasible' }
  | { readonly kind: 'unbounded' }

export type OpenProgramme = {
  /**
   * The least or greatest sum of weight × unknown, one weight for each unknown. The solver goes on
   * from its last answer. Throws an Error where it ends without an answer.
   */
  optimise(sense: 'least' | 'greatest', weights: readonly number[]): Optimum
  /** Gives the solver's memory back; the programme cannot be used afterwards. */
  close(): void
}

export type LinearSolver = { open(model: LinearModel): OpenProgramme }

/** Loads the solver, which takes some tenths of a second; one is enough for any number of programmes. */
export async function loadLinearSolver(): Promise<LinearSolver> {
  const highs = await loadHighs()
  const { modelStatus, objectiveSense } = highs.constants
  return {
    open({ columns, rows }) {
      const programme = highs.createModel({
        numCols: columns.length,
        numRows: rows.length,
        colCost: columns.map(() => 0),
        colLower: columns.map((column) => column.lower),
        colUpper: columns.map((column) => column.upper),
        rowLower: rows.map((row) => row.lower),
        rowUpper: rows.map((row) => row.upper),
        matrix: toMatrix(rows, columns.length),
      })
      programme.options.set({ output_flag: false })
      return {
        optimise(sense, weights) {
          programme.changeColsCost({ kind: 'range', from: 0, to: weights.length - 1 }, weights)
          programme.changeObjectiveSense(
            sense === 'least' ? objectiveSense.minimize : objectiveSense.maximize,
          )
          let status = programme.run().modelStatus
          // Going on from an earlier answer, HiGHS at times cannot tell that there is no bound;
          // starting afresh it can.
          if (status === modelStatus.unknown) {
            programme.clearSolver()
            status = programme.run().modelStatus
          }
          if (status === modelStatus.infeasible) return { kind: 'infeasible' }
          if (status === modelStatus.unbounded) return { kind: 'unbounded' }
          if (status !== modelStatus.optimal)
            throw new Error(`the solver ended without an answer (HiGHS status ${status})`)
          const at = [...programme.getSolution().colValue]
          return { kind: 'optimal', value: programme.getObjectiveValue(), at }
        },
        close: () => programme.dispose(),
      }
    },
  }
}

function toMatrix(rows: readonly LinearRow[], numCols: number) {
  const starts = [0]
  for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.columns.length)
  return {
    format: 'csr' as const,
    numRows: rows.length,
    numCols,
    starts,
    indices: rows.flatMap((row) => row.columns),
    values: rows.flatMap((row) => row.coefficients),
  }
}
