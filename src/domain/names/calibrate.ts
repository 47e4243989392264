/**
 * How log-odds turn into a probability that can be taken at its word: of those said to be 70 % sure,
 * 70 in a hundred are one person. A line through the log-odds, fitted to decided pairs; it rises, so
 * the order of candidates stays.
 */
export type Calibration = { readonly slope: number; readonly shift: number }

export type DecidedPair = { readonly logOdds: number; readonly same: boolean }

/** The calibration so far counts as much as so many decided pairs. */
const STARTING_PAIRS = 20
const LEAST_SLOPE = 0.1
const STEPS = 30
/** Log-odds beyond this are sure in any case and would outweigh the rest. */
const MOST = 12

/** The calibration that fits the pairs, held near the one so far where they are few. */
export function calibrated(pairs: readonly DecidedPair[], soFar: Calibration): Calibration {
  let { slope, shift } = soFar
  for (let step = 0; step < STEPS; step += 1) {
    // Newton's step, with a ridge around the calibration so far.
    let slopeError = STARTING_PAIRS * (soFar.slope - slope)
    let shiftError = (STARTING_PAIRS / 4) * (soFar.shift - shift)
    let [a, b, c] = [STARTING_PAIRS, 0, STARTING_PAIRS / 4]
    for (const { logOdds, same } of pairs) {
      const odds = Math.min(Math.max(logOdds, -MOST), MOST)
      const probability = 1 / (1 + Math.exp(-(slope * odds + shift)))
      const error = (same ? 1 : 0) - probability
      const bend = probability * (1 - probability)
      slopeError += error * odds
      shiftError += error
      a += bend * odds * odds
      b += bend * odds
      c += bend
    }
    const determinant = a * c - b * b
    slope = Math.max(slope + (c * slopeError - b * shiftError) / determinant, LEAST_SLOPE)
    shift += (a * shiftError - b * slopeError) / determinant
  }
  return { slope, shift }
}
