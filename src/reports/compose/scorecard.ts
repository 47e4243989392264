/**
 * The scorecard of a day as a document: where every goal stands, then every benchmark with its text,
 * what it rests on and what is missing, alerts and sources.
 *
 * It says what the assessment says and judges nothing. What is not known stands as not known.
 */
import type { GoalView } from '../../domain/assessment/scorecard.ts'
import { TIERS } from '../../domain/goals/goal.ts'
import type { Tier } from '../../domain/goals/goal.ts'
import type { Block, Column, ReportDocument, Row, Table, Text } from '../document.ts'
import { benchmarkBlocks } from './scorecard-benchmarks.ts'
import { openCitationNotes } from './citation-notes.ts'
import type { CitationNotes } from './citation-notes.ts'
import type { ScorecardReport } from './scorecard-report.ts'
import {
  ALERT_WORDS,
  glyphAndWord,
  sayHalf,
  sayHalves,
  STANDING_MEANINGS,
  STANDING_WORDS,
} from './standing-words.ts'

const TIER_TITLES: Readonly<Record<Tier, string>> = {
  immediate: 'Immediate: without significant change of the system',
  intermediate: 'Intermediate: some opening of the society',
  'long-range': 'Long-range: full observance',
}

/** The document, in English. Citations are its notes. */
export function composeScorecard(report: ScorecardReport): ReportDocument {
  const { scorecard, edition } = report
  const citations = openCitationNotes(report.sources)
  const body: Block[] = [
    { kind: 'heading', level: 1, text: ['The goals'] },
    ...TIERS.flatMap((tier) => goalTable(tier, scorecard, citations)),
    { kind: 'heading', level: 1, text: ['Alerts'] },
    alertTable(scorecard),
    { kind: 'heading', level: 1, text: ['How this was made'] },
    ...methodBlocks(report.method),
    { kind: 'heading', level: 1, text: ['The benchmarks'] },
    ...benchmarkBlocks(scorecard, report.texts, citations),
    { kind: 'heading', level: 1, text: ['Sources'] },
    sourceTable(report.sources),
  ]
  return {
    title: 'Where it stands',
    subtitle: scorecard.programme.title,
    language: 'en',
    direction: 'ltr',
    author: edition?.signedBy ?? '',
    madeOn: report.madeOn,
    metadata: [
      { label: 'Programme', value: [scorecard.programme.title] },
      { label: 'As of', value: [day(scorecard.asOf)] },
      { label: 'As known on', value: [day(scorecard.knownOn)] },
      { label: 'Edition', value: sayEdition(report) },
    ],
    body: body.filter((block) => block.kind !== 'table' || block.rows.length > 0),
    notes: citations.notes(),
    words: { page: 'Page {page} of {pages}', notes: 'Notes', about: 'About' },
  }
}

function day(text: string) {
  return { text, mono: true }
}

function sayEdition({ edition, madeOn }: ScorecardReport): Text {
  if (!edition) return ['Not an edition: a reading made on ', day(madeOn), ', signed by nobody']
  const { id, signedBy, issuedOn, corrects, reason } = edition
  return [
    { text: id, mono: true },
    `, signed by ${signedBy}, issued on `,
    day(issuedOn),
    ...(corrects === null ? [] : [', corrects ', { text: corrects, mono: true }, `: ${reason}`]),
  ]
}

function methodBlocks(method: string): readonly Block[] {
  return [
    ...method
      .split(/\n{2,}/)
      .filter((text) => text.trim() !== '')
      .map((text) => ({ kind: 'paragraph', text: [text.trim()] }) as const),
    {
      kind: 'definitions',
      items: STANDING_MEANINGS.map(([standing, meaning]) => ({
        term: [glyphAndWord(standing)],
        description: [meaning],
      })),
    },
  ]
}

const GOAL_COLUMNS: readonly Column[] = [
  { header: ['Goal'], align: 'start', weight: 4 },
  { header: ['Standing'], align: 'start', weight: 2.3 },
  { header: ['Number, rule'], align: 'start', weight: 2.4 },
  { header: ['Why'], align: 'start', weight: 4 },
  { header: ['Missing'], align: 'start', weight: 3.4 },
  { header: ['Sources'], align: 'end', weight: 1.7 },
]

