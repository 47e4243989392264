import { useEffect } from 'react'

/** Brings the element with the id into view once it is there. */
export function useScrollTo(id: string | null): void {
  useEffect(() => {
    if (id) document.getElementById(id)?.scrollIntoView({ block: 'nearest' })
  }, [id])
}
