import type { RegisterRowJson } from '../../../contract/register.ts'
import { daysInWords, writtenDate } from '../../ui/written-dates.ts'

type Shown = Pick<
  RegisterRowJson['cases'][number],
  'state' | 'words' | 'since' | 'doubt' | 'resolved'
>

type Properties = {
  readonly state: Shown
  /** Without its doubts: where there is room for one line. */
  readonly brief?: boolean
}

/** The state of a case: a glyph, its words, since when; what is said against it below. */
export function CaseState({ state, brief = false }: Properties) {
  const { words, since, doubt, resolved } = state
  return (
    <span className="case-state">
      <span className={`standing ${resolved ? 'met' : 'not-met'}`}>
        <span className="glyph" aria-hidden="true">
          {resolved ? '●' : state.state === 'unknown' ? '?' : '○'}
        </span>{' '}
        {words}
      </span>
      {resolved && <span className="spoken"> (resolved)</span>}
      {since && <span className="soft"> since {writtenDate(since)}</span>}
      {!brief &&
        doubt.map((sentence) => (
          <span key={sentence} className="doubt serif-note">
            {daysInWords(sentence)}
          </span>
        ))}
      {brief && doubt.length > 0 && (
        <em className="serif-note" title={daysInWords(doubt.join(' '))}>
          {' '}
          in doubt
        </em>
      )}
    </span>
  )
}
