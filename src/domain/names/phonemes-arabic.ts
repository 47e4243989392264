/**
 * Arabic letters as sounds: Arabic, Persian, Urdu, Kurdish and Uyghur. Short vowels are not written,
 * except in Uyghur and Kurdish, whose vowel letters have symbols of their own.
 */
import { makeAlphabet } from './alphabet.ts'

const TABLE = `
تش ch/تش
دج j/دج
كس ks/كس
کس ks/كس
ال ^_[ابتثجحخدذرزسشصضطظعغفقكلمنهوي] al/article
او ^_ o|u/او
أو ^_ o|u/او
اي ^_ i|a/اي
إي ^_ i|e/اي
ای ^_ i|a/اي
ئا a/ئا
ئە a|e/ە
ئې e/ې
ئى i/ئى
ئو o/ئو
ئۇ u/ۇ
ئۆ o/ۆ
ئۈ u/ۈ
وو u|w/وو
يي i|y/يي
یی i|y/يي
ا ^_ a|i|e|u/start
ا _$ a/final
ا a/ا
أ ^_ a|o|u|e/أ
أ a/أ-mid
إ e|i/إ
آ a/آ
ٱ a|i/start
ؤ u|o|w/ؤ
ئ i|y|e/ئ
ء '/ء
ب b|p/ب
پ p/پ
ت t/ت
ٹ t/ت
ة a|t|h|e/ة
ث th|s|t/ث
ج j|g|zh/ج
چ ch|g|j/چ
ح h/ح
خ kh/خ
د d/د
ڈ d/د
ذ dh|z|d/ذ
ر r/ر
ڑ r/ر
ز z/ز
ژ zh|j/ژ
س _$ s/س-final
س s/س
ش sh/ش
ص s/ص
ض d|z/ض
ط t/ط
ظ z|dh/ظ
ع ^_ '|a|o|e|i/ع-start
ع '|a|e/ع
غ gh|g/غ
ف f|v/ف
ڤ v/ڤ
ڨ g/گ
گ g/گ
ق k|q|g/ق
ك k/ك
ک k/ك
ڭ ng/ڭ
ل l/ل
م m/م
ن n/ن
ں n/ن
ه _$ h|a|e/ه-final
ه h/ه
ہ _$ h|a|e/ه-final
ہ h/ه
ھ h/ه
ە a|e/ە
ۀ a|e/ە
و ^_ w|v|o|u/و-start
و _ا w|v|o|u/و-before
و _[يی] w|v|o|u/و-before
و _$ o|u|w|v/و-final
و u|o|w|v/و
ۋ v|w/ۋ
ۇ u/ۇ
ۆ o/ۆ
ۈ u/ۈ
ۅ o|u/ۆ
ې e|i/ې
ي ^_ y|i|e/ي-start
ي _ا y|i/ي-before
ي _و y|i/ي-before
ي _$ i|e|y/ي-final
ي i|e|y|a/ي
ی ^_ y|i|e/ي-start
ی _ا y|i/ي-before
ی _و y|i/ي-before
ی _$ i|e|y/ي-final
ی i|e|y|a/ي
ے e|i/ي-final
ى _$ a|i/ى
ى i|a/ى
`

export const arabic = makeAlphabet(TABLE, {
  vowels: 'اأإآويیىۇۆۈېە',
  front: 'يیىې',
  doubled: 'twice',
})
