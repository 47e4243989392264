import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import { expect, it } from 'vitest'
import { pdfFonts } from '../pdf-parts.ts'
import { someDocument } from '../some-document.ts'
import { xmlProblems } from '../xml-problems.ts'
import { renderChartSvg } from './chart-svg.ts'
import { renderDocx } from './docx.ts'
import { renderPdf } from './pdf.ts'

const band = { from: new Date('1988-01-01'), to: new Date('1988-12-31'), low: 8000, high: 19286 }
const chart = () =>
  renderChartSvg({
    width: 640,
    height: 200,
    marks: [
      Plot.ruleY([10000], { stroke: '#7a1f2b' }),
      Plot.rect([band], {
        x1: 'from',
        x2: 'to',
        y1: 'low',
        y2: 'high',
        clip: true,
        title: () => '<a> & b',
      }),
      Plot.text([band], { x: 'from', y: 'high', text: () => '«Имя» & <x> ≥ Škoda' }),
    ],
  })

it('is one drawing in strict XML, with a size, that needs nothing from a page', () => {
  const svg = chart()
  expect(xmlProblems(svg)).toEqual([])
  expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/)
  expect(svg).toMatch(/^<svg [^>]*width="640"/)
  expect(svg).not.toMatch(/<style|currentColor|var\(|class="plot/)
  expect(parseHTML(svg).document.documentElement?.textContent).toContain('«Имя» & <x> ≥ Škoda')
})

it('draws the same chart in the same text', () => {
  expect(chart()).toBe(chart())
})

it('refuses a chart that is more than a drawing', () => {
  const withLegend = {
    color: { legend: true },
    marks: [Plot.dot([1, 2], { fill: (n: number) => n })],
  }
  expect(() => renderChartSvg(withLegend)).toThrow('no title, caption or legend of its own')
})

it('is set into a PDF in the fonts of the program, and into a Word document', async () => {
  const body = [{ kind: 'figure', svg: chart(), alt: 'Emigration in 1988', caption: [] }] as const
  const fonts = [...pdfFonts(await renderPdf(someDocument({ body })))]
  expect(fonts.length).toBeGreaterThan(1)
  expect(fonts.filter((name) => !/^(IBMPlex|DejaVuSansMono)/.test(name))).toEqual([])
  expect((await renderDocx(someDocument({ body }))).length).toBeGreaterThan(1000)
})
