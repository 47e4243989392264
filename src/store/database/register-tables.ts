/**
 * The tables of the register, the lists and the keys, as Kysely sees them.
 *
 * A column `sealed` holds the personal fields of its row, encrypted under the key of the subject that
 * the row names; it is null where the row says none. Without the subject's key no one can read it.
 */
import type { KnownBy } from './column-type.ts'

/** The personal fields of a row in one text: see `protection/seal.ts`. */
type Sealed = string | null

export type RegisterTables = {
  person_name: {
    person_id: string
    script: string
    kind: string
    /** Name, birth, sex, nationality, place, occupation. */
    sealed: Sealed
    withdrawn: string | null
  }
  family_member: { family_id: string; person_id: string; role: string; withdrawn: string | null }
  case_entry: {
    id: string
    subject_id: string
    category: string
    ground: string
    region: string
    authority: string
    opened: string | null
    withdrawn: string | null
  }
  case_event: {
    case_id: string
    /** Whose key seals the detail: the case's subject when the row was written. */
    subject_id: string
    person_id: string | null
    kind: string
    date: string
    /** The first and the last day on which it may lie. */
    earliest: string
    latest: string
    known: string | null
    known_by: KnownBy | null
    /** Since when it is known: as stated, else as its source was published, else as entered. */
    known_on: string
    verification: string | null
    /** The verification as it counts. */
    effective: string
    source_id: string | null
    locator: string
    /** Detail. */
    sealed: Sealed
    withdrawn: string | null
  }
  contact: {
    subject_id: string
    date: string
    role: string
    known: string | null
    known_by: KnownBy | null
    /** With whom, words, what was promised. */
    sealed: Sealed
    withdrawn: string | null
  }
  consent: {
    subject_id: string
    use: string
    answer: string
    date: string
    expires: string | null
    /** By whom. */
    sealed: Sealed
    withdrawn: string | null
  }
  person_merge: {
    kept_id: string
    merged_id: string
    known: string
    merged_by: string
    /** Reason, under the key of the pair. */
    sealed: Sealed
    undone: string | null
  }
  representation_list: {
    id: string
    number: string
    title: string
    rule: string
    withdrawn: string | null
  }
  list_version: { list_id: string; version: string; date: string; withdrawn: string | null }
  list_entry: {
    list_id: string
    version: string
    case_id: string
    category: string
    region: string
    withdrawn: string | null
  }
  presentation: {
    list_id: string
    version: string
    date: string
    presented_by: string
    presented_to: string
    rank: string
    channel: string
    received: string | null
    withdrawn: string | null
  }
  list_response: {
    list_id: string
    version: string
    case_id: string
    subject_id: string
    date: string
    code: string
    /** Words. */
    sealed: Sealed
    withdrawn: string | null
  }
  engagement: {
    id: string
    date: string
    instrument: string
    visibility: string | null
    audience: string
    handler: string
    lists: string[]
    cases: string[]
    undertakings: string[]
    /** `engagement:ID`: what was said about several persons stands under a key of its own. */
    key_id: string
    /** Words, title, objectives, judgement. */
    sealed: Sealed
    withdrawn: string | null
  }
  consent_override: {
    subject_id: string
    use: string
    decided_by: string
    decided_on: string
    /** Reason. */
    sealed: Sealed
  }
  gate_settlement: {
    list_id: string
    version: string
    case_id: string
    subject_id: string
    finding: string
    outcome: string
    decided_by: string
    decided_on: string
    /** Reason. */
    sealed: Sealed
  }
  name_decision: {
    person_id: string
    /** The other person of a pair; null where an incoming row was compared. */
    other_id: string | null
    /** Which incoming row: a name for its file and the row. Null for a pair. */
    incoming: string | null
    decision: string
    score: number | null
    decided_by: string
    decided_on: string
    /** The incoming row's fields, the reasons at that time, a remark. */
    sealed: Sealed
  }
  kept_paper: {
    id: string
    list_id: string
    version: string
    format: string
    language: string
    /** Of the paper as it was handed over. */
    sha256: string
    length: number
    /** `paper:ID`. */
    key_id: string
    sealed_bytes: Uint8Array
  }
  import_mapping: { name: string; content: { readonly [key: string]: unknown } }
  /** The tombstone of what was erased. */
  erasure: {
    subject_id: string
    erased_on: string
    erased_by: string
    ground: string
    /** What was counted over the subject's cases, as someone approved it. */
    counts: { readonly [key: string]: unknown }
    approved_by: string
    /** Keys of papers and engagements destroyed with it. */
    also: string[]
  }
}

/** The only tables whose rows change: erasure deletes a key, a new passphrase wraps them all anew. */
export type KeyTables = {
  store_key: {
    id: number
    wrapping: string
    /** Algorithm and its parameters, with the salt; null in the clear. */
    parameters: { readonly [key: string]: unknown } | null
    wrapped: string
  }
  subject_key: { programme_id: string; subject_id: string; store_key_id: number; wrapped: string }
}
