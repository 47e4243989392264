import { describe, expect, it } from 'vitest'
import type { BenchmarkView, GoalView, ReadingView } from '../../domain/assessment/scorecard.ts'
import { calendarDate } from '../../domain/basics/calendar-date.ts'
import { joinedTables, numberNotes, plainText, tablesOf } from '../document.ts'
import type { ReportDocument, Row, Table } from '../document.ts'
import { renderCsv } from '../render/csv.ts'
import { renderDocx } from '../render/docx.ts'
import { renderHtml } from '../render/html.ts'
import { renderPdf } from '../render/pdf.ts'
import { renderXlsx } from '../render/xlsx.ts'
import { METHOD } from './method.ts'
import type { ScorecardReport } from './scorecard-report.ts'
import { composeScorecard } from './scorecard.ts'
import { sayHalves } from './standing-words.ts'

const PAPER = 'jta-1989-01-03 @ p. 1'

function aReading(given: Partial<ReadingView> = {}): ReadingView {
  return { reporter: 'NCSJ', low: 19286, high: 19286, citations: [PAPER], ...given }
}

function aBenchmarkView(given: Partial<BenchmarkView> = {}): BenchmarkView {
  return {
    id: 'step-up',
    title: 'A modest step-up',
    kind: 'outcome',
    standing: 'met',
    gesture: false,
    gestureBecause: [],
    life: null,
    holdingSince: null,
    slippingSince: null,
    lapsedSince: null,
    unverifiedSince: null,
    waiver: null,
    version: '1987-01',
    measures: [{ term: 'total(emigration) in 1988', readings: [aReading()] }],
    why: 'NCSJ 19,286; at least 10,000 asked.',
    missing: [],
    disputes: [],
    restsOn: [PAPER],
    ...given,
  }
}

function aGoalView(given: Partial<GoalView> = {}): GoalView {
  return {
    id: 'emigration',
    tier: 'immediate',
    statement: 'A modest step-up in emigration',
    cites: ['schifter-1987 @ p. 263'],
    standing: 'met',
    gesture: false,
    number: 'met',
    rule: null,
    why: 'NCSJ 19,286; at least 10,000 asked.',
    missing: [],
    sources: 1,
    benchmarks: [aBenchmarkView()],
    ...given,
  }
}

function aReport(
  goals: readonly GoalView[],
  given: Partial<ScorecardReport> = {},
): ScorecardReport {
  return {
    scorecard: {
      programme: {
        id: 'soviet-union',
        title: 'Human rights in the Soviet Union',
        counterpart: 'SUHH',
      },
      asOf: calendarDate('1988-12-31'),
      knownOn: calendarDate('1989-01-04'),
      goals,
      benchmarks: [],
      alerts: [],
    },
    method: METHOD,
    texts: { 'step-up': 'benchmark step-up "A modest step-up" outcome {\n  hold 6 months;\n}\n' },
    sources: {
      'jta-1989-01-03': { title: 'Daily News Bulletin', published: '1989-01-03', url: '' },
      'schifter-1987': { title: 'Memorandum', published: null, url: 'https://example.org/88' },
    },
    edition: null,
    madeOn: '1989-01-05',
    ...given,
  }
}

function tableNamed(document: ReportDocument, name: string): readonly (readonly string[])[] {
  const table = joinedTables(document).find((each: Table) => each.name === name)
  return (table?.rows ?? []).map(wordsOfRow)
}

function wordsOfRow({ cells }: Row): string[] {
  return cells.map(({ text }) => plainText(text))
}

/** All words of the body, paragraph by paragraph. */
function wordsOf(document: ReportDocument): string {
  return document.body
    .map((block) => {
      if (block.kind === 'paragraph' || block.kind === 'heading') return plainText(block.text)
      if (block.kind === 'verbatim') return block.text
      if (block.kind !== 'definitions') return ''
      return block.items
        .map(({ term, description }) => `${plainText(term)}: ${plainText(description)}`)
        .join('\n')
    })
    .join('\n')
}

