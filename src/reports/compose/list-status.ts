/**
 * The status report of a list as a document: what was resolved since it was handed over, by whom it
 * is decided and where, beside the lists before it at equal age.
 *
 * It names no person: entries stand under the ids of their cases, so that it can be passed round
 * where the list itself cannot.
 */
import { unitNoun } from '../../domain/basics/counting-unit.ts'
import type { Block, Cell, Column, ReportDocument, Row, Table } from '../document.ts'
import { survivalFigure } from './list-survival-chart.ts'
import type { BothUnits, ListStatusReport, UnitCounts } from './list-status-report.ts'

export function composeListStatus(report: ListStatusReport): ReportDocument {
  const { status, list } = report
  const blocks: readonly (Block | null)[] = [
    { kind: 'heading', level: 1, text: ['In short'] },
    ...report.sentences.map((text) => ({ kind: 'paragraph', text: [text] }) as const),
    totalTable(report),
    { kind: 'heading', level: 1, text: ['Where, and who decides'] },
    breakdown(
      'By region',
      'Region',
      status.byRegion.map((row) => [row.region, row]),
    ),
    breakdown(
      'By category',
      'Category',
      status.byCategory.map((row) => [row.category, row]),
    ),
    breakdown(
      'By authority',
      'Authority',
      status.byAuthority.map((row) => [row.authority, row]),
    ),
    { kind: 'heading', level: 1, text: ['At equal age'] },
    ageTable(report),
    survivalFigure(report.cohorts),
    { kind: 'heading', level: 1, text: ['Waiting, and carried from list to list'] },
    { kind: 'paragraph', text: [waitingSentence(report)] },
    carriedTable(report),
    { kind: 'heading', level: 1, text: ['What was answered'] },
    responseTable(report),
    ...restatementBlocks(report),
  ]
  return {
    title: `List ${list.number}: where it stands`,
    subtitle: list.title,
    language: 'en',
    direction: 'ltr',
    author: '',
    madeOn: report.madeOn,
    metadata: [
      { label: 'Programme', value: [report.programme] },
      { label: 'Handed over', value: [day(status.presentedOn)] },
      { label: 'As of', value: [day(status.asOf)] },
      { label: 'As known on', value: [day(status.knownOn)] },
    ],
    body: blocks.filter(
      (block): block is Block =>
        block !== null && (block.kind !== 'table' || block.rows.length > 0),
    ),
    notes: [],
    words: { page: 'Page {page} of {pages}', notes: 'Notes', about: 'About' },
  }
}

/** The main table as data, for CSV. */
export function statusTable(report: ListStatusReport): Table {
  const { status } = report
  const rows: readonly (readonly [string, string | null, BothUnits])[] = [
    ['all', '', status],
    ...status.byRegion.map((row) => ['region', row.region, row] as const),
    ...status.byCategory.map((row) => ['category', row.category, row] as const),
    ...status.byAuthority.map((row) => ['authority', row.authority, row] as const),
    ...status.atAge.map((row) => ['months', String(row.months), row] as const),
  ]
  return {
    kind: 'table',
    name: 'Status',
    caption: [],
    columns: [
      { header: ['by'], align: 'start', weight: 1 },
      { header: ['value'], align: 'start', weight: 2 },
      ...['families', 'families resolved', 'persons', 'persons resolved'].map(
        (header) => ({ header: [header], align: 'end', weight: 1 }) as const,
      ),
    ],
    rows: rows.map(([by, value, { family, person }]) => ({
      cells: [
        { text: [by] },
        { text: [value ?? NOT_STATED] },
        ...[family.entries, family.resolved, person.entries, person.resolved].map(amount),
      ],
    })),
  }
}

const NOT_STATED = 'not stated'

/** Whole percent, half up; the numbers always stand beside it. */
export function percent({ entries, resolved }: UnitCounts): number | null {
  return entries === 0 ? null : Math.floor((resolved / entries) * 100 + 0.5)
}

function day(text: string) {
  return { text, mono: true }
}

function amount(number: number): Cell {
  return { text: [number.toLocaleString('en')], number }
}

function share(counts: UnitCounts): Cell {
  const found = percent(counts)
  return found === null ? { text: ['–'] } : { text: [`${found} %`], number: found }
}

const UNIT_COLUMNS: readonly Column[] = (['families', 'persons'] as const).flatMap((unit) => [
  { header: [unit], align: 'end', weight: 1.2 } as const,
  { header: ['resolved'], align: 'end', weight: 1.2 } as const,
  { header: ['share'], align: 'end', weight: 1 } as const,
])

function unitCells({ family, person }: BothUnits): readonly Cell[] {
  return [family, person].flatMap((counts) => [
    amount(counts.entries),
    amount(counts.resolved),
    share(counts),
  ])
}

