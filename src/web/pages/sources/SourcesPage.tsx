import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from 'react-router'
import type { SourceListJson } from '../../../contract/evidence.ts'
import { writes } from '../../api/client.ts'
import { sourcesQuery } from '../../api/queries.ts'
import { useDays } from '../../days.tsx'
import { WrittenForm } from '../../forms/WrittenForm.tsx'
import { useParam, usePaths } from '../../paths.ts'
import type { Paths } from '../../paths.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import type { Column } from '../../ui/DataTable.tsx'
import { writtenDate } from '../../ui/written-dates.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Field } from '../../ui/Field.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { useScrollTo } from '../../ui/use-scroll-to.ts'
import { Answered } from '../Answered.tsx'
import { DaysOfEvidence } from '../DaysOfEvidence.tsx'

type Row = SourceListJson['sources'][number]

/** Publications, documents, organisations and persons that something is known from. */
export function SourcesPage() {
  const programme = useParam('programme')
  const paths = usePaths()
  const query = useQuery(sourcesQuery(programme, useDays()))
  const { hash } = useLocation()
  useScrollTo(query.data && hash === '#add-source' ? 'add-source' : null)
  return (
    <>
      <PageHeader
        title="Sources"
        below="Publications, documents, organisations and persons that something is known from."
      />
      <DaysOfEvidence />
      <Answered query={query}>
        {({ sources }) =>
          sources.length === 0 ? (
            <Empty title="No source is known on this day">
              <p>
                Every figure, event and undertaking names the source it comes from and the place in
                it. Add the source first, below.
              </p>
            </Empty>
          ) : (
            <DataTable
              caption="Sources"
              noun={['source', 'sources']}
              rows={sources}
              rowKey={({ id }) => id}
              columns={columnsOf(sources, paths)}
            />
          )
        }
      </Answered>
      <AddSource programme={programme} known={query.data?.sources ?? []} />
    </>
  )
}

function columnsOf(sources: readonly Row[], paths: Paths): Column<Row>[] {
  return [
    {
      key: 'title',
      title: 'Source',
      show: ({ id, title, origin, protected: isProtected }) => (
        <>
          <Link to={paths.source(id)}>
            <bdi>{title}</bdi>
          </Link>
          <p className="below">
            <code>{id}</code>
            {origin && (
              <>
                {' '}
                · repeats{' '}
                <Link to={paths.source(origin)}>
                  <bdi>{sources.find((one) => one.id === origin)?.title ?? origin}</bdi>
                </Link>
              </>
            )}
            {isProtected && ' · protected'}
          </p>
        </>
      ),
      order: ({ title }) => title,
      find: ({ id, title }) => `${id} ${title}`,
    },
    {
      key: 'kind',
      title: 'Kind',
      show: ({ kind }) => <bdi>{kind}</bdi>,
      order: ({ kind }) => kind,
      find: ({ kind }) => kind,
      choices: [...new Set(sources.map(({ kind }) => kind))].filter(Boolean).toSorted(),
    },
    {
      key: 'published',
      title: 'Published',
      show: ({ published }) => (published ? writtenDate(published) : 'not stated'),
      order: ({ published }) => published,
      find: ({ published }) => published ?? '',
    },
    {
      key: 'reliability',
      title: 'Reliability',
      show: ({ reliability }) => <bdi>{reliability || 'not rated'}</bdi>,
      order: ({ reliability }) => reliability || null,
      find: ({ reliability }) => reliability,
    },
    {
      key: 'cited',
      title: 'Cited by',
      number: true,
      show: ({ cited }) => cited,
      order: ({ cited }) => cited,
    },
  ]
}

type AddProperties = { readonly programme: string; readonly known: readonly Row[] }

function AddSource({ programme, known }: AddProperties) {
  return (
    <section className="part no-print" id="add-source">
      <h2>Add a source</h2>
      <WrittenForm
        programme={programme}
        doing="Add the source"
        write={(field) =>
          writes.addSource(programme, {
            id: field('id'),
            title: field('title'),
            kind: field('kind'),
            published: field('published'),
            url: field('url'),
            reliability: field('reliability'),
            origin: field('origin'),
            protected: field('protected') === 'yes',
          })
        }
        done={({ id }) => `${id} is on record.`}
      >
        {(wrong) => (
          <>
            <Field
              label="Short name"
              name="id"
              required
              placeholder="jta-1989-01-03"
              hint="Letters, digits and hyphens; citations use it."
              wrong={wrong('id')}
            />
            <Field label="Title" name="title" required wrong={wrong('title')} />
            <Field
              label="Kind"
              name="kind"
              suggestions={[...new Set(known.map(({ kind }) => kind))].filter(Boolean)}
              hint="Newspaper, report, monitor, court, embassy …"
              wrong={wrong('kind')}
            />
            <Field
              label="Published"
              name="published"
              placeholder="1989-01-03"
              hint="What it says is known from this day."
              wrong={wrong('published')}
            />
            <Field label="Address on the web" name="url" wrong={wrong('url')} />
            <Field label="Reliability" name="reliability" wrong={wrong('reliability')} />
            <Field
              label="Repeats"
              name="origin"
              suggestions={known.map(({ id, title }) => [id, title] as const)}
              hint="The source that this one takes it from; the two then count as one."
              wrong={wrong('origin')}
            />
            <Field
              label="Protected"
              name="protected"
              choices={[
                ['no', 'no'],
                ['yes', 'yes, its identity is kept apart'],
              ]}
              wrong={wrong('protected')}
            />
          </>
        )}
      </WrittenForm>
    </section>
  )
}
