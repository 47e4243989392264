/**
 * Citations as notes: each place in a source is one note, however often it is cited. The first place
 * of a source is noted with its full title; further places with its id, under which it stands in
 * the list of sources.
 */
import type { Note, NotedText, Text, TextRun } from '../document.ts'

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
  /** A note for every citation that was asked for, in the order of asking, which is that of reading. */
  readonly notes: () => readonly Note[]
}

export function openCitationNotes(sources: Readonly<Record<string, CitedSource>>): CitationNotes {
  const asked = new Set<string>()
  return {
    cite: (citations) =>
      citations.flatMap((citation, index) => {
        asked.add(citation)
        return index === 0 ? [{ note: citation }] : [' ', { note: citation }]
      }),
    notes: () => sayCitations([...asked], sources),
  }
}

function sayCitations(
  citations: readonly string[],
  sources: Readonly<Record<string, CitedSource>>,
): readonly Note[] {
  const inSource = new Map<string, readonly string[]>()
  for (const citation of citations) {
    const [id = citation] = citation.split(' @ ')
    inSource.set(id, [...(inSource.get(id) ?? []), citation])
  }
  return citations.map((citation): Note => {
    const [id = citation, ...rest] = citation.split(' @ ')
    const source = sources[id]
    if (!source) return { id: citation, text: [{ text: citation, mono: true }] }
    const place = rest.length === 0 ? [] : [`, ${rest.join(' @ ')}`]
    const short: TextRun = { text: id, mono: true }
    const [first, ...others] = inSource.get(id) ?? []
    if (citation !== first) return { id: citation, text: [short, ...place] }
    const full = sayInFull(source, place)
    return { id: citation, text: others.length === 0 ? full : [...full, ' [', short, ']'] }
  })
}

/** Title, place, day of publication and address. */
function sayInFull({ title, published, url }: CitedSource, place: Text): Text {
  return [
    title,
    ...place,
    ...(published === null ? [] : [', ', { text: published, mono: true }]),
    ...(url === '' ? [] : [', ', { text: url, link: url }]),
  ]
}
