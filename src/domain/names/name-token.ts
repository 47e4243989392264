/**
 * A name in pieces. All string work is done once for each distinct token of a registry; records are
 * lists of token numbers.
 */

/** ISO 15924. `Zyyy` is a token of digits or signs only. */
export type ScriptCode =
  'Latn' | 'Cyrl' | 'Arab' | 'Hebr' | 'Geor' | 'Armn' | 'Hani' | 'Hang' | 'Kana' | 'Grek' | 'Zyyy'

export type TokenRole =
  /** A given name, a family name, or one that cannot be told from either. */
  | 'plain'
  /** Named by its form: -ovich, -ovna, -ович, -qızı … */
  | 'patronymic'
  /** One letter that stands for a name. */
  | 'initial'

export type NameToken = {
  /** As it was written, joiners and all, for showing. */
  readonly form: string
  /** Folded: lower case, without marks, joined particles as the language joins them. Equal keys are one token. */
  readonly key: string
  readonly script: ScriptCode
  readonly role: TokenRole
}

/** The sounds of a token, as numbers of the phoneme alphabet. */
export type Phonemes = Uint8Array
