import type { ScriptCode } from './name-token.ts'

/** One word of a name on its way to being a token. */
export type NameWord = {
  readonly form: string
  readonly key: string
  readonly script: ScriptCode
  /** How it was set off from the word before it. */
  readonly after: 'start' | 'space' | 'hyphen' | 'comma'
  readonly isInitial: boolean
  /** Said to be a father's name by the word after it (oglu, kyzy). */
  readonly isPatronymic: boolean
}
