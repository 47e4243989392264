/**
 * The gate before a version is presented (rules R179–R182).
 *
 * A list with departed, dead or misspelt people on it gives the other side a reason to dismiss it
 * whole, and who was promised a place and is missing has been let down (1975 Moscow 8753). Each finding
 * has its case and a sentence, and stays open until it is settled or overridden with a reason. Consent
 * is each person's own: who lacks it is left off the paper where others of the case are named, else
 * overridden by a named person or not at all.
 *
 * Longer than most files: what the gate looks for is read side by side.
 */
import { consentInWords } from '../access/consent-standing.ts'
import type { CalendarDate } from '../basics/calendar-date.ts'
import { groupBy } from '../basics/collections.ts'
import type { CaseId, PersonId } from '../basics/ids.ts'
import type { ContactEntry } from '../cases/contact.ts'
import { promisesOn, readPromise } from '../cases/owed.ts'
import type { PersonName } from '../cases/person.ts'
import type { CaseGroup, Register, RegisterView } from '../cases/register.ts'
import { outcomeOn } from '../cases/resolved.ts'
import { STALE_AFTER_MONTHS, stalenessOn } from '../cases/stale.ts'
import { fold } from '../evidence/detail.ts'
import { parseInclusionRule } from './inclusion-rule.ts'
import type { ListRecord } from './list-record.ts'
import { entriesOf, listedCases, listsKnownOn } from './list-view.ts'
import type { ListedCase } from './list-view.ts'
import { isNamed, namedOnList, type ListingGrounds, type NamedOnList } from './named-on-list.ts'
import type { ListEntry, RepresentationList } from './representation-list.ts'
import { hasDied, meetsRule } from './rule-candidates.ts'
import { settlementOf, type Settlement } from './settlement.ts'

export const FINDING_KINDS = [
  'stale',
  'resolved',
  'dead',
  'consent-none',
  'consent-refused',
  'consent-expired',
  'promised-but-missing',
  'double',
  'spelling-variant',
  'wrong-category',
  'outside-the-rule',
] as const
export type FindingKind = (typeof FINDING_KINDS)[number]

export type Finding = {
  /** The same for the same thing found again, so that a settlement holds. */
  readonly id: string
  readonly kind: FindingKind
  readonly case: CaseId
  /** Whom of the case it is about; empty is all of it. */
  readonly persons: readonly PersonId[]
  /** The other case, of two that are one or look alike. */
  readonly other: CaseId | null
  readonly sentence: string
  /** Names that differ, where that is what was found. */
  readonly names: readonly string[]
  /** Where a promise was not kept, the contact in which it was made. */
  readonly contact?: ContactEntry
}

/** A person on the version, by all names on record, and the one that is printed. */
export type PrintedPerson = {
  readonly person: PersonId
  readonly case: CaseId
  readonly printed: string
  readonly names: readonly PersonName[]
}

/** Two persons who may be one. */
export type NearPair = readonly [PersonId, PersonId]

export type GateOptions = {
  /** What is printed for a person: as the paper will be made. */
  readonly printedName: (person: PersonId, names: readonly PersonName[]) => string
  /** Pairs whose names are near: the comparison of names, or nothing. */
  readonly nearNames: (persons: readonly PrintedPerson[]) => readonly NearPair[]
  readonly staleAfterMonths?: number
}

export type GateFinding = Finding & {
  /** No word settles it: only an override does. */
  readonly needsOverride: boolean
  /** Settled, it leaves this person off the paper; others of the case stand on it. */
  readonly mayBeLeftOff: boolean
  readonly settlement: Settlement | null
}

export type Gate = {
  readonly findings: readonly GateFinding[]
  /** Neither settled nor overridden. While there is one, the version is not presented. */
  readonly open: number
}

/** What stands in the way of presenting a version on a day, as known on that day. */
export function passGate(
  register: Register,
  lists: ListRecord,
  { id, rule }: Pick<RepresentationList, 'id' | 'rule'>,
  version: string,
  on: CalendarDate,
  { settlements, overrides }: Pick<ListingGrounds, 'settlements' | 'overrides'>,
  options: GateOptions,
): Gate {
  const view = register.asKnownOn(on)
  const entries = entriesOf(lists, id, version, on)
  const listed = listedCases(view, entries)
  const printed = listed.flatMap(({ entry, group }) =>
    group.persons.map((person): PrintedPerson => {
      const names = view.namesOf(person)
      return { person, case: entry.case, names, printed: options.printedName(person, names) }
    }),
  )
  const grounds = { consents: register.record.consents, overrides, settlements }
  const consents = listed.flatMap(({ entry, group }) =>
    aboutConsent(entry.case, namedOnList(view, { id: entry.case, group }, grounds, on, on)),
  )
  const found = [
    ...listed.flatMap((each) => aboutCase(view, each, rule, on, options)),
    ...promisedButMissing(register, view, lists, listed, id, on),
    ...doubles(listed, printed, options),
    ...printed.flatMap(spellings),
    ...categories(view, entries),
  ]
  const findings = [
    ...consents,
    ...found.map((finding): GateFinding => {
      const settlement = settlementOf(settlements, finding.id)
      return { ...finding, needsOverride: false, mayBeLeftOff: false, settlement }
    }),
  ]
  return { findings, open: findings.filter(({ settlement }) => settlement === null).length }
}

