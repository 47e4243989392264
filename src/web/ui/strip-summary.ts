/** A strip of standings in words, for those who hear the page. */
import { monthInWords } from './days.ts'
import { STANDING_WORDS } from './words.ts'
import type { StandingShown } from './words.ts'

/** `Not met January 1985 to March 1988; cannot be told April 1988; met since May 1988.` */
export function summaryOf(days: readonly string[], standings: readonly StandingShown[]): string {
  const runs: { standing: StandingShown; from: string; to: string }[] = []
  days.forEach((day, index) => {
    const standing = standings[index]
    const run = runs.at(-1)
    if (!standing) return
    if (run?.standing === standing) run.to = day
    else runs.push({ standing, from: day, to: day })
  })
  const words = runs.map(({ standing, from, to }, index) => {
    const [first, end] = [monthInWords(from), monthInWords(to)]
    const when =
      index === runs.length - 1 && runs.length > 1
        ? `since ${first}`
        : first === end
          ? first
          : `${first} to ${end}`
    return `${STANDING_WORDS[standing]} ${when}`
  })
  return words.length > 0 ? `${words.join('; ')}.` : ''
}
