import { expect, it } from 'vitest'
import type { TraceNode } from '../../../contract/assessment.ts'
import { readingsOfMeasure } from './readings-of-measure.ts'

const TERM = 'total(emigration) over last 12 months'
const reading = (reporter: string, low: number | null, high: number | null) => ({
  reporter,
  low,
  high,
  citations: [],
})
const node = (text: string, readings: TraceNode['readings']): TraceNode => ({
  from: 0,
  to: text.length,
  text,
  verdict: 'met',
  notes: [],
  readings,
  parts: [],
})
const traced = (of: ReturnType<typeof reading>, setAside: string | null) => ({
  ...of,
  verdict: 'met' as const,
  claim: of.reporter === 'Interior Ministry',
  setAside,
})

it('marks what the counterpart says of itself, and why it was set aside', () => {
  const [ncsj, ministry] = [reading('NCSJ', 8000, 8200), reading('Interior Ministry', 12000, null)]
  const trace = [
    node(`${TERM} >= 10000`, [traced(ncsj, null), traced(ministry, 'a claim in their favour')]),
  ]
  expect(readingsOfMeasure({ term: TERM, readings: [ncsj, ministry] }, trace)).toEqual([
    { ...ncsj, claim: false, setAside: null },
    { ...ministry, claim: true, setAside: 'a claim in their favour' },
  ])
})

it('shows a reading that was set aside though the measure leaves it out', () => {
  const ministry = reading('Interior Ministry', 12000, null)
  const trace = [node(`${TERM} >= 10000`, [traced(ministry, 'a claim in their favour')])]
  expect(readingsOfMeasure({ term: TERM, readings: [] }, trace)).toMatchObject([
    { reporter: 'Interior Ministry', claim: true, setAside: 'a claim in their favour' },
  ])
})

it('knows a claim by its reporter where a test reads several measures together', () => {
  const whole = {
    ...node('a > b', []),
    parts: [node('other(x) > 1', [traced(reading('Interior Ministry', 1, 1), null)])],
  }
  const measure = { term: TERM, readings: [reading('Interior Ministry', 5, 5)] }
  expect(readingsOfMeasure(measure, [whole])).toMatchObject([{ claim: true, setAside: null }])
})
