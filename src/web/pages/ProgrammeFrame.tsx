import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Navigate, Outlet, useLocation, useSearchParams } from 'react-router'
import { programmeQuery, programmesQuery } from '../api/queries.ts'
import { DaysProvider } from '../days.tsx'
import { noDaysIn, useDaysOfAddress, useParam } from '../paths.ts'
import { Answered } from './Answered.tsx'
import { TopBar } from './TopBar.tsx'

/** What is around every page of a programme: the bar, and the two days that its pages depend on. */
export function ProgrammeFrame() {
  const id = useParam('programme')
  const { data } = useQuery(programmesQuery())
  const title = data?.programmes.find((programme) => programme.id === id)?.title
  return (
    // Another programme begins anew: nothing of the last one may stay on screen.
    <DaysProvider key={id}>
      <TopBar title={title} />
      <main id="page" tabIndex={-1}>
        <WithDays programme={id}>
          <Outlet />
        </WithDays>
      </main>
      {data && !data.store.encrypted && (
        <footer className="colophon no-print">
          <p>
            The store is not encrypted: whoever can read <bdi>{data.store.location}</bdi> can read
            what is in it.
          </p>
        </footer>
      )}
    </DaysProvider>
  )
}

type Properties = { readonly programme: string; readonly children: ReactNode }

/** An address without days gets them, so that whoever is sent it sees the same. */
function WithDays({ programme, children }: Properties) {
  const { asOf, knownOn } = useDaysOfAddress()
  if (asOf !== null && knownOn !== null) return children
  return <OpeningDays programme={programme} />
}

/**
 * A programme of the past opens on the last day of its evidence, a running one today. What stood in
 * the address and is no day goes with the address, and the controls say so.
 */
function OpeningDays({ programme }: { readonly programme: string }) {
  const [search] = useSearchParams()
  const { pathname } = useLocation()
  const asked = useDaysOfAddress()
  const query = useQuery(programmeQuery(programme, asked))
  return (
    <Answered query={query} heading="Programme">
      {({ asOf, knownOn, span }) => {
        const days = new URLSearchParams(search)
        if (asked.asOf === null) days.set('asOf', asOf < span.to ? asOf : span.to)
        if (asked.knownOn === null) days.set('knownOn', knownOn)
        const state = { noDays: noDaysIn(search) }
        return <Navigate replace state={state} to={{ pathname, search: `?${days}` }} />
      }}
    </Answered>
  )
}