export function isAboutConsent(kind: FindingKind): boolean {
  return kind.startsWith('consent-')
}

/**
 * Who of a case has not agreed to be listed: one finding where the same word stands for all, else each
 * apart. Where someone else of the case is named, who has not agreed can be left off the paper.
 */
function aboutConsent(id: CaseId, persons: readonly NamedOnList[]): readonly GateFinding[] {
  return [...groupBy(persons, ({ finding }) => finding?.id)].flatMap(
    ([key, own]): GateFinding[] => {
      const [first] = own
      if (key === undefined || !first?.finding) return []
      const mayBeLeftOff = persons.some((other) => !own.includes(other) && isNamed(other))
      const holds =
        own.every(({ answer }) => answer === 'overridden') ||
        (mayBeLeftOff && own.every(({ answer }) => answer === 'left-off'))
      const whom = persons.length === own.length ? '' : `, ${first.person}`
      const others = mayBeLeftOff ? ' The others of the case can be presented without.' : ''
      return [
        {
          ...first.finding,
          case: id,
          persons: persons.length === own.length ? [] : own.map(({ person }) => person),
          other: null,
          sentence: `Being listed to the government${whom}: ${consentInWords(first.consent)}${others}`,
          names: [],
          needsOverride: !mayBeLeftOff,
          mayBeLeftOff,
          settlement: holds ? first.settlement : null,
        },
      ]
    },
  )
}

function aboutCase(
  view: RegisterView,
  { entry, group }: ListedCase,
  rule: string,
  on: CalendarDate,
  options: GateOptions,
): Finding[] {
  const found: Finding[] = []
  const find = (kind: FindingKind, sentence: string) =>
    found.push({
      id: `${kind}:${entry.case}`,
      kind,
      case: entry.case,
      persons: [],
      other: null,
      sentence,
      names: [],
    })
  const months = options.staleAfterMonths ?? STALE_AFTER_MONTHS
  const { stale, lastKnown } = stalenessOn(view, group, on, months)
  // Of what is over, nothing newer is to be known.
  if (stale && !isOver(group, on))
    find(
      'stale',
      lastKnown === null
        ? 'Nothing is on record about this case: ask the family before it is listed.'
        : `Nothing newer than ${lastKnown} is known, more than ${String(months)} months ago.`,
    )
  const outcomes = group.persons.map((person) => outcomeOn(group, person, on))
  const resolved = outcomes.filter((each) => each.resolved)
  if (resolved.length > 0 && resolved.length === outcomes.length) {
    const by = resolved[0]?.decidedBy
    find('resolved', `Resolved: ${by ? `${by.kind} ${by.row.date.text}` : 'everyone in it'}.`)
  } else if (resolved.length > 0)
    find(
      'resolved',
      `${String(resolved.length)} of ${String(outcomes.length)} persons ${resolved.length === 1 ? 'is' : 'are'} resolved.`,
    )
  const deaths = group.persons.map((person) => hasDied(group, person, on))
  const dead = deaths.filter((answer) => answer === 'yes').length
  if (dead > 0)
    find('dead', `${dead === 1 ? 'A person' : `${String(dead)} persons`} of this case died.`)
  else if (deaths.includes('unknown')) find('dead', 'A death is reported and not confirmed.')
  const { rule: read } = parseInclusionRule(rule.trim())
  if (rule.trim() !== '' && read) {
    const { answer, why } = meetsRule(read, group, on)
    if (answer !== 'yes' && resolved.length < outcomes.length)
      find(
        'outside-the-rule',
        `${answer === 'no' ? 'It does not meet' : 'It cannot be told that it meets'} the rule of the list. ${why.join(' ')}`,
      )
  }
  return found
}

