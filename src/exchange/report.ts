/** What a reading refused and remarked, gathered as it goes. */
import type { Notice, Place, Refusal } from './place.ts'

/** A file that is wrong throughout is wrong once: beyond this many, refusals are counted, not listed. */
export const MOST_REFUSALS_A_FILE = 1000

/** A file that others refer to, and that could not be read whole. */
export type Unread = { readonly noun: string; readonly file: string }

export class Report {
  readonly #refusals = new Listed()
  readonly #notices = new Listed()
  readonly #consequences = new Map<
    string,
    { readonly place: Place; line: number; count: number; readonly unread: Unread }
  >()
  #count = 0
  #consequential = 0

  /** How much was refused so far, so that a reader can tell whether its part was. */
  get count(): number {
    return this.#count
  }

  /** Whether anything in the file, or the file itself, was refused so far. */
  refusedIn(file: string): boolean {
    return this.#refusals.has(file)
  }

  /** Place and sentence are worked out only if they are listed. */
  refuse(file: string, place: () => Omit<Place, 'file'>, message: () => string): void {
    this.#count++
    this.#refusals.add(file, place, message)
  }

  refuseAt({ file, line, column }: Place, message: string): void {
    this.refuse(
      file,
      () => ({ line, column }),
      () => message,
    )
  }

  /**
   * Refuses a row for a reference into a file that could not be read whole. One fault has many such
   * consequences: they are listed together, at the place of the first.
   */
  refuseConsequence(file: string, place: () => Omit<Place, 'file'>, unread: Unread): void {
    this.#count++
    this.#consequential++
    const key = JSON.stringify([file, unread.file])
    const sofar = this.#consequences.get(key)
    const { line, column } = place()
    // A row that comes to it by two ways is one row.
    if (!sofar)
      this.#consequences.set(key, { place: { file, line, column }, line, count: 1, unread })
    else if (sofar.line !== line) {
      sofar.line = line
      sofar.count++
    }
  }

  /** How many of those that `count` counts are such consequences. */
  get consequential(): number {
    return this.#consequential
  }

  remark(place: Place, message: string): void {
    this.remarkIn(
      place.file,
      () => place,
      () => message,
    )
  }

  /** Place and sentence are worked out only if they are listed. */
  remarkIn(file: string, place: () => Omit<Place, 'file'>, message: () => string): void {
    this.#notices.add(file, place, message)
  }

  get notices(): readonly Notice[] {
    return this.#notices.all('remarks')
  }

  /** All that is listed, by file in the order given, then by place. */
  refusals(order: readonly string[]): readonly Refusal[] {
    const rank = (file: string) => (order.includes(file) ? order.indexOf(file) : order.length)
    const consequences = [...this.#consequences.values()].map(({ place, count, unread }) => ({
      ...place,
      message: sumUp(place.file, count, unread),
    }))
    return [...this.#refusals.all('refusals'), ...consequences].toSorted(
      (a, b) =>
        rank(a.file) - rank(b.file) ||
        (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
        a.line - b.line ||
        a.column - b.column,
    )
  }
}

/** Sentences with their places; of each file so many, and beyond them their number. */
class Listed {
  readonly #listed: (Place & { readonly message: string })[] = []
  readonly #byFile = new Map<string, { count: number; firstUnlisted: Place | undefined }>()

  has(file: string): boolean {
    return this.#byFile.has(file)
  }

  add(file: string, place: () => Omit<Place, 'file'>, message: () => string): void {
    const sofar = this.#byFile.get(file) ?? { count: 0, firstUnlisted: undefined }
    this.#byFile.set(file, sofar)
    sofar.count++
    if (sofar.count > MOST_REFUSALS_A_FILE) sofar.firstUnlisted ??= { file, ...place() }
    else this.#listed.push({ file, ...place(), message: message() })
  }

  all(what: string): (Place & { readonly message: string })[] {
    const rest = [...this.#byFile].flatMap(([, { count, firstUnlisted }]) =>
      firstUnlisted ? [{ ...firstUnlisted, message: unlisted(count, what) }] : [],
    )
    return [...this.#listed, ...rest]
  }
}

function unlisted(count: number, what: string): string {
  const more = (count - MOST_REFUSALS_A_FILE).toLocaleString('en')
  const listed = MOST_REFUSALS_A_FILE.toLocaleString('en')
  return `From here on ${more} more ${what} in this file are counted and not listed; the first ${listed} are.`
}

const PLURALS: Readonly<Record<string, string>> = { series: 'series', family: 'families' }

function sumUp(from: string, count: number, { noun, file }: Unread): string {
  const rows = from.endsWith('.csv') ? ['row', 'rows'] : ['place', 'places']
  const those = PLURALS[noun] ?? `${noun}s`
  const many =
    count === 1 ? `One ${rows[0]} refers` : `${count.toLocaleString('en')} ${rows[1]} refer`
  return `${many} to ${those} that could not be read; mend ${file} first.`
}
