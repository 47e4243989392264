/** Looks records up in an index and gives candidates with their reasons. */
import { CandidateFinder } from './find-candidates.ts'
import { FieldReader } from './field-terms.ts'
import type { FieldTerms } from './field-terms.ts'
import { nameReasons } from './match-reasons.ts'
import type { NameIndex } from './name-index.ts'
import type { MatchCandidate, MatchReason, NameRecord } from './name-record.ts'
import type { NameToken } from './name-token.ts'
import { prepareName, prepareTokens } from './prepare-name.ts'
import { ScoredRows } from './scored-rows.ts'
import type { Relatives } from './scored-rows.ts'
import { recordOf } from './record-of.ts'
import { NameScorer } from './score-names.ts'
import type { PreparedName } from './score-names.ts'
import { TokenNeighbours } from './token-neighbours.ts'
import type { TokenHabit } from './token-neighbours.ts'
import type { MatchWeights } from './weights.ts'

/** Candidates that are read once more with what is left of the names joined. */
const READ_CLOSELY = 24

/** What a list has shown of its own ways, learned by `learnListHabits`; plain data. */
export type ListHabits = {
  readonly weights: MatchWeights
  readonly tokens: readonly TokenHabit[]
}

type Scored = {
  readonly person: number
  readonly row: number
  /** Place of the name of theirs that fits best. */
  readonly name: number
  readonly score: number
  readonly relatives: Relatives
}

/** A candidate with its pairing, for learning from. */
export type Compared = {
  readonly candidate: MatchCandidate
  readonly paired: readonly { readonly theirs: NameToken; readonly ours: NameToken }[]
  readonly leftTheirs: readonly NameToken[]
  readonly leftOurs: readonly NameToken[]
  readonly inverted: boolean
}

export class Matcher {
  readonly index: NameIndex
  readonly weights: MatchWeights
  private readonly neighbours: TokenNeighbours
  private readonly finder: CandidateFinder
  private readonly scorer: NameScorer
  private readonly rows = new ScoredRows()
  private readonly fields: FieldReader

  constructor(index: NameIndex, habits?: ListHabits) {
    this.index = index
    this.weights = habits?.weights ?? index.weights
    this.neighbours = habits
      ? new TokenNeighbours(index.tokens, index.weights.name, {
          habits: habits.tokens,
          parent: index.neighbours,
        })
      : index.neighbours
    this.fields = new FieldReader(index.fields, this.weights.field)
    this.finder = new CandidateFinder(index)
    this.scorer = new NameScorer(index, this.weights.name)
  }

  find(record: NameRecord, limit: number): readonly MatchCandidate[] {
    return this.compare(record, limit).map(({ candidate }) => candidate)
  }

  compare(record: NameRecord, limit: number): readonly Compared[] {
    return this.compareNames(this.namesOf(record), this.fields.of(record), limit)
  }

  /** Who else of the register a person of it may be. */
  compareOthers(person: number, limit: number): readonly Compared[] {
    const terms = this.fields.of(recordOf(this.index, person))
    const own = this.index.personIds[person]
    return this.compareNames(this.namesOfPerson(person), terms, limit + 1)
      .filter(({ candidate }) => candidate.person !== own)
      .slice(0, limit)
  }

  private compareNames(
    names: readonly PreparedName[],
    terms: FieldTerms,
    limit: number,
  ): readonly Compared[] {
    const best = new Map<number, Scored>()
    names.forEach((name, at) => {
      for (const scored of this.scoreAll(name, at, terms, Math.max(READ_CLOSELY, limit))) {
        const known = best.get(scored.person)
        if (!known || scored.score > known.score) best.set(scored.person, scored)
      }
    })
    return [...best.values()]
      .sort((a, b) => b.score - a.score || a.person - b.person)
      .slice(0, Math.max(READ_CLOSELY, limit))
      .map((scored) => this.read(names, scored, terms))
      .sort(
        ({ candidate: a }, { candidate: b }) =>
          b.logOdds - a.logOdds || (a.person < b.person ? -1 : 1),
      )
      .slice(0, limit)
  }

  /** The person of the register as candidate for the record, however unlikely. */
  explain(record: NameRecord, person: number): MatchCandidate {
    return this.explainNames(this.namesOf(record), this.fields.of(record), person)
  }

  /** Two persons of the register. */
  explainPair(a: number, b: number): MatchCandidate {
    return this.explainNames(this.namesOfPerson(a), this.fields.of(recordOf(this.index, a)), b)
  }

