/**
 * Ids of persons, families, cases, lists and engagements.
 *
 * No expression names them without quotes, and others' registers number theirs: beside what other
 * ids may be, they may begin with a digit and hold points (`16`, `2004-01234`, `XVI.2`).
 */
import { quote } from './nearest-name.ts'

/** A letter or digit, then letters, digits, `-`, `/`, `_`, `.`. */
export function isRegisterId(text: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_/.-]*$/u.test(text)
}

export function notARegisterId(id: string): string {
  return `${quote(id)} is not an id; an id is a letter or a digit, then letters, digits, “-”, “/”, “_” or “.”.`
}
