/**
 * A representation list as it is handed over, or a draft of it that says so on each of its faces.
 *
 * Entries are numbered through, grouped by category; each person stands on a line. On paper stands
 * what the other side needs to find the person, and nothing that says what is thought of the case.
 */
import { groupBy } from '../../domain/basics/collections.ts'
import type { Cell, Column, ReportDocument, Row, Table, TextRun } from '../document.ts'
import { dateOnPaper } from './paper-dates.ts'
import {
  categoryOnPaper,
  PAPER_WORDS,
  type PaperLanguage,
  type PaperWords,
} from './representation-list-words.ts'

export type PaperPerson = {
  readonly name: string
  /** ISO 15924; empty where it is not known. */
  readonly script: string
  readonly latin: string | null
  /** As on record; empty where it is not known. */
  readonly born: string
}

export type PaperEntry = {
  readonly category: string
  /** Empty is unknown. */
  readonly region: string
  /** Those whose names may be handed over. */
  readonly persons: readonly PaperPerson[]
}

export type ListPaper = {
  readonly language: PaperLanguage
  readonly number: string
  readonly title: string
  readonly version: string
  /** The day of the hand-over; of a draft, the day of the version. */
  readonly date: string
  /** Null for a draft. */
  readonly handedOver: { readonly by: string; readonly to: string; readonly rank: string } | null
  readonly entries: readonly PaperEntry[]
  /** In both units, over what is printed. */
  readonly families: number
  readonly persons: number
  readonly madeOn: string
}

export function composeRepresentationList(paper: ListPaper): ReportDocument {
  const words = PAPER_WORDS[paper.language]
  const { handedOver } = paper
  const rtl = paper.language === 'ar'
  return {
    title: `${words.list} ${paper.number}`.trim(),
    subtitle: handedOver ? paper.title : `${words.draft}. ${paper.title}`,
    language: paper.language,
    direction: rtl ? 'rtl' : 'ltr',
    author: '',
    madeOn: paper.madeOn,
    metadata: [
      { label: words.version, value: [paper.version] },
      { label: words.date, value: [dateOnPaper(paper.date, paper.language)] },
      ...(handedOver
        ? [
            { label: words.handedTo, value: [withRank(handedOver)] },
            { label: words.handedBy, value: [handedOver.by] },
          ]
        : []),
      { label: words.entries, value: [words.counted(paper.families, paper.persons)] },
    ],
    body: [
      ...(handedOver
        ? []
        : [{ kind: 'paragraph' as const, text: [{ text: words.draft, strong: true }] }]),
      entryTable(paper, words),
    ],
    notes: [],
    words: {
      page: handedOver ? words.page : `${words.draft} · ${words.page}`,
      notes: words.notes,
      about: words.about,
    },
  }
}

function withRank({ to, rank }: { readonly to: string; readonly rank: string }): string {
  return rank === '' ? to : `${to}, ${rank}`
}

/** Entries in the order in which they are numbered: category by category, as they came. */
export function numbered(
  entries: readonly PaperEntry[],
): readonly (PaperEntry & { number: number })[] {
  return [...groupBy(entries, ({ category }) => category).values()]
    .flat()
    .map((entry, index) => ({ ...entry, number: index + 1 }))
}

function entryTable(paper: ListPaper, words: PaperWords): Table {
  const entries = numbered(paper.entries)
  const bilingual = words.script !== 'Latn'
  const columns: readonly Column[] = [
    { header: [words.number], align: 'end', weight: 0.7 },
    { header: [words.name], align: 'start', weight: bilingual ? 3.4 : 5 },
    ...(bilingual ? [{ header: [words.latin], align: 'start', weight: 3 } as const] : []),
    { header: [words.born], align: 'start', weight: 1.5 },
    { header: [words.region], align: 'start', weight: 2 },
  ]
  const rowsOf = (asData: boolean): Row[] =>
    entries.flatMap((entry) =>
      entry.persons.map((person, index) => {
        const first = index === 0 || asData
        const cells: Cell[] = [
          first ? { text: [String(entry.number)], number: entry.number } : { text: [] },
          { text: [nameRun(person, paper.language)] },
          ...(bilingual ? [{ text: person.latin === null ? [] : [latinRun(person.latin)] }] : []),
          { text: person.born === '' ? [] : [dateOnPaper(person.born, paper.language)] },
          { text: first ? [entry.region === '' ? words.noRegion : entry.region] : [] },
        ]
        const category = categoryOnPaper(entry.category, words)
        return asData ? { cells: [...cells, { text: [category] }] } : { cells, group: [category] }
      }),
    )
  return {
    kind: 'table',
    name: words.entries,
    caption: [words.counted(paper.families, paper.persons)],
    columns,
    rows: rowsOf(false),
    groupedBy: words.category,
    asData: {
      columns: [...columns, { header: [words.category], align: 'start', weight: 3 }],
      rows: rowsOf(true),
    },
  }
}

const LANGUAGE_OF_SCRIPT: Readonly<Record<string, string>> = {
  Cyrl: 'ru',
  Arab: 'ar',
  Hebr: 'he',
  Geor: 'ka',
  Armn: 'hy',
  Hani: 'zh',
  Hans: 'zh-Hans',
  Hant: 'zh-Hant',
  Hang: 'ko',
  Kana: 'ja',
  Grek: 'el',
}

/** A name in another script than the page's carries its language, so that it is set and read aloud right. */
function nameRun({ name, script }: PaperPerson, language: PaperLanguage): string | TextRun {
  if (script === PAPER_WORDS[language].script || script === '') return name
  if (script === 'Latn') return latinRun(name)
  const of = LANGUAGE_OF_SCRIPT[script]
  const direction = script === 'Arab' || script === 'Hebr' ? ('rtl' as const) : ('ltr' as const)
  return of === undefined ? name : { text: name, language: of, direction }
}

function latinRun(text: string): TextRun {
  return { text, direction: 'ltr' }
}
