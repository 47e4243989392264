import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Link } from 'react-router'
import type { FigureRowJson, SeriesPageJson } from '../../../contract/evidence.ts'
import { parseUncertainDate } from '../../../domain/basics/uncertain-date.ts'
import { seriesQuery } from '../../api/queries.ts'
import { FiguresChart } from '../../charts/FiguresChart.tsx'
import { useDays } from '../../days.tsx'
import { useParam, usePaths } from '../../paths.ts'
import { amountInWords, intervalInWords } from '../../ui/amounts.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import type { Column } from '../../ui/DataTable.tsx'
import { dayInBrief } from '../../ui/days.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Interval } from '../../ui/Interval.tsx'
import { writtenDate, writtenPeriod } from '../../ui/written-dates.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Answered } from '../Answered.tsx'
import { CitationLinks, inWords } from '../CitationLink.tsx'
import { DaysOfEvidence } from '../DaysOfEvidence.tsx'
import { useBenchmarkTitles, useSourceTitles } from '../titles.ts'
import type { Titles } from '../titles.ts'
import { AddFigure } from './AddFigure.tsx'
import { PasteFigures } from './PasteFigures.tsx'

/** One series: its figures as published, who said them, when, and what replaced them. */
export function SeriesPage() {
  const [programme, id] = [useParam('programme'), useParam('series')]
  const query = useQuery(seriesQuery(programme, id, useDays()))
  return (
    <Answered query={query} heading="Series">
      {(page) => <Series programme={programme} page={page} />}
    </Answered>
  )
}

type Properties = { readonly programme: string; readonly page: SeriesPageJson }

function Series({ programme, page: { series, figures, contradictions } }: Properties) {
  const paths = usePaths()
  const [sources, benchmarks] = [useSourceTitles(), useBenchmarkTitles()]
  const ordered = useMemo(() => byPeriod(figures), [figures])
  const reporters = [...new Set(figures.map(({ reporter }) => reporter))].toSorted()
  return (
    <>
      <PageHeader
        title={series.title}
        above={
          <>
            <Link to={paths.seriesList()}>Series</Link> · {series.kind}, in <bdi>{series.unit}</bdi>
          </>
        }
        below={series.definition}
      />
      <DaysOfEvidence />
      {contradictions.map((sentence) => (
        <p key={sentence} className="trouble">
          <bdi>{sentence}</bdi>
        </p>
      ))}
      {figures.length === 0 ? (
        <Empty title="No figure is known on this day">
          <p>
            Add figures as they were published, each with its period, its reporter, the day of
            publication and the place in the source. What is replaced later stays on record.
          </p>
        </Empty>
      ) : (
        <>
          <FiguresChart figures={drawable(figures)} unit={series.unit} />
          {figures.length > DRAWN && (
            <p className="small soft">
              The {amountInWords(DRAWN)} latest are drawn; the table has all.
            </p>
          )}
          <DataTable
            caption="Figures as published"
            noun={['figure', 'figures']}
            rows={ordered}
            rowKey={({ entry }) => String(entry)}
            rowClass={(row) => (stands(row) ? undefined : 'superseded')}
            columns={columnsOf(figures, reporters, sources)}
          />
        </>
      )}
      <p className="small">
        Read by{' '}
        {series.benchmarks.length === 0
          ? 'no benchmark'
          : series.benchmarks.map((benchmark, index) => (
              <span key={benchmark}>
                {index > 0 && ', '}
                <Link to={paths.benchmark(benchmark)}>
                  <bdi>{benchmarks[benchmark]?.title ?? benchmark}</bdi>
                </Link>
              </span>
            ))}
      </p>
      <AddFigure programme={programme} series={series.id} reporters={reporters} />
      <PasteFigures programme={programme} series={series.id} reporters={reporters} />
    </>
  )
}

