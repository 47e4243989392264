/** What a reading refused and remarked, gathered as it goes. */
import type { Notice, Place, Refusal } from './place.ts'

/** A file that is wrong throughout is wrong once: beyond this many, refusals are counted, not listed. */
export const MOST_REFUSALS_A_FILE = 1000

export class Report {
  readonly #refusals: Refusal[] = []
  readonly #notices: Notice[] = []
  readonly #byFile = new Map<string, { count: number; firstUnlisted: Place | undefined }>()
  #count = 0

  /** How much was refused so far, so that a reader can tell whether its part was. */
  get count(): number {
    return this.#count
  }

  /** Whether anything in the file, or the file itself, was refused so far. */
  refusedIn(file: string): boolean {
    return this.#byFile.has(file)
  }

  /** Place and sentence are worked out only if they are listed. */
  refuse(file: string, place: () => Omit<Place, 'file'>, message: () => string): void {
    const sofar = this.#byFile.get(file) ?? { count: 0, firstUnlisted: undefined }
    this.#byFile.set(file, sofar)
    this.#count++
    sofar.count++
    if (sofar.count > MOST_REFUSALS_A_FILE) sofar.firstUnlisted ??= { file, ...place() }
    else this.#refusals.push({ file, ...place(), message: message() })
  }

  refuseAt({ file, line, column }: Place, message: string): void {
    this.refuse(
      file,
      () => ({ line, column }),
      () => message,
    )
  }

  remark(place: Place, message: string): void {
    this.#notices.push({ ...place, message })
  }

  get notices(): readonly Notice[] {
    return this.#notices
  }

  /** All that is listed, by file in the order given, then by place. */
  refusals(order: readonly string[]): readonly Refusal[] {
    const rest = [...this.#byFile].flatMap(([, { count, firstUnlisted }]) =>
      firstUnlisted ? [{ ...firstUnlisted, message: unlisted(count) }] : [],
    )
    const rank = (file: string) => (order.includes(file) ? order.indexOf(file) : order.length)
    return [...this.#refusals, ...rest].toSorted(
      (a, b) =>
        rank(a.file) - rank(b.file) ||
        (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
        a.line - b.line ||
        a.column - b.column,
    )
  }
}

function unlisted(count: number): string {
  const more = (count - MOST_REFUSALS_A_FILE).toLocaleString('en')
  const listed = MOST_REFUSALS_A_FILE.toLocaleString('en')
  return `From here on ${more} more refusals in this file are counted and not listed; the first ${listed} are.`
}
