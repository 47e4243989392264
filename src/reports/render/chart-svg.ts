/**
 * An Observable Plot chart as one SVG text that stands alone: no style sheet, no script, no names that
 * only the page knows. A document's renderers embed it as it is.
 */
import * as Plot from '@observablehq/plot'
import type { PlotOptions } from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import { drawingFamilies } from './drawing-faces.ts'

const INK = '#1d1b16'
const PAPER = '#ffffff'

/**
 * Draws the chart as SVG with an XML namespace, a size and inline styles; equal options draw equal text.
 *
 * Throws a RangeError for options with a title, a subtitle, a caption or a legend: Plot sets those as
 * HTML beside the drawing, and in a document they belong into the figure's caption.
 */
export function renderChartSvg(options: Omit<PlotOptions, 'document'>): string {
  const { title, subtitle, caption } = options
  if (title || subtitle || caption || Object.values(options).some(hasLegend))
    throw new RangeError('A chart in a document has no title, caption or legend of its own.')
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  const chart = Plot.plot({ ...options, document })
  for (const style of chart.querySelectorAll('style')) style.remove()
  chart.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  chart.setAttribute('font-family', drawingFamilies(''))
  chart.removeAttribute('class')
  for (const text of chart.querySelectorAll('text')) {
    // What Plot's style sheet says of text: spaces in labels are kept.
    text.setAttribute('style', 'white-space: pre')
    text.setAttribute('font-family', drawingFamilies(text.textContent ?? ''))
  }
  return settleClips(chart.outerHTML)
    .replaceAll('currentColor', INK)
    .replaceAll('var(--plot-background)', PAPER)
}

function hasLegend(option: unknown): boolean {
  return typeof option === 'object' && option !== null && 'legend' in option && !!option.legend
}

// Plot counts its clipping paths on from chart to chart; here each chart begins at 1.
function settleClips(svg: string): string {
  const settled = new Map<string, string>()
  return svg.replace(/plot-clip-\d+/g, (name) => {
    const other = settled.get(name) ?? `clip-${settled.size + 1}`
    settled.set(name, other)
    return other
  })
}
