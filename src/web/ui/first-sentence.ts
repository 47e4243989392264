/**
 * Splits a text after its first sentence, so that a row can stay low. A sentence ends with a full stop
 * before a blank; initials, numbers and what is shortened within it do not end it.
 */
export function firstSentence(text: string): { first: string; rest: string } {
  const end = /(?<!(?:^|[\s.(])(?:\p{L}|vol|doc|col|art|no|Mr|Mrs|Dr|St))[.!?]["”’»)]*(?=\s)/u.exec(
    text,
  )
  const at = end ? end.index + end[0].length : text.length
  const [first, rest] = [text.slice(0, at), text.slice(at).trim()]
  return first.length > LONG ? firstClause(first, rest) : { first, rest }
}

/** Two lines of a row, about. */
const LONG = 130

/** A list of findings goes on after each semicolon, but for what is asked of the finding before it. */
function firstClause(sentence: string, after: string): { first: string; rest: string } {
  const end = /;(?= (?!asked))/.exec(sentence)
  if (!end) return { first: sentence, rest: after }
  const rest = `… ${sentence.slice(end.index + 1).trim()}`
  return { first: `${sentence.slice(0, end.index)} …`, rest: `${rest} ${after}`.trim() }
}
