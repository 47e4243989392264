/** A name that is looked up, in tokens with their neighbours in the register. */
import { MOST_TOKENS } from './name-index.ts'
import type { NameToken } from './name-token.ts'
import { readName } from './read-name.ts'
import type { PreparedName } from './score-names.ts'
import type { TokenNeighbours } from './token-neighbours.ts'

export function prepareName(neighbours: TokenNeighbours, value: string): PreparedName {
  return prepareTokens(neighbours, readName(value))
}

export function prepareTokens(
  neighbours: TokenNeighbours,
  tokens: readonly NameToken[],
): PreparedName {
  const compared = tokens.slice(0, MOST_TOKENS)
  return { tokens: compared, neighbours: compared.map((token) => neighbours.of(token)) }
}
