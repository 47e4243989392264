import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { MatchPageJson, MatchSideJson } from '../../../contract/name-matches.ts'
import { usePaths } from '../../paths.ts'
import { writtenDate } from '../../ui/written-dates.ts'
import { CaseState } from '../register/CaseState.tsx'
import { OtherNames, PersonName } from '../register/ShownNames.tsx'
import { plain } from '../register/words.ts'
import { FIELD_WORDS, sideWithoutName } from './words.ts'

type Properties = Pick<MatchPageJson, 'left' | 'right'>

/** What is on record of each of the two, line beside line. */
export function MatchSides({ left, right }: Properties) {
  const sides = [left, right]
  const fields = [...new Set(sides.flatMap((side) => side.fields.map(({ field }) => field)))]
  const row = (title: string, cell: (side: MatchSideJson) => ReactNode) => (
    <tr key={title}>
      <th scope="row">{title}</th>
      {sides.map((side, index) => (
        <td key={index} data-title={index === 0 ? 'One' : 'The other'}>
          {cell(side)}
        </td>
      ))}
    </tr>
  )
  return (
    <div className="scroller" role="region" aria-label="Side by side" tabIndex={0}>
      <table className="sides">
        <caption className="spoken">The two side by side</caption>
        <thead>
          <tr>
            <td />
            {sides.map((side, index) => (
              <th key={index} scope="col">
                <Heading side={side} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sides.some(({ names }) => names.length > 1) &&
            row('Other names', ({ names }) => <OtherNames names={names.slice(1)} />)}
          {row('Born', ({ births }) =>
            births.map(({ birth, impossible }) => (
              <span key={birth} className="line">
                {writtenDate(birth)}
                {impossible && <em className="serif-note"> no date that exists</em>}
              </span>
            )),
          )}
          {fields.map((field) =>
            row(FIELD_WORDS[field] ?? field, (side) => (
              <bdi>{valuesOf(side, field).join(' or ')}</bdi>
            )),
          )}
          {row('Cases', ({ cases }) => cases.map((each) => <Matter key={each.case} of={each} />))}
        </tbody>
      </table>
    </div>
  )
}

function valuesOf({ fields }: MatchSideJson, field: string): readonly string[] {
  return fields.filter((each) => each.field === field).map(({ value }) => value)
}

function Heading({ side }: { readonly side: MatchSideJson }) {
  const paths = usePaths()
  const [first] = side.names
  const name = first ? <PersonName name={first} /> : sideWithoutName(side)
  return (
    <>
      {side.person === null ? name : <Link to={paths.person(side.person)}>{name}</Link>}
      <span className="below">
        <bdi>{side.person ?? side.from}</bdi>
        {side.merged.length > 0 && <> with {side.merged.join(', ')}</>}
      </span>
    </>
  )
}

function Matter({ of: { category, region, events, listings, ...state } }: MatterProperties) {
  const paths = usePaths()
  return (
    <div className="of-case">
      <p>
        {plain(category)}
        {region !== '' && <span className="soft">, {region}</span>}:{' '}
        <CaseState state={state} brief />
      </p>
      {events.length > 0 && (
        <ul className="plain small">
          {events.map((event) => (
            <li key={event.entry} className={event.withdrawnOn === null ? undefined : 'withdrawn'}>
              {writtenDate(event.date)} {plain(event.kind)}
              {event.verification !== 'confirmed' && (
                <span className="soft"> ({event.verification})</span>
              )}
            </li>
          ))}
        </ul>
      )}
      {listings.map(({ list, version, responses }) => (
        <p key={`${list} ${version}`} className="small">
          <Link to={paths.list(list, 'entries', version)}>
            List {list}, version {version}
          </Link>
          {responses.map(({ entry, code }) => (
            <span key={entry} className="soft">
              {' '}
              · {plain(code)}
            </span>
          ))}
        </p>
      ))}
    </div>
  )
}

type MatterProperties = { readonly of: MatchSideJson['cases'][number] }