/** A word a column and no glyph, so that a spreadsheet can filter and sort by it. */
const GOAL_DATA_COLUMNS: readonly Column[] = [
  { header: ['Goal'], align: 'start', weight: 4 },
  { header: ['Standing'], align: 'start', weight: 1.5 },
  { header: ['Gesture'], align: 'start', weight: 1 },
  { header: ['Number'], align: 'start', weight: 1.5 },
  { header: ['Rule'], align: 'start', weight: 1.5 },
  { header: ['Why'], align: 'start', weight: 4 },
  { header: ['Missing'], align: 'start', weight: 4 },
  { header: ['Sources'], align: 'end', weight: 1 },
]

function goalTable(
  tier: Tier,
  { goals }: ScorecardReport['scorecard'],
  { cite }: CitationNotes,
): readonly Block[] {
  const ofTier = goals.filter((goal) => goal.tier === tier)
  if (ofTier.length === 0) return []
  return [
    { kind: 'heading', level: 2, text: [TIER_TITLES[tier]] },
    {
      kind: 'table',
      name: 'Goals',
      caption: [],
      columns: GOAL_COLUMNS,
      rows: ofTier.map((goal) => goalRow(goal, cite)),
      asData: {
        columns: GOAL_DATA_COLUMNS,
        rows: ofTier.map((goal) => goalDataRow(goal, cite)),
      },
      part: { header: 'Tier', text: tier },
    },
  ]
}

function goalRow(goal: GoalView, cite: CitationNotes['cite']): Row {
  const gesture = goal.gesture ? [', ', { text: 'gesture', emphasis: true }] : []
  return {
    cells: [
      { text: [goal.statement, ...cite(goal.cites)] },
      { text: [glyphAndWord(goal.standing), ...gesture] },
      { text: [sayHalves(goal.number, goal.rule)] },
      { text: [goal.why] },
      { text: [goal.missing.join(' ')] },
      { text: [String(goal.sources)], number: goal.sources },
    ],
  }
}

function goalDataRow(goal: GoalView, cite: CitationNotes['cite']): Row {
  return {
    cells: [
      { text: [goal.statement, ...cite(goal.cites)] },
      { text: [STANDING_WORDS[goal.standing]] },
      { text: [goal.gesture ? 'yes' : 'no'] },
      { text: [sayHalf(goal.number)] },
      { text: [sayHalf(goal.rule)] },
      { text: [goal.why] },
      { text: [goal.missing.join(' ')] },
      { text: [String(goal.sources)], number: goal.sources },
    ],
  }
}

function alertTable({ alerts }: ScorecardReport['scorecard']): Block {
  if (alerts.length === 0) return { kind: 'paragraph', text: ['None stands on this day.'] }
  return {
    kind: 'table',
    name: 'Alerts',
    caption: [],
    columns: [
      { header: ['Alert'], align: 'start', weight: 2.5 },
      { header: ['Subject'], align: 'start', weight: 2.5 },
      { header: ['Since'], align: 'start', weight: 1.5 },
      { header: ['Why'], align: 'start', weight: 5 },
    ],
    rows: alerts.map(({ kind, subject, since, why }) => ({
      cells: [
        { text: [ALERT_WORDS[kind]] },
        { text: [subject] },
        { text: [day(since)] },
        { text: [why] },
      ],
    })),
  }
}

/** Without a column of addresses where no source has one. */
function sourceTable(sources: ScorecardReport['sources']): Table {
  const entries = Object.entries(sources)
  const addressed = entries.some(([, { url }]) => url !== '')
  const address: Column = { header: ['Address'], align: 'start', weight: 4 }
  return {
    kind: 'table',
    name: 'Sources',
    caption: [],
    columns: [
      { header: ['Id'], align: 'start', weight: 3 },
      { header: ['Title'], align: 'start', weight: addressed ? 5 : 8 },
      { header: ['Published'], align: 'start', weight: 1.7 },
      ...(addressed ? [address] : []),
    ],
    rows: entries.map(([id, { title, published, url }]) => ({
      cells: [
        { text: [{ text: id, mono: true }] },
        { text: [title] },
        { text: published === null ? ['not stated'] : [day(published)] },
        ...(addressed ? [{ text: url === '' ? [] : [{ text: url, link: url }] }] : []),
      ],
    })),
  }
}
