import { useQuery } from '@tanstack/react-query'
import { programmeQuery } from '../api/queries.ts'
import { useDays } from '../days.tsx'
import { useParam } from '../paths.ts'
import { DaysOfPage } from './DaysOfPage.tsx'

/** The one control that evidence depends on: what was known by a day. */
export function DaysOfEvidence() {
  const { data } = useQuery(programmeQuery(useParam('programme'), useDays()))
  // The room is kept while the span of the programme is not known yet.
  if (!data) return <div className="times-room" />
  return <DaysOfPage span={data.span} knownOn={data.knownOn} />
}
