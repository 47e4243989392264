import { useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import type { ProgrammePageJson } from '../../../contract/programmes.ts'
import {
  addMonths,
  calendarDate,
  toCalendarDate,
  toDayNumber,
} from '../../../domain/basics/calendar-date.ts'
import { programmeQuery } from '../../api/queries.ts'
import { useDays } from '../../days.tsx'
import { useParam, usePaths } from '../../paths.ts'
import { countryInWords } from '../../ui/countries.ts'
import { dayInWords, whyNoDay } from '../../ui/days.ts'
import { writtenDate } from '../../ui/written-dates.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { StandingBadge } from '../../ui/StandingBadge.tsx'
import { TIER_WORDS } from '../../ui/words.ts'
import { AlertList } from '../alerts/AlertList.tsx'
import { Answered } from '../Answered.tsx'
import { DaysOfPage } from '../DaysOfPage.tsx'
import { WithMargin } from '../../ui/Margin.tsx'
import { WhatChanged } from './WhatChanged.tsx'
import '../../style/benchmark.css'

/** What the programme is for, its goals by tier, what changed since a chosen day, alerts. */
export function ProgrammePage() {
  const id = useParam('programme')
  const days = useDays()
  const query = useQuery(programmeQuery(id, days))
  return (
    <Answered query={query} heading="Programme">
      {(page) => <Programme page={page} />}
    </Answered>
  )
}

function Programme({ page }: { readonly page: ProgrammePageJson }) {
  const { programme, span, asOf, knownOn, tiers, alerts } = page
  const [search] = useSearchParams()
  const asked = search.get('since')
  const since =
    asked !== null && whyNoDay(asked) === undefined
      ? asked
      : toCalendarDate(addMonths(toDayNumber(calendarDate(asOf)), -6))
  const paths = usePaths()
  return (
    <>
      <PageHeader
        title={programme.title}
        below={`${programme.counterpartName}: what is asked, in three tiers, and where it stands.`}
      />
      <DaysOfPage span={span} asOf={asOf} knownOn={knownOn} />
      <div className="below-days">
        <WithMargin margin={<About page={page} />}>
          {tiers.map(({ tier, goals }) => (
            <section key={tier} className="part first-flush">
              <h2>
                {TIER_WORDS[tier].title} <em className="serif-note">{TIER_WORDS[tier].note}</em>
              </h2>
              <ul className="plain ruled">
                {goals.map(({ id, statement, standing, gesture }) => (
                  <li key={id} className="row">
                    <div className="node">
                      <Link to={paths.goal(id)} className="quiet grow">
                        <bdi>{statement}</bdi>
                      </Link>
                      <StandingBadge standing={standing} gesture={gesture} />
                    </div>
                  </li>
                ))}
              </ul>
            </section>
          ))}
          <WhatChanged programme={programme.id} since={since} />
          {alerts.length > 0 && (
            <section className="part">
              <h2>Alerts</h2>
              <AlertList alerts={alerts.slice(0, 5)} />
              {alerts.length > 5 && (
                <p>
                  <Link to={paths.alerts()}>All {alerts.length} alerts</Link>
                </p>
              )}
            </section>
          )}
        </WithMargin>
      </div>
    </>
  )
}

function About({ page: { programme, counts } }: { readonly page: ProgrammePageJson }) {
  const paths = usePaths()
  return (
    <>
      <section>
        <h2>The programme</h2>
        <p>
          Addressed to <strong>{programme.counterpartName}</strong> by{' '}
          <strong>{countryInWords(programme.sender)}</strong>
          {programme.from && `, since ${dayInWords(programme.from)}`}. People are counted by{' '}
          {programme.counting}.
        </p>
      </section>
      {programme.baselines.length > 0 && (
        <section>
          <h2>Baselines</h2>
          <ul className="plain">
            {programme.baselines.map(({ id, title, in: period }) => (
              <li key={id}>
                <bdi>{title}</bdi>
                {!names(title, period) && ` (${writtenDate(period)})`}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>On record</h2>
        <ul className="plain">
          <li>
            <Link to={paths.sources()}>{counts.sources} sources</Link>
          </li>
          <li>
            <Link to={paths.seriesList()}>{counts.figures} figures</Link>
          </li>
          <li>
            <Link to={paths.events()}>{counts.events} events</Link>
          </li>
          <li>
            <Link to={paths.undertakings()}>{counts.undertakings} undertakings</Link>
          </li>
        </ul>
      </section>
      <section>
        <h2>Another programme</h2>
        <p>
          <Link to="/begin">How to begin your own</Link>
        </p>
      </section>
    </>
  )
}

/** Whether a title says the years itself: "The years 1958–65" names 1958/1965. */
function names(title: string, period: string): boolean {
  const years = period.match(/\d{4}/g) ?? []
  return years.every((year, index) =>
    index === 0
      ? title.includes(year)
      : title.includes(year) || title.includes(`–${year.slice(2)}`),
  )
}
