import { intervalInWords } from './amounts.ts'

type Properties = { readonly low: number | null; readonly high: number | null }

/** What is known of an amount: one number, two bounds, one bound, or that it cannot be told. */
export function Interval({ low, high }: Properties) {
  return <span className="interval">{intervalInWords(low, high)}</span>
}
