import { useState } from 'react'
import type { ReactNode } from 'react'
import { Dialog } from '../../ui/Dialog.tsx'

type Properties = {
  /** What is done, on the button and above the form. */
  readonly words: string
  /** What the button is for, where the words alone would be the same on every row. */
  readonly about?: string
  /** Why it cannot be done now: the button stays, so that people learn it exists. */
  readonly refusal?: string | undefined
  /** Stands back until it is pointed at or reached by key. */
  readonly quiet?: boolean
  readonly children: (close: () => void) => ReactNode
}

/** A doing within a line: its form opens in front of the page and closes when it is written. */
export function Doing({ words, about, refusal, quiet = false, children }: Properties) {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <button
        type="button"
        className={`inline no-print${quiet ? ' stands-back' : ''}`}
        disabled={refusal !== undefined}
        title={refusal}
        aria-label={about && `${words}: ${about}`}
        onClick={() => setOpen(true)}
      >
        {words}
      </button>
      <Dialog title={words} open={open} onClose={close}>
        {children(close)}
      </Dialog>
    </>
  )
}
