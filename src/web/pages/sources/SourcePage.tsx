import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { SourcePageJson } from '../../../contract/evidence.ts'
import { sourceQuery } from '../../api/queries.ts'
import { useDays } from '../../days.tsx'
import { useParam, usePaths } from '../../paths.ts'
import { writtenDate } from '../../ui/written-dates.ts'
import { Empty } from '../../ui/Empty.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Answered } from '../Answered.tsx'
import { DaysOfEvidence } from '../DaysOfEvidence.tsx'
import { useSourceTitles } from '../titles.ts'

/** One source, and what rests on it, place by place; the place that was cited is marked. */
export function SourcePage() {
  const [programme, id] = [useParam('programme'), useParam('source')]
  const query = useQuery(sourceQuery(programme, id, useDays()))
  return (
    <Answered query={query} heading="Source">
      {(page) => <Source page={page} />}
    </Answered>
  )
}

function Source({ page: { source, cited } }: { readonly page: SourcePageJson }) {
  const paths = usePaths()
  const titles = useSourceTitles()
  const [search] = useSearchParams()
  const place = search.get('at')
  useEffect(() => {
    if (place !== null) document.getElementById('place')?.scrollIntoView({ block: 'nearest' })
  }, [place])
  const first = cited.findIndex(({ at }) => at === place)
  return (
    <>
      <PageHeader
        title={source.title}
        above={
          <>
            <Link to={paths.sources()}>Sources</Link>
            {source.kind !== '' && (
              <>
                {' '}
                · <bdi>{source.kind}</bdi>
              </>
            )}
          </>
        }
        below={
          source.published
            ? `Published ${writtenDate(source.published)}`
            : 'When it was published is not stated.'
        }
      />
      <DaysOfEvidence />
      <dl className="facts">
        <dt>Short name</dt>
        <dd>
          <code>{source.id}</code>
        </dd>
        {source.url !== '' && (
          <>
            <dt>Where it can be read</dt>
            <dd>{isWebAddress(source.url) ? <OutsideLink to={source.url} /> : source.url}</dd>
          </>
        )}
        <dt>Reliability</dt>
        <dd>
          <bdi>{source.reliability || 'not rated'}</bdi>
        </dd>
        {source.origin && (
          <>
            <dt>Repeats</dt>
            <dd>
              <Link to={paths.source(source.origin)}>
                <bdi>{titles[source.origin]?.title ?? source.origin}</bdi>
              </Link>
              , so that the two count as one
            </dd>
          </>
        )}
        {source.protected && (
          <>
            <dt>Protected</dt>
            <dd>Its identity is kept apart from what it said.</dd>
          </>
        )}
      </dl>
      {place !== null && place !== '' && (
        <p>
          Cited at <strong>{place}</strong>
          {first < 0 && ', from where nothing is known on this day'}.
        </p>
      )}
      <section className="part">
        <h2>What rests on it</h2>
        {cited.length === 0 ? (
          <Empty title="Nothing rests on it on this day">
            <p>A figure, event or undertaking that names this source will stand here.</p>
          </Empty>
        ) : (
          <div className="scroller" role="region" aria-label="What rests on it" tabIndex={0}>
            <table>
              <caption className="spoken">What rests on this source, by place</caption>
              <thead>
                <tr>
                  <th scope="col">Place</th>
                  <th scope="col">What</th>
                  <th scope="col">Kind</th>
                </tr>
              </thead>
              <tbody>
                {cited.map(({ kind, at, text, ref }, index) => (
                  <tr
                    key={`${kind} ${ref} ${at} ${text}`}
                    id={index === first ? 'place' : undefined}
                    className={place !== null && at === place ? 'here' : undefined}
                  >
                    <th scope="row">{at || 'the whole'}</th>
                    <td>
                      <Link to={pathOf(kind, ref, paths)}>
                        <bdi>{text}</bdi>
                      </Link>
                    </td>
                    <td>{kind}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
    </>
  )
}

function pathOf(
  kind: SourcePageJson['cited'][number]['kind'],
  ref: string,
  paths: ReturnType<typeof usePaths>,
): string {
  switch (kind) {
    case 'figure':
      return paths.series(ref)
    case 'event':
      return paths.events(ref)
    case 'goal':
      return paths.goal(ref)
    case 'undertaking':
    case 'outcome':
      return paths.undertakings(ref)
  }
}

/** Text from a file could name any scheme; only these two are followed. */
const isWebAddress = (url: string) => /^https?:\/\//i.test(url)

function OutsideLink({ to }: { readonly to: string }) {
  return (
    <a href={to} target="_blank" rel="noreferrer noopener">
      {to}
    </a>
  )
}
