import { useMemo } from 'react'
import { colouredPieces } from './highlighting.ts'
import '../style/language.css'

type Properties = {
  readonly text: string
  /** The part that is looked at. */
  readonly marked?: { readonly from: number; readonly to: number } | null
}

/** A benchmark as written, in colours, with one part of it marked. */
export function BenchmarkText({ text, marked = null }: Properties) {
  const pieces = useMemo(() => splitAt(colouredPieces(text), marked), [text, marked])
  return (
    <pre className="benchmark-text" tabIndex={0} aria-label="Text of the benchmark">
      <code>
        {pieces.map(({ from, text: piece, classes, isMarked }) =>
          isMarked ? (
            <mark key={from} className={classes}>
              {piece}
            </mark>
          ) : (
            <span key={from} className={classes}>
              {piece}
            </span>
          ),
        )}
      </code>
    </pre>
  )
}

type Marked = { from: number; text: string; classes: string; isMarked: boolean }

/** Pieces that end where the marked part begins and ends. */
function splitAt(
  pieces: ReturnType<typeof colouredPieces>,
  marked: Properties['marked'],
): readonly Marked[] {
  if (!marked) return pieces.map((piece) => ({ ...piece, isMarked: false }))
  return pieces.flatMap(({ from, text, classes }) => {
    const cuts = [0, marked.from - from, marked.to - from, text.length]
      .map((cut) => Math.max(0, Math.min(text.length, cut)))
      .toSorted((a, b) => a - b)
    return cuts.slice(1).flatMap((end, index) => {
      const start = cuts[index] ?? 0
      const at = from + start
      if (end <= start) return []
      return [
        {
          from: at,
          text: text.slice(start, end),
          classes,
          isMarked: at >= marked.from && at < marked.to,
        },
      ]
    })
  })
}
