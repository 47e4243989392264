import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { editionsQuery } from '../../api/queries.ts'
import { useParam, usePaths } from '../../paths.ts'
import { dayInBrief } from '../../ui/days.ts'
import { Empty } from '../../ui/Empty.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import type { EditionListJson } from '../../../contract/editions.ts'
import { editionInWords } from './edition-in-words.ts'
import { Answered } from '../Answered.tsx'

/** Scorecards that were frozen and signed. */
export function EditionsPage() {
  const programme = useParam('programme')
  const paths = usePaths()
  const query = useQuery(editionsQuery(programme))
  return (
    <>
      <PageHeader
        title="Editions"
        below="Scorecards frozen with method, benchmarks and evidence, each signed. A correction is a new edition."
      />
      <Answered query={query}>
        {({ editions }) =>
          editions.length === 0 ? (
            <Empty title="No edition has been issued yet">
              <p>
                Go to the <Link to={paths.scorecard()}>scorecard</Link>, set both days, and choose
                “Issue an edition”. It is frozen under your name and can be compared with later
                ones.
              </p>
            </Empty>
          ) : (
            <div className="scroller" role="region" aria-label="Editions" tabIndex={0}>
              <table>
                <caption className="spoken">Editions</caption>
                <thead>
                  <tr>
                    <th scope="col">As of</th>
                    <th scope="col">As known on</th>
                    <th scope="col">Signed by</th>
                    <th scope="col">Issued</th>
                    <th scope="col">Corrects</th>
                  </tr>
                </thead>
                <tbody>
                  {editions.map((edition) => (
                    <tr key={edition.id}>
                      <th scope="row">
                        <Link to={paths.edition(edition.id)}>{dayInBrief(edition.asOf)}</Link>
                      </th>
                      <td>{dayInBrief(edition.knownOn)}</td>
                      <td>
                        <bdi>{edition.signedBy}</bdi>
                      </td>
                      <td>
                        <time dateTime={edition.issuedAt}>
                          {dayInBrief(edition.issuedAt.slice(0, 10))}
                        </time>
                      </td>
                      <td>
                        {edition.corrects ? (
                          <>
                            <Link to={paths.edition(edition.corrects)}>
                              {correctedInWords(edition.corrects, editions)}
                            </Link>
                            <p className="below">
                              <bdi>{edition.reason}</bdi>
                            </p>
                          </>
                        ) : (
                          'none'
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Answered>
    </>
  )
}

function correctedInWords(id: string, editions: EditionListJson['editions']): string {
  const corrected = editions.find((edition) => edition.id === id)
  return corrected ? editionInWords(corrected) : id
}