/** Someone was told that the name would be on the list, and it is not. */
function promisedButMissing(
  register: Register,
  view: RegisterView,
  lists: ListRecord,
  listed: readonly ListedCase[],
  list: string,
  on: CalendarDate,
): readonly Finding[] {
  const here = new Set(listed.flatMap(({ group }) => [group.family, ...group.persons]))
  const known = listsKnownOn(lists, on)
  const contacts = register.record.contacts.filter(
    ({ promised }) => readPromise(promised).inclusion,
  )
  const promises = promisesOn(view, contacts, on, on, () => null)
  const missing = new Map<string, Finding>()
  for (const { subject, contact, list: named, inclusion } of promises) {
    if (!inclusion || !meansList(named, list, known)) continue
    const persons = view.personsOf(subject)
    const isHere = view.isFamily(subject)
      ? here.has(view.familyUnitOf(subject)) || persons.some((person) => here.has(person))
      : persons.every((person) => here.has(person))
    if (isHere) continue
    const groups = groupsAbout(view, subject, persons)
    // Whoever is out already, or is dead, is not missed.
    const open = groups.filter((group) => !isOver(group, on))
    const missed = (open[0] ?? groups[0])?.leading.id
    if (missed === undefined || (groups.length > 0 && open.length === 0)) continue
    const id = `promised-but-missing:${missed}`
    const to = contact.role === '' ? 'a contact' : `the ${contact.role}`
    missing.set(id, {
      id,
      kind: 'promised-but-missing',
      case: missed,
      persons: [],
      other: null,
      sentence: `On ${contact.date.text} ${to} was promised a place on ${named === null ? 'the list' : `list ${named}`} for ${subject}, and case ${missed} is not on this version.`,
      names: [],
      contact,
    })
  }
  return [...missing.values()]
}

function meansList(
  named: string | null,
  list: string,
  known: readonly RepresentationList[],
): boolean {
  if (named === null) return true
  const asked = fold(named)
  return known.some(
    ({ id, number, title }) =>
      id === list && [id, number, title].some((each) => fold(each) === asked),
  )
}

function groupsAbout(
  view: RegisterView,
  subject: ListedSubject,
  persons: readonly PersonId[],
): readonly CaseGroup[] {
  const family = view.isFamily(subject) ? view.familyUnitOf(subject) : undefined
  return view.groups.filter(
    (group) => group.family === family || group.persons.some((person) => persons.includes(person)),
  )
}

type ListedSubject = Parameters<RegisterView['personsOf']>[0]

function isOver(group: CaseGroup, on: CalendarDate): boolean {
  return group.persons.every(
    (person) => outcomeOn(group, person, on).resolved || hasDied(group, person, on) === 'yes',
  )
}

/** One person on two entries after merges, and persons who may be one. */
function doubles(
  listed: readonly ListedCase[],
  printed: readonly PrintedPerson[],
  { nearNames }: GateOptions,
): readonly Finding[] {
  const same = listed.flatMap(({ entry, doubles: others }) =>
    others.map((other): Finding => ({
      id: `double:${entry.case}:${other.case}`,
      kind: 'double',
      case: entry.case,
      persons: [],
      other: other.case,
      sentence: `Cases ${entry.case} and ${other.case} are one: the same subject and category.`,
      names: [],
    })),
  )
  const byPerson = new Map(printed.map((each) => [each.person, each]))
  const near = nearNames(printed).flatMap(([a, b]): Finding[] => {
    const [one, other] = [byPerson.get(a), byPerson.get(b)]
    if (!one || !other || a === b || one.case === other.case) return []
    return [
      {
        id: `double:${one.case}:${other.case}`,
        kind: 'double',
        case: one.case,
        persons: [],
        other: other.case,
        sentence: `The persons of cases ${one.case} and ${other.case} have near names and may be one.`,
        names: [one.printed, other.printed],
      },
    ]
  })
  return [...new Map([...near, ...same].map((finding) => [finding.id, finding])).values()]
}

/** Another spelling of the whole name in the script that is printed: which one do they know? */
function spellings({ person, case: id, printed, names }: PrintedPerson): readonly Finding[] {
  const shown = names.find(({ name }) => fold(name) === fold(printed))
  const variants = new Set(
    names
      .filter(
        ({ name, kind, script }) =>
          ['official', 'legal', 'spelling'].includes(kind) &&
          fold(name) !== fold(printed) &&
          (!shown || script === shown.script),
      )
      .map(({ name }) => name),
  )
  if (variants.size === 0) return []
  const many = variants.size === 1 ? 'another spelling' : `${String(variants.size)} other spellings`
  return [
    {
      id: `spelling-variant:${id}:${person}`,
      kind: 'spelling-variant',
      case: id,
      persons: [person],
      other: null,
      sentence: `The register has ${many} of a name on this entry.`,
      names: [printed, ...variants],
    },
  ]
}

/** The entry says another category than the case. */
function categories(view: RegisterView, entries: readonly ListEntry[]): readonly Finding[] {
  return entries.flatMap((entry): Finding[] => {
    const found = view.cases.get(entry.case)
    if (!found || entry.category === '' || fold(found.category) === fold(entry.category)) return []
    return [
      {
        id: `wrong-category:${entry.case}`,
        kind: 'wrong-category',
        case: entry.case,
        persons: [],
        other: null,
        sentence: `The entry says ${entry.category}; the case is ${found.category}.`,
        names: [],
      },
    ]
  })
}
