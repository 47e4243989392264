import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Refusal } from '../api/client.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Trouble } from '../ui/Trouble.tsx'
import { Waiting } from '../ui/Waiting.tsx'

type Properties<Answer> = {
  readonly query: UseQueryResult<Answer>
  /** The title of the page where it comes with the answer; shown above a refusal. */
  readonly heading?: string
  readonly children: (answer: Answer) => ReactNode
}

/** Shows an answer; before it is there, that one waits; in its place, why it was refused. */
export function Answered<Answer>({ query, heading, children }: Properties<Answer>) {
  if (query.error)
    return (
      <>
        {heading && <PageHeader title={heading} />}
        <Refused error={query.error} onAgain={() => void query.refetch()} />
      </>
    )
  if (query.data === undefined) return <Waiting />
  return children(query.data)
}

type RefusedProperties = { readonly error: Error; readonly onAgain?: () => void }

/** A refusal in the server's own sentence. */
export function Refused({ error, onAgain }: RefusedProperties) {
  const [title, places] =
    error instanceof Refusal ? [error.title, error.places] : ['This page failed', []]
  return (
    <Trouble title={title} detail={error.message} places={places}>
      {onAgain && (
        <button type="button" onClick={onAgain}>
          Ask again
        </button>
      )}
    </Trouble>
  )
}
