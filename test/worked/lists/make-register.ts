/**
 * Writes the invented register of this folder: `node test/worked/lists/make-register.ts`. The numbers
 * are those of the cables (see README.md), the people are nobody. The same run gives the same files.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { stringify } from 'csv-stringify/sync'

const HERE = import.meta.dirname

type Row = Readonly<Record<string, string | number>>

/** Families that are alike in what happened to them. */
type Kind = {
  readonly region: string
  readonly units: number
  readonly persons: number
  readonly fate: Fate
}
type Fate = 'before-august' | 'after-august' | 'waiting' | 'reversed'

/** List XVI by republic; the couple listed twice and the case solved before are added below. */
const SIXTEEN: readonly Kind[] = [
  { region: 'Armenia', units: 17, persons: 50, fate: 'before-august' },
  { region: 'Armenia', units: 3, persons: 8, fate: 'after-august' },
  { region: 'Armenia', units: 12, persons: 32, fate: 'waiting' },
  { region: 'Baltic', units: 2, persons: 6, fate: 'before-august' },
  { region: 'Baltic', units: 2, persons: 7, fate: 'after-august' },
  { region: 'Baltic', units: 36, persons: 104, fate: 'waiting' },
  { region: 'Ukraine', units: 29, persons: 87, fate: 'before-august' },
  { region: 'Ukraine', units: 1, persons: 3, fate: 'reversed' },
  { region: 'Ukraine', units: 6, persons: 21, fate: 'after-august' },
  { region: 'Ukraine', units: 103, persons: 303, fate: 'waiting' },
  { region: 'RSFSR', units: 9, persons: 26, fate: 'before-august' },
  { region: 'RSFSR', units: 3, persons: 12, fate: 'after-august' },
  { region: 'RSFSR', units: 18, persons: 50, fate: 'waiting' },
  { region: 'Georgia', units: 2, persons: 6, fate: 'before-august' },
  { region: 'Georgia', units: 3, persons: 14, fate: 'after-august' },
  { region: 'Moldavia', units: 20, persons: 56, fate: 'waiting' },
  { region: '', units: 5, persons: 14, fate: 'waiting' },
]
const CARRIED = 150

// mulberry32: small, and the same everywhere.
let seed = 1974
function random(): number {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}
function pick<Item>(items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}
/** A day of the span; always far enough from its end to be known within it. */
function dayIn(from: string, to: string): string {
  const [a, b] = [Date.parse(from), Date.parse(to)]
  return isoDay(a + Math.floor(random() * ((b - a) / 86_400_000 + 1)) * 86_400_000)
}
function later(day: string, days: number): string {
  return isoDay(Date.parse(day) + days * 86_400_000)
}
function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

const SYLLABLES = 'ba dor el ga hal is ko lur mi nev or pa ru sed ti ul va zor'.split(' ')
function word(parts: number): string {
  const letters = Array.from({ length: parts }, () => pick(SYLLABLES)).join('')
  return letters.charAt(0).toUpperCase() + letters.slice(1)
}

const persons: Row[] = []
const families: Row[] = []
const cases: Row[] = []
const events: Row[] = []
const contacts: Row[] = []
const consents: Row[] = []
const entries: Row[] = []
const sizes = new Map<string, number>()

type Made = { readonly case: string; readonly region: string; readonly persons: readonly string[] }

function makeFamily(size: number, region: string, category: string, opened: string): Made {
  const number = cases.length + 1
  const [id, family] = [`c-${number}`, `f-${number}`]
  const surname = word(3)
  const own = Array.from({ length: size }, (_, at) => {
    const person = `p-${persons.length + 1}`
    const birth = String(1905 + Math.floor(random() * 55))
    persons.push({
      id: person,
      name: `${word(2)} ${surname}`,
      script: 'Latn',
      kind: 'official',
      birth,
    })
    families.push({ family, person, role: at === 0 ? 'head' : at === 1 ? 'spouse' : 'child' })
    return person
  })
  const authority = region === '' ? '' : `visa office ${region}`
  cases.push({ id, subject: family, category, ground: '', region, authority, opened })
  sizes.set(id, size)
  return { case: id, region, persons: own }
}

