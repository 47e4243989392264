import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { UndertakingRowJson } from '../../../contract/evidence.ts'
import { OUTCOMES } from '../../../domain/evidence/undertaking.ts'
import { undertakingsQuery } from '../../api/queries.ts'
import { useDays } from '../../days.tsx'
import { useParam, usePaths } from '../../paths.ts'
import type { Paths } from '../../paths.ts'
import { readCitation } from '../../ui/Citation.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import type { Column } from '../../ui/DataTable.tsx'
import { writtenDate } from '../../ui/written-dates.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { useScrollTo } from '../../ui/use-scroll-to.ts'
import { Answered } from '../Answered.tsx'
import { CitationLink, CitationLinks, inWords } from '../CitationLink.tsx'
import { DaysOfEvidence } from '../DaysOfEvidence.tsx'
import { useGoalTitles, useSourceTitles } from '../titles.ts'
import type { Titles } from '../titles.ts'
import { AddUndertaking } from './AddUndertaking.tsx'
import { RecordOutcome } from './RecordOutcome.tsx'

const NO_OUTCOME = 'not on record'

/** What their side said it would do, and what became of it. */
export function UndertakingsPage() {
  const programme = useParam('programme')
  const query = useQuery(undertakingsQuery(programme, useDays()))
  const [of, setOf] = useState<UndertakingRowJson | null>(null)
  const paths = usePaths()
  const [sources, goals] = [useSourceTitles(), useGoalTitles()]
  const [search] = useSearchParams()
  const sought = search.get('undertaking')
  useScrollTo(query.data && sought ? `row-${sought}` : null)
  return (
    <>
      <PageHeader
        title="Undertakings"
        below="What their side said it would do, in their words, and what became of it."
      />
      <DaysOfEvidence />
      <Answered query={query}>
        {({ undertakings }) =>
          undertakings.length === 0 ? (
            <Empty title="No undertaking is known on this day">
              <p>
                An undertaking is what their side said it would do: who, to whom, when, in their
                words. Later its outcome is recorded: kept, broken, partly, or contradicted by
                practice. Record one below.
              </p>
            </Empty>
          ) : (
            <DataTable
              caption="Undertakings"
              noun={['undertaking', 'undertakings']}
              rows={undertakings}
              rowKey={({ id }) => id}
              rowClass={({ id }) => (id === sought ? 'here' : undefined)}
              stacked
              columns={columnsOf(paths, { sources, goals }, setOf)}
            />
          )
        }
      </Answered>
      <Dialog title="What became of it" open={of !== null} onClose={() => setOf(null)}>
        {of && (
          <RecordOutcome programme={programme} undertaking={of} onWritten={() => setOf(null)} />
        )}
      </Dialog>
      <AddUndertaking programme={programme} />
    </>
  )
}

function columnsOf(
  paths: Paths,
  { sources, goals }: { readonly sources: Titles; readonly goals: Titles },
  onOutcome: (row: UndertakingRowJson) => void,
): Column<UndertakingRowJson>[] {
  return [
    {
      key: 'date',
      title: 'Date',
      show: ({ date }) => <span className="mono">{date}</span>,
      order: ({ earliest, latest }) => `${earliest} ${latest}`,
      find: ({ date }) => date,
    },
    {
      key: 'text',
      title: 'What was said',
      show: ({ text, by, to, channel, goal }) => (
        <>
          “<bdi>{text}</bdi>”
          <p className="below">
            <bdi>{by}</bdi>
            {to !== '' && (
              <>
                {' '}
                to <bdi>{to}</bdi>
              </>
            )}
            {channel !== '' && (
              <>
                , <bdi>{channel}</bdi>
              </>
            )}
            {goal && (
              <>
                {' '}
                ·{' '}
                <Link to={paths.goal(goal)}>
                  <bdi>{goals[goal]?.title ?? goal}</bdi>
                </Link>
              </>
            )}
          </p>
        </>
      ),
      find: ({ text, by, to, channel }) => `${text} ${by} ${to} ${channel}`,
    },
    {
      key: 'due',
      title: 'Due',
      show: ({ due }) => (due ? <span className="mono">{due}</span> : 'no day named'),
      order: ({ due }) => due,
    },
    {
      key: 'outcome',
      title: 'What became of it',
      show: (row) => (
        <>
          {row.outcomes.length === 0 && <span className="soft">{NO_OUTCOME}</span>}
          <ul className="plain">
            {row.outcomes.map(({ date, outcome, citation }) => (
              <li key={`${date} ${outcome} ${citation}`}>
                <strong>{outcome}</strong>, {writtenDate(date)}
                <p className="below">
                  <CitationLink
                    citation={citation}
                    title={sources[readCitation(citation).source]?.title}
                  />
                </p>
              </li>
            ))}
          </ul>
          <button type="button" className="inline no-print" onClick={() => onOutcome(row)}>
            Record what became of it
          </button>
        </>
      ),
      order: ({ outcomes }) => outcomes.at(-1)?.outcome ?? null,
      find: ({ outcomes }) => outcomes.at(-1)?.outcome ?? NO_OUTCOME,
      choices: [...OUTCOMES, NO_OUTCOME],
    },
    {
      key: 'source',
      title: 'Source',
      show: ({ citations }) => <CitationLinks citations={citations} titles={sources} />,
      find: ({ citations }) => inWords(citations, sources),
    },
  ]
}
