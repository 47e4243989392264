/** The comparison of two names in reasons: the same sum, term by term. */
import { joinLeftOver } from './joined-names.ts'
import type { NameIndex } from './name-index.ts'
import type { MatchReason } from './name-record.ts'
import type { TokenNeighbours } from './token-neighbours.ts'
import type { NameScorer, PreparedName } from './score-names.ts'
import type { NameWeights } from './weights.ts'

/** The terms of the name in a row against the name that the scorer has loaded. */
export function nameReasons(
  index: NameIndex,
  relations: TokenNeighbours,
  scorer: NameScorer,
  name: PreparedName,
  row: number,
  weights: NameWeights,
): readonly MatchReason[] {
  const total = scorer.score(row)
  const ours = [...index.tokensOfRow(row)]
  const forms = index.formsOfRow(row).map(({ form }) => form)
  const reasons: MatchReason[] = []
  let told = 0
  name.neighbours.forEach((neighbours, place) => {
    const paired = scorer.pairedWith[place] ?? -1
    const id = ours[paired]
    if (paired < 0 || id === undefined) return
    const weight = scorer.pairedWeight[place] ?? 0
    told += weight
    reasons.push({
      kind: 'name',
      theirs: neighbours.token.form,
      ours: forms[paired] ?? '',
      relation: relations.relationOf(neighbours, id),
      weight,
      rarity: Math.round(index.tokens.oneIn(id)),
    })
  })
  if (scorer.inversions > 0) {
    const weight = scorer.inversions * weights.inversion
    told += weight
    reasons.push({ kind: 'order', weight })
  }
  const left = total - told
  const joined = joinLeftOver(index, scorer, name, row, weights)
  if (joined && joined.weight > left) reasons.push({ kind: 'name', relation: 'joined', ...joined })
  else if (left !== 0)
    reasons.push({ kind: 'unmatched', ...leftOver(scorer, name, forms), weight: left })
  return reasons
}

function leftOver(
  scorer: NameScorer,
  name: PreparedName,
  forms: readonly string[],
): Pick<MatchReason, 'theirs' | 'ours' | 'relation'> {
  const theirs = name.tokens
    .filter((_, place) => (scorer.theirsPaired & (1 << place)) === 0)
    .map(({ form }) => form)
  const ours = forms.filter((_, place) => (scorer.oursPaired & (1 << place)) === 0)
  return {
    ...(theirs.length > 0 && { theirs: theirs.join(' ') }),
    ...(ours.length > 0 && { ours: ours.join(' ') }),
    relation: theirs.length > 0 && ours.length > 0 ? 'conflict' : 'left-out',
  }
}
