/** The words of a million names are a hundred thousand: what is read once is remembered. */
const MOST_REMEMBERED = 200_000

/** A function of a text that remembers its answers, and forgets them all when they are too many. */
export function remember<Answer>(read: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, { readonly answer: Answer }>()
  return (text) => {
    const known = answers.get(text)
    if (known) return known.answer
    if (answers.size >= MOST_REMEMBERED) answers.clear()
    const answer = read(text)
    answers.set(text, { answer })
    return answer
  }
}
