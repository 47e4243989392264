import { usePaths } from '../paths.ts'
import { Citation, readCitation } from '../ui/Citation.tsx'

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
  readonly titles?: Readonly<Record<string, { readonly title: string }>>
}

/** Several citations on one line. */
export function CitationLinks({ citations, titles }: ListProperties) {
  return (
    <span>
      {citations.map((citation, index) => (
        <span key={citation}>
          {index > 0 && ' · '}
          <CitationLink
            citation={citation}
            title={titles?.[readCitation(citation).source]?.title}
          />
        </span>
      ))}
    </span>
  )
}
