/**
 * The spellings that Chinese names have by rule: Pinyin, Wade–Giles and Palladius' Cyrillic. Training
 * makes pairs of them, since sets of names hold mostly foreign names in Chinese characters.
 */
import { syllableOf } from '../../src/domain/names/phonemes-chinese.ts'

const SYLLABLE = /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcswy])?(.*)$/

const WADE_INITIALS: Readonly<Record<string, string>> = {
  b: 'p',
  d: 't',
  g: 'k',
  j: 'ch',
  q: 'ch',
  x: 'hs',
  zh: 'ch',
  r: 'j',
  z: 'ts',
  c: 'ts',
}
const WADE_FINALS: Readonly<Record<string, string>> = {
  ian: 'ien',
  ie: 'ieh',
  ong: 'ung',
  iong: 'iung',
  ue: 'ueh',
  ve: 'ueh',
  v: 'u',
  van: 'uan',
  vn: 'un',
  er: 'erh',
}
const WADE_WHOLE: Readonly<Record<string, string>> = {
  zhi: 'chih',
  chi: 'chih',
  shi: 'shih',
  ri: 'jih',
  zi: 'tzu',
  ci: 'tzu',
  si: 'ssu',
  yi: 'i',
  you: 'yu',
  yan: 'yen',
  ye: 'yeh',
  he: 'ho',
  ke: 'ko',
  ge: 'ko',
  guo: 'kuo',
  duo: 'to',
  tuo: 'to',
  luo: 'lo',
  nuo: 'no',
  zuo: 'tso',
  cuo: 'tso',
  suo: 'so',
  ruo: 'jo',
  zhuo: 'cho',
  yue: 'yueh',
  qing: 'ching',
}

const PALLADIUS_INITIALS: Readonly<Record<string, string>> = {
  b: 'б',
  p: 'п',
  m: 'м',
  f: 'ф',
  d: 'д',
  t: 'т',
  n: 'н',
  l: 'л',
  g: 'г',
  k: 'к',
  h: 'х',
  j: 'цз',
  q: 'ц',
  x: 'с',
  zh: 'чж',
  ch: 'ч',
  sh: 'ш',
  r: 'ж',
  z: 'цз',
  c: 'ц',
  s: 'с',
  w: 'в',
  y: '',
}
const PALLADIUS_FINALS: Readonly<Record<string, string>> = {
  a: 'а',
  o: 'о',
  e: 'э',
  i: 'и',
  u: 'у',
  v: 'юй',
  ai: 'ай',
  ei: 'эй',
  ao: 'ао',
  ou: 'оу',
  an: 'ань',
  en: 'энь',
  ang: 'ан',
  eng: 'эн',
  ong: 'ун',
  ia: 'я',
  ie: 'е',
  iao: 'яо',
  iu: 'ю',
  ian: 'янь',
  in: 'инь',
  iang: 'ян',
  ing: 'ин',
  iong: 'юн',
  ua: 'уа',
  uo: 'о',
  uai: 'уай',
  ui: 'уй',
  uan: 'уань',
  un: 'унь',
  uang: 'уан',
  ve: 'юэ',
  ue: 'юэ',
  van: 'юань',
  vn: 'юнь',
  er: 'эр',
}
const PALLADIUS_WHOLE: Readonly<Record<string, string>> = {
  zhi: 'чжи',
  chi: 'чи',
  shi: 'ши',
  ri: 'жи',
  zi: 'цзы',
  ci: 'цы',
  si: 'сы',
  ya: 'я',
  yao: 'яо',
  you: 'ю',
  yan: 'янь',
  yang: 'ян',
  yin: 'инь',
  ying: 'ин',
  yong: 'юн',
  yi: 'и',
  ye: 'е',
  yu: 'юй',
  yue: 'юэ',
  yuan: 'юань',
  yun: 'юнь',
  wu: 'у',
  hui: 'хуэй',
  wei: 'вэй',
  ju: 'цзюй',
  qu: 'цюй',
  xu: 'сюй',
  jv: 'цзюй',
  qv: 'цюй',
  xv: 'сюй',
  guo: 'го',
  huo: 'хо',
}

type ChineseSpellings = {
  readonly pinyin: string
  readonly wade: string
  readonly palladius: string
}

/** How a name of Chinese characters is spelled by each rule. */
export function spellChinese(key: string): ChineseSpellings {
  const syllables = [...key].map(syllableOf)
  return {
    pinyin: syllables.join('').replaceAll('v', 'u'),
    wade: syllables.map(toWade).join(''),
    palladius: syllables.map(toPalladius).join(''),
  }
}

function toWade(syllable: string): string {
  const [, initial = '', final = ''] = SYLLABLE.exec(syllable) ?? []
  return WADE_WHOLE[syllable] ?? (WADE_INITIALS[initial] ?? initial) + (WADE_FINALS[final] ?? final)
}

function toPalladius(syllable: string): string {
  const [, initial = '', final = ''] = SYLLABLE.exec(syllable) ?? []
  return (
    PALLADIUS_WHOLE[syllable] ??
    (PALLADIUS_INITIALS[initial] ?? '') + (PALLADIUS_FINALS[final] ?? '')
  )
}
