/** The ids of one file, so that a row elsewhere that refers to one that is not taken can say why. */
import { didYouMean, quote } from './nearest-name.ts'
import type { Unread } from './report.ts'

/** What a cell may refer to. */
export type Referable = Pick<KnownIds, 'has' | 'unread' | 'whyNot'>

export class KnownIds {
  readonly #noun: string
  readonly #file: string
  readonly #taken = new Set<string>()
  readonly #refused = new Map<string, { line: number; because: Unread | undefined }>()
  #state: 'absent' | 'whole' | 'cut short' = 'absent'

  constructor(noun: string, file: string) {
    this.#noun = noun
    this.#file = file
  }

  add(id: string): void {
    this.#taken.add(id)
  }

  /** The id stands on a line that is refused; `because`, where only for a file that could not be read. */
  refuse(id: string, line: number, because?: Unread): void {
    if (!this.#refused.has(id)) this.#refused.set(id, { line, because })
  }

  remove(id: string, line: number): void {
    this.#taken.delete(id)
    this.refuse(id, line)
  }

  has(id: string): boolean {
    return this.#taken.has(id)
  }

  /** Whether the id stands on a line that is refused. */
  wasRefused(id: string): boolean {
    return this.#refused.has(id)
  }

  /** The file is there; `cut short` where part of it could not be read at all. */
  found(state: 'whole' | 'cut short'): void {
    this.#state = state
  }

  get isAbsent(): boolean {
    return this.#state === 'absent'
  }

  /**
   * The file that could not be read whole and because of which an id is not among those taken: this
   * one, or one that its row refers to.
   */
  unread(id: string): Unread | undefined {
    const refused = this.#refused.get(id)
    if (refused) return refused.because
    if (this.#state !== 'cut short') return undefined
    return { noun: this.#noun, file: this.#file }
  }

  /** Why an id that is not among those taken is not. */
  whyNot(id: string): string {
    const refused = this.#refused.get(id)
    if (refused !== undefined)
      return `The ${this.#noun} ${quote(id)} is itself refused (${this.#file}, line ${String(refused.line)}).`
    if (this.#state === 'absent')
      return `There is no ${this.#noun} ${quote(id)}: the folder has no ${this.#file}.`
    if (this.#state === 'cut short')
      return `There is no ${this.#noun} ${quote(id)} in what could be read of ${this.#file}.`
    const near = didYouMean(id, this.#taken)
    return `There is no ${this.#noun} ${quote(id)} in ${this.#file}${near || '.'}`
  }

  /** Why an id that might also stand in another file stands in neither; both were read whole. */
  whyNeither(id: string, other: KnownIds): string {
    const near = didYouMean(id, [...this.#taken, ...other.#taken])
    return `There is no ${this.#noun} or ${other.#noun} ${quote(id)} in ${this.#file} or ${other.#file}${near || '.'}`
  }
}
