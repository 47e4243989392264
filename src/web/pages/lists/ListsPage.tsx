import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { ListOverviewJson, ListRowJson } from '../../../contract/representation-lists.ts'
import { listsQuery } from '../../api/lists.ts'
import { programmeQuery } from '../../api/queries.ts'
import { useDays } from '../../days.tsx'
import { useParam, usePaths } from '../../paths.ts'
import { dayInBrief } from '../../ui/days.ts'
import { Empty } from '../../ui/Empty.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { daysInWords } from '../../ui/written-dates.ts'
import { Answered } from '../Answered.tsx'
import { DaysOfPage } from '../DaysOfPage.tsx'
import { NewList } from './NewList.tsx'
import { bothUnits, Resolved } from './Units.tsx'
import { counted, receivedInWords, REMINDER_WORDS } from './words.ts'
import '../../style/lists.css'
import '../../style/register.css'

/** Every list: when it was last handed over, what became of it since, and what is overdue. */
export function ListsPage() {
  const programme = useParam('programme')
  const days = useDays()
  const query = useQuery(listsQuery(programme, days))
  const { data: page } = useQuery(programmeQuery(programme, days))
  return (
    <>
      <PageHeader
        title="Lists"
        below="Whom we ask a government about, on papers handed over with a number and a day, and what became of each entry since."
      />
      {page && query.data ? (
        <DaysOfPage span={page.span} asOf={query.data.asOf} knownOn={query.data.knownOn} />
      ) : (
        <div className="times-room" />
      )}
      <Answered query={query}>
        {(overview) => <Lists programme={programme} overview={overview} />}
      </Answered>
    </>
  )
}

type Properties = { readonly programme: string; readonly overview: ListOverviewJson }

function Lists({ programme, overview: { lists, mayNotWrite } }: Properties) {
  return (
    <>
      {lists.length === 0 ? (
        <Empty title="No list is on record on this day">
          <p>
            A list is a paper with a number: whom we ask about, each with the consent of those it
            names. It goes through four steps. A <em>rule</em> says who belongs on it. A{' '}
            <em>gate</em> finds what would discredit it: who has left or died, who has not agreed,
            who stands on it twice, who was promised a place. It is <em>handed over</em>, and from
            then on frozen. Their <em>answers</em> are recorded entry by entry, each a claim to be
            verified, and the <em>status</em> says how many were resolved since, on any day.
          </p>
          <p>
            Begin the first below, or import a folder with <code>lists/lists.csv</code>.
          </p>
        </Empty>
      ) : (
        <ListTable lists={lists} />
      )}
      <NewList programme={programme} lists={lists} refusal={mayNotWrite ?? undefined} />
    </>
  )
}

function ListTable({ lists }: { readonly lists: readonly ListRowJson[] }) {
  // Last handed over first; drafts, which are being worked on, before all.
  const ordered = lists.toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1))
  return (
    <div className="scroller stacked lists" role="region" aria-label="Lists" tabIndex={0}>
      <table>
        <caption className="spoken">Representation lists</caption>
        <thead>
          <tr>
            <th scope="col">List</th>
            <th scope="col">Last handed over</th>
            <th scope="col">
              Resolved since then <em className="serif-note">family units, persons</em>
            </th>
            <th scope="col">Answers</th>
          </tr>
        </thead>
        <tbody>
          {ordered.map((list) => (
            <ListLine key={list.id} list={list} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const dayOf = (list: ListRowJson) => {
  const last = list.versions.at(-1)
  return last && last.presentedOn === null ? `~${last.date}` : (list.lastPresented?.date ?? '~~')
}

function ListLine({ list }: { readonly list: ListRowJson }) {
  const paths = usePaths()
  const { id, number, title, versions, lastPresented, status, answered, unanswered, reminders } =
    list
  const last = versions.at(-1)
  const draft = last && last.presentedOn === null ? last : undefined
  return (
    <tr>
      <td>
        <Link to={paths.list(id)} className="list-title">
          <span className="list-number">{number}</span> <bdi>{title}</bdi>
        </Link>
        <p className="below">
          {last ? bothUnits(last.entries) : 'no version yet'}
          {versions.length > 1 && `, version ${last?.version ?? ''}`}
        </p>
        {draft && (
          <p className="below">
            <Link to={paths.list(id, 'gate', draft.version)}>
              draft of {dayInBrief(draft.date)}, to pass the gate
            </Link>
          </p>
        )}
      </td>
      <td data-title="Last handed over">
        {lastPresented ? (
          <>
            {dayInBrief(lastPresented.date)} to <bdi>{lastPresented.to}</bdi>
            <p className="below">
              {[lastPresented.rank, lastPresented.channel, receivedInWords(lastPresented.received)]
                .filter(Boolean)
                .join(', ')}
            </p>
          </>
        ) : (
          <span className="soft">not yet</span>
        )}
      </td>
      <td data-title="Resolved since then">
        {status ? (
          <Link to={paths.list(id, 'status')} className="quiet both">
            <Resolved count={status.family} share={status.shares.family} unit="family" />
            <Resolved count={status.person} share={status.shares.person} unit="person" />
          </Link>
        ) : (
          <span className="soft">counted from the day it is handed over</span>
        )}
      </td>
      <td data-title="Answers">
        {status && (
          <Link to={paths.list(id, 'responses')} className="quiet">
            {answered} of {counted(answered + unanswered, 'case')}
          </Link>
        )}
        {reminders.map(({ kind, version, due, overdue, sentence }) => (
          <p
            key={`${kind} ${version}`}
            className={overdue ? 'below urgent' : 'below'}
            title={daysInWords(sentence)}
          >
            {REMINDER_WORDS[kind]} {overdue ? 'overdue since' : 'due'} {dayInBrief(due)}
          </p>
        ))}
      </td>
    </tr>
  )
}
