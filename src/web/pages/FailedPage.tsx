import { isRouteErrorResponse, Link, useRouteError } from 'react-router'
import { Refusal } from '../api/client.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Trouble } from '../ui/Trouble.tsx'

/** In place of a page that could not be drawn. What is on record is not touched by it. */
export function FailedPage() {
  const error = useRouteError()
  return (
    <main id="page" tabIndex={-1}>
      <PageHeader title="This page could not be shown" />
      <Trouble title={titleOf(error)} detail={detailOf(error)}>
        <p>
          Nothing on record has changed. <a href="">Load the page again</a>, or go{' '}
          <Link to="/">to the programmes</Link>.
        </p>
      </Trouble>
    </main>
  )
}

function titleOf(error: unknown): string {
  if (error instanceof Refusal) return error.title
  if (isRouteErrorResponse(error)) return 'There is no such page'
  return 'The page has a fault'
}

function detailOf(error: unknown): string {
  if (error instanceof Refusal) return error.message
  if (isRouteErrorResponse(error)) return 'The address leads nowhere.'
  // A part of the program that cannot be fetched: it was upgraded, or stopped, since the page was opened.
  if (error instanceof TypeError && /import|fetch/i.test(error.message))
    return 'A part of the program could not be fetched. It may have been stopped or upgraded.'
  return error instanceof Error ? error.message : 'What went wrong is not known.'
}
