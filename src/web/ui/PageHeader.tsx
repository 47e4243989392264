import { useEffect } from 'react'
import type { ReactNode } from 'react'

type Properties = {
  readonly title: string
  /** Where the page belongs, above its title. */
  readonly above?: ReactNode
  /** One sentence below the title. */
  readonly below?: ReactNode
}

/** The title of a page, which is also the title of the window. */
export function PageHeader({ title, above, below }: Properties) {
  useEffect(() => {
    document.title = `${title} · Demarche`
  }, [title])
  return (
    <header className="page-header">
      {above && <p className="above">{above}</p>}
      <h1 dir="auto">{title}</h1>
      {below && <p className="below">{below}</p>}
    </header>
  )
}
