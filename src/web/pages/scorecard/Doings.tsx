import { useState } from 'react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import {
  addMonths,
  calendarDate,
  toCalendarDate,
  toDayNumber,
} from '../../../domain/basics/calendar-date.ts'
import { documents } from '../../api/client.ts'
import { usePaths } from '../../paths.ts'
import { dayInWords } from '../../ui/days.ts'
import { Downloads } from './Downloads.tsx'
import { IssueEdition } from './IssueEdition.tsx'

type Properties = {
  readonly programme: string
  readonly asOf: string
  readonly knownOn: string
  readonly aside: ReactNode
}

/** What can be done with a scorecard: issue, compare, print, take along. */
export function Doings({ programme, asOf, knownOn, aside }: Properties) {
  const [issuing, setIssuing] = useState(false)
  const paths = usePaths()
  const halfYearBefore = toCalendarDate(addMonths(toDayNumber(calendarDate(asOf)), -6))
  return (
    <div className="doings">
      <button type="button" className="inline" onClick={() => setIssuing(true)}>
        Issue an edition
      </button>
      <Link to={paths.programme(halfYearBefore)}>Compare with {dayInWords(halfYearBefore)}</Link>
      <button type="button" className="inline" onClick={() => window.print()}>
        Print
      </button>
      <Downloads to={(format) => documents.scorecard(programme, format, { asOf, knownOn })} />
      <span className="aside">{aside}</span>
      <IssueEdition
        programme={programme}
        asOf={asOf}
        knownOn={knownOn}
        open={issuing}
        onClose={() => setIssuing(false)}
      />
    </div>
  )
}
