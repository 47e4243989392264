import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { Link } from 'react-router'
import type { ListEntryRowJson } from '../../../contract/representation-lists.ts'
import { listFiles, listWrites } from '../../api/lists.ts'
import { everythingOf } from '../../api/queries.ts'
import { usePaths } from '../../paths.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import type { Column } from '../../ui/DataTable.tsx'
import { dayInBrief } from '../../ui/days.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Refused } from '../Answered.tsx'
import { plain } from '../register/words.ts'
import { EntryState, LastAnswer, ListingConsent, Who, whoInWords } from './EntryCells.tsx'
import type { PartProperties } from './part-properties.ts'
import { CODE_WORDS, counted, FORMAT_WORDS } from './words.ts'

/** More rows than these are shown when they are asked for. */
const AT_ONCE = 100
const PAPERS = ['docx', 'pdf', 'xlsx'] as const

/** Whom the version is about, where each stands, since when listed, and what was answered last. */
export function Entries({ programme, page }: PartProperties) {
  const paths = usePaths()
  const { list, version, entries, namesHidden, mayNot } = page
  const takeOff = useTakeOff(programme, page)
  const [all, setAll] = useState(false)
  if (!version || entries.length === 0)
    return (
      <Empty title={version ? 'Nobody is on this version yet' : 'There is no version yet'}>
        <p>
          A version is the list on one day. Cases come onto it by the rule, from a version before
          it, or one by one; until it is handed over it can be changed.{' '}
          <Link to={paths.list(list.id, 'versions')}>
            {version ? 'Put cases on it' : 'Begin the first version'}
          </Link>
        </p>
      </Empty>
    )
  return (
    <>
      {namesHidden && <p className="notice">{namesHidden}</p>}
      <div className="doings no-print">
        <span>
          {version.presentedOn === null ? 'As a draft:' : 'As a paper:'}{' '}
          {PAPERS.map((format, index) => (
            <span key={format}>
              {index > 0 && ' · '}
              <a href={listFiles.draft(programme, list.id, version.version, format, 'en')} download>
                {FORMAT_WORDS[format]}
              </a>
            </span>
          ))}
        </span>
        <button
          type="button"
          className="inline"
          onClick={() => {
            // All rows are there before the page is put on paper: a list that stops short misleads.
            flushSync(() => setAll(true))
            window.print()
          }}
        >
          Print
        </button>
        {takeOff.data && (
          <span role="status" className="aside">
            {counted(takeOff.data.taken, 'case')} taken off.
          </span>
        )}
      </div>
      {takeOff.error && <Refused error={takeOff.error} />}
      <DataTable
        caption={`Entries of version ${version.version}`}
        noun={['entry', 'entries']}
        rows={entries}
        rowKey={(entry) => entry.case}
        stacked
        atOnce={all ? entries.length : AT_ONCE}
        columns={columnsOf(page, mayNot.change === null ? takeOff.mutate : undefined)}
      />
      {mayNot.change && <p className="small soft">{mayNot.change}</p>}
    </>
  )
}

/** Takes one case off a draft. */
export function useTakeOff(programme: string, { list, version }: PartProperties['page']) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      listWrites.remove(programme, list.id, { version: version?.version ?? '', cases: [id] }),
    onSuccess: () => queryClient.invalidateQueries(everythingOf(programme)),
  })
}

function columnsOf(
  { version }: PartProperties['page'],
  onTakeOff: ((id: string) => void) | undefined,
): Column<ListEntryRowJson>[] {
  const draft = version?.presentedOn === null
  return [
    {
      key: 'who',
      title: 'Who',
      show: (entry) => (
        <>
          <Who persons={entry.persons} case={entry.case} />
          <p className="below">
            {[plain(entry.category), entry.region, entry.authority].filter(Boolean).join(' · ')}
          </p>
          {entry.urgency.map((words) => (
            <p key={words} className="below urgent">
              {words}
            </p>
          ))}
        </>
      ),
      order: (entry) => entry.persons[0]?.names[0]?.name ?? null,
      find: (entry) =>
        [
          entry.case,
          entry.category,
          entry.region,
          entry.authority,
          ...entry.persons.flatMap(({ person, names }) => [
            person,
            ...names.map(({ name }) => name),
          ]),
          ...entry.urgency,
        ].join(' '),
    },
    {
      key: 'counted',
      title: 'Persons',
      number: true,
      show: (entry) => entry.counted,
      order: (entry) => entry.counted,
    },
    {
      key: 'state',
      title: 'State',
      show: (entry) => <EntryState entry={entry} />,
      order: (entry) => entry.resolvedOn ?? entry.state.since,
      find: ({ state, resolved, excluded }) =>
        [state.words, resolved ? 'resolved' : '', excluded ? 'left out' : '', ...state.doubts].join(
          ' ',
        ),
    },
    {
      key: 'first',
      title: 'First listed',
      show: ({ firstListed, timesCarried }) =>
        firstListed ? (
          <>
            {dayInBrief(firstListed)}
            {timesCarried > 0 && (
              <p className="below">on {counted(timesCarried, 'list')} before this one</p>
            )}
          </>
        ) : (
          <span className="soft">now</span>
        ),
      order: ({ firstListed }) => firstListed,
    },
    {
      key: 'answer',
      title: 'Last answer',
      show: (entry) => <LastAnswer entry={entry} />,
      order: ({ lastResponse }) => lastResponse?.date ?? null,
      find: ({ lastResponse }) =>
        lastResponse ? `${CODE_WORDS[lastResponse.code]} ${lastResponse.words}` : 'none on record',
    },
    {
      key: 'consent',
      title: 'Consent to be listed',
      show: ({ consent }) => <ListingConsent consent={consent} />,
      order: ({ consent }) => consent.standing,
      find: ({ consent }) => `${consent.standing} ${consent.sentence}`,
    },
    ...(draft && onTakeOff
      ? [
          {
            key: 'do',
            title: 'Do',
            show: (entry: ListEntryRowJson) => (
              <button
                type="button"
                className="inline no-print"
                aria-label={`Take off: ${whoInWords(entry.persons, entry.case)}`}
                onClick={() => onTakeOff(entry.case)}
              >
                Take off
              </button>
            ),
          },
        ]
      : []),
  ]
}
