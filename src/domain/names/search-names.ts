/**
 * Finds persons by what is typed in a search box: names in any script, in any order, the last one
 * perhaps not finished.
 */
import type { NameIndex } from './name-index.ts'
import { pairHash } from './postings.ts'
import { readName } from './read-name.ts'

const FULL_FORMS = 12
const PREFIX_FORMS = 40
/** What a form counts for at least, so that whoever bears it comes up at all. */
const LEAST_FORM = 0.1
const MOST_ROWS = 6000

type Forms = ReadonlyMap<number, number>

/** Ids of persons, best first; none for a text without letters. */
export function searchNames(
  index: NameIndex,
  text: string,
  { limit = 50 }: { readonly limit?: number } = {},
): readonly string[] {
  const tokens = readName(text)
  const wanted = tokens.map((token, at): Forms => {
    const { ids, weights } = index.neighbours.of(token)
    const forms = new Map<number, number>()
    // Another spelling weighs little where the very same one is on record: it is found all the same.
    for (let i = 0; i < Math.min(ids.length, FULL_FORMS); i += 1)
      forms.set(ids[i] ?? 0, Math.max(weights[i] ?? 0, LEAST_FORM))
    if (at === tokens.length - 1 && !/\s$/.test(text))
      for (const id of index.tokens.startingWith(token, PREFIX_FORMS))
        forms.set(id, Math.max(forms.get(id) ?? 0, token.key.length * 0.5))
    return forms
  })
  if (wanted.length === 0) return []
  const best = new Map<number, number>()
  for (const row of rowsFor(index, wanted)) {
    const person = index.rowPersons.at(row)
    if (index.removed[person]) continue
    const score = scoreRow(index, wanted, row)
    if (score > (best.get(person) ?? 0)) best.set(person, score)
  }
  return [...best]
    .sort(([a, x], [b, y]) => y - x || a - b)
    .slice(0, limit)
    .map(([person]) => index.personIds[person] ?? '')
}

function rowsFor(index: NameIndex, wanted: readonly Forms[]): ReadonlySet<number> {
  const rows = new Set<number>()
  for (let i = 0; i < wanted.length; i += 1)
    for (let j = i + 1; j < wanted.length; j += 1)
      for (const a of wanted[i]?.keys() ?? [])
        for (const b of wanted[j]?.keys() ?? []) {
          if (rows.size > MOST_ROWS) return rows
          take(index.pairs, pairHash(a, b) & index.pairs.mask, rows)
        }
  if (rows.size > 0) return rows
  const single = wanted
    .flatMap((forms) => [...forms])
    .sort(([a, x], [b, y]) => y - x || index.tokens.counts.at(a) - index.tokens.counts.at(b))
  for (const [id] of single) {
    if (rows.size > MOST_ROWS) break
    take(index.singles, id & index.singles.mask, rows)
  }
  return rows
}

function take(postings: NameIndex['pairs'], bucket: number, rows: Set<number>): void {
  const from = postings.starts[bucket] ?? 0
  const to = Math.min(postings.starts[bucket + 1] ?? 0, from + MOST_ROWS)
  for (let at = from; at < to; at += 1) rows.add(postings.items[at] ?? 0)
  postings.later.get(bucket)?.forEach((row) => rows.add(row))
}

function scoreRow(index: NameIndex, wanted: readonly Forms[], row: number): number {
  const tokens = index.tokensOfRow(row)
  let score = 0
  let found = 0
  wanted.forEach((forms, place) => {
    let best = 0
    tokens.forEach((token, at) => {
      const weight = forms.get(token) ?? 0
      if (weight > 0) best = Math.max(best, weight + (at === place ? 0.05 : 0))
    })
    if (best > 0) found += 1
    score += best
  })
  // Who has every word stands before who has some; of equal ones the shorter name.
  return found === 0 ? 0 : found * 100 + score - tokens.length * 0.01
}
