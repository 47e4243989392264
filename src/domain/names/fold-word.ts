/**
 * The key of a word: lower case, without vowel marks, stretching, apostrophes and accents, one letter
 * for the letters that writers use as one. Accents that make another consonant (š, ç, ł) are kept, since
 * they tell how the word sounds.
 */
import type { ScriptCode } from './name-token.ts'

export function foldWord(word: string, script: ScriptCode): string {
  switch (script) {
    case 'Latn':
      return foldLatin(word)
    case 'Cyrl':
      return foldCyrillic(word)
    case 'Arab':
      return foldArabic(word)
    case 'Hebr':
      return word
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .replace(/[׳’`´‘ʼ]/g, "'")
        .replace(/[״"]/g, '')
        .replace(/[^\u05d0-\u05ea']/g, '')
        .replace(/^'+/, '')
    case 'Kana':
      return word.replace(/[^\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Han}ー]/gu, '')
    case 'Hani':
      return word.replace(/[^\p{Script=Han}]/gu, '')
    case 'Hang':
      return word.replace(/[^\p{Script=Hangul}]/gu, '')
    case 'Grek':
      return withoutMarks(word.toLowerCase()).replace(/[^\p{Script=Greek}]/gu, '')
    case 'Geor':
    case 'Armn':
    case 'Zyyy':
      return withoutMarks(word.toLowerCase()).replace(/[^\p{L}]/gu, '')
  }
}

function withoutMarks(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '')
}

const PLAIN_LATIN = /^[a-z]*$/
/** Letters that are kept as they are, and those that stand for others. */
const KEPT_LATIN = 'šžçśźłñğðþ'
const LATIN: Readonly<Record<string, string>> = {
  č: 'č',
  ć: 'ć',
  ş: 'š',
  ș: 'š',
  ż: 'ž',
  ń: 'ń',
  ř: 'ř',
  đ: 'đ',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'ø',
  å: 'å',
  ö: 'ö',
  ü: 'ü',
  ä: 'ä',
  ő: 'ö',
  ű: 'ü',
  ı: 'i',
  ŭ: 'w',
  ţ: 'ts',
  ț: 'ts',
  ẋ: 'kh',
  ħ: 'h',
  ə: 'a',
  ŋ: 'ng',
  ĝ: 'j',
  ŝ: 'š',
  ĉ: 'č',
  ĵ: 'zh',
}

function foldLatin(word: string): string {
  const lower = word.toLowerCase()
  if (PLAIN_LATIN.test(lower)) return lower
  let result = ''
  for (const letter of lower.normalize('NFC')) {
    if (letter >= 'a' && letter <= 'z') result += letter
    else if (KEPT_LATIN.includes(letter)) result += letter
    else result += LATIN[letter] ?? withoutMarks(letter).replace(/[^a-z]/g, '')
  }
  return result
}

function foldCyrillic(word: string): string {
  let result = ''
  for (const letter of word.toLowerCase().normalize('NFC')) {
    if (letter >= 'а' && letter <= 'я') result += letter
    else if (/[ёєіїйґўђјљњћџѓќѕәғқңөұүһ]/.test(letter)) result += letter
    else if (letter === 'ѐ') result += 'е'
    else result += withoutMarks(letter).replace(/[^\p{Script=Cyrillic}]/gu, '')
  }
  // In print ё is mostly е.
  return result.replaceAll('ё', 'е')
}

/**
 * Writers leave out hamza, and write alif, ya, ta marbuta and their Persian, Urdu and Uyghur kin for one
 * another; a hamza before a Uyghur vowel is no letter.
 */
function foldArabic(word: string): string {
  return word
    .replace(/[\p{M}ـ'’‘`ʼ]/gu, '')
    .replace(/[^\p{Script=Arabic}]/gu, '')
    .replace(/ئ(?=[اەېىوۇۆۈ])/gu, '')
    .replace(/[أإٱ]/g, 'ا')
    .replace(/[ىی]/g, 'ي')
    .replace(/ک/g, 'ك')
    .replace(/[ةہۀ]/g, 'ه')
    .replace(/ء$/, '')
}
