/**
 * The two days that every page of a programme depends on: *as of* and *as known on*.
 *
 * The address bar holds them. While a control is being moved, pages follow a draft, at most one
 * change a frame, and the address is written when the hand rests: browsers refuse an address that
 * changes a hundred times.
 */
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { useDaysOfAddress } from './paths.ts'
import type { Days } from './paths.ts'

const REST_MS = 220

type DaysInUse = Days & { readonly change: (days: Partial<Days>) => void }

const InUse = createContext<DaysInUse | null>(null)

export function DaysProvider({ children }: { readonly children: ReactNode }) {
  const ofAddress = useDaysOfAddress()
  const [, setSearch] = useSearchParams()
  const [draft, setDraft] = useState<Partial<Days>>({})
  const pending = useRef<Partial<Days>>({})
  const frame = useRef(0)
  const rest = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const write = useCallback(() => {
    const days = pending.current
    pending.current = {}
    setSearch(
      (search) => {
        for (const [name, day] of Object.entries(days)) if (day) search.set(name, day)
        return search
      },
      { replace: true, preventScrollReset: true },
    )
  }, [setSearch])

  const change = useCallback(
    (days: Partial<Days>) => {
      pending.current = { ...pending.current, ...days }
      cancelAnimationFrame(frame.current)
      frame.current = requestAnimationFrame(() => setDraft((last) => ({ ...last, ...days })))
      clearTimeout(rest.current)
      rest.current = setTimeout(write, REST_MS)
    },
    [write],
  )

  // A link or the back button decides over an earlier draft, not over a control that is moving.
  useEffect(() => {
    if (Object.keys(pending.current).length === 0) setDraft({})
  }, [ofAddress])
  useEffect(
    () => () => {
      cancelAnimationFrame(frame.current)
      clearTimeout(rest.current)
    },
    [],
  )

  const value = useMemo(() => ({ ...ofAddress, ...draft, change }), [ofAddress, draft, change])
  return <InUse value={value}>{children}</InUse>
}

/** The days to ask the server for, and the way to change them. */
export function useDays(): DaysInUse {
  const days = useContext(InUse)
  if (!days) throw new Error('useDays is used outside of a programme: is DaysProvider above it?')
  return days
}
