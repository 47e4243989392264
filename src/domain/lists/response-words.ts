/**
 * Reads what their answer says of one entry as a code (rules R244). The words are those of answers to
 * lists as cables report them, in English and Russian; what fits two codes, or none, is left to a
 * person. A code is a claim to verify and never an outcome.
 */
import type { ResponseCode } from './response.ts'
import { RESPONSE_CODES } from './response.ts'

/** In the order of reading: what says more goes before what says less. */
const WORDS: readonly (readonly [ResponseCode, RegExp])[] = [
  ['deceased', /\b(?:deceased|died|dead)\b|умер|скончал|погиб/iu],
  ['third-country', /third countr|another countr|третью? стран|друг(?:ую|ой) стран/iu],
  [
    'does-not-wish-to-leave',
    /(?:does|do|did) not (?:wish|want|intend)|no longer (?:wish|want)|withdrew (?:the|his|her|their) (?:request|application)|не (?:желает|хочет|намерен)|отказал(?:ся|ась|ись) от/iu,
  ],
  [
    'already-departed',
    /(?:already|has|have) (?:departed|left|emigrated)|\bdeparted\b|\bleft (?:the country|for)|выехал|уехал|эмигрировал/iu,
  ],
  [
    'unknown-person',
    /(?:not|un) ?known|no (?:such|record|trace)|cannot be (?:found|identified|traced)|not (?:found|traced|identified)|не (?:значится|известен|известна|найден|числится|установлен)/iu,
  ],
  [
    'asks-for-information',
    /(?:further|more|additional) (?:information|details|particulars)|asks? for|request(?:s|ed) (?:information|details)|дополнительн\p{L}* (?:сведени|данны|информаци)|уточн/iu,
  ],
  [
    'refuses',
    /\brefus(?:ed|es|al)\b|\bdenied (?:permission|a visa|exit)\b|\breject(?:ed|s)\b|not (?:be )?(?:possible|granted|permitted|allowed)|inexpedient|отказан|отказ\b|нецелесообразн|отклонен/iu,
  ],
  [
    'denies-facts',
    /\b(?:denies|denied|untrue|unfounded|no such (?:facts|case)|not (?:true|correct))\b|не соответству|не подтвержда/iu,
  ],
  [
    'pledged',
    /\b(?:will be|would be|shall be|promis|pledg|undertak|soon be)\p{L}*|under (?:consideration|review|study)|being (?:considered|examined|reviewed)|будет|обеща|рассматрива|на рассмотрении/iu,
  ],
  [
    'favourable',
    /\b(?:permission (?:was |has been |is )?(?:given|granted)|permitted|granted|approved|favou?rabl[ey]|positive(?:ly)?|agreed|released)\b|разрешен|положительн|удовлетворен|освобожд/iu,
  ],
  ['token', /\b(?:noted|taken note|no comment)\b|принято к сведению/iu],
]

export type CodeRead = {
  readonly code: ResponseCode | null
  /** Where several codes fit, or how the code was read; null where it was written as a code. */
  readonly remark: string | null
}

/** Reads a cell that holds a code or words. An empty one says nothing. */
export function codeFromWords(text: string): CodeRead {
  const plain = text.trim()
  if (plain === '') return { code: null, remark: null }
  const asCode = plain.toLowerCase().replace(/[\s_]+/g, '-')
  const exact = RESPONSE_CODES.find((code) => code === asCode)
  if (exact) return { code: exact, remark: null }
  const found = WORDS.flatMap(([code, pattern]) => {
    const match = pattern.exec(plain)
    return match ? [{ code, negated: isNegated(plain, match) }] : []
  })
  if (found.some(({ negated }) => negated))
    return {
      code: null,
      remark: `“${shortened(plain)}” says that something is not so: choose one.`,
    }
  const fits = found.map(({ code }) => code)
  const [first, ...others] = fits
  if (first === undefined)
    return { code: null, remark: `“${shortened(plain)}” fits none of the codes: choose one.` }
  const rivals = others.filter((code) => !IMPLIED[first]?.includes(code))
  if (rivals.length > 0)
    return {
      code: null,
      remark: `“${shortened(plain)}” may be ${[first, ...rivals].join(' or ')}: choose one.`,
    }
  return { code: first, remark: `“${shortened(plain)}” is read as ${first.replaceAll('-', ' ')}.` }
}

/** “Has not left” and “не разрешено” say the opposite of the words they hold. */
function isNegated(text: string, { index, 0: words }: RegExpExecArray): boolean {
  if (NEGATION.test(words)) return false
  return BEFORE.test(text.slice(0, index))
}

const NEGATION = /(?:^|[^\p{L}])(?:not|no|never|не)(?![\p{L}])/iu
const BEFORE = /(?:^|[^\p{L}])(?:not|never|не)\s+(?:\p{L}+\s+)?$/iu

/** A code whose words take those of others with them. */
const IMPLIED: Readonly<Partial<Record<ResponseCode, readonly ResponseCode[]>>> = {
  refuses: ['favourable'],
  'does-not-wish-to-leave': ['refuses', 'third-country'],
  pledged: ['favourable'],
  'asks-for-information': ['pledged'],
}

function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`
}
