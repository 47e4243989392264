/** The ids of one file, so that a row elsewhere that refers to one that is not taken can say why. */
import { didYouMean, quote } from './nearest-name.ts'
import type { Unread } from './report.ts'

export class KnownIds {
  readonly #noun: string
  readonly #file: string
  readonly #taken = new Set<string>()
  readonly #refused = new Map<string, number>()
  #state: 'absent' | 'whole' | 'cut short' = 'absent'

  constructor(noun: string, file: string) {
    this.#noun = noun
    this.#file = file
  }

  add(id: string): void {
    this.#taken.add(id)
  }

  /** The id stands on a line that is refused. */
  refuse(id: string, line: number): void {
    if (!this.#refused.has(id)) this.#refused.set(id, line)
  }

  remove(id: string, line: number): void {
    this.#taken.delete(id)
    this.refuse(id, line)
  }

  has(id: string): boolean {
    return this.#taken.has(id)
  }

  /** The file is there; `cut short` where part of it could not be read at all. */
  found(state: 'whole' | 'cut short'): void {
    this.#state = state
  }

  get isAbsent(): boolean {
    return this.#state === 'absent'
  }

  /** The file, where an id that is not among those taken may stand in what could not be read of it. */
  unread(id: string): Unread | undefined {
    if (this.#state !== 'cut short' || this.#refused.has(id)) return undefined
    return { noun: this.#noun, file: this.#file }
  }

  /** Why an id that is not among those taken is not. */
  whyNot(id: string): string {
    const line = this.#refused.get(id)
    if (line !== undefined)
      return `The ${this.#noun} ${quote(id)} is itself refused (${this.#file}, line ${String(line)}).`
    if (this.#state === 'absent')
      return `There is no ${this.#noun} ${quote(id)}: the folder has no ${this.#file}.`
    if (this.#state === 'cut short')
      return `There is no ${this.#noun} ${quote(id)} in what could be read of ${this.#file}.`
    const near = didYouMean(id, this.#taken)
    return `There is no ${this.#noun} ${quote(id)} in ${this.#file}${near || '.'}`
  }
}
