/** `programme.yaml`: what the programme is and the choices that hold for all its goals. */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import { isCalendarDate } from '../domain/basics/calendar-date.ts'
import type { CountingUnit } from '../domain/basics/counting-unit.ts'
import { COUNTING_UNITS } from '../domain/basics/counting-unit.ts'
import { isId } from '../domain/basics/ids.ts'
import type { ProgrammeId } from '../domain/basics/ids.ts'
import type { UncertainDate } from '../domain/basics/uncertain-date.ts'
import type { Baseline, Programme, Reviews } from '../domain/goals/programme.ts'
import { anyOf, quote } from './nearest-name.ts'
import { isCountry, notACountry } from './read-figures.ts'
import { notADate, notAnId, notOneOf, readDate } from './row-reader.ts'
import type { YamlFile, YamlValue } from './yaml-file.ts'

const PROGRAMME_KEYS = [
  'id',
  'title',
  'counterpart',
  'sender',
  'baselines',
  'from',
  'counting',
  'reviews',
  'claims',
  'substitutes',
] as const

const RHYTHMS = ['month', 'quarter', 'half-year', 'year'] as const

/** The programme, or nothing where any part of it is refused: all else hangs on it. */
export function readProgramme(yaml: YamlFile): Programme | undefined {
  const before = yaml.count
  const root = yaml.read()
  const keys = root && yaml.mapping(root, PROGRAMME_KEYS, 'The programme')
  if (!keys) return undefined
  const id = readId(yaml, keys.get('id'), 'The id of the programme')
  const title = required(yaml, keys.get('title'), 'The title of the programme')
  const counterpart = required(yaml, keys.get('counterpart'), 'The counterpart')
  if (counterpart !== undefined && !isCountry(counterpart))
    yaml.refuse(keys.get('counterpart')?.at ?? 0, notACountry(counterpart))
  const sender = required(yaml, keys.get('sender'), 'The sender')
  const programme = {
    from: readDay(yaml, keys.get('from'), 'The day from which the programme runs') ?? null,
    counting: readOneOf(yaml, keys.get('counting'), COUNTING_UNITS, 'What is counted') ?? PERSON,
    baselines: readBaselines(yaml, keys.get('baselines')),
    reviews: readReviews(yaml, keys.get('reviews')),
    claims: yaml.texts(keys.get('claims'), 'The list of those who claim', 'Each of them'),
    substitutes: yaml
      .list(keys.get('substitutes'), 'The list of groups of substitutes')
      .map((group) => yaml.texts(group, 'A group of substitutes', 'Each of them')),
  }
  if (yaml.count > before || id === undefined || title === undefined) return undefined
  if (counterpart === undefined || sender === undefined) return undefined
  return { id: id as ProgrammeId, title, counterpart, sender, ...programme }
}

/** Where a programme says nothing, persons are counted. */
const PERSON: CountingUnit = 'person'

function readBaselines(yaml: YamlFile, value: YamlValue | undefined): readonly Baseline[] {
  const seen = new Set<string>()
  return yaml.list(value, 'The list of baselines').flatMap((item) => {
    const keys = yaml.mapping(item, ['id', 'title', 'in'], 'A baseline')
    if (!keys) return []
    const id = readId(yaml, keys.get('id') ?? { node: null, at: item.at }, 'The id of the baseline')
    const period = readYamlDate(yaml, keys.get('in'), 'The period of the baseline')
    const title = yaml.text(keys.get('title'), 'The title of the baseline') ?? ''
    if (keys.get('in') === undefined) yaml.refuse(item.at, 'The period of the baseline is missing.')
    if (id !== undefined && seen.has(id))
      return yaml.refuse(item.at, `The baseline ${quote(id)} stands twice.`) ?? []
    if (id === undefined || !period) return []
    seen.add(id)
    return { id, title, in: period }
  })
}

function readReviews(yaml: YamlFile, value: YamlValue | undefined): Reviews {
  if (value === undefined) return { every: 'month' }
  if (value.node && 'items' in value.node)
    return {
      on: yaml
        .list(value, `The reviews are ${anyOf(RHYTHMS)}, or a list of days; a mapping`)
        .flatMap((day) => readDay(yaml, day, 'The day of a review') ?? []),
    }
  return { every: readOneOf(yaml, value, RHYTHMS, 'The rhythm of reviews') ?? 'month' }
}

/** A text that has to be there; its place is that of the file's beginning where it is not. */
export function required(
  yaml: YamlFile,
  value: YamlValue | undefined,
  what: string,
  at = 0,
): string | undefined {
  const text = yaml.text(value, what)
  if (text !== undefined && text.trim() !== '') return text
  if (value === undefined || text !== undefined) yaml.refuse(value?.at ?? at, `${what} is missing.`)
  return undefined
}

export function readId(
  yaml: YamlFile,
  value: YamlValue | undefined,
  what: string,
  at = 0,
): string | undefined {
  const id = required(yaml, value, what, at)
  if (id === undefined || isId(id)) return id
  return yaml.refuse(value?.at ?? at, notAnId(id))
}

export function readOneOf<Word extends string>(
  yaml: YamlFile,
  value: YamlValue | undefined,
  allowed: readonly Word[],
  what: string,
): Word | undefined {
  const word = yaml.text(value, what)
  if (word === undefined) return undefined
  const found = allowed.find((each) => each === word)
  return found ?? yaml.refuse(value?.at ?? 0, notOneOf(word, allowed))
}

export function readYamlDate(
  yaml: YamlFile,
  value: YamlValue | undefined,
  what: string,
): UncertainDate | undefined {
  const text = yaml.text(value, what)
  if (text === undefined) return undefined
  return readDate(text) ?? yaml.refuse(value?.at ?? 0, notADate(text))
}

function readDay(
  yaml: YamlFile,
  value: YamlValue | undefined,
  what: string,
): CalendarDate | undefined {
  const text = yaml.text(value, what)
  if (text === undefined || isCalendarDate(text)) return text
  return yaml.refuse(value?.at ?? 0, `${quote(text)} is not a day; expected is 1987-04-01.`)
}
