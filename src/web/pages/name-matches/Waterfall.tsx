import type { MatchPageJson, MatchReasonJson } from '../../../contract/name-matches.ts'
import {
  kindInWords,
  likelihood,
  rarityInWords,
  relationInWords,
  spanInWords,
  weightInWords,
} from './words.ts'

type Match = NonNullable<MatchPageJson['match']>

type Step = {
  /** One after the other, each in its own direction. */
  readonly title: readonly string[]
  readonly below: string
  readonly weight: number
  /** The sum before it and after it. */
  readonly from: number
  readonly to: number
}

/** Each term of the comparison as a step, from what is likely before anything is compared to the sum. */
export function Waterfall({ match }: { readonly match: Match }) {
  const steps = stepsOf(match)
  const all = steps.flatMap(({ from, to }) => [from, to])
  const [low, high] = [Math.min(0, ...all), Math.max(0, ...all)]
  const at = (value: number) => ((value - low) / (high - low || 1)) * 100
  return (
    <table className="waterfall">
      <caption className="spoken">
        What speaks for one person and what against, in steps that sum to the total
      </caption>
      <thead className="spoken">
        <tr>
          <th scope="col">Reason</th>
          <th scope="col">Weight</th>
          <th scope="col">Drawn</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step, index) => (
          <tr key={index}>
            <th scope="row">
              {step.title.map((side, place) => (
                <span key={place}>
                  {place > 0 && <span className="soft"> · </span>}
                  <bdi>{side}</bdi>
                </span>
              ))}
              {step.below !== '' && <span className="below">{step.below}</span>}
            </th>
            <td className="number">{weightInWords(step.weight)}</td>
            <td className="drawn">
              <Bar from={at(step.from)} to={at(step.to)} zero={at(0)} />
            </td>
          </tr>
        ))}
        <tr className="total">
          <th scope="row">
            Together
            <span className="below">one person: {likelihood(match.probability)}</span>
          </th>
          <td className="number">{weightInWords(match.logOdds)}</td>
          <td className="drawn">
            <Bar from={at(0)} to={at(match.logOdds)} zero={at(0)} isTotal />
          </td>
        </tr>
      </tbody>
    </table>
  )
}

type BarProperties = {
  readonly from: number
  readonly to: number
  readonly zero: number
  readonly isTotal?: boolean
}

function Bar({ from, to, zero, isTotal = false }: BarProperties) {
  const kind = isTotal ? 'sum' : to < from ? 'against' : 'for'
  return (
    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <line x1={zero} x2={zero} y1="0" y2="10" />
      <rect
        className={kind}
        x={Math.min(from, to)}
        width={Math.max(Math.abs(to - from), 0.5)}
        y="1.5"
        height="7"
      />
    </svg>
  )
}

function stepsOf({ prior, reasons }: Match): readonly Step[] {
  let sum = 0
  const step = (title: readonly string[], below: string, weight: number): Step => {
    const from = sum
    sum += weight
    return { title, below, weight, from, to: sum }
  }
  return [
    step(['Before anything is compared'], '', prior),
    ...reasons.map((reason) => step(titleOf(reason), belowOf(reason), reason.weight)),
  ]
}

function titleOf(reason: MatchReasonJson): readonly string[] {
  const { kind, theirs, ours } = reason
  const sides = [theirs, ours].filter((side) => side !== undefined)
  if (kind === 'unmatched' || (kind === 'name' && sides.length > 0)) return [...new Set(sides)]
  return [kindInWords(reason)]
}

function belowOf({ kind, theirs, ours, relation, rarity }: MatchReasonJson): string {
  const sides =
    kind === 'name' || kind === 'unmatched' || theirs === undefined || ours === undefined
      ? []
      : [
          theirs === ours
            ? spanInWords(theirs)
            : `${spanInWords(theirs)} against ${spanInWords(ours)}`,
        ]
  return [
    ...sides,
    ...(relation === undefined ? [] : [relationInWords(relation)]),
    ...(rarity === undefined ? [] : [rarityInWords(rarity)]),
  ].join(', ')
}