function happen(of: Made, kind: string, date: string, more: Row = {}): void {
  const known = date.length === 10 ? later(date, 5) : ''
  events.push({ case: of.case, person: '', kind, date, known, source: 'embassy', at: '', ...more })
}

function listed(list: string, version: string, of: Made, category = 'divided-family'): void {
  entries.push({ list, version, case: of.case, category, region: of.region })
}

function makeAll({ units, persons: total, region, fate }: Kind): { made: Made; fate: Fate }[] {
  return Array.from({ length: units }, (_, at) => {
    // As even as it comes out: the first ones are larger by one.
    const size = Math.floor(total / units) + (at < total % units ? 1 : 0)
    const made = makeFamily(size, region, 'divided-family', String(1965 + Math.floor(random() * 8)))
    happen(made, 'refused', dayIn('1968-01-10', '1970-12-20'))
    if (random() < 0.5) happen(made, 'refused', dayIn('1971-01-10', '1973-02-20'))
    return { made, fate }
  })
}

// List XVI -----------------------------------------------------------------------------------------

const sixteen = SIXTEEN.flatMap(makeAll)
const of = (fate: Fate) => sixteen.filter((each) => each.fate === fate).map(({ made }) => made)

for (const made of of('before-august')) {
  const arrived = dayIn('1974-04-20', '1974-07-25')
  happen(made, 'permitted', later(arrived, -15))
  happen(made, 'arrived', arrived)
}
for (const made of of('after-august')) {
  const arrived = dayIn('1974-08-20', '1974-11-20')
  happen(made, 'permitted', later(arrived, -15))
  happen(made, 'arrived', arrived)
}
// The permission was rescinded while the family was on its way back for its things.
for (const made of of('reversed')) {
  happen(made, 'permitted', '1974-05-10')
  happen(made, 'arrived', '1974-06-01')
  happen(made, 'rescinded', '1974-09-20')
  happen(made, 'refused', '1974-09-20')
}
const waiting = of('waiting')
const note = (at: number): Made => {
  const made = waiting[at]
  if (!made) throw new Error(`nobody waits at ${at}`)
  return made
}
// What looks like an outcome and is none, each for somebody who waits.
happen(note(20), 'permitted', '1974-06-10')
happen(note(21), 'permitted', '1974-06-10')
happen(note(21), 'rescinded', '1974-10-02')
happen(note(22), 'departed', '1974-11-10')
happen(note(23), 'arrived', '1974-11-10', { verification: 'likely' })
happen(note(24), 'arrived', '1974-07-10', { source: 'tass' })
happen(note(25), 'promised', '1974-07-10')
happen(note(26), 'died', '1974-08-14')
happen(note(27), 'expelled', '1974-06-14')
happen(note(27), 'arrived', '1974-06-16')
happen(note(28), 'arrived', '1974-12')
// One of a family arrived, the others wait: a person is resolved and no family.
happen(note(29), 'arrived', '1974-10-10', { person: note(29).persons[0] ?? '' })

// A couple that stands on the list twice, under two spellings, and arrived once.
const couple = makeFamily(2, 'Ukraine', 'divided-family', '1969')
const again = makeFamily(2, 'Ukraine', 'divided-family', '1969')
for (const each of [couple, again]) {
  happen(each, 'refused', '1971-05-04')
  happen(each, 'arrived', '1974-10-01')
}
const merges: Row[] = couple.persons.map((kept, at) => ({
  kept,
  merged: again.persons[at] ?? '',
  known: '1974-12-15',
  by: 'embassy',
  reason: 'one couple listed twice under two spellings',
  undone: '',
}))
// A family that was thought to have arrived in May 1974 and had in 1973, before the list existed.
const before = makeFamily(3, 'Ukraine', 'divided-family', '1968')
happen(before, 'arrived', '1974-05-20', { verification: 'confirmed' })
happen(before, 'arrived', '1974-05-20', { verification: 'unlikely', known: '1974-12-15' })
happen(before, 'arrived', '1973-11-02', { verification: 'confirmed', known: '1974-12-15' })

