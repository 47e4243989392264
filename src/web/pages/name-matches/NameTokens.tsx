import type { MatchReasonJson } from '../../../contract/name-matches.ts'
import { rarityInWords, relationInWords } from './words.ts'

/** The two names part over part: how each pair lies to one another, and how rare ours is here. */
export function NameTokens({ reasons }: { readonly reasons: readonly MatchReasonJson[] }) {
  const parts = reasons.filter(({ kind }) => kind === 'name' || kind === 'unmatched')
  if (parts.length === 0) return null
  return (
    <ol className="tokens" aria-label="The names, part over part">
      {parts.map(({ kind, theirs, ours, relation, rarity }, index) => (
        <li key={index} className={kind === 'unmatched' ? 'left-over' : undefined}>
          <Part text={theirs} />
          <span className="relation small">
            {relation === undefined ? '' : relationInWords(relation)}
          </span>
          <Part text={ours} />
          {rarity !== undefined && <span className="small soft">{rarityInWords(rarity)}</span>}
        </li>
      ))}
    </ol>
  )
}

function Part({ text }: { readonly text: string | undefined }) {
  return text === undefined ? (
    <span className="part-of-name soft">
      <span aria-hidden="true">—</span>
      <span className="spoken">nothing</span>
    </span>
  ) : (
    <span className="part-of-name">
      <bdi>{text}</bdi>
    </span>
  )
}
