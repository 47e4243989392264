import type { ReactNode } from 'react'

type Properties = { readonly children: ReactNode; readonly margin: ReactNode }

/** A text with what it rests on beside it; below it where the page is narrow. */
export function WithMargin({ children, margin }: Properties) {
  return (
    <div className="with-margin">
      <div>{children}</div>
      <aside className="margin" aria-label="What it rests on">
        {margin}
      </aside>
    </div>
  )
}
