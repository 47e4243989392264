/**
 * One person's case on one printable sheet: who, what happened and from which source, where it was
 * raised and what was answered, and for what there is consent.
 *
 * It says what the register says on the day and judges nothing. What is claimed or not confirmed
 * stands as such; a consent that is missing is printed, so that the sheet is not used beyond it.
 */
import type { Block, Column, NotedText, ReportDocument, Row, Text, TextRun } from '../document.ts'
import { openCitationNotes } from './citation-notes.ts'
import type { CitationNotes, CitedSource } from './citation-notes.ts'

export type SheetName = {
  readonly name: string
  /** ISO 15924; empty where it is not told. */
  readonly script: string
  readonly kind: string
}
export type SheetEvent = {
  /** As written. */
  readonly date: string
  readonly known: string
  readonly kind: string
  readonly verification: string
  /** The other side's own word. */
  readonly claim: boolean
  readonly detail: string
  /** `source-id @ locator` */
  readonly citations: readonly string[]
}
export type SheetCase = {
  readonly case: string
  readonly category: string
  readonly words: string
  readonly since: string | null
  readonly resolved: boolean
  readonly doubt: readonly string[]
  readonly ground: string
  readonly region: string
  readonly authority: string
  readonly events: readonly SheetEvent[]
  readonly listings: readonly {
    readonly list: string
    readonly version: string
    readonly presented: readonly {
      readonly date: string
      readonly to: string
      readonly rank: string
    }[]
    readonly responses: readonly {
      readonly date: string
      readonly code: string
      readonly words: string
    }[]
  }[]
}
export type CaseSheet = {
  readonly programme: string
  readonly person: string
  readonly asOf: string
  readonly knownOn: string
  /** `YYYY-MM-DD` */
  readonly madeOn: string
  readonly author: string
  /** The first is the one that heads the sheet. */
  readonly names: readonly SheetName[]
  readonly births: readonly string[]
  /** Word and text: sex, nationality, place, occupation. */
  readonly facts: readonly (readonly [word: string, text: string])[]
  readonly family: readonly { readonly name: string; readonly role: string }[]
  readonly urgency: readonly string[]
  readonly cases: readonly SheetCase[]
  readonly owed: readonly string[]
  readonly consents: readonly { readonly use: string; readonly words: string }[]
  readonly sources: Readonly<Record<string, CitedSource>>
}

/** The document, in English; names in their own scripts. Citations are its notes. */
export function composeCaseSheet(sheet: CaseSheet): ReportDocument {
  const citations = openCitationNotes(sheet.sources)
  const [first, ...others] = sheet.names
  const body: readonly Block[] = [
    { kind: 'definitions', items: factsOf(sheet, others) },
    ...sheet.cases.flatMap((each) => caseBlocks(each, citations)),
    ...owedBlocks(sheet.owed),
    { kind: 'heading', level: 2, text: ['Consent'] },
    {
      kind: 'definitions',
      items: sheet.consents.map(({ use, words }) => ({ term: [use], description: [words] })),
    },
  ]
  return {
    title: first?.name ?? sheet.person,
    subtitle: 'Case sheet',
    language: 'en',
    direction: 'ltr',
    author: sheet.author,
    madeOn: sheet.madeOn,
    metadata: [
      { label: 'Programme', value: [sheet.programme] },
      { label: 'Person', value: [code(sheet.person)] },
      { label: 'As of', value: [code(sheet.asOf)] },
      { label: 'As known on', value: [code(sheet.knownOn)] },
    ],
    body,
    notes: citations.notes(),
    words: { page: 'Page {page} of {pages}', notes: 'Sources', about: 'About' },
  }
}

function factsOf(sheet: CaseSheet, others: readonly SheetName[]) {
  const rows: (readonly [string, Text])[] = [
    ['Urgent', separated(sheet.urgency.map((words) => ({ text: words, strong: true })))],
    ['Also', separated(others.map(sayName))],
    ['Born', sayBirths(sheet.births)],
    ...sheet.facts.map(([word, text]) => [word, [text]] as const),
    [
      'Family',
      separated(
        sheet.family.map(({ name, role }) => ({ text: role === '' ? name : `${name} (${role})` })),
      ),
    ],
  ]
  return rows
    .filter(([, text]) => text.some((run) => (typeof run === 'string' ? run : run.text) !== ''))
    .map(([word, text]) => ({ term: [word], description: text }))
}

