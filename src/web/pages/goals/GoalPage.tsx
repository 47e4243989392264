import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { BenchmarkRowJson, GoalPageJson } from '../../../contract/assessment.ts'
import { goalQuery } from '../../api/queries.ts'
import { useChangeDays, useDays } from '../../days.tsx'
import { useParam, usePaths } from '../../paths.ts'
import { readCitation } from '../../ui/Citation.tsx'
import { WithMargin } from '../../ui/Margin.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { StandingBadge } from '../../ui/StandingBadge.tsx'
import { StandingStrip } from '../../ui/StandingStrip.tsx'
import { daysInWords, writtenDate } from '../../ui/written-dates.ts'
import { capital, KIND_WORDS, OBJECTIVE_WORDS, STANDING_WORDS, TIER_WORDS } from '../../ui/words.ts'
import { AlertList } from '../alerts/AlertList.tsx'
import { Answered } from '../Answered.tsx'
import { lifeOf } from '../benchmarks/life-of.ts'
import { CitationLinks } from '../CitationLink.tsx'
import { DaysOfPage } from '../DaysOfPage.tsx'
import { useSourceTitles } from '../titles.ts'
import '../../style/benchmark.css'

/** One goal: what is asked and why, where it stands, and the benchmarks that decide it. */
export function GoalPage() {
  const [programme, id] = [useParam('programme'), useParam('goal')]
  const days = useDays()
  const query = useQuery(goalQuery(programme, id, days))
  return (
    <Answered query={query} heading="Goal">
      {(page) => <Goal page={page} />}
    </Answered>
  )
}

function Goal({ page }: { readonly page: GoalPageJson }) {
  const { goal, span, strip } = page
  const paths = usePaths()
  const days = useDays()
  const change = useChangeDays()
  const { title, note } = TIER_WORDS[goal.tier]
  return (
    <>
      <PageHeader
        title={goal.statement}
        above={
          <>
            <Link to={paths.scorecard()}>{title}</Link> · {note}
          </>
        }
      />
      <DaysOfPage span={span} asOf={days.asOf ?? span.to} knownOn={days.knownOn ?? span.to} />
      <div className="below-days">
        <WithMargin margin={<WhatItRestsOn page={page} />}>
          <p className="verdict">
            <StandingBadge large standing={goal.standing} gesture={goal.gesture} />{' '}
            <em className="serif-note">
              <bdi>{daysInWords(goal.why)}</bdi>
            </em>
          </p>
          {goal.number && goal.rule && (
            <p>
              Number: {STANDING_WORDS[goal.number]} · Rule: {STANDING_WORDS[goal.rule]}
            </p>
          )}
          <div className="wide-strip">
            <StandingStrip
              of={goal.statement}
              days={strip.days}
              standings={strip.standings}
              asOf={days.asOf ?? span.to}
              onChoose={(day) => change({ asOf: day })}
            />
          </div>
          <Benchmarks benchmarks={goal.benchmarks} goal={goal.id} />
          <Undertakings undertakings={page.undertakings} />
          {page.alerts.length > 0 && (
            <section className="part">
              <h2>Alerts</h2>
              <AlertList alerts={page.alerts} />
            </section>
          )}
        </WithMargin>
      </div>
    </>
  )
}

type BenchmarksProperties = {
  readonly benchmarks: readonly BenchmarkRowJson[]
  readonly goal: string
}

function Benchmarks({ benchmarks, goal }: BenchmarksProperties) {
  const paths = usePaths()
  return (
    <section className="part">
      <h2>Benchmarks that decide it</h2>
      {benchmarks.length === 0 && (
        <p className="soft">No benchmark decides this goal yet, so that it cannot be told.</p>
      )}
      <ul className="plain ruled">
        {benchmarks.map((benchmark) => (
          <li key={benchmark.id} className="row">
            <div className="node">
              <span>
                <Link to={paths.benchmark(benchmark.id)}>
                  <bdi>{benchmark.title}</bdi>
                </Link>{' '}
                <span className="small soft">{KIND_WORDS[benchmark.kind]}</span>
              </span>
              <StandingBadge
                standing={benchmark.standing}
                gesture={benchmark.gesture}
                {...lifeOf(benchmark)}
              />
            </div>
            <p className="small soft">
              <bdi>{daysInWords(benchmark.why)}</bdi>
            </p>
            {benchmark.missing.map((sentence) => (
              <p key={sentence} className="small soft">
                missing: <bdi>{daysInWords(sentence)}</bdi>
              </p>
            ))}
          </li>
        ))}
      </ul>
      <p className="no-print">
        <Link to={paths.newBenchmark(goal)}>Write another benchmark for this goal</Link>
      </p>
    </section>
  )
}

type UndertakingsProperties = { readonly undertakings: GoalPageJson['undertakings'] }

function Undertakings({ undertakings }: UndertakingsProperties) {
  const paths = usePaths()
  if (undertakings.length === 0) return null
  return (
    <section className="part">
      <h2>What their side said it would do</h2>
      <ul className="plain ruled">
        {undertakings.map(({ id, date, by, text, outcome }) => (
          <li key={id} className="row">
            <p>
              “<bdi>{text}</bdi>”
            </p>
            <p className="small soft">
              <bdi>{by}</bdi>, <Link to={paths.undertakings(id)}>{writtenDate(date)}</Link> ·{' '}
              {outcome ?? 'what became of it is not on record'}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function WhatItRestsOn({ page }: { readonly page: GoalPageJson }) {
  const { goal, objectives, provisions } = page
  const titles = useSourceTitles()
  const cited = new Set(
    goal.benchmarks.flatMap(({ restsOn }) => restsOn.map((one) => readCitation(one).source)),
  )
  return (
    <>
      <section>
        <h2>Where it is asked</h2>
        {goal.cites.length === 0 ? (
          <p>No source is cited for the goal.</p>
        ) : (
          <p>
            <CitationLinks citations={goal.cites} titles={titles} />
          </p>
        )}
      </section>
      {provisions.length > 0 && (
        <section>
          <h2>The provisions it rests on</h2>
          <ul className="plain">
            {provisions.map(({ id, instrument, title, text }) => (
              <li key={id}>
                <strong>
                  <bdi>{title}</bdi>
                </strong>
                , <bdi>{instrument}</bdi>
                {text !== '' && (
                  <p>
                    <bdi>{text}</bdi>
                  </p>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {objectives.length > 0 && (
        <section>
          <h2>What it serves</h2>
          <ul className="plain">
            {objectives.map(({ id, audiences }) => (
              <li key={id}>
                {OBJECTIVE_WORDS[id] ?? capital(id)}
                {audiences.length > 0 && `: ${audiences.join(', ')}`}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>Sources</h2>
        <p>
          {cited.size === 0
            ? 'The standing rests on no source yet.'
            : `The standing rests on ${goal.sources} ${goal.sources === 1 ? 'source' : 'sources'}, named at each benchmark.`}
        </p>
      </section>
    </>
  )
}
