/**
 * What is put on record today is not seen on an earlier day. A page that looks at the past moves on to
 * the day of what was written, so that whoever wrote it sees it.
 */
import { useCallback } from 'react'
import { useChangeDays, useDays } from '../../days.tsx'
import type { Days } from '../../paths.ts'

/** The days looked at, each no earlier than a day. */
export function reached({ asOf, knownOn }: Days, day: string): Days {
  return {
    asOf: asOf !== null && asOf < day ? day : asOf,
    knownOn: knownOn !== null && knownOn < day ? day : knownOn,
  }
}

/** Moves the controls on to a day where they stand before it. */
export function useReachDay(): (day: string) => void {
  const days = useDays()
  const change = useChangeDays()
  return useCallback(
    (day) => {
      const { asOf, knownOn } = reached(days, day)
      if (asOf !== days.asOf || knownOn !== days.knownOn) change({ asOf, knownOn })
    },
    [days, change],
  )
}