function totalTable({ status }: ListStatusReport): Table {
  return {
    kind: 'table',
    name: 'Totals',
    caption: [
      `Resolved since ${status.presentedOn}, as of ${status.asOf}, as known on ${status.knownOn}. Left out, because resolved before: ${status.family.excluded} ${unitNoun('family', status.family.excluded)}, ${status.person.excluded} ${unitNoun('person', status.person.excluded)}.`,
    ],
    columns: [{ header: ['List'], align: 'start', weight: 2 }, ...UNIT_COLUMNS],
    rows: [{ cells: [{ text: ['All entries'] }, ...unitCells(status)] }],
  }
}

function breakdown(
  name: string,
  header: string,
  rows: readonly (readonly [string | null, BothUnits])[],
): Table {
  return {
    kind: 'table',
    name,
    caption: [name],
    columns: [{ header: [header], align: 'start', weight: 2.4 }, ...UNIT_COLUMNS],
    rows: rows.map(([value, counts]) => ({
      cells: [{ text: [value ?? NOT_STATED] }, ...unitCells(counts)],
    })),
  }
}

function ageTable({ cohorts }: ListStatusReport): Table {
  return {
    kind: 'table',
    name: 'At equal age',
    caption: ['Lists at equal age, each as it was reported then'],
    columns: [
      { header: ['List'], align: 'start', weight: 1.2 },
      { header: ['Handed over'], align: 'start', weight: 1.5 },
      { header: ['Months'], align: 'end', weight: 1 },
      { header: ['As known on'], align: 'start', weight: 1.5 },
      ...UNIT_COLUMNS,
    ],
    rows: cohorts.flatMap(({ list, presentedOn, ages }) =>
      ages.map((age): Row => ({
        cells: [
          { text: [list] },
          { text: [day(presentedOn)] },
          amount(age.months),
          { text: [day(age.knownOn)] },
          ...unitCells(age),
        ],
      })),
    ),
  }
}

function waitingSentence({ waiting, status: { asOf } }: ListStatusReport): string {
  if (waiting.median === null || waiting.longest === null)
    return 'How long the cases have waited cannot be told: none says since when it is open.'
  return `Half of the cases have waited ${inMonths(waiting.median)} or more until they were resolved or until ${asOf}, the longest ${inMonths(waiting.longest)}.`
}

function inMonths(months: number): string {
  if (months < 24) return `${Math.round(months)} months`
  const years = Math.round((months / 12) * 10) / 10
  return `${years} years`
}

function carriedTable({ status }: ListStatusReport): Table {
  return {
    kind: 'table',
    name: 'Carried over',
    caption: ['Cases that stood on earlier lists'],
    columns: [
      { header: ['Case'], align: 'start', weight: 2 },
      { header: ['Earlier lists'], align: 'end', weight: 1 },
      { header: ['First listed'], align: 'start', weight: 1.5 },
    ],
    rows: status.carriedOver.map(({ case: id, times, firstListed }) => ({
      cells: [{ text: [id] }, amount(times), { text: [day(firstListed)] }],
    })),
  }
}

function responseTable({ responses }: ListStatusReport): Block {
  if (responses.length === 0)
    return { kind: 'paragraph', text: ['No answer to any entry is on record.'] }
  return {
    kind: 'table',
    name: 'Answers',
    caption: ['The last answer to each case: a claim to verify, not an outcome'],
    columns: [
      { header: ['Answer'], align: 'start', weight: 3 },
      { header: ['Cases'], align: 'end', weight: 1 },
    ],
    rows: responses.map(({ code, cases }) => ({
      cells: [{ text: [code.replaceAll('-', ' ')] }, amount(cases)],
    })),
  }
}

function restatementBlocks({ restatements }: ListStatusReport): readonly Block[] {
  if (restatements.length === 0) return []
  return [
    { kind: 'heading', level: 1, text: ['Restated since'] },
    {
      kind: 'table',
      name: 'Restatements',
      caption: [],
      columns: [
        { header: ['Known'], align: 'start', weight: 1.3 },
        { header: ['Families before'], align: 'end', weight: 1.4 },
        { header: ['after'], align: 'end', weight: 1.4 },
        { header: ['Persons before'], align: 'end', weight: 1.4 },
        { header: ['after'], align: 'end', weight: 1.4 },
        { header: ['Why'], align: 'start', weight: 5 },
      ],
      rows: restatements.map(({ known, before, after, sentence }) => ({
        cells: [
          { text: [day(known)] },
          { text: [ratio(before.family)] },
          { text: [ratio(after.family)] },
          { text: [ratio(before.person)] },
          { text: [ratio(after.person)] },
          { text: [sentence] },
        ],
      })),
    },
  ]
}

function ratio({ entries, resolved }: UnitCounts): string {
  return `${resolved} of ${entries}`
}
