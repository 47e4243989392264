/**
 * What each token of a name is: an initial, a patronymic by its form, or plain.
 *
 * A family name can have the form of a father's name (Statkevich, Petrović). So a masculine form counts
 * only in a name of three words or more, never as the first, and only once: the first that has it.
 */
import type { NameToken } from './name-token.ts'
import type { NameWord } from './name-word.ts'
import { remember } from './remember.ts'

const SON =
  /(?:[оеёиа]вич|йович|ьич|мич|кич|[аеё]віч|[ое]вич|ович|йовіч)$|(?:[oeaiy](?:v|w)(?:ich|ych|itch|itsch|ič|yč|icz|ic)|(?:[ymk]|li)ich)$/u
const DAUGHTER =
  /(?:[оеё]вна|[иі]вна|ївна|ична|[ао]ўна|еўна)$|(?:[oei](?:v|w)na|[aoe]una|ichna|inichna|yivna)$/u
const KIN = /(?:ұлы|қызы|улы|кызы|оглы|огли)$|(?:oglu|oğlu|qizi|kyzy|gizi)$/u

type Form = 'son' | 'daughter' | 'kin' | undefined

const formOf = remember((key): Form => {
  if (key.length > 5 && DAUGHTER.test(key)) return 'daughter'
  if (key.length > 4 && SON.test(key)) return 'son'
  return key.length > 5 && KIN.test(key) ? 'kin' : undefined
})

export function markRoles(words: readonly NameWord[]): readonly NameToken[] {
  const forms = words.map(({ key, script }, at) =>
    at > 0 && (script === 'Latn' || script === 'Cyrl') ? formOf(key) : undefined,
  )
  const daughter = forms.indexOf('daughter')
  const son = words.length < 3 || daughter > 0 ? -1 : forms.indexOf('son')
  return words.map((word, at) => {
    const isPatronymic = word.isPatronymic || at === son || at === daughter || forms[at] === 'kin'
    return {
      form: word.form,
      key: word.key,
      script: word.script,
      role: word.isInitial ? 'initial' : isPatronymic ? 'patronymic' : 'plain',
    }
  })
}
