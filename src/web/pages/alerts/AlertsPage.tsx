import { useQuery } from '@tanstack/react-query'
import type { AlertJson } from '../../../contract/assessment.ts'
import { scorecardQuery } from '../../api/queries.ts'
import { useDays } from '../../days.tsx'
import { useParam } from '../../paths.ts'
import { Empty } from '../../ui/Empty.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { ALERT_WORDS } from '../../ui/words.ts'
import { Answered } from '../Answered.tsx'
import { DaysOfPage } from '../DaysOfPage.tsx'
import { AlertList } from './AlertList.tsx'

const KINDS = Object.keys(ALERT_WORDS) as AlertJson['kind'][] // the keys are the kinds

const MEANINGS: Readonly<Record<AlertJson['kind'], string>> = {
  relapse: 'what was met is so no longer',
  displacement: 'one practice ends while another takes its place',
  contradiction: 'figures that cannot all be true',
  'assurance-contradicted': 'what was promised is not what is done',
  stale: 'nothing new for a year where a benchmark needs it',
}

/** What raises itself: relapse, displacement, contradiction, assurances that practice contradicts, stale evidence. */
export function AlertsPage() {
  const programme = useParam('programme')
  const days = useDays()
  const query = useQuery(scorecardQuery(programme, days))
  return (
    <>
      <PageHeader
        title="Alerts"
        below="What raises itself from the evidence, so that nobody has to look for it."
      />
      <Answered query={query}>
        {({ span, asOf, knownOn, alerts }) => (
          <>
            <DaysOfPage span={span} asOf={asOf} knownOn={knownOn} />
            {alerts.length === 0 && (
              <Empty title="Nothing raises itself on this day">
                <p>
                  Alerts come from the evidence: a relapse, a practice that takes the place of
                  another, figures that contradict one another, an assurance that practice
                  contradicts, evidence that has gone stale. Move the days to see others.
                </p>
              </Empty>
            )}
            {KINDS.map((kind) => {
              const ofKind = alerts.filter((alert) => alert.kind === kind)
              if (ofKind.length === 0) return null
              return (
                <section key={kind} className="part">
                  <h2>
                    {ALERT_WORDS[kind]} <em className="serif-note">{MEANINGS[kind]}</em>
                  </h2>
                  <AlertList alerts={ofKind} ofOneKind />
                </section>
              )
            })}
          </>
        )}
      </Answered>
    </>
  )
}
