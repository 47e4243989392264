/** Logistic regression by Newton's steps with a small ridge, on features brought to one scale. */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  truth: readonly boolean[],
  ridge = 1,
): (row: readonly number[]) => number {
  const width = rows[0]?.length ?? 0
  const means = Array.from({ length: width }, (_, j) => meanOf(rows.map((row) => row[j] ?? 0)))
  const spreads = means.map((mean, j) =>
    Math.max(Math.sqrt(meanOf(rows.map((row) => ((row[j] ?? 0) - mean) ** 2))), 1e-6),
  )
  const scaled = (row: readonly number[]) => [
    1,
    ...row.map((value, j) => (value - (means[j] ?? 0)) / (spreads[j] ?? 1)),
  ]
  const inputs = rows.map(scaled)
  let weights = new Array<number>(width + 1).fill(0)
  for (let step = 0; step < 25; step += 1) {
    const gradient = weights.map((weight, j) => (j === 0 ? 0 : -ridge * weight))
    const curve = weights.map((_, j) =>
      weights.map((__, k) => (j === k ? (j === 0 ? 1e-6 : ridge) : 0)),
    )
    inputs.forEach((input, at) => {
      const probability = logistic(dot(weights, input))
      const error = (truth[at] ? 1 : 0) - probability
      const bend = probability * (1 - probability)
      for (let j = 0; j <= width; j += 1) {
        gradient[j] = (gradient[j] ?? 0) + error * (input[j] ?? 0)
        const line = curve[j] ?? []
        for (let k = 0; k <= width; k += 1)
          line[k] = (line[k] ?? 0) + bend * (input[j] ?? 0) * (input[k] ?? 0)
      }
    })
    const change = solve(curve, gradient)
    weights = weights.map((weight, j) => weight + (change[j] ?? 0))
  }
  return (row) => logistic(dot(weights, scaled(row)))
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value))
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0)
}

function meanOf(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / Math.max(values.length, 1)
}

/** Gauss's elimination with the largest pivot. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((line, at) => [...line, right[at] ?? 0])
  const size = rows.length
  for (let column = 0; column < size; column += 1) {
    const below = rows.slice(column)
    const pivot = below.reduce((a, b) =>
      Math.abs(b[column] ?? 0) > Math.abs(a[column] ?? 0) ? b : a,
    )
    const at = rows.indexOf(pivot, column)
    ;[rows[column], rows[at]] = [pivot, rows[column] ?? []]
    for (let other = 0; other < size; other += 1) {
      const line = rows[other] ?? []
      if (other === column) continue
      const factor = (line[column] ?? 0) / (pivot[column] ?? 1)
      for (let k = column; k <= size; k += 1) line[k] = (line[k] ?? 0) - factor * (pivot[k] ?? 0)
    }
  }
  return rows.map((line, at) => (line[size] ?? 0) / (line[at] ?? 1))
}
