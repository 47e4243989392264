/** How alike two sounds are, set by hand: where no pairs of spellings have taught the costs. */

/** The sounds of a symbol, most likely first; `''` among them when it may be silent. */
export function soundsOf(symbol: string): readonly string[] {
  return (symbol.split('/')[0] ?? '').split('|')
}

// Each line is a family of sounds that spellings confuse.
const FAMILIES =
  'p b|b v|v f|v w|w u|w o|f p|t d|t th|d dh|dh z|th s|k g|k q|q gh|k kh|kh h|kh gh|g gh|g j|g h|s z|s sh|s ts|z ts|ts ch|sh ch|sh zh|zh j|zh z|ch j|j y|dz z|dz j|ts dz|shch sh|shch ch|m n|n ng|n nh|l r|r rzh|rzh zh|ks k|ks s|y i|y e|i e|e a|a o|o u|eu u|eu e|er r|er e|sk sh|eu o|: a'
const FAMILY = new Set(
  FAMILIES.split('|').flatMap((pair) => [pair, pair.split(' ').reverse().join(' ')]),
)
const VOWELS = new Set(['a', 'e', 'i', 'o', 'u', 'eu'])

const EQUAL = 18
const EQUAL_BY_OTHER_READING = 8
const FAMILIAR = 2.5
const TWO_VOWELS = 1.2
const UNLIKE = 0.03

/** How much likelier two symbols stand for one sound than meet by chance. */
export function likeness(a: readonly string[], b: readonly string[]): number {
  let best = UNLIKE
  a.forEach((left, placeA) => {
    b.forEach((right, placeB) => {
      if (left === right)
        best = Math.max(best, placeA + placeB === 0 ? EQUAL : EQUAL_BY_OTHER_READING)
      else if (FAMILY.has(`${left} ${right}`)) best = Math.max(best, FAMILIAR)
      else if (VOWELS.has(left) && VOWELS.has(right)) best = Math.max(best, TWO_VOWELS)
    })
  })
  return best
}
