import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { ChangesJson } from '../../../contract/assessment.ts'
import { changesQuery } from '../../api/queries.ts'
import { useDays } from '../../days.tsx'
import { usePaths } from '../../paths.ts'
import { dayInBrief, dayInWords, whyNoDay } from '../../ui/days.ts'
import { daysInWords, writtenDate } from '../../ui/written-dates.ts'
import { useScrollTo } from '../../ui/use-scroll-to.ts'
import { StandingBadge } from '../../ui/StandingBadge.tsx'
import { Answered } from '../Answered.tsx'
import { CitationLinks } from '../CitationLink.tsx'
import { useSourceTitles } from '../titles.ts'

type Properties = { readonly programme: string; readonly since: string }

/** Standings that differ from a chosen day, and what became known in between. */
export function WhatChanged({ programme, since }: Properties) {
  const days = useDays()
  const query = useQuery(changesQuery(programme, since, days))
  const [search] = useSearchParams()
  // Whoever names a day to compare with has come for this part of the page.
  useScrollTo(search.has('since') ? 'what-changed' : null)
  return (
    <section className="part" id="what-changed">
      <h2>
        What changed <em className="serif-note">since {dayInWords(since)}</em>
      </h2>
      <SinceDay since={since} />
      <Answered query={query}>{(changes) => <Changed changes={changes} />}</Answered>
    </section>
  )
}

function SinceDay({ since }: { readonly since: string }) {
  const [search, setSearch] = useSearchParams()
  const [typed, setTyped] = useState<string | null>(null)
  const asked = typed?.trim() ?? search.get('since')
  const wrong = asked === null ? undefined : whyNoDay(asked)
  const keep = () => {
    if (typed === null || wrong !== undefined) return
    setSearch(
      (search) => {
        search.set('since', typed.trim())
        return search
      },
      { replace: true, preventScrollReset: true },
    )
    setTyped(null)
  }
  return (
    <p className="no-print since">
      <label htmlFor="since">Since another day:</label>{' '}
      <input
        id="since"
        className="mono"
        inputMode="numeric"
        maxLength={10}
        autoComplete="off"
        value={typed ?? since}
        aria-invalid={typed !== null && wrong !== undefined}
        aria-describedby={wrong && 'since-wrong'}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={(event) => event.key === 'Enter' && keep()}
      />{' '}
      {wrong && (
        <span className="wrong" id="since-wrong">
          Since: <bdi>{wrong}</bdi>
        </span>
      )}
    </p>
  )
}

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

function Changed({ changes }: { readonly changes: ChangesJson }) {
  const paths = usePaths()
  const { standings, figures, events, people } = changes
  const titles = useSourceTitles()
  return (
    <div className="stack">
      {standings.length === 0 && <p className="soft">No standing is another than it was.</p>}
      <People people={people} />
      <ul className="plain ruled">
        {standings.map(({ kind, id, title, before, after, why }) => (
          <li key={`${kind} ${id}`} className="row">
            <div className="node">
              <Link
                to={kind === 'goal' ? paths.goal(id) : paths.benchmark(id)}
                className="quiet grow"
              >
                <bdi>{title}</bdi>
              </Link>
              <span className="became">
                <StandingBadge standing={before} /> <span className="soft">then</span>{' '}
                <StandingBadge standing={after} />
              </span>
            </div>
            <p className="small soft">
              <bdi>{daysInWords(why)}</bdi>
            </p>
          </li>
        ))}
      </ul>
      {figures.length > 0 && (
        <details>
          <summary>{counted(figures.length, 'figure', 'figures')} became known</summary>
          <ul className="plain small ruled">
            {figures.map((figure) => (
              <li key={`${figure.series} ${figure.reporter} ${figure.period} ${figure.known}`}>
                <Link to={paths.series(figure.series)}>
                  <bdi>{figure.title}</bdi>
                </Link>
                , {writtenDate(figure.period)}: <strong>{figure.value}</strong> (
                <bdi>{figure.reporter}</bdi>
                ), known {dayInBrief(figure.known)} ·{' '}
                <CitationLinks citations={[figure.citation]} titles={titles} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {events.length > 0 && (
        <details>
          <summary>{counted(events.length, 'event', 'events')} became known</summary>
          <ul className="plain small ruled">
            {events.map((event) => (
              <li key={event.id}>
                <Link to={paths.events(event.id)}>{writtenDate(event.date)}</Link> {event.kind}{' '}
                <bdi>{event.subject}</bdi>, known {dayInBrief(event.known)} ·{' '}
                <CitationLinks citations={[event.citation]} titles={titles} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

/** Releases beside what stands against them. Silence is not zero, so each is what is on record. */
function People({ people }: Pick<ChangesJson, 'people'>) {
  const { released, detained, redetained, expelled, net } = people
  return (
    <p className="soft">
      Acts recorded in between: {released} released, {detained} newly detained, {redetained}{' '}
      re-detained, {expelled} expelled; detained and re-detained less released: {net}. Each is what
      is on record; what nobody reported is not in it, so how many more or fewer are held cannot be
      told from this.
    </p>
  )
}
