import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { gateQuery, listsQuery } from '../../api/lists.ts'
import { useDays } from '../../days.tsx'
import { LIST_PARTS, usePaths } from '../../paths.ts'
import type { ListPart } from '../../paths.ts'
import { dayInBrief } from '../../ui/days.ts'
import type { PartProperties } from './part-properties.ts'
import { outOf, shareInWords } from './Units.tsx'
import { counted, PART_WORDS } from './words.ts'

type Properties = PartProperties & { readonly part: ListPart | undefined }

/** The parts of the work in their order, each with how far it is. */
export function PartsOfList({ programme, page, part }: Properties) {
  const paths = usePaths()
  const notes = useNotes(programme, page)
  const version = versionInAddress(page)
  return (
    <nav className="list-parts" aria-label="Parts of the list">
      <ol>
        {LIST_PARTS.map((one) => (
          <li key={one}>
            <Link
              to={paths.list(page.list.id, one, version)}
              className={one === part ? 'here' : undefined}
              aria-current={one === part ? 'page' : undefined}
            >
              <span className="part-name">{PART_WORDS[one]}</span>{' '}
              <span className="part-note">{notes[one]}</span>
            </Link>
          </li>
        ))}
        <li>
          <Link to={paths.listDiff(page.list.id, version ? { version } : {})}>
            <span className="part-name">Beside another</span>{' '}
            <span className="part-note">ours or theirs</span>
          </Link>
        </li>
      </ol>
    </nav>
  )
}

/** The latest version is looked at without naming it, so that a link goes on to the next one. */
function versionInAddress({ version, versions }: PartProperties['page']): string | undefined {
  return version && version.version !== versions.at(-1)?.version ? version.version : undefined
}

function useNotes(
  programme: string,
  { list, version, versions, presentations, responses }: PartProperties['page'],
): Readonly<Record<ListPart, string>> {
  const isDraft = version !== null && version.presentedOn === null
  const { data: gate } = useQuery({
    ...gateQuery(programme, list.id, version?.version ?? '', null),
    enabled: isDraft,
  })
  const { data: lists } = useQuery(listsQuery(programme, useDays()))
  const row = lists?.lists.find(({ id }) => id === list.id)
  const answered = new Set(responses.map((one) => one.case)).size
  const drafts = versions.filter(({ presentedOn }) => presentedOn === null).length
  const [last] = presentations
  return {
    entries: version ? counted(version.cases, 'case') : 'none yet',
    versions:
      versions.length === 0
        ? 'begin one'
        : `${versions.length}${drafts > 0 ? `, ${counted(drafts, 'draft')}` : ''}`,
    gate: !version
      ? 'nothing yet'
      : !isDraft
        ? 'frozen'
        : !gate
          ? '…'
          : gate.open > 0
            ? `${gate.open} open`
            : 'nothing open',
    presentation: isDraft ? 'not yet' : last ? dayInBrief(last.date) : 'not yet',
    responses: row?.status
      ? `${row.answered} of ${row.answered + row.unanswered}`
      : answered > 0
        ? counted(answered, 'case')
        : 'none yet',
    status: row?.status
      ? `${outOf(row.status.family)}, ${shareInWords(row.status.shares.family)}`
      : 'once handed over',
  }
}
