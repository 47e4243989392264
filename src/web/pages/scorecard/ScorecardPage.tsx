import { useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { Link } from 'react-router'
import type { AlertJson, ScorecardJson } from '../../../contract/assessment.ts'
import { scorecardQuery } from '../../api/queries.ts'
import { useDays } from '../../days.tsx'
import { useParam, usePaths } from '../../paths.ts'
import { Empty } from '../../ui/Empty.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { ALERT_BRIEF } from '../../ui/words.ts'
import { Answered } from '../Answered.tsx'
import { DaysOfPage } from '../DaysOfPage.tsx'
import { Doings } from './Doings.tsx'
import { GoalRows } from './GoalRows.tsx'

/** Where each goal stands on a day, from what could be known on a day. */
export function ScorecardPage() {
  const programme = useParam('programme')
  const days = useDays()
  const query = useQuery(scorecardQuery(programme, days))
  return (
    <>
      <PageHeader
        title="Where it stands"
        below={
          query.data
            ? `${countInWords(query.data.goals.length)}, judged against fixed benchmarks, from what could be known on the day.`
            : 'Goals, judged against fixed benchmarks, from what could be known on the day.'
        }
      />
      <Answered query={query}>{(scorecard) => <Sheet scorecard={scorecard} />}</Answered>
    </>
  )
}

function Sheet({ scorecard }: { readonly scorecard: ScorecardJson }) {
  const { span, asOf, knownOn, goals, alerts } = scorecard
  return (
    <>
      <DaysOfPage span={span} asOf={asOf} knownOn={knownOn} />
      <Doings
        programme={scorecard.programme.id}
        asOf={asOf}
        knownOn={knownOn}
        aside={<AlertLine alerts={alerts} />}
      />
      {goals.length === 0 ? <NoGoals /> : <GoalRows scorecard={scorecard} />}
    </>
  )
}

/** How many alerts there are, and of which kinds. */
function AlertLine({ alerts }: { readonly alerts: readonly AlertJson[] }) {
  const paths = usePaths()
  if (alerts.length === 0) return <span>no alerts</span>
  const kinds = [...new Set(alerts.map(({ kind }) => kind))]
  return (
    <Link to={paths.alerts()} className="quiet">
      {alerts.length} {alerts.length === 1 ? 'alert' : 'alerts'}:{' '}
      {kinds.map((kind, index) => (
        <Fragment key={kind}>
          {index > 0 && ', '}
          {ofKindInWords(kind, alerts.filter((alert) => alert.kind === kind).length)}
        </Fragment>
      ))}
    </Link>
  )
}

const ofKindInWords = (kind: AlertJson['kind'], count: number) =>
  count > 1 ? `${ALERT_BRIEF[kind]} × ${count}` : ALERT_BRIEF[kind]

function NoGoals() {
  const paths = usePaths()
  return (
    <Empty title="No goal is on record yet">
      <p>
        Goals stand in <code>goals.yaml</code> of the programme’s folder: a tier, a statement, what
        it rests on, and the benchmarks that decide it. <Link to="/begin">How to begin</Link>, or{' '}
        <Link to={paths.newBenchmark()}>write a benchmark</Link> first.
      </p>
    </Empty>
  )
}

const NUMERALS =
  'No goals,One goal,Two goals,Three goals,Four goals,Five goals,Six goals,Seven goals,Eight goals,Nine goals,Ten goals,Eleven goals,Twelve goals,Thirteen goals'.split(
    ',',
  )

const countInWords = (count: number) => NUMERALS[count] ?? `${count} goals`
