import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Link } from 'react-router'
import type { EditionListJson } from '../../../contract/editions.ts'
import { editionDiffQuery, editionsQuery } from '../../api/queries.ts'
import { usePaths } from '../../paths.ts'
import { StandingBadge } from '../../ui/StandingBadge.tsx'
import { editionInWords } from './edition-in-words.ts'
import { Answered } from '../Answered.tsx'

type Properties = {
  readonly programme: string
  readonly edition: EditionListJson['editions'][number]
}

/** What differs between this edition and another; first the one that it corrects. */
export function EditionDiff({ programme, edition }: Properties) {
  const id = useId()
  const [other, setOther] = useState(edition.corrects ?? '')
  const { data } = useQuery(editionsQuery(programme))
  const others = data?.editions.filter((one) => one.id !== edition.id) ?? []
  if (others.length === 0) return null
  return (
    <section className="part no-print">
      <h2>Beside another edition</h2>
      <p className="field">
        <label htmlFor={id}>Compare with</label>
        <select id={id} value={other} onChange={(event) => setOther(event.currentTarget.value)}>
          <option value="">choose an edition</option>
          {others.map((one) => (
            <option key={one.id} value={one.id}>
              {editionInWords(one)}
            </option>
          ))}
        </select>
      </p>
      {other !== '' && <Differences programme={programme} edition={edition.id} other={other} />}
    </section>
  )
}

type DifferencesProperties = {
  readonly programme: string
  readonly edition: string
  readonly other: string
}

function Differences({ programme, edition, other }: DifferencesProperties) {
  const query = useQuery(editionDiffQuery(programme, edition, other))
  const paths = usePaths()
  return (
    <Answered query={query}>
      {({ changes }) => (
        <ul className="plain ruled">
          {changes.length === 0 && <li>The two say the same.</li>}
          {changes.map(({ kind, id, title, before, after, notes }) => (
            <li key={`${kind} ${id}`} className="row">
              <div className="node">
                <Link
                  className="quiet grow"
                  to={kind === 'goal' ? paths.goal(id) : paths.benchmark(id)}
                >
                  <bdi>{title}</bdi>
                </Link>
                <span className="became">
                  {before ? <StandingBadge standing={before} /> : 'not in it'}{' '}
                  <span className="soft">then</span>{' '}
                  {after ? <StandingBadge standing={after} /> : 'not in it'}
                </span>
              </div>
              {notes.map((note) => (
                <p key={note} className="small soft">
                  <bdi>{note}</bdi>
                </p>
              ))}
            </li>
          ))}
        </ul>
      )}
    </Answered>
  )
}
