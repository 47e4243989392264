import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { SeriesListJson } from '../../../contract/evidence.ts'
import { writes } from '../../api/client.ts'
import { seriesListQuery } from '../../api/queries.ts'
import { useDays } from '../../days.tsx'
import { WrittenForm } from '../../forms/WrittenForm.tsx'
import { useParam, usePaths } from '../../paths.ts'
import type { Paths } from '../../paths.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import type { Column } from '../../ui/DataTable.tsx'
import { dayInBrief } from '../../ui/days.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Field } from '../../ui/Field.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Answered } from '../Answered.tsx'
import { DaysOfEvidence } from '../DaysOfEvidence.tsx'

type Row = SeriesListJson['series'][number]

const KINDS = [
  ['flow', 'flow: an amount during a period'],
  ['level', 'level: a state on a day'],
  ['index', 'index: a bounded scale for a period'],
] as const

/** What is counted, with its definition; two definitions are two series. */
export function SeriesListPage() {
  const programme = useParam('programme')
  const paths = usePaths()
  const query = useQuery(seriesListQuery(programme, useDays()))
  return (
    <>
      <PageHeader
        title="Series"
        below="What is counted, and how it is defined. Two definitions are two series."
      />
      <DaysOfEvidence />
      <Answered query={query}>
        {({ series }) =>
          series.length === 0 ? (
            <Empty title="No series is known on this day">
              <p>
                A series is one thing that is counted, such as persons who left in a month, with the
                definition its publisher uses. Begin one below, then add its figures as published.
              </p>
            </Empty>
          ) : (
            <DataTable
              caption="Series"
              noun={['series', 'series']}
              rows={series}
              rowKey={({ id }) => id}
              columns={columnsOf(paths)}
            />
          )
        }
      </Answered>
      <section className="part no-print">
        <h2>Begin a series</h2>
        <WrittenForm
          programme={programme}
          doing="Begin the series"
          write={(field) =>
            writes.addSeries(programme, {
              id: field('id'),
              title: field('title'),
              // The cast: the field offers these three and no other.
              kind: field('kind') as Row['kind'],
              unit: field('unit'),
              definition: field('definition'),
            })
          }
          done={({ id }) => `${id} is begun.`}
        >
          {(wrong) => (
            <>
              <Field
                label="Short name"
                name="id"
                required
                hint="Letters, digits and hyphens; benchmarks use it."
                wrong={wrong('id')}
              />
              <Field label="Title" name="title" required wrong={wrong('title')} />
              <Field label="Kind" name="kind" required choices={KINDS} wrong={wrong('kind')} />
              <Field label="Unit" name="unit" required hint="persons" wrong={wrong('unit')} />
              <Field
                label="Definition"
                name="definition"
                wide
                long
                hint="As its publisher gives it."
                wrong={wrong('definition')}
              />
            </>
          )}
        </WrittenForm>
      </section>
    </>
  )
}

function columnsOf(paths: Paths): Column<Row>[] {
  return [
    {
      key: 'title',
      title: 'Series',
      show: ({ id, title, definition }) => (
        <>
          <Link to={paths.series(id)}>
            <bdi>{title}</bdi>
          </Link>
          <p className="below">
            <code>{id}</code>
            {definition !== '' && (
              <>
                {' '}
                · <bdi>{definition}</bdi>
              </>
            )}
          </p>
        </>
      ),
      order: ({ title }) => title,
      find: ({ id, title, definition }) => `${id} ${title} ${definition}`,
    },
    {
      key: 'kind',
      title: 'Kind',
      show: ({ kind }) => kind,
      order: ({ kind }) => kind,
      find: ({ kind }) => kind,
      choices: KINDS.map(([kind]) => kind),
    },
    {
      key: 'unit',
      title: 'Unit',
      show: ({ unit }) => <bdi>{unit}</bdi>,
      find: ({ unit }) => unit,
    },
    {
      key: 'reporters',
      title: 'Reporters',
      show: ({ reporters }) => <bdi>{reporters.join(', ')}</bdi>,
      find: ({ reporters }) => reporters.join(' '),
    },
    {
      key: 'figures',
      title: 'Figures',
      number: true,
      show: ({ figures }) => figures,
      order: ({ figures }) => figures,
    },
    {
      key: 'latest',
      title: 'Speaks up to',
      show: ({ latest }) => (latest ? dayInBrief(latest) : 'no figure yet'),
      order: ({ latest }) => latest,
    },
    {
      key: 'benchmarks',
      title: 'Read by',
      show: ({ benchmarks }) => (
        <ul className="plain">
          {benchmarks.map((benchmark) => (
            <li key={benchmark}>
              <Link to={paths.benchmark(benchmark)}>{benchmark}</Link>
            </li>
          ))}
        </ul>
      ),
      find: ({ benchmarks }) => benchmarks.join(' '),
    },
  ]
}
