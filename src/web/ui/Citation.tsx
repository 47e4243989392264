import { Link } from 'react-router'

type Properties = {
  /** Its title, or its id where no title is at hand. */
  readonly title: string
  /** `p. 263`; empty for the whole source. */
  readonly at: string
  readonly to: string
}

/** Names a source and the place in it; one click opens the source there. */
export function Citation({ title, at, to }: Properties) {
  return (
    <Link to={to} className="citation">
      <bdi>{title}</bdi>
      {at !== '' && <>, {at}</>}
    </Link>
  )
}

/** Splits `source-id @ locator`. */
export function readCitation(citation: string): { source: string; at: string } {
  const place = citation.indexOf(' @ ')
  return place < 0
    ? { source: citation, at: '' }
    : { source: citation.slice(0, place), at: citation.slice(place + 3) }
}
