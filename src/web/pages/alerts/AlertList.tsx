import type { AlertJson } from '../../../contract/assessment.ts'
import { dayInBrief } from '../../ui/days.ts'
import { ALERT_WORDS } from '../../ui/words.ts'
import '../../style/benchmark.css'

/** Alerts, each with what it is about, since when, and one sentence why. */
export function AlertList({ alerts }: { readonly alerts: readonly AlertJson[] }) {
  return (
    <ul className="plain ruled">
      {alerts.map(({ kind, subject, since, why }) => (
        <li key={`${kind} ${subject} ${since}`} className="row">
          <div className="node">
            <span>
              {ALERT_WORDS[kind]}: <bdi>{subject}</bdi>
            </span>
            <span className="small soft">since {dayInBrief(since)}</span>
          </div>
          <p className="small soft">
            <bdi>{why}</bdi>
          </p>
        </li>
      ))}
    </ul>
  )
}