for (const { made } of sixteen) listed('XVI', '1', made)
for (const made of [couple, again, before]) listed('XVI', '1', made)

// List XV ------------------------------------------------------------------------------------------

const resolvedLater = of('before-august')
const carried = [...resolvedLater.slice(16, 26), ...waiting.slice(0, CARRIED - 10)]
const carriedPersons = carried.reduce((sum, made) => sum + made.persons.length, 0)
/** Resolved by 4 September 1973, by 8 October, and the rest. */
const [early, next, rest] = [32, 6, 221 - CARRIED - 38]
const [earlyPersons, nextPersons] = [88, 17]
const fifteen = [
  ...own(early, earlyPersons, '1973-06-20', '1973-08-25'),
  ...own(next, nextPersons, '1973-09-08', '1973-09-28'),
  ...own(rest, 657 - carriedPersons - earlyPersons - nextPersons, '1973-11-10', '1974-02-20'),
]
function own(units: number, total: number, from: string, to: string): Made[] {
  return makeAll({ region: 'RSFSR', units, persons: total, fate: 'waiting' }).map(({ made }) => {
    happen(made, 'arrived', dayIn(from, to))
    return made
  })
}
for (const version of ['1', '2']) {
  for (const made of carried) listed('XV', version, made)
  for (const made of fifteen) listed('XV', version, made)
}
// Two lists before it.
for (const made of carried.slice(0, 40)) listed('XIV', '1', made)
for (const made of carried.slice(0, 20)) listed('XIII', '1', made)

// The cases of 1986 --------------------------------------------------------------------------------

/** 36 of 126 cases were promised on 26 May 1986: 117 persons. */
const PROMISED = { units: 36, persons: 117 }
for (let at = 0; at < 126; at += 1) {
  const promised = at < PROMISED.units
  const size = promised ? 3 + (at < PROMISED.persons - PROMISED.units * 3 ? 1 : 0) : 1 + (at % 3)
  const category = at % 6 === 0 ? 'divided-spouse' : at % 6 === 1 ? 'dual-national' : 'divided-family'
  const made = makeFamily(size, '', category, '1980')
  happen(made, 'refused', dayIn('1981-01-10', '1985-11-20'))
  if (promised) happen(made, 'promised', '1986-05-26', { known: '1986-05-26' })
  if (promised && at < 5) happen(made, 'departed', dayIn('1986-06-10', '1986-07-20'))
  listed('1986', '1', made, category)
}

// The draft of list XVII, as an embassy might get it ------------------------------------------------

const draft = [...waiting.slice(0, 6), of('after-august')[0], note(26)]
for (const made of draft)
  if (made) listed('XVII', '1', made, made === waiting[1] ? 'refused-exit' : undefined)
const agree = (made: Made | undefined, answer: string, more: Row = {}) =>
  consents.push({
    subject: `f-${made?.case.slice(2) ?? ''}`,
    use: 'list-to-the-government',
    answer,
    by: 'family',
    date: '1975-01-20',
    expires: '',
    ...more,
  })
