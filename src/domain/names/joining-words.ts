/** The words that names are joined with, by the folded key of each. Written by hand. */

function setOf(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter((word) => word !== ''))
}

/** `sound: word word …`, lines of which give the one key that stands for all. */
function mapOf(text: string): ReadonlyMap<string, string> {
  return new Map(
    text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .flatMap((line) => {
        const [sound = '', words = ''] = line.trim().split(':')
        return [...setOf(words)].map((word): [string, string] => [word, sound])
      }),
  )
}

/** Servant of. */
export const ABD = mapOf(`
  abdal: abd abdul abdel abdal abdol abdil abdoul abdur abdus abdun abdud abdour abdous abder abdes abdar abdas
  абдул: абд абдул абдель абдэль абдал абдуль абдур абдус
  عبد: عبد
  עבדאל: עבד עבדול
  აბდულ: აბდულ
`)

export const FATHER = mapOf(`
  abu: abu abou abo aboo
  абу: абу
  ابو: ابو أبو ابي أبي ابا أبا
  אבו: אבו
`)

export const MOTHER = mapOf(`
  umm: umm um oum
  умм: умм
  ام: ام أم
`)

export const DIN = mapOf(`
  aldin: din deen dine addin addine addeen eddin eddine eddeen uddin uddeen aldin aldeen eldin eldeen eldine ettin oddin
  уддин: дин уддин аддин эддин ад-дин
  الدين: الدين دين
  אלדין: אלדין אדין
`)

export const GOD = mapOf(`
  allah: allah ullah ollah ulla
  улла: аллах улла уллах алла
  الله: الله اللّه
`)

export const ARTICLES = setOf('al el ul il аль эль ال آل אל')
export const SUN_ARTICLES = setOf(
  'as ash ar an at ad az ath adh es er en et ed ez esh ur us ud un ud ас аш ар ан ат ад аз ал ур уд ус эс эр эд эн эт',
)

/** Stand between a name and the father's. */
export const SON_OF = setOf(
  'ibn bin ben bint binti binte bte ould wuld walad ибн бин бен бинт ابن بن بنت إبن ולד בן בת',
)

/** After a father's name: son, daughter. */
export const KIN_ENDINGS = setOf(
  'oglu oğlu ogly oglou ogli ogolu uulu kyzy qizi qyzy gizi kizi ugli uly ұлы улы уулу оглу оглы оглу угли қызы кызы кизи гызы qiz',
)

/** Of, the: dropped in either case. */
export const OF_ANY_CASE = setOf('von van vom zu zum zur ter della delle dello фон פון')
/** Dropped where they are written small, or are not the first word. */
export const OF_LOWER_CASE = setOf(
  'de der den dem del di da do dos das du des la le les lo los las y e af av te op of the ван де дер ди да ла ле וואן ואן דה فان فون دي',
)

/** Only before a name. */
export const TITLES = setOf(`
  mr mrs ms miss mx dr prof professor sir rev reverend father honorable honourable
  general colonel major capt captain lt lieutenant sgt sheikh shaykh sheik shaikh shaykhah sheikha
  haji hajji hajj hajja ayatollah hojjatoleslam mullah mulla maulana mawlawi maulvi molvi qari ustad ustadh ustaz
  engineer mme mlle monsieur madame mademoiselle maitre herr frau senor senora pastor archbishop bishop
  rabbi comrade martyr
  гн гжа господин госпожа гр гражданин гражданка др проф профессор доктор товарищ тов спадар спадарыня
  السيد السيده السيدة الدكتور الدكتوره الدكتورة دكتور الشيخ شيخ الاستاذ الأستاذ استاذ أستاذ المهندس مهندس الحاج الحاجه الحاجة
  الشهيد الشهيده الشهيدة المحامي المحاميه اقاي آقای آقاي خانم دکتر دكتر د م
  דר מר גב' גברת הרב פרופ' עוד
`)

/** Only after a name. */
export const ENDINGS_OF_TITLE = setOf('jr sr phd md esq ii iii iv bey hanim efendi khanum sahib')
