/**
 * Hebrew letters as sounds, Yiddish spellings among them. Most vowels are not written; yod and vav
 * stand for vowels or consonants. A geresh after a letter makes it a foreign sound.
 */
import { makeAlphabet } from './alphabet.ts'

const TABLE = `
ג' j/ג'
ז' zh/ז'
צ' ch/צ'
ץ' ch/צ'
ת' th/ת'
ד' dh/ד'
ח' kh/ח'
ט' t/ט
' -
טש ch/טש
קס ks/קס
וו v|w|u/וו
יי ^_ y|i/י-start
יי y|i|e|a/יי
אי ^_ i|e/אי
או ^_ o|u/או
א ^_ a|e|i|o/א-start
א _$ a/א-final
א a|e|'/א
ב ^_ b/ב-start
ב _$ v|b/ב-final
ב b|v/ב
ג g/ג
ד d/ד
ה ^_ h/ה-start
ה _$ a|e|h/ה-final
ה h/ה
ו ^_ v|w|o/ו-start
ו _$ o|u|v/ו-final
ו _[אי] o|u|v/ו-before
ו o|u|v/ו
ז z|s/ז
ח kh|h/ח
ט t/ט
י ^_ y|i/י-start
י _[וא] y|i/י-before
י _$ i|y/י-final
י i|e|y|a/י
כ ^_ k/כ-start
כ kh|k/כ
ך kh|k/ך
ל l/ל
מ m/מ
ם m/מ
נ n/נ
ן n/נ
ס s/ס
ע ^_ '|a|e|o/ע-start
ע '|a|e/ע
פ ^_ p|f/פ-start
פ p|f/פ
ף f/ף
צ ts|z/צ
ץ ts|z/ץ
ק k/ק
ר r/ר
ש ^_ sh|s/ש-start
ש sh|s/ש
ת _$ t/ת-final
ת t/ת
`

export const hebrew = makeAlphabet(TABLE, {
  vowels: 'אויע',
  front: 'י',
  doubled: 'twice',
})
