/** Citations as notes: each place in a source is one note, however often it is cited. */
import type { Note, NotedText, Text } from '../document.ts'

/** A cited source as it may be shown to the reader; a protected one comes under its shown name. */
export type CitedSource = {
  readonly title: string
  /** EDTF as written; null where it does not say. */
  readonly published: string | null
  /** Empty where it has none. */
  readonly url: string
}

export type CitationNotes = {
  /** The references to the citations (`source-id @ locator`), apart from one another. */
  readonly cite: (citations: readonly string[]) => NotedText
  /** A note for every citation that was asked for, in the order of asking. */
  readonly notes: () => readonly Note[]
}

export function openCitationNotes(sources: Readonly<Record<string, CitedSource>>): CitationNotes {
  const made = new Map<string, Note>()
  return {
    cite: (citations) =>
      citations.flatMap((citation, index) => {
        made.set(citation, { id: citation, text: sayCitation(citation, sources) })
        return index === 0 ? [{ note: citation }] : [' ', { note: citation }]
      }),
    notes: () => [...made.values()],
  }
}

/** Title, place, day of publication and address; the bare citation where the source is not given. */
function sayCitation(citation: string, sources: Readonly<Record<string, CitedSource>>): Text {
  const [id = citation, ...places] = citation.split(' @ ')
  const source = sources[id]
  if (!source) return [{ text: citation, mono: true }]
  const place = places.join(' @ ')
  return [
    source.title,
    ...(place === '' ? [] : [`, ${place}`]),
    ...(source.published === null ? [] : [', ', { text: source.published, mono: true }]),
    ...(source.url === '' ? [] : [', ', { text: source.url, link: source.url }]),
  ]
}
