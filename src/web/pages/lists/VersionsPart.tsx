import { useState } from 'react'
import { Link } from 'react-router'
import { usePaths } from '../../paths.ts'
import { amountInWords } from '../../ui/amounts.ts'
import { dayInBrief } from '../../ui/days.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Candidates } from './Candidates.tsx'
import type { Made, PartProperties } from './part-properties.ts'
import { NewVersionForm } from './NewVersionForm.tsx'
import { PutOn } from './PutOn.tsx'
import { counted } from './words.ts'

/** The versions, the draft being worked on with whom the rule asks for, and how a new one is begun. */
export function VersionsPart({ programme, page }: PartProperties) {
  const [made, setMade] = useState<Made | null>(null)
  const { list, version, versions, mayNot } = page
  const isDraft = version !== null && version.presentedOn === null
  return (
    <>
      {versions.length === 0 ? (
        <Empty title="There is no version yet">
          <p>
            A version is the list on one day. The rule can fill it: each case comes on with the
            reason why, and each that does not stands beside with the reason why not. Until it is
            handed over cases can be put on and taken off; from then on it is frozen, and a change
            is a new version.
          </p>
        </Empty>
      ) : (
        <VersionTable page={page} />
      )}
      {made && <WhatCameIn made={made} />}
      {isDraft && (
        <>
          <PutOn programme={programme} page={page} version={version.version} />
          {list.rule !== '' && (
            <Candidates programme={programme} page={page} version={version.version} />
          )}
        </>
      )}
      {!isDraft && version && mayNot.change && <p className="small soft">{mayNot.change}</p>}
      <NewVersionForm programme={programme} page={page} onMade={setMade} />
    </>
  )
}

function VersionTable({ page: { list, version, versions } }: Pick<PartProperties, 'page'>) {
  const paths = usePaths()
  return (
    <div className="scroller stacked" role="region" aria-label="Versions" tabIndex={0}>
      <table>
        <caption className="spoken">Versions of the list</caption>
        <thead>
          <tr>
            <th scope="col">Version</th>
            <th scope="col">Of</th>
            <th scope="col" className="number">
              Family units
            </th>
            <th scope="col" className="number">
              Persons
            </th>
            <th scope="col">Handed over</th>
            <th scope="col">Compare</th>
          </tr>
        </thead>
        <tbody>
          {versions.toReversed().map((one, index) => (
            <tr key={one.version} className={one.version === version?.version ? 'here' : undefined}>
              <td>
                <Link to={paths.list(list.id, 'entries', one.version)}>Version {one.version}</Link>
              </td>
              <td data-title="Of">{dayInBrief(one.date)}</td>
              <td className="number" data-title="Family units">
                {amountInWords(one.entries.family)}
              </td>
              <td className="number" data-title="Persons">
                {amountInWords(one.entries.person)}
              </td>
              <td data-title="Handed over">
                {one.presentedOn ? (
                  dayInBrief(one.presentedOn)
                ) : (
                  <Link to={paths.list(list.id, 'gate', one.version)}>draft, to pass the gate</Link>
                )}
              </td>
              <td data-title="Compare">
                {index < versions.length - 1 && (
                  <Link to={paths.listDiff(list.id, { version: one.version })}>
                    with the version before
                  </Link>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Who came in with a new version, who did not, each with why. */
function WhatCameIn({ made }: { readonly made: Made }) {
  const { version, taken, included, leftOut, leftOutInAll } = made
  return (
    <div className="notice stack" role="status">
      <p>
        Version {version} is begun: {counted(taken, 'case')} came in
        {leftOutInAll > 0 && `, ${counted(leftOutInAll, 'case')} did not`}.
      </p>
      {included.length > 0 && <Reasons title="Who came in, and why" cases={included} />}
      {leftOut.length > 0 && (
        <Reasons
          title={
            leftOut.length < leftOutInAll
              ? `The first ${leftOut.length} who did not, and why`
              : 'Who did not, and why'
          }
          cases={leftOut}
        />
      )}
    </div>
  )
}

type ReasonsProperties = { readonly title: string; readonly cases: Made['included'] }

function Reasons({ title, cases }: ReasonsProperties) {
  return (
    <details className="small">
      <summary>{title}</summary>
      <ul className="plain">
        {cases.map(({ case: id, why }) => (
          <li key={id}>
            <code>{id}</code> {why.join(' ')}
          </li>
        ))}
      </ul>
    </details>
  )
}
