import type { ReactNode } from 'react'

type Properties = { readonly title: string; readonly children: ReactNode }

/** Says that there is nothing yet, and what to do about it. */
export function Empty({ title, children }: Properties) {
  return (
    <div className="empty stack">
      <strong>{title}</strong>
      {children}
    </div>
  )
}
