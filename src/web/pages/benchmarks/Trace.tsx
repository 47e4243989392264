import { useState } from 'react'
import type { ExplanationJson, TraceNode } from '../../../contract/assessment.ts'
import { BenchmarkText } from '../../language/BenchmarkText.tsx'
import { Interval } from '../../ui/Interval.tsx'
import { StandingBadge } from '../../ui/StandingBadge.tsx'
import { daysInWords } from '../../ui/written-dates.ts'
import { CitationLinks } from '../CitationLink.tsx'

type Properties = {
  readonly text: string
  readonly trace: readonly TraceNode[]
  readonly sources: ExplanationJson['sources']
}

type Place = { readonly from: number; readonly to: number }

/** The text of the benchmark, and what each part of it came to; choosing a part marks it in the text. */
export function Trace({ text, trace, sources }: Properties) {
  const [marked, setMarked] = useState<Place | null>(null)
  return (
    <div className="text-and-trace">
      <BenchmarkText text={text} marked={marked} />
      <ul className="trace">
        {trace.map((node) => (
          <Node
            key={`${node.from} ${node.text}`}
            node={node}
            sources={sources}
            marked={marked}
            onMark={setMarked}
          />
        ))}
      </ul>
    </div>
  )
}

type NodeProperties = {
  readonly node: TraceNode
  readonly sources: ExplanationJson['sources']
  readonly marked: Place | null
  readonly onMark: (place: Place | null) => void
}

function Node({ node, sources, marked, onMark }: NodeProperties) {
  const isMarked = marked?.from === node.from && marked.to === node.to
  return (
    <li>
      <div className="node">
        <button
          type="button"
          className="inline"
          aria-pressed={isMarked}
          onClick={() => onMark(isMarked ? null : { from: node.from, to: node.to })}
        >
          {node.text}
        </button>
        <StandingBadge standing={node.verdict} />
      </div>
      {node.notes.map((note) => (
        <p key={note} className="notes">
          <bdi>{daysInWords(note)}</bdi>
        </p>
      ))}
      {node.readings.length > 0 && (
        <ul>
          {node.readings.map((reading) => (
            <li
              key={`${reading.reporter} ${reading.low} ${reading.high} ${reading.setAside}`}
              className="small"
            >
              <bdi>{reading.reporter ?? 'events'}</bdi>
              {reading.claim && ' (claim)'}:{' '}
              {reading.setAside ? (
                <del>
                  <Interval low={reading.low} high={reading.high} />
                </del>
              ) : (
                <Interval low={reading.low} high={reading.high} />
              )}{' '}
              <StandingBadge standing={reading.verdict} />
              {reading.setAside && (
                <p className="soft">
                  set aside: <bdi>{reading.setAside}</bdi>
                </p>
              )}
              <p>
                <CitationLinks citations={reading.citations} titles={sources} />
              </p>
            </li>
          ))}
        </ul>
      )}
      {node.parts.length > 0 && (
        <ul>
          {node.parts.map((part) => (
            <Node
              key={`${part.from} ${part.text}`}
              node={part}
              sources={sources}
              marked={marked}
              onMark={onMark}
            />
          ))}
        </ul>
      )}
    </li>
  )
}