describe('a scorecard on paper', () => {
  it('says where each goal stands, tier by tier, with a glyph and a word', () => {
    const goals = [
      aGoalView({ id: 'last', tier: 'long-range', standing: 'disputed', number: 'disputed' }),
      aGoalView({
        standing: 'not-met',
        gesture: true,
        number: 'met',
        rule: 'not-met',
        missing: ['A. ', 'B.'],
      }),
    ]
    const document = composeScorecard(aReport(goals))
    const tiers = tablesOf(document).filter(({ name }) => name === 'Goals')
    const onPaper = tiers.map(({ part, rows }) => [part?.text, ...rows.flatMap(wordsOfRow)])
    expect(onPaper.map(([tier, , standing, halves]) => [tier, standing, halves])).toEqual([
      ['immediate', '○ not met, gesture', 'number yes · rule no'],
      ['long-range', '≠ disputed', 'number disputed'],
    ])
  })

  it('gives standing, gesture, number and rule as data in a word each, without a glyph', async () => {
    const goals = [
      aGoalView({ standing: 'partly', gesture: true, number: 'met', rule: 'not-met' }),
      aGoalView({ standing: 'insufficient', number: 'insufficient', rule: null }),
    ]
    const [table] = joinedTables(composeScorecard(aReport(goals)))
    const csv = new TextDecoder().decode(table && (await renderCsv(table)))
    expect(csv.split('\r\n').map((line) => line.split(',').slice(0, 6))).toEqual([
      ['Tier', 'Goal', 'Standing', 'Gesture', 'Number', 'Rule'],
      ['immediate', goals[0]?.statement, 'partly', 'yes', 'yes', 'no'],
      ['immediate', goals[1]?.statement, 'cannot be told', 'no', 'cannot be told', ''],
      [''],
    ])
  })

  it('notes a source in full where it is first cited, and by its id after that', () => {
    const restsOn = [PAPER, 'jta-1989-01-03 @ p. 2']
    const benchmarks = [
      aBenchmarkView({ restsOn }),
      aBenchmarkView({ id: 'other', restsOn: ['jta-1989-01-03'], measures: [] }),
    ]
    const document = composeScorecard(aReport([aGoalView({ benchmarks })]))
    const notes = [...numberNotes(document).values()].map(({ text }) => plainText(text))
    expect(notes).toEqual([
      'Memorandum, p. 263, https://example.org/88',
      'Daily News Bulletin, p. 1, 1989-01-03 [jta-1989-01-03]',
      'jta-1989-01-03, p. 2',
      'jta-1989-01-03',
    ])
  })

  it('lists addresses only where a source has one', () => {
    const headers = (given: Partial<ScorecardReport>) =>
      joinedTables(composeScorecard(aReport([aGoalView()], given)))
        .find(({ name }) => name === 'Sources')
        ?.columns.map(({ header }) => plainText(header))
    expect(headers({})).toContain('Address')
    const title = 'Daily News Bulletin'
    const sources = { 'jta-1989-01-03': { title, published: null, url: '' } }
    expect(headers({ sources })).toEqual(['Id', 'Title', 'Published'])
  })

  it('makes every citation a note, once, with title, place, day and address', () => {
    const document = composeScorecard(aReport([aGoalView()]))
    const notes = [...numberNotes(document).values()].map(({ text }) => plainText(text))
    expect(notes).toEqual([
      'Memorandum, p. 263, https://example.org/88',
      'Daily News Bulletin, p. 1, 1989-01-03',
    ])
  })

  it('prints a citation whose source it was not given as it stands', () => {
    const document = composeScorecard(aReport([aGoalView()], { sources: {} }))
    expect(document.notes.map(({ text }) => plainText(text))).toContain(PAPER)
  })

  it('gives intervals as numbers and leaves open what is open', () => {
    const readings = [
      aReading(),
      aReading({ reporter: 'ICM', low: 6930, high: null }),
      aReading({ reporter: 'A', low: null, high: 100 }),
      aReading({ reporter: 'B', low: 0, high: null, citations: [] }),
      aReading({ reporter: null, low: null, high: null, citations: [] }),
    ]
    const benchmarks = [aBenchmarkView({ measures: [{ term: 'total(x)', readings }] })]
    const document = composeScorecard(aReport([aGoalView({ benchmarks })]))
    expect(tableNamed(document, 'Readings').map((row) => row.slice(1, 4))).toEqual([
      ['NCSJ', '19,286', '19,286'],
      ['ICM', '6,930', 'and more'],
      ['A', 'not stated', '100'],
      ['B', 'cannot be told', ''],
      ['from events', 'cannot be told', ''],
    ])
  })

  it('says beside a benchmark its life, what is missing, disputes, waiver and gesture', () => {
    const benchmarks = [
      aBenchmarkView({
        standing: 'not-met',
        life: 'waived',
        holdingSince: calendarDate('1988-11-30'),
        gesture: true,
        gestureBecause: ['Better, but not held.'],
        missing: ['No figure for July 1987.'],
        disputes: ['A says met, B not met.'],
        waiver: { by: 'President', ground: 'The conference', from: '1989-01-04', until: null },
        restsOn: [PAPER, 'pravda-1988 @ p. 2'],
      }),
    ]
    const words = wordsOf(composeScorecard(aReport([aGoalView({ benchmarks })])))
    expect(words).toContain('○ not met, waived, holding since 1988-11-30, gesture')
    expect(words).toContain('benchmark step-up "A modest step-up" outcome {\n  hold 6 months;\n}')
    expect(words).toContain('Missing: No figure for July 1987.')
    expect(words).toContain('Disputed: A says met, B not met.')
    expect(words).toContain('Gesture: Better, but not held.')
    expect(words).toContain('Waived: by President, from 1989-01-04, without end: The conference')
    expect(words).toContain('Rests also on: events and reports')
  })

  it('says that it is no edition, or who signed it and what it corrects', () => {
    const saying = (document: ReportDocument) =>
      plainText(document.metadata.find(({ label }) => label === 'Edition')?.value ?? [])
    expect(saying(composeScorecard(aReport([])))).toBe(
      'Not an edition: a reading made on 1989-01-05, signed by nobody',
    )
    const edition = {
      id: 'e-2',
      signedBy: 'A. Officer',
      issuedOn: '1989-01-05',
      corrects: 'e-1',
      reason: 'a figure was replaced',
    }
    const signed = composeScorecard(aReport([], { edition }))
    expect(saying(signed)).toBe(
      'e-2, signed by A. Officer, issued on 1989-01-05, corrects e-1: a figure was replaced',
    )
    expect(signed.author).toBe('A. Officer')
  })

  it('says so where there is no alert and where a goal has no benchmark', () => {
    const words = wordsOf(composeScorecard(aReport([aGoalView({ benchmarks: [] })])))
    expect(words).toContain('None stands on this day.')
    expect(words).toContain('No benchmark has been written for this goal.')
  })

  it('leaves out the half that a goal does not have', () => {
    expect(sayHalves('insufficient', null)).toBe('number cannot be told')
    expect(sayHalves(null, null)).toBe('')
  })

  it('comes out in every format', async () => {
    const document = composeScorecard(aReport([aGoalView()]))
    for (const render of [renderPdf, renderDocx, renderXlsx, renderHtml])
      expect((await render(document)).length).toBeGreaterThan(1000)
  })
})