const RIGHT_TO_LEFT = ['Arab', 'Hebr', 'Syrc', 'Thaa']

function sayName({ name, script, kind }: SheetName): TextRun {
  return {
    text: kind === 'official' || kind === 'spelling' ? name : `${name} (${kind})`,
    ...(script !== '' && { language: `und-${script}` }),
    ...(RIGHT_TO_LEFT.includes(script) && { direction: 'rtl' as const }),
  }
}

function sayBirths(births: readonly string[]): Text {
  if (births.length === 0) return ['not known']
  const said = births.flatMap((birth, index) => [...(index === 0 ? [] : [' or ']), code(birth)])
  return births.length === 1 ? said : [...said, ' (these contradict)']
}

const HISTORY: readonly Column[] = [
  { header: ['Date'], align: 'start', weight: 1.7 },
  { header: ['What happened'], align: 'start', weight: 5 },
  { header: ['Verification'], align: 'start', weight: 1.7 },
  { header: ['Known'], align: 'start', weight: 1.6 },
]

function caseBlocks(each: SheetCase, { cite }: CitationNotes): readonly Block[] {
  const { category, words, since, resolved, doubt, ground, region, authority } = each
  const state = `${words}${since === null ? '' : ` since ${since}`}${resolved ? ': resolved' : ''}`
  const about: (readonly [string, string])[] = [
    ['State', [state, ...doubt].join('. ')],
    ['Ground', ground],
    ['Region', region],
    ['Decided by', authority],
    ['Raised', sayListings(each)],
  ]
  const rows = each.events.map((event) => historyRow(event, cite))
  return [
    { kind: 'heading', level: 2, text: [capital(category.replaceAll('-', ' '))] },
    {
      kind: 'definitions',
      items: about
        .filter(([, text]) => text !== '')
        .map(([word, text]) => ({ term: [word], description: [text] })),
    },
    ...(rows.length === 0
      ? [{ kind: 'paragraph', text: ['Nothing is recorded of what happened.'] } as const]
      : [{ kind: 'table', name: 'History', caption: [], columns: HISTORY, rows } as const]),
  ]
}

function historyRow(event: SheetEvent, cite: CitationNotes['cite']): Row {
  const { date, known, kind, verification, claim, detail, citations } = event
  const words = kind.startsWith('re-') ? kind : kind.replaceAll('-', ' ')
  const said: NotedText = [
    { text: words, strong: verification === 'confirmed' && !claim },
    ...(detail === '' ? [] : [`: ${detail}`]),
    ...(citations.length === 0 ? [] : [' ', ...cite(citations)]),
  ]
  return {
    cells: [
      { text: [code(date)] },
      { text: said },
      { text: [claim ? `claimed, ${verification}` : verification] },
      { text: [code(known)] },
    ],
  }
}

function sayListings({ listings }: SheetCase): string {
  return listings
    .map(({ list, version, presented, responses }) => {
      const handed = presented.map(({ date, to, rank }) =>
        [`handed over ${date}${to === '' ? '' : ` to ${to}`}`, rank].filter(Boolean).join(', '),
      )
      const answers = responses.map(
        ({ date, code: answer, words }) =>
          `answered ${date}: ${answer.replaceAll('-', ' ')}${words === '' ? '' : ` (“${words}”)`}, to verify`,
      )
      return [`list ${list}, version ${version}`, ...handed, ...answers].join('; ')
    })
    .join('. ')
}

function owedBlocks(owed: readonly string[]): readonly Block[] {
  if (owed.length === 0) return []
  return [
    { kind: 'heading', level: 2, text: ['Owed'] },
    ...owed.map((words) => ({ kind: 'paragraph', text: [words] }) as const),
  ]
}

function separated(runs: readonly TextRun[]): Text {
  return runs.flatMap((run, index) => (index === 0 ? [run] : [' · ', run]))
}

const code = (text: string): TextRun => ({ text, mono: true })
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
