import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { gateQuery } from '../../api/lists.ts'
import { usePaths } from '../../paths.ts'
import { dayInWords } from '../../ui/days.ts'
import { Empty } from '../../ui/Empty.tsx'
import { HandOver } from './HandOver.tsx'
import { KeptPapers } from './KeptPapers.tsx'
import type { PartProperties } from './part-properties.ts'
import { receivedInWords } from './words.ts'

/** When, by whom and to whom it was handed over, with the paper as it was; before that, the form. */
export function PresentationPart({ programme, page }: PartProperties) {
  const { list, version, presentations } = page
  const paths = usePaths()
  const isDraft = version?.presentedOn === null
  const { data: gate } = useQuery({
    ...gateQuery(programme, list.id, version?.version ?? '', null),
    enabled: isDraft,
  })
  if (!version)
    return (
      <Empty title="There is nothing to hand over yet">
        <p>
          A version that has passed the gate is handed over once and frozen then: by whom, to whom
          and in what rank, through which channel, and how it was received. The paper is kept with
          its hash. <Link to={paths.list(list.id, 'versions')}>Begin a version</Link>
        </p>
      </Empty>
    )
  const own = presentations.filter((one) => one.version === version.version)
  const others = presentations.length - own.length
  return (
    <>
      {own.length > 0 && (
        <ol className="plain ruled presentations">
          {own.map(({ entry, date, by, to, rank, channel, received }) => (
            <li key={entry}>
              <p>
                <strong>{dayInWords(date)}</strong>, by <bdi>{by}</bdi> to <bdi>{to}</bdi>
                {rank !== '' && (
                  <>
                    , <bdi>{rank}</bdi>
                  </>
                )}
              </p>
              <p className="soft">
                {[channel, receivedInWords(received)].filter(Boolean).join(' · ')}
                {' · '}
                <Link to={paths.engagements(list.id)}>Record the meeting</Link>
              </p>
            </li>
          ))}
        </ol>
      )}
      {!isDraft && <KeptPapers programme={programme} page={page} version={version.version} />}
      {others > 0 && (
        <p className="small soft">
          {others === 1 ? 'Another version was' : `Other versions were`} handed over as well: see{' '}
          <Link to={paths.list(list.id, 'versions')}>Versions</Link>.
        </p>
      )}
      {isDraft ? (
        <>
          {gate && gate.open > 0 && (
            <p className="notice">
              {gate.sentence}{' '}
              <Link to={paths.list(list.id, 'gate', version.version)}>Go to the gate</Link>
            </p>
          )}
          <HandOver
            programme={programme}
            page={page}
            version={version.version}
            refusal={
              page.mayNot.present ??
              (gate && (gate.open > 0 || gate.entries === 0) ? gate.sentence : undefined)
            }
          />
        </>
      ) : (
        <details className="part no-print">
          <summary>Hand a further copy over</summary>
          <HandOver
            programme={programme}
            page={page}
            version={version.version}
            refusal={page.mayNot.present ?? undefined}
          />
        </details>
      )}
    </>
  )
}
