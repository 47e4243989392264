import { useEffect, useRef } from 'react'

/** Single keys from anywhere but a field that takes letters. */
export function useKeys(doings: Readonly<Record<string, () => void>>): void {
  const latest = useRef(doings)
  useEffect(() => {
    latest.current = doings
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
      const typing = (event.target as HTMLElement).closest('input, textarea, select, dialog') // a page's own event
      const doing = Object.hasOwn(latest.current, event.key) ? latest.current[event.key] : undefined
      if (typing || !doing) return
      event.preventDefault()
      doing()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
