/**
 * Which of a person's names is printed on a list that is handed over (rules R240): one on record in
 * the recipient's script, and the one in Latin letters beside it. Nothing is transliterated: a
 * spelling that no one has checked gives the other side a reason to say that it knows no such person.
 */
import { compareText } from '../basics/collections.ts'
import type { NameKind, PersonName } from '../cases/person.ts'
import { scriptOf } from '../names/script.ts'

export type NameOnRecord = Pick<PersonName, 'name' | 'script' | 'kind'>

export type PrintedName = {
  /** In the recipient's script; else in Latin letters; else as it is on record. */
  readonly name: string
  readonly script: string
  /** In Latin letters, where that is another name than the one above. */
  readonly latin: string | null
}

/** A name that the other side's files hold goes before one that only friends use. */
const PREFERENCE: Readonly<Record<NameKind, number>> = {
  official: 0,
  legal: 1,
  spelling: 2,
  religious: 3,
  alias: 4,
  patronymic: 5,
}

/** `null` for a person without a name. `script` is ISO 15924: that of the language of the paper. */
export function printedName(names: readonly NameOnRecord[], script: string): PrintedName | null {
  const shown = chosenName(names, script)
  if (!shown) return null
  const latin = bestIn(names, 'Latn')
  const beside = latin && latin !== shown ? withPatronymic(latin, names) : null
  return { name: withPatronymic(shown, names), script: scriptOfName(shown), latin: beside }
}

/** The name on record that is printed, as it stands there. */
export function chosenName(
  names: readonly NameOnRecord[],
  script: string,
): NameOnRecord | undefined {
  return bestIn(names, script) ?? bestIn(names, 'Latn') ?? ranked(usable(names))[0]
}

function bestIn(names: readonly NameOnRecord[], script: string): NameOnRecord | undefined {
  return ranked(usable(names).filter((each) => sameScript(scriptOfName(each), script)))[0]
}

/** A patronymic alone names nobody, unless it is all there is. */
function usable(names: readonly NameOnRecord[]): readonly NameOnRecord[] {
  const written = names.filter(({ name }) => name.trim() !== '')
  const whole = written.filter(({ kind }) => kind !== 'patronymic')
  return whole.length > 0 ? whole : written
}

/** As the row says, else as its letters are; empty where neither tells. */
export function scriptOfName({ script, name }: Pick<NameOnRecord, 'script' | 'name'>): string {
  if (script !== '') return script
  const found = scriptOf(name)
  return found === undefined || found === 'Zyyy' ? '' : found
}

/** Chinese is written as `Hani` in general and as `Hans` or `Hant` in particular. */
export function sameScript(one: string, other: string): boolean {
  const general = (script: string) => (script === 'Hans' || script === 'Hant' ? 'Hani' : script)
  return general(one) === general(other)
}

/** The first entered of one kind is the one the register leads with. */
function ranked(names: readonly NameOnRecord[]): readonly NameOnRecord[] {
  return names.toSorted((a, b) => PREFERENCE[a.kind] - PREFERENCE[b.kind])
}

/** A patronymic kept as a part of its own is set after the name, unless it stands in it already. */
function withPatronymic(shown: NameOnRecord, names: readonly NameOnRecord[]): string {
  const script = scriptOfName(shown)
  const part = names
    .filter(({ kind, name }) => kind === 'patronymic' && !/\s/.test(name.trim()))
    .filter((each) => scriptOfName(each) === script)
    .toSorted((a, b) => compareText(a.name, b.name))[0]
  if (!part || shown === part) return shown.name
  const has = shown.name.toLowerCase().includes(part.name.trim().toLowerCase())
  return has ? shown.name : `${shown.name} ${part.name.trim()}`
}
