/**
 * What birth, age, sex, place, category, origin and identifiers tell, after Fellegi and Sunter: the
 * weight of a level of agreement is log P(level | one person) − log P(level | two persons).
 *
 * The second is counted in the register for the very value that is looked up: to share a rare year
 * of birth tells more than to share a common one. What is unknown on either side weighs nothing.
 */
import { AgeTerm, BirthTerm } from './birth-terms.ts'
import type { FieldColumns, TextColumn } from './field-columns.ts'
import type { MatchReason, MatchReasonKind, NameRecord } from './name-record.ts'
import { PlaceForms } from './place-forms.ts'
import type { FieldWeights } from './weights.ts'

const TEXT_RELATIONS = ['same', 'similar', 'differs'] as const

/** How often an identifier of which nothing is known yet agrees, nearly agrees or differs. */
export const UNKNOWN_IDENTIFIER: Levels = [0.8, 0.1, 0.1]
const CACHE_LIMIT = 20_000

type Levels = readonly [number, number, number]

/** Makes the terms of records. Terms of equal values are made once, until the register changes. */
export class FieldReader {
  private readonly columns: FieldColumns
  private readonly weights: FieldWeights
  private readonly forms = new PlaceForms()
  private readonly births = new Map<string, BirthTerm>()
  private readonly ages = new Map<string, AgeTerm>()
  private readonly texts = new Map<string, TextTerm>()
  private version = -1

  constructor(columns: FieldColumns, weights: FieldWeights) {
    this.columns = columns
    this.weights = weights
  }

  of(record: NameRecord): FieldTerms {
    this.renew()
    const { columns, weights } = this
    const { birth, age } = record
    const texts = [
      this.text('sex', record.sex, columns.sex, [weights.sex, 0, 1 - weights.sex]),
      this.text('place', record.place, columns.place, weights.place),
      this.text('category', record.category, columns.category, weights.category),
      this.text('origin', record.origin, columns.origin, weights.origin),
      ...Object.entries(record.identifiers ?? {}).map(([kind, value]) =>
        this.text(
          'identifier',
          value,
          columns.identifiers.get(kind),
          weights.identifiers[kind] ?? UNKNOWN_IDENTIFIER,
          kind,
        ),
      ),
    ]
    return new FieldTerms(
      birth &&
        remembered(
          this.births,
          `${birth.earliest}/${birth.latest}`,
          () => new BirthTerm(birth, columns, weights),
        ),
      age &&
        remembered(
          this.ages,
          `${age.years}/${age.on ?? ''}`,
          () => new AgeTerm(age, columns, weights),
        ),
      texts.filter((term) => term !== undefined),
    )
  }

  private text(
    kind: MatchReasonKind,
    value: string | undefined,
    column: TextColumn | undefined,
    levels: Levels,
    of: string = kind,
  ): TextTerm | undefined {
    if (!value || !column || column.known === 0) return undefined
    return remembered(
      this.texts,
      `${of}\n${value}`,
      () => new TextTerm(kind, of, value, column, levels, this.forms),
    )
  }

  private renew(): void {
    if (this.version === this.columns.version) return
    this.version = this.columns.version
    for (const terms of [this.births, this.ages, this.texts]) terms.clear()
  }
}

function remembered<Term>(terms: Map<string, Term>, key: string, make: () => Term): Term {
  const known = terms.get(key)
  if (known) return known
  if (terms.size >= CACHE_LIMIT) terms.clear()
  const made = make()
  terms.set(key, made)
  return made
}

/** The terms of one record that is looked up, ready to be set against any person of the register. */
export class FieldTerms {
  private readonly birth: BirthTerm | undefined
  private readonly age: AgeTerm | undefined
  private readonly texts: readonly TextTerm[]

  constructor(birth: BirthTerm | undefined, age: AgeTerm | undefined, texts: readonly TextTerm[]) {
    this.birth = birth
    this.age = age
    this.texts = texts
  }

  /** Nats for all fields together. */
  weigh(person: number): number {
    const birth = this.birth?.weigh(person)
    // Both say when the person was born: only one of them is counted.
    let sum = birth ?? this.age?.weigh(person) ?? 0
    for (const term of this.texts) sum += term.weigh(person)
    return sum
  }

  /** The same, term by term. */
  reasons(person: number): readonly MatchReason[] {
    const reasons: MatchReason[] = []
    const birth = this.birth?.reason(person)
    const age = birth ? undefined : this.age?.reason(person)
    if (birth) reasons.push(birth)
    if (age) reasons.push(age)
    for (const term of this.texts) {
      const reason = term.reason(person)
      if (reason) reasons.push(reason)
    }
    return reasons
  }
}

class TextTerm {
  private readonly kind: MatchReasonKind
  private readonly field: string
  private readonly value: string
  private readonly column: TextColumn
  private readonly levels: Levels
  private readonly forms: PlaceForms
  private readonly own: number
  /** Weights by the number of our text, as they are asked for. NaN: not asked yet. */
  private weights: Float64Array

  constructor(
    kind: MatchReasonKind,
    field: string,
    value: string,
    column: TextColumn,
    levels: Levels,
    forms: PlaceForms,
  ) {
    this.kind = kind
    this.field = field
    this.value = value
    this.column = column
    this.levels = levels
    this.forms = forms
    this.own = column.find(value)
    this.weights = new Float64Array(Math.min(column.texts.length, 64)).fill(NaN)
  }

  weigh(person: number): number {
    const number = this.column.values.at(person)
    if (number === 0) return 0
    const known = this.weights[number]
    if (known !== undefined && !Number.isNaN(known)) return known
    const weight = this.weightOf(number)
    if (number >= this.weights.length) {
      const grown = new Float64Array(Math.max(number + 1, this.weights.length * 4)).fill(NaN)
      grown.set(this.weights)
      this.weights = grown
    }
    this.weights[number] = weight
    return weight
  }

  reason(person: number): MatchReason | undefined {
    const number = this.column.values.at(person)
    if (number === 0) return undefined
    return {
      kind: this.kind,
      ...(this.kind === 'identifier' && { field: this.field }),
      theirs: this.value,
      ours: this.column.texts[number] ?? '',
      relation: TEXT_RELATIONS[this.levelOf(number)] ?? 'differs',
      weight: this.weigh(person),
    }
  }

  private weightOf(number: number): number {
    const { counts, known } = this.column
    const level = this.levelOf(number)
    const [same, similar, differs] = this.levels
    const own = ((counts[this.own] ?? 0) + 0.5) / (known + 4)
    if (level === 0) return Math.log(same / own)
    if (level === 1) return Math.log(similar / this.forms.shareSimilar)
    return Math.log(differs / Math.max(1 - own, 0.02))
  }

  private levelOf(number: number): 0 | 1 | 2 {
    if (number === this.own) return 0
    if (this.levels[1] === 0) return 2
    const ours = this.column.texts[number] ?? ''
    return this.kind === 'sex' ? 2 : this.forms.similar(this.value, ours) ? 1 : 2
  }
}
