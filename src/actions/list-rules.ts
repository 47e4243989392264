/** Inclusion rules as they are typed, and whom they ask for (rules R172). */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { CaseId, ProgrammeId } from '../domain/basics/ids.ts'
import type { Answer } from '../domain/cases/resolved.ts'
import type { CaseGroup } from '../domain/cases/register.ts'
import { fold } from '../domain/evidence/detail.ts'
import {
  parseInclusionRule,
  ruleInWords,
  type InclusionRule,
} from '../domain/lists/inclusion-rule.ts'
import type { RuleFault } from '../domain/lists/inclusion-rule-words.ts'
import { entriesOf, listedCases } from '../domain/lists/list-view.ts'
import { candidatesOf } from '../domain/lists/rule-candidates.ts'
import { listCases } from '../store/cases.ts'
import type { Context } from './context.ts'
import { refusedField } from './field-refusals.ts'
import {
  listingConsent,
  lookAt,
  personsNamed,
  subjectsShown,
  type ConsentSeen,
  type PersonNamed,
} from './list-entry-views.ts'
import { openListsWith, requireList, type ListPart, type ListsWithRegister } from './list-part.ts'
import { noteReading } from './read-log.ts'
import { namesHidden } from './why-not.ts'

/** The rule without the blanks around it. Throws `EntryRefused` with the place of the first fault. */
export function checkRule(text: string): string {
  const rule = text.trim()
  if (rule === '') return ''
  const [fault] = parseInclusionRule(rule).faults
  if (!fault) return rule
  throw refusedField('/rule', `Line ${fault.line}, column ${fault.column}: ${fault.message}`)
}

export type RuleSeen = {
  readonly faults: readonly RuleFault[]
  readonly sentence: string | null
  readonly qualify: number | null
}

/** A rule as it is being written: its faults, or how many it asks for. Throws `ActionRefused`. */
export async function readRule(
  context: Context,
  programme: ProgrammeId,
  text: string,
  asOf: CalendarDate,
  knownOn: CalendarDate,
): Promise<RuleSeen> {
  const { rule, faults } = parseInclusionRule(text.trim())
  if (!rule) return { faults, sentence: null, qualify: null }
  const part = await openCandidates(context, programme, rule, () => [])
  const found = candidatesOf(rule, part.register.asKnownOn(knownOn), asOf)
  const qualify = found.filter(({ answer }) => answer === 'yes').length
  return { faults: [], sentence: sentenceOf(rule), qualify }
}

export function sentenceOf(rule: InclusionRule): string {
  return `On the list come cases that are: ${ruleInWords(rule)}.`
}

/** Null without a rule, and for one that cannot be read. */
export function ruleSentence(text: string): string | null {
  const { rule } = parseInclusionRule(text.trim())
  return rule && sentenceOf(rule)
}

export type CandidateSeen = {
  readonly case: CaseId
  readonly subject: string
  readonly persons: readonly PersonNamed[]
  readonly category: string
  readonly region: string | null
  readonly authority: string | null
  readonly qualifies: boolean
  readonly answer: Answer
  readonly why: readonly string[]
  readonly consent: ConsentSeen
  readonly onVersion: boolean
}

/** Of those that do not qualify no more are named. */
export const NAMED_OF_OTHERS = 500

