import { Link } from 'react-router'
import { Empty } from '../ui/Empty.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'

/** The answer to an address that no page has. */
export function NoPage() {
  return (
    <main id="page" tabIndex={-1}>
      <PageHeader title="There is no such page" />
      <Empty title="The address leads nowhere">
        <p>
          It may have been mistyped, or come from another release. Begin again{' '}
          <Link to="/">at the programmes</Link>.
        </p>
      </Empty>
    </main>
  )
}
