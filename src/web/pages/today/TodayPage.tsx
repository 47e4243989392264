import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { TodayJson, TodayLineJson } from '../../../contract/today.ts'
import { everythingOf, programmeQuery } from '../../api/queries.ts'
import { markDone, todayQuery } from '../../api/today.ts'
import { useDays } from '../../days.tsx'
import { useParam, usePaths } from '../../paths.ts'
import type { Paths } from '../../paths.ts'
import { dayInBrief } from '../../ui/days.ts'
import { Empty } from '../../ui/Empty.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import { daysInWords } from '../../ui/written-dates.ts'
import { Answered } from '../Answered.tsx'
import { DaysOfPage } from '../DaysOfPage.tsx'
import { PersonName } from '../register/ShownNames.tsx'
import { GROUPS, KIND_WORDS } from './words.ts'
import '../../style/today.css'

/** What waits for someone: the page that opens. */
export function TodayPage() {
  const programme = useParam('programme')
  const days = useDays()
  const { data: about } = useQuery(programmeQuery(programme, days))
  const query = useQuery(todayQuery(programme, days))
  return (
    <>
      <PageHeader
        title="Today"
        below="What is due, what is overdue, what went quiet, and what waits for a decision."
      />
      {about ? (
        <DaysOfPage span={about.span} asOf={about.asOf} knownOn={about.knownOn} />
      ) : (
        <div className="times-room" />
      )}
      <Answered query={query}>{(today) => <Waiting today={today} />}</Answered>
    </>
  )
}

function Waiting({ today }: { readonly today: TodayJson }) {
  const paths = usePaths()
  const { lines, more, namesHidden } = today
  if (lines.length === 0)
    return (
      <Empty title="Nothing waits on this day">
        <p>
          Here stand undertakings whose day has come, replies that are overdue, lists to be looked
          at four and eight months after they were handed over, cases in hand of which nothing newer
          is known, consents about to end, promises to families, and names to decide on. The work
          begins in the <Link to={paths.register()}>register</Link> and in the{' '}
          <Link to={paths.lists()}>lists</Link>.
        </p>
      </Empty>
    )
  return (
    <div className="today">
      {namesHidden && <p className="soft">{namesHidden}</p>}
      {GROUPS.map(({ when, title }) => {
        const own = lines.filter((line) => line.when === when)
        return own.length === 0 ? null : (
          <section key={when} className="part first-flush">
            <h2>
              {title} <span className="soft small">{own.length}</span>
            </h2>
            <ul className="plain ruled">
              {own.map((line, place) => (
                <Line key={`${line.kind} ${line.ref.id} ${place}`} line={line} today={today} />
              ))}
            </ul>
          </section>
        )
      })}
      {more.length > 0 && (
        <p className="soft small">
          Left out here:{' '}
          {more.map(({ kind, count }) => `${count} more: ${KIND_WORDS[kind]}`).join('; ')}.
        </p>
      )}
    </div>
  )
}

type LineProperties = { readonly line: TodayLineJson; readonly today: TodayJson }

function Line({ line, today: { mayNotWrite } }: LineProperties) {
  const { kind, when, day, sentence, persons, closes } = line
  const programme = useParam('programme')
  const paths = usePaths()
  const client = useQueryClient()
  const done = useMutation({
    mutationFn: () => markDone(programme, line),
    onSuccess: () => client.invalidateQueries(everythingOf(programme)),
  })
  const to = pageOf(line, paths)
  const words = <bdi>{daysInWords(sentence)}</bdi>
  return (
    <li className="row">
      <div className="node">
        <span className="grow">
          {persons.map((person, index) => (
            <span key={person.person}>
              {index > 0 && ', '}
              <Link to={paths.person(person.person)}>
                {person.names[0] ? <PersonName name={person.names[0]} /> : person.person}
              </Link>
            </span>
          ))}
          {persons.length > 0 && <span className="soft"> · </span>}
          {to ? (
            <Link to={to} className="quiet">
              {words}
            </Link>
          ) : (
            words
          )}
        </span>
        <span className="small soft">
          {KIND_WORDS[kind]}
          {day && (
            <>
              , {when === 'now' && 'since '}
              {dayInBrief(day)}
            </>
          )}
        </span>
        {closes && mayNotWrite === null && (
          <button
            type="button"
            className="small"
            disabled={done.isPending}
            aria-label={`Done: ${sentence}`}
            onClick={() => {
              done.mutate()
            }}
          >
            Done
          </button>
        )}
      </div>
      {done.error && <Trouble title="Not marked" detail={done.error.message} />}
    </li>
  )
}

function pageOf({ kind, ref: { page, id } }: TodayLineJson, paths: Paths): string | null {
  switch (page) {
    case 'person':
      return paths.person(id)
    case 'list':
      if (id === '') return paths.lists()
      // The gate names the cases that went quiet.
      return paths.list(id, kind === 'stale-case' ? 'gate' : 'status')
    case 'undertaking':
      return paths.undertakings(id)
    case 'engagement':
      return paths.engagement(id)
    case 'benchmark':
      return paths.benchmark(id)
    case 'alerts':
      return paths.alerts()
    case 'matches':
      return paths.nameMatches()
  }
}
