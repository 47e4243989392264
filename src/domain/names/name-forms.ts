/**
 * Whether two tokens are forms of one given name: the full name and its short forms, and the forms it
 * has in other languages. Sasha is Alexander and Alexandra; Volodya is Vladimir and Volodymyr. Chinese and
 * Korean family names are spelled by several rules, which are forms of one name too.
 *
 * A form that the table does not spell is looked up without what spellings differ in (y, i and j; w and
 * v; double letters), and, in scripts that any-ascii reads well, by its Latin letters.
 */
import { FAMILY_NAME_FORMS } from './family-name-forms-table.ts'
import { foldWord } from './fold-word.ts'
import { NAME_FORMS } from './name-forms-table.ts'
import { romanise } from './romanise.ts'
import { scriptOf } from './script.ts'

const READ_BY_LATIN_LETTERS =
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Georgian}\p{Script=Armenian}]+$/u

const groups: readonly (readonly string[])[] = `${NAME_FORMS.trim()}\n${FAMILY_NAME_FORMS.trim()}`
  .split('\n')
  .map((line) => [...new Set(line.split(' ').map(keyOf))])

const groupsByForm = new Map<string, number[]>()
groups.forEach((forms, number) => {
  for (const form of forms)
    for (const spelling of new Set([form, plainOf(form)])) {
      const known = groupsByForm.get(spelling)
      if (known === undefined) groupsByForm.set(spelling, [number])
      else if (!known.includes(number)) known.push(number)
    }
})

/** Whether the two keys are different forms of one name; a key is a form of itself. */
export function sameNameForms(keyA: string, keyB: string): boolean {
  if (keyA === keyB) return true
  const others = nameGroupsOf(keyB)
  return nameGroupsOf(keyA).some((group) => others.includes(group))
}

/** Every form of the names that the key is a form of, itself left out; none when it is unknown. */
export function nameFormsOf(key: string): readonly string[] {
  const forms = new Set(nameGroupsOf(key).flatMap((group) => groups[group] ?? []))
  forms.delete(key)
  return [...forms]
}

/** The names a key is a form of, by number: two keys with a number in common are forms of one name. */
function nameGroupsOf(key: string): readonly number[] {
  return groupsByForm.get(key) ?? groupsByForm.get(plainOf(key)) ?? []
}

/** A form of the table as the key of a token has it. */
function keyOf(form: string): string {
  return foldWord(form, scriptOf(form) ?? 'Zyyy')
}

/** A key by what its spellings have in common. */
function plainOf(key: string): string {
  if (!READ_BY_LATIN_LETTERS.test(key)) return key
  const plain = romanise(key)
    .replace(/ph/g, 'f')
    .replace(/ck/g, 'k')
    .replace(/ks/g, 'x')
    .replace(/[yj]/g, 'i')
    .replace(/w/g, 'v')
    .replace(/(.)\1+/g, '$1')
  return plain === '' ? key : plain
}
