import { dayInBrief } from './days.ts'
import { StandingGlyph } from './StandingGlyph.tsx'
import { STANDING_WORDS } from './words.ts'
import type { StandingShown } from './words.ts'

export type LifeShown =
  'not-due' | 'waived' | 'lapsed' | 'slipping' | 'unverified' | 'by-a-later-standard'

type Properties = {
  readonly standing: StandingShown
  readonly gesture?: boolean
  readonly life?: LifeShown | null
  /** The day from which the life, or a hold that is not complete, counts. */
  readonly since?: string | null
  readonly holdingSince?: string | null
  readonly large?: boolean
}

/** Where something stands: a glyph, a word and a colour, never colour alone. */
export function StandingBadge(properties: Properties) {
  const { standing, gesture = false, large = false } = properties
  const life = lifeInWords(properties)
  return (
    <span className={`standing ${standing}${large ? ' large' : ''}`}>
      <span className="word">
        <StandingGlyph standing={standing} />
        {STANDING_WORDS[standing]}
      </span>
      {gesture && <em className="gesture">gesture</em>}
      {life && <span className="life">{life}</span>}
    </span>
  )
}

function lifeInWords({ standing, life, since, holdingSince }: Properties): string | null {
  const from = since ? ` since ${dayInBrief(since)}` : ''
  switch (life) {
    case 'not-due':
      return 'not due'
    case 'waived':
      return 'waived'
    case 'lapsed':
      return `lapsed${from}`
    case 'slipping':
      return `slipping${from}`
    case 'unverified':
      return `unverified${from}`
    case 'by-a-later-standard':
      return 'by a later standard'
    default:
      return holdingSince && standing !== 'met' ? `holding since ${dayInBrief(holdingSince)}` : null
  }
}
