/**
 * Amounts as whole numbers of a small unit, so that sums of decimal figures come out as a person
 * would add them: 0.1 and 0.2 are 0.3.
 *
 * `units × 10^−places` is the amount. The unit is chosen so that every sum over the figures stays
 * below 2^53 and is exact. Where figures have more digits than that allows (about fifteen in all),
 * the last ones are rounded outward, a lower bound down and an upper bound up, so that no bound is
 * narrower than the figures say.
 */
export type ExactAmount = { readonly units: number; readonly places: number }

export const NOTHING: ExactAmount = { units: 0, places: 0 }

/** Leaves three bits below 2^53 for the differences of sums that shortest paths form. */
const ROOM = 2 ** 50

/** How many decimal places fit these amounts; below zero where they are too large for units of one. */
export function placesFor(amounts: readonly number[]): number {
  let places = 0
  let sum = 0
  for (const amount of amounts) {
    sum += Math.abs(amount)
    if (!Number.isInteger(amount)) places = Math.max(places, placesOf(amount))
  }
  if (places === 0 && sum <= ROOM) return 0
  while (sum * 10 ** places > ROOM) places -= 1
  return places
}

/** The amount in whole units; `round` is applied to digits that do not fit. */
export function toUnits(amount: number, places: number, round: (amount: number) => number): number {
  return places === 0 && Number.isInteger(amount) ? amount : round(shift(amount, places))
}

export function toNumber({ units, places }: ExactAmount): number {
  return places === 0 ? units : shift(units, -places)
}

export function sumOf(amounts: readonly ExactAmount[]): ExactAmount {
  const [only = NOTHING] = amounts
  if (amounts.length < 2) return only
  const places = Math.max(...amounts.map((amount) => amount.places))
  const sum = amounts.reduce((total, amount) => total + amount.units, 0)
  if (amounts.every((amount) => amount.places === places) && Math.abs(sum) <= ROOM)
    return { units: sum, places }
  const total = amounts.reduce(
    (sum, amount) => sum + BigInt(amount.units) * 10n ** BigInt(places - amount.places),
    0n,
  )
  return { units: Number(total), places }
}

function placesOf(amount: number): number {
  const { digits, exponent } = written(amount)
  return Math.max(0, (digits.split('.')[1] ?? '').length - exponent)
}

// By way of the decimal text: multiplying 1.1 by ten in binary does not give eleven for every figure.
function shift(amount: number, places: number): number {
  const { digits, exponent } = written(amount)
  return Number(`${digits}e${exponent + places}`)
}

function written(amount: number): { digits: string; exponent: number } {
  const [digits = '', exponent = '0'] = String(amount).split('e')
  return { digits, exponent: Number(exponent) }
}