  private explainNames(
    names: readonly PreparedName[],
    terms: FieldTerms,
    person: number,
  ): MatchCandidate {
    const { index, scorer } = this
    const scored = names.flatMap((name, at) => {
      const found = this.scoreAll(name, at, terms, Infinity)
      scorer.load(name)
      return index.rowsOf(person).map((row): Scored => {
        const score = scorer.score(row) + terms.weigh(person)
        const relatives = found.find((each) => each.row === row)?.relatives
        return { person, row, name: at, score, relatives: relatives ?? { weight: 0, sharing: 0 } }
      })
    })
    const nameless: Scored = {
      person,
      row: -1,
      name: -1,
      score: 0,
      relatives: { weight: 0, sharing: 0 },
    }
    const best = scored.reduce((a, b) => (b.score > a.score ? b : a), scored[0] ?? nameless)
    return this.read(names, best, terms).candidate
  }

  private namesOf(record: NameRecord): readonly PreparedName[] {
    return record.names.map(({ value }) => prepareName(this.neighbours, value))
  }

  private namesOfPerson(person: number): readonly PreparedName[] {
    const { index, neighbours } = this
    return index.rowsOf(person).map((row) => prepareTokens(neighbours, index.formsOfRow(row)))
  }

  /** The best rows for one name, one a person. */
  private scoreAll(
    name: PreparedName,
    at: number,
    terms: FieldTerms,
    most: number,
  ): readonly Scored[] {
    const { finder, scorer, index, rows } = this
    finder.find(name)
    scorer.load(name)
    rows.begin(finder.count)
    for (let i = 0; i < finder.count; i += 1) {
      const row = finder.rows[i] ?? 0
      const person = index.rowPersons.at(row)
      if (index.removed[person]) continue
      rows.add(row, person, scorer.score(row) + terms.weigh(person), scorer)
    }
    return rows.best(most).map((place) => ({
      person: rows.person(place),
      row: rows.row(place),
      name: at,
      score: rows.score(place),
      relatives: rows.relatives(place, name.tokens.length, index.size, this.weights.name.scale),
    }))
  }

  private read(
    names: readonly PreparedName[],
    { person, row, name, relatives }: Scored,
    terms: FieldTerms,
  ): Compared {
    const { index, scorer } = this
    const prepared = names[name] ?? { tokens: [], neighbours: [] }
    scorer.load(prepared)
    const reasons: MatchReason[] = [
      ...(row < 0
        ? []
        : nameReasons(index, this.neighbours, scorer, prepared, row, this.weights.name)),
      ...(relatives.weight < 0
        ? [
            {
              kind: 'relatives' as const,
              ours: String(relatives.sharing),
              weight: relatives.weight,
            },
          ]
        : []),
      ...terms.reasons(person),
    ]
    const prior = priorOf(index, this.weights)
    const logOdds = reasons.reduce((sum, { weight }) => sum + weight, prior)
    const candidate: MatchCandidate = {
      person: index.personIds[person] ?? '',
      logOdds,
      prior,
      probability: probabilityOf(logOdds, this.weights),
      reasons,
    }
    return { candidate, ...this.pairing(prepared, row) }
  }

  /** The pairing of the row that was scored last. */
  private pairing(name: PreparedName, row: number): Omit<Compared, 'candidate'> {
    const { index, scorer } = this
    const ours = [...index.tokensOfRow(row)].flatMap((id) => index.tokens.tokens[id] ?? [])
    const paired = name.tokens.flatMap((theirs, place) => {
      const token = ours[scorer.pairedWith[place] ?? -1]
      return token ? [{ theirs, ours: token }] : []
    })
    return {
      paired,
      leftTheirs: name.tokens.filter((_, place) => (scorer.theirsPaired & (1 << place)) === 0),
      leftOurs: ours.filter((_, place) => (scorer.oursPaired & (1 << place)) === 0),
      inverted: scorer.inversions > 0,
    }
  }
}

/** A small register is read as a part of one of so many persons: see `LEAST_TOKENS` of the tokens. */
const LEAST_PERSONS = 20_000

export function priorOf(index: NameIndex, { expected, base }: MatchWeights): number {
  return Math.log(expected / (1 - expected) / Math.max(index.size, LEAST_PERSONS)) + base
}

export function probabilityOf(logOdds: number, { calibration }: MatchWeights): number {
  const odds = calibration.slope * logOdds + calibration.shift
  // Beyond these the double would be 0 or 1.
  return 1 / (1 + Math.exp(-Math.min(Math.max(odds, -30), 30)))
}

/** A sum of weights on the scale of `logOdds`. */
export function logitOf(score: number, index: NameIndex, weights: MatchWeights): number {
  return score + priorOf(index, weights)
}
