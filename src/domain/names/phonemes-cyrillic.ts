/**
 * Cyrillic letters as sounds: Russian, Ukrainian, Belarusian, Kazakh and their neighbours. The hard
 * and soft signs and the apostrophe are not read.
 */
import { makeAlphabet } from './alphabet.ts'

const TABLE = `
ь -
ъ -
ье y|e/ье
ьи i/ьи
ьо o/ё
ьё y|o/ё
ья y|a/я
ью y|u/ю
дж j|zh/дж
дз dz|z/дз
кс ks/кс
ий _$ i|y/ий
ый _$ i|y/ий
а _$ a/final
а a
б b
в _$ v|f/final
в V_C v|u|w/coda
в v|w
г _[еиіьюя] g|h/soft
г g|h
ґ g/ґ
ғ gh|g/ғ
д d
е ^_ e|y/start
е V_ e|y/after
е _$ e/final
е e
ё o|y/ё
є y|e/є
ж zh|j
з z
и _V i|y/before
и _$ i/final
и V_ i/after
и i
й ^_ y/start
й y/й
і i/і
ї i|y/ї
к k
қ k|q/қ
л _ь l/soft
л _[яюиеі] l/soft
л l
м m
н n
ң ng|n
о _$ o/final
о o
ө o|u/ө
п p
р V_C r/coda
р V_$ r/coda
р r
с s
т t
у V_ u|w|v/after
у _V u|w|v/before
у _$ u/final
у u
ў w|v|u/ў
ұ u/ұ
ү u/ү
ф f
х ^_ h|kh/start
х h|kh
һ h/һ
ц ts|s
ч ch
ш sh
щ shch|sh
ы i|y/ы
э ^_ e/э-start
э e/э
ю V_ y|u/ю-after
ю y|u/ю
я ^_ y|a/я-after
я V_ y|a/я-after
я _$ y|a/я-final
я y|a/я
ә a|e/ә
ђ j/дж
ј y/й
љ l/soft
њ nh|n/њ
ћ ch/ћ
џ j/дж
ѓ g/ѓ
ќ k/ќ
ѕ dz/дз
`

export const cyrillic = makeAlphabet(TABLE, {
  vowels: 'аеёєиіїоуұүөыэюяә',
  front: 'еєиіїэюяё',
  doubled: 'once',
})