/** The first and last day that a period may have; a text that is no date stands last. */
function spanOf(from: string, to: string): string {
  const [first, last] = [parseUncertainDate(from), parseUncertainDate(to)]
  return `${first?.earliest ?? '~'} ${last?.latest ?? '~'}`
}

function byPeriod(figures: readonly FigureRowJson[]): FigureRowJson[] {
  return figures
    .map((figure) => ({ figure, span: spanOf(figure.from, figure.to) }))
    .toSorted((a, b) => (a.span < b.span ? -1 : a.span > b.span ? 1 : 0))
    .map(({ figure }) => figure)
}

const stands = ({ supersededBy, withdrawnOn }: FigureRowJson) =>
  supersededBy === null && withdrawnOn === null

/** More strokes than this take seconds to draw and cannot be told apart. */
const DRAWN = 2000

function drawable(figures: readonly FigureRowJson[]) {
  const latest =
    figures.length > DRAWN
      ? figures.toSorted((a, b) => b.to.localeCompare(a.to)).slice(0, DRAWN)
      : figures
  return latest.flatMap((figure) => {
    const [from, to] = [parseUncertainDate(figure.from), parseUncertainDate(figure.to)]
    if (!from || !to) return []
    return [
      {
        ...figure,
        from: from.earliest,
        to: to.latest,
        supersededOn: figure.supersededOn ?? figure.withdrawnOn,
      },
    ]
  })
}

function columnsOf(
  figures: readonly FigureRowJson[],
  reporters: readonly string[],
  sources: Titles,
): Column<FigureRowJson>[] {
  const byEntry = new Map(figures.map((figure) => [figure.entry, figure]))
  return [
    {
      key: 'period',
      title: 'Period',
      show: ({ from, to }) => writtenPeriod(from, to),
      order: ({ from, to }) => spanOf(from, to),
      find: ({ from, to }) => `${from} ${to} ${writtenPeriod(from, to)}`,
    },
    {
      key: 'reporter',
      title: 'Reporter',
      show: ({ reporter, claim, country }) => (
        <>
          <bdi>{reporter}</bdi>
          {claim && <em className="serif-note"> claim</em>}
          {country && ` (${country})`}
        </>
      ),
      order: ({ reporter }) => reporter,
      find: ({ reporter }) => reporter,
      choices: reporters,
    },
    {
      key: 'amount',
      title: 'Amount',
      number: true,
      show: (row) =>
        stands(row) ? (
          <Interval low={row.low} high={row.high} />
        ) : (
          <del>
            <Interval low={row.low} high={row.high} />
          </del>
        ),
      order: ({ low, high }) => low ?? high,
    },
    {
      key: 'published',
      title: 'Published',
      show: ({ published, known }) =>
        published ? writtenDate(published) : `not stated; known ${dayInBrief(known)}`,
      order: ({ known }) => known,
      find: ({ published, known }) => `${published ?? ''} ${known}`,
    },
    {
      key: 'source',
      title: 'Source',
      show: ({ citations }) => <CitationLinks citations={citations} titles={sources} />,
      find: ({ citations }) => inWords(citations, sources),
    },
    {
      key: 'note',
      title: 'What became of it',
      show: (row) => (
        <span className="small">
          {fateOf(row, byEntry)}
          {row.note !== '' && (
            <>
              {' '}
              <bdi>{row.note}</bdi>
            </>
          )}
        </span>
      ),
      find: (row) => `${fateOf(row, byEntry)} ${row.note}`,
    },
  ]
}

function fateOf(row: FigureRowJson, byEntry: ReadonlyMap<number, FigureRowJson>): string {
  if (row.withdrawnOn) return `withdrawn on ${dayInBrief(row.withdrawnOn)}`
  if (row.supersededBy === null) return ''
  const by = byEntry.get(row.supersededBy)
  const on = row.supersededOn ? ` on ${dayInBrief(row.supersededOn)}` : ''
  return `replaced${by ? ` by ${intervalInWords(by.low, by.high)}` : ''}${on}`
}
