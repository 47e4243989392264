import { useQuery } from '@tanstack/react-query'
import { Link, Navigate, useSearchParams } from 'react-router'
import { programmesQuery } from '../api/queries.ts'
import { pathsOf } from '../paths.ts'
import { Empty } from '../ui/Empty.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Answered } from './Answered.tsx'

const NO_DAYS = { asOf: null, knownOn: null }

/** The programmes on record. Where there is only one, it opens at once. */
export function HomePage() {
  const query = useQuery(programmesQuery())
  const [search] = useSearchParams()
  return (
    <Answered query={query} heading="Programmes">
      {({ programmes }) => {
        const [only] = programmes
        if (only && programmes.length === 1 && !search.has('all'))
          return <Navigate replace to={pathsOf(only.id, NO_DAYS).today()} />
        return (
          <main id="page" tabIndex={-1}>
            <PageHeader
              title="Programmes"
              below="What is asked of a government, and where it stands."
            />
            {programmes.length === 0 ? (
              <Empty title="No programme is on record yet">
                <p>
                  A programme is a folder of plain files. <Link to="/begin">How to begin one</Link>
                </p>
              </Empty>
            ) : (
              <ul className="plain stack">
                {programmes.map(({ id, title, counterpart }) => (
                  <li key={id}>
                    <Link to={pathsOf(id, NO_DAYS).today()}>
                      <bdi>{title}</bdi>
                    </Link>{' '}
                    <span className="soft">{counterpart}</span>
                  </li>
                ))}
              </ul>
            )}
          </main>
        )
      }}
    </Answered>
  )
}
