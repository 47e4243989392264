import { useIsFetching } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router'

/** What is around every page: the way past the bar, the line that says that something is fetched. */
export function Frame() {
  const fetching = useIsFetching() > 0
  const moving = useNavigation().state !== 'idle'
  useFocusOnNewPage()
  return (
    <>
      <a className="skip" href="#page">
        To the text of the page
      </a>
      {(fetching || moving) && <div className="fetching" aria-hidden="true" />}
      <Outlet />
      <ScrollRestoration getKey={({ pathname }) => pathname} />
    </>
  )
}

/** After a link was followed, those who hear the page or use keys go on from its beginning. */
function useFocusOnNewPage() {
  const { pathname } = useLocation()
  const last = useRef(pathname)
  useEffect(() => {
    if (last.current === pathname) return
    last.current = pathname
    document.getElementById('page')?.focus({ preventScroll: true })
  }, [pathname])
}
