import { useEffect, useRef, useState } from 'react'

type Properties = {
  /** What the picture shows, for those who hear the page. A table of the same stands beside it. */
  readonly label: string
  /** Draws for a width in pixels. Held by the caller, so that it draws anew only when it differs. */
  readonly draw: (width: number) => Element
}

/** Puts a plot on the page, as wide as there is room, exchanged in one step when its data change. */
export function PlotFigure({ label, draw }: Properties) {
  const frame = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)

  useEffect(() => {
    const element = frame.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.floor(entry.contentRect.width))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  useEffect(() => {
    if (width === 0) return
    const plot = draw(width)
    // The label of the picture speaks for all of it; the library's own labels name its shapes.
    for (const part of plot.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label')
    frame.current?.replaceChildren(plot)
  }, [draw, width])

  return <div className="plot" role="img" aria-label={label} ref={frame} />
}

/** What every plot of ours is set in. */
export const PLOT_STYLE = {
  fontFamily: 'var(--sans)',
  fontSize: '11.5px',
  fontVariantNumeric: 'tabular-nums',
  background: 'transparent',
  color: 'var(--soft)',
  overflow: 'visible',
} as const

/** A day as Plot takes it. */
export const at = (day: string) => new Date(`${day}T00:00:00Z`)

export const YEAR_MS = 365.25 * 86_400_000
