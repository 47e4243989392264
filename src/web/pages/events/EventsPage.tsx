import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { EventRowJson } from '../../../contract/evidence.ts'
import { eventsQuery, programmeQuery } from '../../api/queries.ts'
import { Timeline } from '../../charts/Timeline.tsx'
import { useDays } from '../../days.tsx'
import { useParam } from '../../paths.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import type { Column } from '../../ui/DataTable.tsx'
import { dayInBrief } from '../../ui/days.ts'
import { Empty } from '../../ui/Empty.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { useScrollTo } from '../../ui/use-scroll-to.ts'
import { Answered } from '../Answered.tsx'
import { CitationLinks, inWords } from '../CitationLink.tsx'
import { DaysOfEvidence } from '../DaysOfEvidence.tsx'
import { useSourceTitles } from '../titles.ts'
import type { Titles } from '../titles.ts'
import { AddEvent } from './AddEvent.tsx'
import { happeningsOf } from './happenings.ts'

/** Dated acts and changes: states switched, rules moved, acts counted, reports that watched. */
export function EventsPage() {
  const programme = useParam('programme')
  const days = useDays()
  const query = useQuery(eventsQuery(programme, days))
  return (
    <>
      <PageHeader
        title="Events"
        below="Dated acts and changes: states switched, rules moved, acts counted, reports that watched."
      />
      <DaysOfEvidence />
      <Answered query={query}>
        {({ events }) =>
          events.length === 0 ? (
            <Empty title="No event is known on this day">
              <p>
                An event switches a state (<i>jamming/voa</i> off), moves a rule one stage (
                <i>tabled</i>, <i>adopted</i>, <i>in force</i>), is an act that is counted, or is a
                report that watched. Add one below.
              </p>
            </Empty>
          ) : (
            <Events programme={programme} events={events} />
          )
        }
      </Answered>
      <AddEvent programme={programme} known={query.data?.events ?? []} />
    </>
  )
}

type Properties = { readonly programme: string; readonly events: readonly EventRowJson[] }

function Events({ programme, events }: Properties) {
  const days = useDays()
  const { data } = useQuery(programmeQuery(programme, days))
  const [search] = useSearchParams()
  const sought = search.get('event')
  useScrollTo(sought && `row-${sought}`)
  const titles = useSourceTitles()
  const happenings = useMemo(() => happeningsOf(events), [events])
  return (
    <>
      {data && <Timeline happenings={happenings} span={data.span} asOf={days.asOf} />}
      <DataTable
        caption="Events"
        noun={['event', 'events']}
        rows={events}
        rowKey={({ id }) => id}
        rowClass={({ id, withdrawnOn }) =>
          id === sought ? 'here' : withdrawnOn ? 'superseded' : undefined
        }
        columns={columnsOf(events, titles)}
      />
    </>
  )
}

function columnsOf(events: readonly EventRowJson[], titles: Titles): Column<EventRowJson>[] {
  return [
    {
      key: 'date',
      title: 'Date',
      show: ({ date }) => <span className="mono">{date}</span>,
      order: ({ earliest, latest }) => `${earliest} ${latest}`,
      find: ({ date }) => date,
    },
    {
      key: 'kind',
      title: 'Kind',
      show: ({ kind }) => kind,
      order: ({ kind }) => kind,
      find: ({ kind }) => kind,
      choices: [...new Set(events.map(({ kind }) => kind))].toSorted(),
    },
    {
      key: 'subject',
      title: 'Subject',
      show: ({ subject, stage, withdrawnOn, detail, corrected }) => (
        <>
          {withdrawnOn ? (
            <del>
              <bdi>{subject}</bdi>
            </del>
          ) : (
            <bdi>{subject}</bdi>
          )}
          {stage !== '' && (
            <>
              {' '}
              <strong>{stage}</strong>
            </>
          )}
          {detail !== '' && (
            <p className="below">
              <bdi>{detail}</bdi>
            </p>
          )}
          {corrected.map((before) => (
            <p key={before} className="below">
              before: <del>{before}</del>
            </p>
          ))}
          {withdrawnOn && <p className="below">withdrawn on {dayInBrief(withdrawnOn)}</p>}
        </>
      ),
      order: ({ subject }) => subject,
      find: ({ subject, stage, detail }) => `${subject} ${stage} ${detail}`,
    },
    {
      key: 'verification',
      title: 'Verification',
      show: ({ verification, claim, claimedBy, basis }) => (
        <>
          {verification}
          {claim && <em className="serif-note"> claim</em>}
          <p className="below">
            {claimedBy !== '' && (
              <>
                by <bdi>{claimedBy}</bdi>{' '}
              </>
            )}
            {basis && `by ${basis}`}
          </p>
        </>
      ),
      order: ({ verification }) => verification,
      find: ({ verification }) => verification,
      choices: ['confirmed', 'likely', 'possible', 'unlikely', 'unknown'],
    },
    {
      key: 'known',
      title: 'Known',
      show: ({ known }) => dayInBrief(known),
      order: ({ known }) => known,
      find: ({ known }) => known,
    },
    {
      key: 'source',
      title: 'Source',
      show: ({ citations }) => <CitationLinks citations={citations} titles={titles} />,
      find: ({ citations }) => inWords(citations, titles),
    },
  ]
}
