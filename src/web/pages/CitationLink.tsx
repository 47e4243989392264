import { usePaths } from '../paths.ts'
import { Citation, readCitation } from '../ui/Citation.tsx'
import type { Titles } from './titles.ts'

type Properties = {
  /** `source-id @ locator` */
  readonly citation: string
  /** The source's title, where it is at hand. */
  readonly title?: string | undefined
}

/** A citation that opens the source at its place, on the days looked at. */
export function CitationLink({ citation, title }: Properties) {
  const paths = usePaths()
  const { source, at } = readCitation(citation)
  return <Citation title={title ?? source} at={at} to={paths.source(source, at)} />
}

type ListProperties = {
  readonly citations: readonly string[]
  readonly titles?: Titles
}

/** What a filter of citations searches: ids, titles and places. */
export function inWords(citations: readonly string[], titles: Titles): string {
  return citations
    .map((citation) => `${citation} ${titles[readCitation(citation).source]?.title ?? ''}`)
    .join(' ')
}

/** Several citations on one line; in a table each on its own. */
export function CitationLinks({ citations, titles }: ListProperties) {
  return (
    <span className="citations">
      {citations.map((citation, index) => (
        <span key={citation}>
          {index > 0 && <span className="between"> · </span>}
          <CitationLink
            citation={citation}
            title={titles?.[readCitation(citation).source]?.title}
          />
        </span>
      ))}
    </span>
  )
}
