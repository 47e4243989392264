/** The known word that shares most pairs of neighbouring letters with what was written, if at least a third. */
export function nearestOf(written: string, known: readonly string[]): string | undefined {
  const scored = known.map((word) => ({ word, score: likeness(written, word) }))
  const best = scored.toSorted((a, b) => b.score - a.score)[0]
  return best && best.score >= 1 / 3 ? best.word : undefined
}

function likeness(a: string, b: string): number {
  const [here, there] = [pairsOf(a), pairsOf(b)]
  const both = here.filter((pair) => there.includes(pair)).length
  return (2 * both) / Math.max(1, here.length + there.length)
}

function pairsOf(word: string): string[] {
  // The ends count as letters, so that a single letter and the first and last ones weigh in.
  const letters = ['<', ...word.toLowerCase(), '>']
  return letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`)
}
