/** Names of months in the languages that lists come in; the beginning of a word tells them apart. */

/** By month, the beginnings that are only its own. */
const BEGINNINGS: readonly (readonly string[])[] = [
  ['jan', 'янв', 'січ', 'студз', 'ene', 'jän'],
  ['feb', 'fév', 'fev', 'фев', 'лют'],
  ['mar', 'mär', 'мар', 'берез', 'сак'],
  ['apr', 'avr', 'abr', 'апр', 'квіт', 'крас'],
  ['may', 'mai', 'май', 'мая', 'мае', 'трав'],
  ['jun', 'juin', 'июн', 'черв', 'чэрв'],
  ['jul', 'juil', 'июл', 'лип', 'ліп'],
  ['aug', 'aoû', 'aou', 'ago', 'авг', 'серп', 'жні'],
  ['sep', 'сен', 'верес', 'вера'],
  ['oct', 'okt', 'окт', 'жовт', 'кастр'],
  ['nov', 'ноя', 'лист', 'ліст'],
  ['dec', 'déc', 'dez', 'dic', 'дек', 'груд', 'снеж'],
]

/** Matches a word that may be the name of a month. */
export const MONTH_WORD = `(?<!\\p{L})(?:${BEGINNINGS.flat().join('|')})\\p{L}*\\.?(?!\\p{L})`

/** The month, from 1, that a word names. */
export function monthOf(word: string): number | undefined {
  const small = word.toLowerCase()
  let found: { readonly month: number; readonly length: number } | undefined
  for (const [index, beginnings] of BEGINNINGS.entries())
    for (const beginning of beginnings)
      if (small.startsWith(beginning) && beginning.length > (found?.length ?? 0))
        found = { month: index + 1, length: beginning.length }
  return found?.month
}
