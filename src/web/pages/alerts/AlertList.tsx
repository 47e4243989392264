import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { AlertJson } from '../../../contract/assessment.ts'
import type { VocabularyJson } from '../../../contract/benchmarks.ts'
import { vocabularyQuery } from '../../api/queries.ts'
import { useParam, usePaths } from '../../paths.ts'
import type { Paths } from '../../paths.ts'
import { dayInBrief } from '../../ui/days.ts'
import { daysInWords } from '../../ui/written-dates.ts'
import { ALERT_WORDS } from '../../ui/words.ts'
import '../../style/benchmark.css'

type Properties = {
  readonly alerts: readonly AlertJson[]
  /** All are of one kind, which stands above the list. */
  readonly ofOneKind?: boolean
}

/** Alerts, each with the sentence that says why, its kind, since when, and what it is about. */
export function AlertList({ alerts, ofOneKind = false }: Properties) {
  const { data } = useQuery(vocabularyQuery(useParam('programme')))
  const paths = usePaths()
  return (
    <ul className="plain ruled">
      {alerts.map((alert) => {
        const { kind, subject, since, why } = alert
        const path = data && pathOf(alert, data, paths)
        const name = <code>{subject}</code>
        return (
          <li key={`${kind} ${subject} ${since}`} className="row">
            <div className="node">
              <bdi className="grow">{daysInWords(why)}</bdi>
              <span className="small soft">
                {!ofOneKind && `${ALERT_WORDS[kind]}, `}since {dayInBrief(since)}
              </span>
            </div>
            <p className="small soft">{path ? <Link to={path}>{name}</Link> : name}</p>
          </li>
        )
      })}
    </ul>
  )
}

/** The page of what the alert is about: its figures, its words, its events, or the benchmark. */
function pathOf(
  { kind, subject }: AlertJson,
  { series, states, rules, undertakings }: VocabularyJson,
  paths: Paths,
): string | undefined {
  if (kind === 'assurance-contradicted' && undertakings.includes(subject))
    return paths.undertakings(subject)
  if (series.some(({ id }) => id === subject)) return paths.series(subject)
  if (states.includes(subject) || rules.includes(subject)) return paths.events()
  return kind === 'relapse' ? paths.benchmark(subject) : undefined
}
