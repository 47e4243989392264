/** For tests: a report with every kind of block, in several scripts. All names in it are invented. */
import type { Block, ReportDocument } from './document.ts'

/** A small report, the same every time, with what is given in place of its own. */
export function someDocument(given: Partial<ReportDocument> = {}): ReportDocument {
  return {
    title: 'A report',
    subtitle: '',
    language: 'en',
    direction: 'ltr',
    author: 'A desk',
    madeOn: '1989-01-04',
    metadata: [],
    body: [],
    notes: [],
    words: { page: 'Page {page} of {pages}', notes: 'Notes', about: 'About' },
    ...given,
  }
}

export const SOME_CHART =
  '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="80" viewBox="0 0 320 80">' +
  '<rect x="10" y="20" width="200" height="40" fill="#8fb3a2"/>' +
  '<text x="12" y="45" font-family="IBM Plex Sans" font-size="14">1988: 19,286</text></svg>'

const BLOCKS: readonly Block[] = [
  { kind: 'heading', level: 1, text: ['Numbers'] },
  {
    kind: 'paragraph',
    text: [
      'Plain, ',
      { text: 'strong', strong: true },
      ', ',
      { text: 'emphasis', emphasis: true },
      ', ',
      { text: 'mono >= 10', mono: true },
      ', ',
      { text: '1,698', strike: true },
      ', ',
      { text: 'a page', link: 'https://example.org/page?a=1&b=2' },
      '. A line\nand the next; a note',
      { note: 'first' },
      ', another',
      { note: 'second' },
      ', the first again',
      { note: 'first' },
      '.',
    ],
  },
  { kind: 'heading', level: 2, text: ['Names in other scripts'] },
  {
    kind: 'paragraph',
    text: [
      'Анна Примерова (Ґ, Ѣ), Šťastná Ağaoğlu, Nguyễn, Ελένη, ',
      { text: 'ليلى المثالية', language: 'ar', direction: 'rtl' },
      ' (born 1951), ',
      { text: 'שרה לדוגמה', language: 'he', direction: 'rtl' },
      ' and others: ● ◐ ○ ? ≠ ≥ ≤ →.',
    ],
  },
  {
    kind: 'paragraph',
    language: 'ar',
    direction: 'rtl',
    text: [
      'قائمة رقم 16 سُلّمت في ',
      { text: '1988-04-01', mono: true },
      ' إلى Anna Primerova في موسكو.',
    ],
  },
  { kind: 'heading', level: 3, text: ['As it was written'] },
  {
    kind: 'verbatim',
    text: 'require total(emigration) over last 12 months >= 10000;\n  hold 6 months;',
  },
  {
    kind: 'table',
    name: 'Figures',
    caption: ['Figures by year'],
    groupedBy: 'Reporter',
    columns: [
      { header: ['Period'], align: 'start', weight: 2 },
      { header: ['Number'], align: 'end', weight: 1 },
      { header: ['Remark'], align: 'start', weight: 3 },
    ],
    rows: [
      {
        group: ['NCSJ'],
        cells: [
          { text: ['1987-04'] },
          { text: ['8,155'], number: 8155 },
          { text: ['as published', { note: 'third' }] },
        ],
      },
      {
        group: ['NCSJ'],
        cells: [{ text: ['1988'] }, { text: ['19,286'], number: 19286 }, { text: ['=1+1'] }],
      },
      {
        group: ['ICM'],
        cells: [{ text: ['1988-01/1988-06'] }, { text: ['6,930 and more'] }, { text: [''] }],
      },
    ],
  },
  {
    kind: 'definitions',
    items: [
      { term: ['met'], description: ['the test holds on all of the interval'] },
      { term: ['cannot be told'], description: ['it holds on part of it', { note: 'second' }] },
    ],
  },
  { kind: 'rule' },
  { kind: 'figure', svg: SOME_CHART, alt: 'A bar: 19,286 in 1988', caption: ['The year 1988'] },
  { kind: 'page-break' },
  { kind: 'paragraph', text: ['The last page.'] },
]

/** Every kind of block and of run, notes in text and table, five scripts. */
export const FULL_DOCUMENT: ReportDocument = someDocument({
  title: 'Where it stands',
  subtitle: 'Every kind of block, once',
  metadata: [
    { label: 'Programme', value: ['An example'] },
    { label: 'As known on', value: [{ text: '1989-01-04', mono: true }] },
  ],
  body: BLOCKS,
  notes: [
    { id: 'first', text: ['A paper, ', { text: 'p. 263', emphasis: true }] },
    { id: 'second', text: [{ text: 'https://example.org/', link: 'https://example.org/' }] },
    { id: 'third', text: ['Газета «Пример», с. 3'] },
  ],
})
