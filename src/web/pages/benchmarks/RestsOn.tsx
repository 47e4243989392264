import type { ExplanationJson, MeasureChartJson } from '../../../contract/assessment.ts'
import { readCitation } from '../../ui/Citation.tsx'
import { dayInBrief, periodInWords } from '../../ui/days.ts'
import { daysInWords, writtenDate } from '../../ui/written-dates.ts'
import { Interval } from '../../ui/Interval.tsx'
import { CitationLink, CitationLinks } from '../CitationLink.tsx'
import { readingsOfMeasure } from './readings-of-measure.ts'
import type { MarginReading } from './readings-of-measure.ts'

type Properties = { readonly explanation: ExplanationJson }

/** The margin of a benchmark: what the verdict rests on, what was set aside, what is missing. */
export function RestsOn({ explanation }: Properties) {
  const { benchmark, sources, charts, trace } = explanation
  const inReadings = new Set(
    benchmark.measures.flatMap(({ readings }) => readings.flatMap(({ citations }) => citations)),
  )
  const others = benchmark.restsOn.filter((citation) => !inReadings.has(citation))
  const nothing = benchmark.measures.length === 0 && others.length === 0
  return (
    <>
      <section>
        <h2>What it rests on</h2>
        {nothing && <p>Nothing on record bears on it.</p>}
        <ul className="plain">
          {benchmark.measures.map((measure) => {
            const readings = readingsOfMeasure(measure, trace)
            return (
              <li key={measure.term}>
                <code>{measure.term}</code>
                {readings.length === 0 && <p>no reporter has a figure in reach</p>}
                {readings.map((reading) => (
                  <Reading
                    key={`${reading.reporter} ${reading.low} ${reading.high}`}
                    reading={reading}
                    sources={sources}
                  />
                ))}
              </li>
            )
          })}
          {others.map((citation) => (
            <li key={citation}>
              <CitationLink
                citation={citation}
                title={sources[readCitation(citation).source]?.title}
              />
            </li>
          ))}
        </ul>
      </section>
      <Sentences title="Missing" sentences={benchmark.missing} />
      <Sentences title="Disputed" sentences={benchmark.disputes} />
      <Sentences title="Why it is a gesture" sentences={benchmark.gestureBecause} />
      {benchmark.waiver && (
        <section>
          <h2>Waived</h2>
          <p>
            by <bdi>{benchmark.waiver.by}</bdi>, {writtenDate(benchmark.waiver.from)} to{' '}
            {benchmark.waiver.until ? writtenDate(benchmark.waiver.until) : 'no stated end'}:{' '}
            <bdi>{benchmark.waiver.ground}</bdi>
          </p>
        </section>
      )}
      <SetAside charts={charts} />
      <Beside charts={charts} />
    </>
  )
}

type ReadingProperties = {
  readonly reading: MarginReading
  readonly sources: ExplanationJson['sources']
}

/** One reporter’s reading. A claim is never bold: it can count against their side, not for it. */
function Reading({ reading, sources }: ReadingProperties) {
  const { reporter, low, high, claim, setAside, citations } = reading
  const interval = <Interval low={low} high={high} />
  return (
    <p>
      <bdi>{reporter ?? 'events'}</bdi>
      {claim && (
        <>
          {' '}
          <em className="claim">a claim</em>
        </>
      )}
      : {claim || setAside !== null ? interval : <strong>{interval}</strong>}
      {setAside !== null && (
        <>
          , set aside: <bdi>{setAside}</bdi>
        </>
      )}
      <br />
      <CitationLinks citations={citations} titles={sources} />
    </p>
  )
}

function Sentences({
  title,
  sentences,
}: {
  readonly title: string
  readonly sentences: readonly string[]
}) {
  if (sentences.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul className="plain">
        {sentences.map((sentence) => (
          <li key={sentence}>
            <bdi>{daysInWords(sentence)}</bdi>
          </li>
        ))}
      </ul>
    </section>
  )
}

const SHOWN_ASIDE = 6

type Charts = { readonly charts: readonly MeasureChartJson[] }

/** Figures that were published and then replaced, the latest first. */
function SetAside({ charts }: Charts) {
  const replaced = charts
    .flatMap(({ figures }) => figures)
    .filter(({ supersededOn }) => supersededOn !== null)
    .toSorted((a, b) => (b.supersededOn ?? '').localeCompare(a.supersededOn ?? ''))
  if (replaced.length === 0) return null
  return (
    <section>
      <h2>Set aside</h2>
      <ul className="plain">
        {replaced.slice(0, SHOWN_ASIDE).map((figure) => (
          <li key={`${figure.reporter} ${figure.from} ${figure.to} ${figure.published}`}>
            <del>
              <Interval low={figure.low} high={figure.high} />
            </del>{' '}
            {periodInWords(figure.from, figure.to)}, <bdi>{figure.reporter}</bdi>
            {figure.published && `, ${dayInBrief(figure.published)}`}; replaced on{' '}
            {dayInBrief(figure.supersededOn ?? '')}
          </li>
        ))}
        {replaced.length > SHOWN_ASIDE && <li>and {replaced.length - SHOWN_ASIDE} more, below</li>}
      </ul>
    </section>
  )
}

function Beside({ charts }: Charts) {
  const beside = charts.flatMap(({ term, beside }) => beside.map((one) => ({ term, ...one })))
  const told = beside.filter(({ readings }) => readings.length > 0)
  if (told.length === 0) return null
  return (
    <section>
      <h2>Beside the standard</h2>
      <ul className="plain">
        {told.map(({ term, id, title, readings }) => (
          <li key={`${term} ${id}`}>
            <bdi>{title}</bdi>:{' '}
            {readings.map(({ reporter, low, high }, index) => (
              <span key={reporter}>
                {index > 0 && ' · '}
                <Interval low={low} high={high} />
                {reporter && (
                  <>
                    {' '}
                    (<bdi>{reporter}</bdi>)
                  </>
                )}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
