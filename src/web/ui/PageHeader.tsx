import { useEffect } from 'react'
import type { ReactNode } from 'react'

type Properties = {
  readonly title: string
  /** The title of the window, where it is another: browsers keep these on the disk, so no name stands there. */
  readonly windowTitle?: string
  /** Where the page belongs, above its title. */
  readonly above?: ReactNode
  /** One sentence below the title. */
  readonly below?: ReactNode
}

/** The title of a page, which is also the title of the window unless that has its own. */
export function PageHeader({ title, windowTitle = title, above, below }: Properties) {
  useEffect(() => {
    document.title = `${windowTitle} · Demarche`
  }, [windowTitle])
  return (
    <header className="page-header">
      {above && <p className="above">{above}</p>}
      <h1 dir="auto">{title}</h1>
      {below && <p className="below">{below}</p>}
    </header>
  )
}
