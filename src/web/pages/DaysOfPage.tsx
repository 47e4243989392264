import { useLocation } from 'react-router'
import type { NoDays } from '../paths.ts'
import { useChangeDays, useDaysOfControls } from '../days.tsx'
import { TimeControls } from '../ui/TimeControls.tsx'

type Properties = {
  readonly span: { readonly from: string; readonly to: string }
  /** The days that the answer on screen is of; what is being dragged goes before them. */
  readonly asOf?: string
  readonly knownOn: string
}

/** The time controls, at the same place on every page that depends on them. */
export function DaysOfPage({ span, asOf, knownOn }: Properties) {
  const days = useDaysOfControls()
  const change = useChangeDays()
  // The cast: only the frame of the programme puts anything there.
  const state = useLocation().state as { readonly noDays?: NoDays } | null
  return (
    <TimeControls
      span={span}
      asOf={asOf === undefined ? undefined : (days.asOf ?? asOf)}
      knownOn={days.knownOn ?? knownOn}
      noDays={state?.noDays ?? {}}
      onChange={change}
    />
  )
}
