import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { ExplanationJson } from '../../../contract/assessment.ts'
import { benchmarkQuery } from '../../api/queries.ts'
import { MeasureChart } from '../../charts/MeasureChart.tsx'
import { FiguresChart } from '../../charts/FiguresChart.tsx'
import { useChangeDays, useDays } from '../../days.tsx'
import { BenchmarkText } from '../../language/BenchmarkText.tsx'
import { useParam, usePaths } from '../../paths.ts'
import { WithMargin } from '../../ui/Margin.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { StandingBadge } from '../../ui/StandingBadge.tsx'
import { StandingStrip } from '../../ui/StandingStrip.tsx'
import { daysInWords, writtenDate } from '../../ui/written-dates.ts'
import { KIND_WORDS, TIER_WORDS } from '../../ui/words.ts'
import { Answered } from '../Answered.tsx'
import { DaysOfPage } from '../DaysOfPage.tsx'
import { lifeOf } from './life-of.ts'
import '../../style/benchmark.css'
import { RestsOn } from './RestsOn.tsx'
import { Reviews } from './Reviews.tsx'
import { Trace } from './Trace.tsx'

/** One benchmark: what was asked, where it stands, how that was read, and what it rests on. */
export function BenchmarkPage() {
  const [programme, id] = [useParam('programme'), useParam('benchmark')]
  const days = useDays()
  const query = useQuery(benchmarkQuery(programme, id, days))
  return (
    <Answered query={query} heading="Benchmark">
      {(explanation) => <Benchmark explanation={explanation} />}
    </Answered>
  )
}

function Benchmark({ explanation }: { readonly explanation: ExplanationJson }) {
  const { benchmark, goal, asOf, knownOn, span, strip } = explanation
  const paths = usePaths()
  const change = useChangeDays()
  return (
    <>
      <PageHeader
        title={benchmark.title}
        above={
          goal ? (
            <>
              {TIER_WORDS[goal.tier].title} ·{' '}
              <Link to={paths.goal(goal.id)}>
                <bdi>{goal.statement}</bdi>
              </Link>{' '}
              · {KIND_WORDS[benchmark.kind]}
            </>
          ) : (
            <>A benchmark on its own · {KIND_WORDS[benchmark.kind]}</>
          )
        }
      />
      <DaysOfPage span={span} asOf={asOf} knownOn={knownOn} />
      <div className="below-days">
        <WithMargin margin={<RestsOn explanation={explanation} />}>
          <p className="verdict">
            <StandingBadge
              large
              standing={benchmark.standing}
              gesture={benchmark.gesture}
              {...lifeOf(benchmark)}
            />{' '}
            <em className="serif-note">
              <bdi>{daysInWords(benchmark.why)}</bdi>
            </em>
          </p>
          <div className={explanation.charts.length > 0 ? 'wide-strip above-chart' : 'wide-strip'}>
            <StandingStrip
              of={benchmark.title}
              days={strip.days}
              standings={strip.standings}
              asOf={asOf}
              onChoose={(day) => change({ asOf: day })}
            />
          </div>
          {explanation.charts.map((chart) => (
            <MeasureChart key={chart.term} measure={chart} span={span} asOf={asOf} />
          ))}
          <Text explanation={explanation} />
          <Reviews explanation={explanation} />
          <Vintages explanation={explanation} />
          <Versions explanation={explanation} />
        </WithMargin>
      </div>
    </>
  )
}

function Text({ explanation }: { readonly explanation: ExplanationJson }) {
  const { benchmark, text, trace, warnings, sources } = explanation
  const paths = usePaths()
  return (
    <section className="part">
      <h2>
        How it was read{' '}
        <em className="serif-note">
          {benchmark.version
            ? `as set ${writtenDate(benchmark.version)}`
            : 'as old as the programme'}
        </em>
      </h2>
      <Trace text={text} trace={trace} sources={sources} />
      {warnings.map((warning) => (
        <p key={warning} className="small soft">
          Note: <bdi>{warning}</bdi>
        </p>
      ))}
      <p className="no-print">
        <Link to={paths.editBenchmark(benchmark.id)}>Write a new version</Link>
      </p>
    </section>
  )
}

function Vintages({ explanation: { charts } }: { readonly explanation: ExplanationJson }) {
  const withFigures = charts.filter(({ figures }) => figures.length > 0)
  if (withFigures.length === 0) return null
  return (
    <details className="part-details">
      <summary>The figures as published, replaced ones struck through</summary>
      {withFigures.map(({ term, unit, figures }) => (
        <div key={term}>
          <h3>{term}</h3>
          <FiguresChart figures={figures} unit={unit} />
        </div>
      ))}
    </details>
  )
}

function Versions({ explanation: { versions } }: { readonly explanation: ExplanationJson }) {
  if (versions.length < 2) return null
  return (
    <details className="part-details">
      <summary>{versions.length} versions of the text</summary>
      {versions.map(({ set, by, text }) => (
        <section key={set ?? ''} className="stack">
          <h3>
            {set ? `Set ${writtenDate(set)}` : 'As old as the programme'}
            {by && (
              <>
                {' '}
                by <bdi>{by}</bdi>
              </>
            )}
          </h3>
          <BenchmarkText text={text} />
        </section>
      ))}
    </details>
  )
}
