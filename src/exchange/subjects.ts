/**
 * Who belongs to the subject of a case: the person, or the members of the family that are not abroad.
 * Entries that were merged are one person (rules R160).
 */
import { ABROAD } from '../domain/cases/family-unit.ts'

export class Subjects {
  /** Of each family, its members; whether every row that stands says that one is abroad. */
  readonly #members = new Map<string, Map<string, { abroad: boolean; withdrawn: boolean }>>()
  /** A corrected case may have had another subject. */
  readonly #subjectsOf = new Map<string, string[]>()
  readonly #mergedInto = new Map<string, string>()

  addMember(family: string, person: string, role: string, withdrawn: boolean): void {
    const members =
      this.#members.get(family) ?? new Map<string, { abroad: boolean; withdrawn: boolean }>()
    this.#members.set(family, members)
    const abroad = role === ABROAD
    const before = members.get(person)
    if (!before || (before.withdrawn && !withdrawn)) members.set(person, { abroad, withdrawn })
    else if (before.withdrawn === withdrawn) before.abroad &&= abroad
  }

  addCase(id: string, subject: string): void {
    const subjects = this.#subjectsOf.get(id)
    if (!subjects) this.#subjectsOf.set(id, [subject])
    else if (!subjects.includes(subject)) subjects.push(subject)
  }

  /** That the two are one person; no circle is among them. */
  addMerge(kept: string, merged: string): void {
    const [to, from] = [this.#last(kept), this.#last(merged)]
    if (to !== from) this.#mergedInto.set(from, to)
  }

  /** The subject of a case as its last row says. */
  subjectOf(id: string): string | undefined {
    return this.#subjectsOf.get(id)?.at(-1)
  }

  /** How a person belongs to the subject of a case. */
  standingIn(id: string, person: string): 'of the subject' | 'abroad' | 'another' {
    const standings = (this.#subjectsOf.get(id) ?? []).map((subject) =>
      this.#standing(subject, person),
    )
    if (standings.includes('of the subject')) return 'of the subject'
    return standings.includes('abroad') ? 'abroad' : 'another'
  }

  #standing(subject: string, person: string): 'of the subject' | 'abroad' | 'another' {
    const members = this.#members.get(subject)
    if (!members) return this.#last(subject) === this.#last(person) ? 'of the subject' : 'another'
    const found =
      this.#mergedInto.size === 0
        ? [members.get(person)]
        : [...members].flatMap(([each, member]) =>
            this.#last(each) === this.#last(person) ? [member] : [],
          )
    if (found.some((member) => member && !member.abroad)) return 'of the subject'
    return found.some((member) => member?.abroad) ? 'abroad' : 'another'
  }

  #last(person: string): string {
    let last = person
    for (
      let next = this.#mergedInto.get(last);
      next !== undefined;
      next = this.#mergedInto.get(last)
    )
      last = next
    return last
  }
}
