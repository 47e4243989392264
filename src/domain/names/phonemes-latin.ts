/**
 * Latin letters as sounds, for many schools of spelling at once: English, German, French, Polish,
 * Czech, Turkish, Spanish, the spellings of Soviet passports, and scholars' letters. Where a letter is
 * read differently by school, it keeps a symbol of its own and the learned costs decide.
 */
import { makeAlphabet } from './alphabet.ts'

const TABLE = `
schtsch shch/l
shtsh shch/l
shch shch/l
chtch shch/l
szcz shch/l
šč shch/l
dzh j/dzh
dsch j/dzh
dž j/dzh
tsch ch/t
tch ch/t
tsh ch/t
sch sh|sk/sch
sh sh
sz sh|s/sz
ch ch|k|kh/ch
cz ch|ts/cz
zh zh
kh kh|k/kh
gh gh|g/gh
ph f/ph
th _$ t|th/final
th th|t/th
dh dh|d/dh
ts ts
tz ts
ck k/ck
dj j/dj
dz dz
rz rzh|r/rz
ll l/ll
gn gn|n
gu _F g/gu
qu k|w/qu
q k|q/q
ng _$ ng
ng _C ng
nh nh|n
lh l/lh
wh w/wh
wr ^_ r/wr
x ks|s|kh/x
oo u|o/oo
ee i|e/ee
eau _$ o/eau
aa a/aa
š sh/š
č ch/č
ž zh/ž
ç ch|s/ç
ć ch|ts/ć
ś sh|s/ś
ź zh|z/ź
ł l|w/ł
ř rzh|r/ř
ñ nh|n/ñ
ń nh|n/ñ
ğ gh|g/ğ
đ j|d/đ
ß s/ss
þ th/th
ð dh|d/ð
al ^_C al/article
el ^_C al|el/article
ou u|o/ou
b b
c _F s|ts|ch|k/c-soft
c k|ts/c
d d
f f
g _F g|j|zh|h/g-soft
g g
h ^_ h/start
h V_C h/late
h V_$ h/late
h _V h/mid
h h/late
j y|j|zh|kh/j
k k
l l
m m
n _[bcdfgjkpqstvwxzšč] n/coda
n n
p p
r V_C r/coda
r V_$ r/coda
r r
s V_V s|z/between
s _$ s/final
s _[tp] s/st
s s
t _$ t/final
t t
v v
w V_ w|v|u/after
w v|w/w
z _$ z|s|ts/final
z z|ts|s/z
a _[iy] a|e/ai
a _[uw] a|o/au
a _$ a/final
a a
e _$ e|/final
e _[iy] e|a|i/ei
e _[uw] e|u|o/eu
e _a e|i/ea
e [i]_ e|/ie
e [aou]_ e|/ae
e ^_ e/start
e e
i _V i|y/before
i [ae]_ i|y/after
i [ou]_ i|y/after-o
i _$ i/final
i i
o _[wu] o|u/ow
o _$ o/final
o o
u [ae]_ u|o|v/after
u _V u|w|v/before
u _$ u/final
u u
y ^_ y|i/start
y V_V y|i/between
y V_ y|i/after
y C_V y|i/before
y _$ i|y/final
y i|u/y
ö o|e/ö
ü u|i/ü
ä a|e/ä
ø o|e/ø
å o|a/å
`

export const latin = makeAlphabet(TABLE, {
  vowels: 'aeiouyöüäøå',
  front: 'eiy',
  doubled: 'once',
})
