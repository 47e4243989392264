import { Link } from 'react-router'
import { usePaths } from '../../paths.ts'
import { dayInBrief } from '../../ui/days.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Claims } from './Claims.tsx'
import type { PartProperties } from './part-properties.ts'
import { PasteResponses } from './PasteResponses.tsx'
import { TypeResponses } from './TypeResponses.tsx'
import { counted } from './words.ts'

/** What their side answered, entry by entry: each answer a claim with somebody who verifies it. */
export function ResponsesPart({ programme, page }: PartProperties) {
  const { version, versions, entries, responses, list, mayNot } = page
  const paths = usePaths()
  const presented = versions.findLast(({ presentedOn }) => presentedOn !== null)
  if (!version || !presented)
    return (
      <Empty title="There is nothing to answer yet">
        <p>
          Once a version has been handed over, what their side says of each entry is recorded here:
          typed in, pasted, or read from a file of theirs and matched with ours by name. An answer
          is a claim: somebody verifies it by a day, and only what is confirmed moves a case.{' '}
          <Link to={paths.list(list.id, 'presentation')}>Go to handing it over</Link>
        </p>
      </Empty>
    )
  if (version.presentedOn === null)
    return (
      <Empty title={`Version ${version.version} is a draft`}>
        <p>
          Answers are given to what was handed over.{' '}
          <Link to={paths.list(list.id, 'responses', presented.version)}>
            Look at version {presented.version}
          </Link>
        </p>
      </Empty>
    )
  const answered = entries.filter(
    ({ lastResponse }) => lastResponse && lastResponse.code !== 'none',
  )
  return (
    <>
      <p className="sum-line">
        {answered.length} of {counted(entries.length, 'case')} of version {version.version} have
        been answered since {dayInBrief(version.presentedOn)}
        {answered.length < entries.length && `; ${entries.length - answered.length} have not`}.
      </p>
      {responses.length > 0 && <Claims programme={programme} page={page} />}
      {mayNot.respond && <p className="notice">{mayNot.respond}</p>}
      <PasteResponses programme={programme} page={page} version={version.version} />
      <TypeResponses programme={programme} page={page} version={version.version} />
    </>
  )
}
