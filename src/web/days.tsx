/**
 * The two days that every page of a programme depends on: *as of* and *as known on*.
 *
 * The address bar holds them. While a control is being moved it follows the hand at once, the pages
 * follow as fast as they can be drawn, and the address is written when the hand rests: browsers
 * refuse an address that changes a hundred times.
 */
import {
  createContext,
  useCallback,
  useContext,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { useDaysOfAddress } from './paths.ts'
import type { Days } from './paths.ts'

const REST_MS = 220

type Change = (days: Partial<Days>) => void

const Asked = createContext<Days | null>(null)
const Moving = createContext<Days | null>(null)
const ChangeDays = createContext<Change | null>(null)

export function DaysProvider({ children }: { readonly children: ReactNode }) {
  const ofAddress = useDaysOfAddress()
  const [, setSearch] = useSearchParams()
  const [draft, setDraft] = useState<Partial<Days>>({})
  const unwritten = useRef<Partial<Days>>({})
  const rest = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const write = useRef(() => {})
  write.current = () => {
    const days = unwritten.current
    unwritten.current = {}
    setSearch(
      (search) => {
        for (const [name, day] of Object.entries(days)) if (day) search.set(name, day)
        return search
      },
      { replace: true, preventScrollReset: true },
    )
  }

  const change = useCallback<Change>((days) => {
    unwritten.current = { ...unwritten.current, ...days }
    setDraft((last) => ({ ...last, ...days }))
    clearTimeout(rest.current)
    rest.current = setTimeout(() => write.current(), REST_MS)
  }, [])

  // A link or the back button decides over an earlier draft, not over a control that is moving.
  useEffect(() => {
    if (Object.keys(unwritten.current).length === 0) setDraft({})
  }, [ofAddress])
  useEffect(() => () => clearTimeout(rest.current), [])

  const moving = useMemo(() => ({ ...ofAddress, ...draft }), [ofAddress, draft])
  // Days passed on the way are skipped where drawing them would hold up the hand.
  const asked = useDeferredValue(moving)
  return (
    <ChangeDays value={change}>
      <Moving value={moving}>
        <Asked value={asked}>{children}</Asked>
      </Moving>
    </ChangeDays>
  )
}

/** The days to ask the server for. */
export function useDays(): Days {
  return given(useContext(Asked))
}

/** The days as the controls stand, which the pages follow. */
export function useDaysOfControls(): Days {
  return given(useContext(Moving))
}

export function useChangeDays(): Change {
  return given(useContext(ChangeDays))
}

function given<Value>(value: Value | null): Value {
  if (value === null)
    throw new Error('the days are used outside of a programme: is DaysProvider above the page?')
  return value
}