/** Whom the rule of a list asks for, and whom it does not, with why. Throws `ActionRefused`. */
export async function readCandidates(
  context: Context,
  programme: ProgrammeId,
  name: string,
  asked: {
    readonly version: string | undefined
    readonly asOf: CalendarDate
    readonly knownOn: CalendarDate
  },
): Promise<{
  readonly asOf: CalendarDate
  readonly knownOn: CalendarDate
  readonly ruleSentence: string | null
  readonly faults: readonly RuleFault[]
  readonly candidates: readonly CandidateSeen[]
  readonly qualify: number
  readonly doNot: number
  readonly namesHidden: string | null
}> {
  const { asOf, knownOn } = asked
  let ruleText = ''
  const parsed = (part: ListPart) => {
    ruleText = requireList(part, name, knownOn).rule
    return parseInclusionRule(ruleText.trim())
  }
  const part = await openCandidates(
    context,
    programme,
    (each) => parsed(each).rule,
    (each) => onVersion(each, name, asked.version, knownOn),
    { names: true, consents: true },
  )
  const { rule, faults } = parsed(part)
  const days = { asOf, knownOn }
  if (!rule)
    return {
      ...days,
      ruleSentence: null,
      faults: ruleText.trim() === '' ? [] : faults,
      candidates: [],
      qualify: 0,
      doNot: 0,
      namesHidden: namesHidden(context),
    }
  const look = lookAt(part, asOf, knownOn)
  const there = keysOnVersion(part, name, asked.version, knownOn)
  const found = candidatesOf(rule, look.view, asOf)
  const fit = found.filter(({ answer }) => answer === 'yes')
  // What cannot be told goes before what is told not to.
  const others = [
    ...found.filter(({ answer }) => answer === 'unknown'),
    ...found.filter(({ answer }) => answer === 'no'),
  ]
  const shown = [...fit, ...others.slice(0, NAMED_OF_OTHERS)]
  await noteReading(
    context,
    programme,
    `candidates for list ${name}`,
    subjectsShown(shown.map(({ group }) => group)),
  )
  return {
    ...days,
    ruleSentence: sentenceOf(rule),
    faults: [],
    candidates: shown.map(({ group, answer, why }) => ({
      case: group.leading.id,
      subject: group.leading.subject,
      persons: personsNamed(look.view, group),
      category: group.leading.category,
      region: group.leading.region || null,
      authority: group.leading.authority || null,
      qualifies: answer === 'yes',
      answer,
      why,
      consent: consentShown(context, listingConsent(part, look, group)),
      onVersion: there.has(group.key),
    })),
    qualify: fit.length,
    doNot: others.length,
    namesHidden: namesHidden(context),
  }
}

/** Who gave it is a name. */
function consentShown(context: Context, consent: ConsentSeen): ConsentSeen {
  return namesHidden(context) === null ? consent : { ...consent, sentence: '' }
}

/** The register of the cases that a rule can ask for: all, or those of its category. */
export async function openCandidates(
  context: Context,
  programme: ProgrammeId,
  rule: InclusionRule | ((part: ListPart) => InclusionRule | null),
  besides: (part: ListPart) => Iterable<CaseId>,
  wanted: Parameters<typeof openListsWith>[3] = {},
): Promise<ListsWithRegister> {
  const cases = await listCases(context.database, programme)
  return openListsWith(
    context,
    programme,
    (part) => {
      const read = typeof rule === 'function' ? rule(part) : rule
      const category = read ? categoryOf(read) : undefined
      const possible = read
        ? cases.filter((each) => category === undefined || fold(each.category) === category)
        : []
      return [...possible.map(({ id }) => id), ...besides(part)]
    },
    wanted,
  )
}

/** The category without which nothing qualifies, folded. */
function categoryOf(rule: InclusionRule): string | undefined {
  if (rule.test === 'is' && rule.equal && fold(rule.key) === 'category') return fold(rule.value)
  if (rule.test !== 'and') return undefined
  for (const part of rule.parts) {
    const found = categoryOf(part)
    if (found !== undefined) return found
  }
  return undefined
}

function onVersion(
  part: ListPart,
  name: string,
  version: string | undefined,
  knownOn: CalendarDate,
): readonly CaseId[] {
  const list = requireList(part, name, knownOn)
  return version ? entriesOf(part.lists, list.id, version, knownOn).map((each) => each.case) : []
}

function keysOnVersion(
  part: ListsWithRegister,
  name: string,
  version: string | undefined,
  knownOn: CalendarDate,
): ReadonlySet<CaseGroup['key']> {
  const list = requireList(part, name, knownOn)
  const entries = version ? entriesOf(part.lists, list.id, version, knownOn) : []
  const listed = listedCases(part.register.asKnownOn(knownOn), entries)
  return new Set(listed.map(({ group }) => group.key))
}
