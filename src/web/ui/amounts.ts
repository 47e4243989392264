/** Numbers and intervals as people read them. A bound that is not known is said, never shown as 0. */

const PLAIN = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 4 })

export const amountInWords = (amount: number) => PLAIN.format(amount)

/**
 * `4,919`, `8,011–8,155`, `at least 7,000`, `at most 1,200` or `cannot be told`. A low of null, or of
 * 0 with nothing above it, is no bound at all.
 */
export function intervalInWords(low: number | null, high: number | null): string {
  if (high === null) return low === null || low === 0 ? 'cannot be told' : `at least ${text(low)}`
  if (low === null) return `at most ${text(high)}`
  return low === high ? text(low) : `${text(low)}–${text(high)}`
}

const text = (amount: number) => PLAIN.format(amount).replace('-', '−')
