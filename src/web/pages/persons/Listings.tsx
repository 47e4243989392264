import { Link } from 'react-router'
import type { CaseShownJson } from '../../../contract/register.ts'
import { dayInBrief } from '../../ui/days.ts'
import { usePaths } from '../../paths.ts'
import { plain } from '../register/words.ts'

type Properties = {
  /** The case. */
  readonly of: string
  readonly listings: CaseShownJson['listings']
}

/** On which lists the case stands, when they were handed over, and what was answered: a claim each. */
export function Listings({ of, listings }: Properties) {
  const paths = usePaths()
  if (listings.length === 0) return null
  return (
    <div
      className="scroller stacked"
      role="region"
      aria-label={`Where ${of} is listed`}
      tabIndex={0}
    >
      <table>
        <caption className="spoken">Where the case was listed and what was answered</caption>
        <thead>
          <tr>
            <th scope="col">List</th>
            <th scope="col">Handed over</th>
            <th scope="col">Answered</th>
          </tr>
        </thead>
        <tbody>
          {listings.map(({ list, title, version, presented, responses, category, region }) => (
            <tr key={`${list} ${version}`}>
              <td>
                <Link to={paths.list(list)}>{list}</Link>{' '}
                <span className="soft">version {version}</span>
                <p className="below">
                  {[title, plain(category), region].filter(Boolean).join(' · ')}
                </p>
              </td>
              <td data-title="Handed over">
                {presented.length === 0 && <span className="soft">not yet</span>}
                {presented.map(({ date, to, rank, channel, received }) => (
                  <p key={`${date} ${to}`}>
                    {dayInBrief(date)} to <bdi>{to}</bdi>
                    <span className="below">
                      {' '}
                      {[rank, channel, plain(received)].filter(Boolean).join(', ')}
                    </span>
                  </p>
                ))}
              </td>
              <td data-title="Answered">
                {responses.length === 0 && <span className="soft">no answer on record</span>}
                {responses.map(({ entry, date, code, words }) => (
                  <p key={entry}>
                    ○ {plain(code)} <span className="soft">{dayInBrief(date)}, to verify</span>
                    {words !== '' && (
                      <span className="below">
                        {' '}
                        “<bdi>{words}</bdi>”
                      </span>
                    )}
                  </p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
