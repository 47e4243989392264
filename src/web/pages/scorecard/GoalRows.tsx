import { Fragment, useId } from 'react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { GoalRowJson, ScorecardJson } from '../../../contract/assessment.ts'
import { useChangeDays } from '../../days.tsx'
import { usePaths } from '../../paths.ts'
import { readCitation } from '../../ui/Citation.tsx'
import { firstSentence } from '../../ui/first-sentence.ts'
import { StandingBadge } from '../../ui/StandingBadge.tsx'
import { StandingStrip, StripLegend } from '../../ui/StandingStrip.tsx'
import { STANDING_WORDS, TIER_WORDS } from '../../ui/words.ts'
import { useSourceTitles } from '../titles.ts'
import { daysInWords } from '../../ui/written-dates.ts'
import { lifeOf } from '../benchmarks/life-of.ts'
import '../../style/scorecard.css'

const TIERS = ['immediate', 'intermediate', 'long-range'] as const

type Properties = {
  readonly scorecard: ScorecardJson
  /** An edition is of one day and leads nowhere else. */
  readonly frozen?: boolean
}

/** Goals by tier, a row each, then the benchmarks that stand on their own. */
export function GoalRows({ scorecard, frozen = false }: Properties) {
  const { goals, benchmarks, strips } = scorecard
  const change = useChangeDays()
  const paths = usePaths()
  const onChoose = frozen ? undefined : (asOf: string) => change({ asOf })
  const strip = (of: string, standings: ScorecardJson['strips']['goals'][string] | undefined) =>
    standings && (
      <StandingStrip
        of={of}
        days={strips.days}
        standings={standings}
        asOf={scorecard.asOf}
        onChoose={onChoose}
      />
    )
  return (
    <div className="scorecard">
      {TIERS.map((tier) => {
        const rows = goals.filter((goal) => goal.tier === tier)
        if (rows.length === 0) return null
        const { title, note } = TIER_WORDS[tier]
        return (
          <Tier key={tier} title={title} note={note}>
            {rows.map((goal) => (
              <tr key={goal.id} role="row">
                <th scope="row" role="rowheader" className="what">
                  <Link to={paths.goal(goal.id)} className="quiet">
                    <bdi>{goal.statement}</bdi>
                  </Link>
                  <Where cites={goal.cites} />
                </th>
                <td role="cell" className="stands">
                  <StandingBadge
                    standing={goal.standing}
                    gesture={goal.gesture}
                    {...sharedLife(goal)}
                  />
                </td>
                <td role="cell" className="months">
                  {strip(goal.statement, strips.goals[goal.id])}
                </td>
                <td role="cell" className="why">
                  <Why goal={goal} />
                </td>
                <td role="cell" className="from">
                  {goal.sources} {goal.sources === 1 ? 'source' : 'sources'}
                </td>
              </tr>
            ))}
          </Tier>
        )
      })}
      {benchmarks.length > 0 && (
        <Tier title="On their own" note="benchmarks under no goal">
          {benchmarks.map((benchmark) => (
            <tr key={benchmark.id} role="row">
              <th scope="row" role="rowheader" className="what">
                <Link to={paths.benchmark(benchmark.id)} className="quiet">
                  <bdi>{benchmark.title}</bdi>
                </Link>
              </th>
              <td role="cell" className="stands">
                <StandingBadge
                  standing={benchmark.standing}
                  gesture={benchmark.gesture}
                  {...lifeOf(benchmark)}
                />
              </td>
              <td role="cell" className="months">
                {strip(benchmark.title, strips.benchmarks[benchmark.id])}
              </td>
              <td role="cell" className="why">
                <Sentences text={daysInWords(benchmark.why)} />
              </td>
              <td role="cell" className="from">
                {sourcesOf(benchmark.restsOn)}
              </td>
            </tr>
          ))}
        </Tier>
      )}
      <StripLegend fixed={frozen} />
    </div>
  )
}

type TierProperties = {
  readonly title: string
  readonly note: string
  readonly children: ReactNode
}

function Tier({ title, note, children }: TierProperties) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {title} <em className="serif-note">{note}</em>
      </h2>
      <table role="table" aria-labelledby={id}>
        <thead className="spoken-head" role="rowgroup">
          <tr role="row">
            {['Goal', 'Standing', 'By month', 'Why', 'Sources'].map((words) => (
              <th key={words} scope="col" role="columnheader">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">{children}</tbody>
      </table>
    </section>
  )
}

function Where({ cites }: { readonly cites: readonly string[] }) {
  const paths = usePaths()
  const titles = useSourceTitles()
  return (
    <p className="below">
      {cites.map((cite, index) => {
        const { source, at } = readCitation(cite)
        return (
          <Fragment key={cite}>
            {index > 0 && ' · '}
            <Link to={paths.source(source, at)} className="quiet">
              {at === '' ? <bdi>{titles[source]?.title ?? source}</bdi> : at}
            </Link>
          </Fragment>
        )
      })}
    </p>
  )
}

/** The two halves apart where there are two, the sentence of the row, and what is missing. */
function Why({ goal }: { readonly goal: GoalRowJson }) {
  const { number, rule, why, missing } = goal
  const halves = number && rule ? `number ${halfInWords(number)} · rule ${halfInWords(rule)}` : null
  return (
    <>
      {halves && <p>{halves}</p>}
      <Sentences
        text={daysInWords(why)}
        below={halves !== null}
        missing={missing.map(daysInWords)}
      />
    </>
  )
}

type SentencesProperties = {
  readonly text: string
  readonly below?: boolean
  readonly missing?: readonly string[]
}

/** The first sentence; the rest, and what is missing, on demand, so that rows stay low. */
function Sentences({ text, below = false, missing = [] }: SentencesProperties) {
  const { first, rest } = firstSentence(text)
  // What is missing is often what the reason says.
  const others = missing.filter((sentence) => !text.includes(sentence))
  return (
    <>
      <p className={below ? 'below' : undefined}>
        <bdi>{first}</bdi>
      </p>
      {(rest !== '' || others.length > 0) && (
        <details className="more">
          <summary>more</summary>
          {rest !== '' && (
            <p>
              <bdi>{rest}</bdi>
            </p>
          )}
          {others.map((sentence) => (
            <p key={sentence}>
              missing: <bdi>{sentence}</bdi>
            </p>
          ))}
        </details>
      )}
    </>
  )
}

const halfInWords = (standing: GoalRowJson['standing']) =>
  standing === 'met' ? 'yes' : standing === 'not-met' ? 'no' : STANDING_WORDS[standing]

/** The life of a goal's only benchmark is also the goal's; of several each has its own, on its page. */
function sharedLife({ benchmarks }: GoalRowJson) {
  const [only] = benchmarks
  return only && benchmarks.length === 1 ? lifeOf(only) : {}
}

function sourcesOf(citations: readonly string[]): string {
  const { size } = new Set(citations.map((citation) => readCitation(citation).source))
  return `${size} ${size === 1 ? 'source' : 'sources'}`
}
