import { GLYPHS } from './words.ts'
import type { StandingShown } from './words.ts'

/**
 * The mark beside a standing's word: ● ◐ ○ ? ≠. Drawn, because fonts differ in size and shape for these
 * signs; the sign itself is what is copied as text.
 */
export function StandingGlyph({ standing }: { readonly standing: StandingShown }) {
  return (
    <svg className="mark" viewBox="0 0 12 12" aria-hidden="true" data-sign={GLYPHS[standing]}>
      {SHAPES[standing]}
    </svg>
  )
}

const LINE = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.5 } as const

const SHAPES = {
  met: <circle cx="6" cy="6" r="3.75" fill="currentColor" />,
  partly: (
    <>
      <circle cx="6" cy="6" r="3.5" {...LINE} strokeWidth={1.25} />
      <path d="M6 2.5a3.5 3.5 0 0 0 0 7z" fill="currentColor" />
    </>
  ),
  'not-met': <circle cx="6" cy="6" r="3.5" {...LINE} strokeWidth={1.25} />,
  insufficient: (
    <>
      <path d="M3.7 4.1a2.3 2.3 0 1 1 3.3 2.1c-.7.4-1 .8-1 1.6" {...LINE} strokeWidth={1.6} />
      <circle cx="6" cy="10.3" r="1" fill="currentColor" />
    </>
  ),
  disputed: <path d="M2 4.5h8M2 7.75h8M8 2 4 10.25" {...LINE} />,
} as const satisfies Readonly<Record<StandingShown, unknown>>
