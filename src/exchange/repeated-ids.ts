/**
 * What a row means whose id stands in the file before (rules R11, R126).
 *
 * Rows that agree are one entry with several citations. Other content is a correction if something
 * tells the two apart in time, and else a mistake: which of them holds could not be told.
 */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import { quote } from './nearest-name.ts'
import type { RowReader } from './row-reader.ts'

type Earlier = {
  readonly content: string
  readonly known: CalendarDate | null
  readonly line: number
}

/** For tables without a known day: an id has one content. */
export class OneContent {
  readonly #earlier = new Map<string, { content: string; withdrawn: string[]; line: number }>()

  /** `again` where the row is there already, word for word. Refuses other content. */
  look(row: RowReader, what: string, id: string, content: unknown, withdrawn: string | null) {
    const key = JSON.stringify(content)
    const before = this.#earlier.get(id)
    if (!before) {
      this.#earlier.set(id, { content: key, withdrawn: [withdrawn ?? ''], line: row.line })
      return 'new'
    }
    if (before.content !== key) {
      row.refuse('id', () => standsTwice(what, id, before.line))
      return 'refused'
    }
    if (before.withdrawn.includes(withdrawn ?? '')) return 'again'
    before.withdrawn.push(withdrawn ?? '')
    return 'new'
  }
}

/** For tables whose rows have a known day. */
export class ContentInTime {
  readonly #earlier = new Map<string, Earlier[]>()

  /**
   * Refuses other content that nothing tells apart in time. `stated` is the row's own known day,
   * `known` the day that counts: its own, else that of its source, else null.
   */
  look(
    row: RowReader,
    what: string,
    id: string,
    content: unknown,
    stated: CalendarDate | null,
    known: CalendarDate | null,
  ): void {
    const now = { content: JSON.stringify(content), known, line: row.line }
    const earlier = this.#earlier.get(id)
    if (!earlier) {
      this.#earlier.set(id, [now])
      return
    }
    const clash = stated
      ? undefined
      : earlier.find((each) => each.content !== now.content && each.known === known)
    if (clash)
      row.refuse(
        'id',
        () =>
          `${standsTwice(what, id, clash.line)} If this is a correction, give the day since when it is known under “known”.`,
      )
    else earlier.push(now)
  }
}

/** For tables whose ids may be corrected and that have no known day: the later row stands. */
export class LaterStands {
  readonly #last = new Map<string, { content: string; withdrawn: string | null; line: number }>()

  /** `again` where the row before says the same; other content gets a word in the report. */
  look(
    row: RowReader,
    column: string,
    what: string,
    id: string,
    content: unknown,
    withdrawn: string | null,
  ): 'new' | 'again' {
    const now = { content: JSON.stringify(content), withdrawn, line: row.line }
    const before = this.#last.get(id)
    this.#last.set(id, now)
    if (!before) return 'new'
    if (before.content === now.content) return before.withdrawn === withdrawn ? 'again' : 'new'
    row.remark(
      column,
      () =>
        `Line ${String(now.line)} stands in place of line ${String(before.line)}: the same ${what}, other content.`,
    )
    return 'new'
  }
}

function standsTwice(what: string, id: string, line: number): string {
  return `The ${what} ${quote(id)} stands with other content on line ${String(line)}.`
}
