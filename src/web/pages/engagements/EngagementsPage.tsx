import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { EngagementListJson, EngagementRowJson } from '../../../contract/engagements.ts'
import { engagementsQuery } from '../../api/lists.ts'
import { useDays } from '../../days.tsx'
import { useParam, usePaths } from '../../paths.ts'
import type { Paths } from '../../paths.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import type { Column } from '../../ui/DataTable.tsx'
import { dayInBrief } from '../../ui/days.ts'
import { Empty } from '../../ui/Empty.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Answered } from '../Answered.tsx'
import { DaysOfEvidence } from '../DaysOfEvidence.tsx'
import { counted } from '../lists/words.ts'
import { RecordEngagement } from './RecordEngagement.tsx'
import '../../style/lists.css'
import '../../style/register.css'

/** Meetings and other acts towards the other side: where answers and undertakings arrive. */
export function EngagementsPage() {
  const programme = useParam('programme')
  const query = useQuery(engagementsQuery(programme, useDays()))
  return (
    <>
      <PageHeader
        title="Engagements"
        below="Meetings, démarches, letters and statements: what we raised, what was said, what they undertook, and what we follow up."
      />
      <DaysOfEvidence />
      <Answered query={query}>
        {(list) => <Engagements programme={programme} list={list} />}
      </Answered>
    </>
  )
}

type Properties = { readonly programme: string; readonly list: EngagementListJson }

function Engagements({ programme, list }: Properties) {
  const paths = usePaths()
  const { engagements } = list
  return (
    <>
      {engagements.length === 0 ? (
        <Empty title="No engagement is on record on this day">
          <p>
            Answers arrive at meetings. Right after one, put down the day, with whom, and what was
            said; everything else can be added when there is time. What they undertook comes onto
            the record of undertakings in the same action, with the meeting as its source.
          </p>
        </Empty>
      ) : (
        <DataTable
          caption="Engagements"
          noun={['engagement', 'engagements']}
          rows={engagements}
          rowKey={({ id }) => id}
          stacked
          columns={columnsOf(paths)}
        />
      )}
      <RecordEngagement programme={programme} list={list} />
    </>
  )
}

function columnsOf(paths: Paths): Column<EngagementRowJson>[] {
  return [
    {
      key: 'date',
      title: 'Date',
      show: ({ id, date }) => (
        <Link to={paths.engagement(id)} className="nowrap">
          {dayInBrief(date)}
        </Link>
      ),
      order: ({ date }) => date,
      find: ({ date }) => date,
    },
    {
      key: 'what',
      title: 'What',
      show: ({ id, title, instrument, audience, visibility }) => (
        <>
          <Link to={paths.engagement(id)}>
            <bdi>{title || `${instrument}, ${audience}`}</bdi>
          </Link>
          <p className="below">
            {[instrument, title && audience, visibility].filter(Boolean).join(' · ')}
          </p>
        </>
      ),
      order: ({ title, instrument }) => title || instrument,
      find: ({ title, instrument, audience, words }) =>
        `${title} ${instrument} ${audience} ${words}`,
    },
    {
      key: 'raised',
      title: 'Raised',
      show: ({ lists, cases }) => (
        <>
          {lists.map((list, index) => (
            <span key={list}>
              {index > 0 && ', '}
              <Link to={paths.list(list)}>list {list}</Link>
            </span>
          ))}
          {cases.length > 0 && <p className="below">{counted(cases.length, 'case')}</p>}
        </>
      ),
      find: ({ lists, cases }) => [...lists, ...cases].join(' '),
    },
    {
      key: 'said',
      title: 'What was said',
      show: ({ words, undertakings }) => (
        <>
          <span dir="auto" className="clamped">
            {words}
          </span>
          {undertakings.length > 0 && (
            <p className="below">{counted(undertakings.length, 'undertaking')}</p>
          )}
        </>
      ),
      find: ({ words }) => words,
    },
    {
      key: 'missing',
      title: 'Still needed',
      show: ({ missing }) =>
        missing.length === 0 ? (
          <span className="soft">nothing</span>
        ) : (
          missing.map((words) => (
            <p key={words} className="small">
              {words}
            </p>
          ))
        ),
      find: ({ missing }) => missing.join(' ') || 'nothing',
    },
  ]
}