for (const made of draft) if (made !== waiting[2]) agree(made, 'yes')
agree(waiting[3], 'no', { date: '1975-03-01' })
consents.push({
  subject: waiting[4]?.persons[0] ?? '',
  use: 'list-to-the-government',
  answer: 'no',
  by: 'self',
  date: '1975-02-01',
  expires: '',
})
agree(waiting[5], 'yes', { date: '1975-02-01', expires: '1975-05-15' })
for (const made of waiting.slice(0, 6)) {
  const at = waiting.indexOf(made)
  if (at > 0)
    contacts.push({
      subject: `f-${made.case.slice(2)}`,
      date: '1975-03-10',
      with: 'a cousin',
      role: 'family',
      words: 'They still hope to leave.',
      promised: '',
      known: '1975-03-10',
    })
}
contacts.push({
  subject: `f-${note(10).case.slice(2)}`,
  date: '1975-02-14',
  with: 'a brother abroad',
  role: 'sponsor',
  words: 'Asks whether they are on the list.',
  promised: 'inclusion: XVII',
  known: '1975-02-14',
})
persons.push({
  id: waiting[5]?.persons[0] ?? '',
  name: `${word(2)}y ${word(3)}off`,
  script: 'Latn',
  kind: 'spelling',
  birth: '',
})

const presentations = [
  presented('XIII', '1', '1971-05-01', 'accepted'),
  presented('XIV', '1', '1972-05-10', 'left-with-staff'),
  presented('XV', '1', '1973-05-16', 'left-with-staff'),
  presented('XV', '2', '1973-06-08', 'accepted'),
  presented('XVI', '1', '1974-04-01', 'left-with-staff'),
  presented('1986', '1', '1986-05-26', 'accepted'),
]
function presented(list: string, version: string, date: string, received: string) {
  return {
    list,
    version,
    date,
    by: 'embassy',
    to: 'Foreign Ministry',
    rank: 'head of department',
    channel: 'meeting',
    received,
  }
}
const VERSIONS = [
  ...presentations.map(({ list, version, date }): Row => ({ list, version, date })),
  { list: 'XVII', version: '1', date: '1975-05-20' },
]

write('cases/persons.csv', 'id name script kind birth', persons)
write('cases/families.csv', 'family person role', families)
write('cases/cases.csv', 'id subject category ground region authority opened', cases)
write('cases/case-events.csv', 'case person kind date known verification source at', events)
write('cases/contacts.csv', 'subject date with role words promised known', contacts)
write('cases/consents.csv', 'subject use answer by date expires', consents)
write('cases/merges.csv', 'kept merged known by reason undone', merges)
write(
  'lists/lists.csv',
  'list number title rule',
  ['XIII', 'XIV', 'XV', 'XVI', 'XVII', '1986'].map((list) => ({
    list,
    number: list,
    title: list === '1986' ? 'Cases of the spring of 1986' : `Representation list ${list}`,
    rule: list === 'XVII' ? 'category = "divided-family" and count(refused) >= 1 and not resolved' : '',
  })),
)
write('lists/versions.csv', 'list version date', VERSIONS)
write('lists/entries.csv', 'list version case category region', entries)
write('lists/presentations.csv', 'list version date by to rank channel received', presentations)
write('lists/responses.csv', 'list version case date code words', [
  response(note(24), 'already-departed', 'She left some time ago.'),
  response(note(25), 'pledged', 'A positive answer can be expected.'),
  response(note(23), 'favourable', 'Permission has been given.'),
  response(note(30), 'unknown-person', 'No such person is known.'),
])
function response(made: Made, code: string, words: string): Row {
  return { list: 'XVI', version: '1', case: made.case, date: '1974-07-10', code, words }
}
write('evidence/sources.csv', 'id title kind published', [
  { id: 'embassy', title: 'Embassy, Moscow', kind: 'embassy', published: '' },
  { id: 'tass', title: 'TASS', kind: 'publication', published: '' },
])
writeFileSync(
  join(HERE, 'programme.yaml'),
  [
    'id: representation-lists',
    'title: An invented register with the numbers of the cables',
    'counterpart: SUHH',
    'sender: US',
    'counting: family',
    'claims: [tass]',
    '',
  ].join('\n'),
)

function write(file: string, columns: string, rows: readonly Row[]): void {
  const path = join(HERE, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, stringify([...rows], { header: true, columns: columns.split(' ') }))
}
