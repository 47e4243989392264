/** `standards.yaml`, `goals.yaml` and the waivers of `leverage.yaml`. */
import type { BenchmarkId, GoalId, SourceId } from '../domain/basics/ids.ts'
import type { Citation } from '../domain/evidence/source.ts'
import { OBJECTIVES, TIERS } from '../domain/goals/goal.ts'
import type { Goal } from '../domain/goals/goal.ts'
import type { Waiver } from '../domain/goals/waiver.ts'
import type { Instrument, Provision } from '../domain/standards/instrument.ts'
import type { KnownIds } from './known-ids.ts'
import { anyOf, quote } from './nearest-name.ts'
import { readId, readOneOf, readYamlDate, required } from './read-programme.ts'
import type { Taken } from './read-table.ts'
import type { References } from './references.ts'
import type { YamlFile, YamlValue } from './yaml-file.ts'

/** Reads `standards.yaml`. */
export function readStandards(yaml: YamlFile, references: References): Taken<Instrument> {
  return readList(yaml, yaml.read(), 'The list of standards', 'instrument', (item) => {
    const keys = yaml.mapping(item, ['id', 'title', 'date', 'provisions'], 'An instrument')
    if (!keys) return undefined
    const id = readId(yaml, keys.get('id'), 'The id of the instrument', item.at)
    const date = readYamlDate(yaml, keys.get('date'), 'The date of the instrument')
    const title = yaml.text(keys.get('title'), 'The title of the instrument') ?? ''
    const provisions = readProvisions(yaml, keys.get('provisions'))
    if (id === undefined) return undefined
    const add = () => {
      for (const provision of provisions) references.provisions.add(`${id}/${provision.id}`)
    }
    return { id, entry: { id, title, date: date?.text ?? '', provisions }, add }
  })
}

function readProvisions(yaml: YamlFile, value: YamlValue | undefined): readonly Provision[] {
  const seen = new Set<string>()
  return yaml.list(value, 'The list of provisions').flatMap((item) => {
    const keys = yaml.mapping(item, ['id', 'title', 'text'], 'A provision')
    if (!keys) return []
    const id = required(yaml, keys.get('id'), 'The id of the provision', item.at)
    const title = yaml.text(keys.get('title'), 'The title of the provision') ?? ''
    const text = yaml.text(keys.get('text'), 'The text of the provision') ?? ''
    if (id === undefined) return []
    if (seen.has(id)) yaml.refuse(item.at, `The provision ${quote(id)} stands twice.`)
    seen.add(id)
    return { id, title, text }
  })
}

const GOAL_KEYS = ['id', 'tier', 'statement', 'provisions', 'objectives', 'cites', 'benchmarks']

/** Reads `goals.yaml`; provisions, benchmarks and sources are known by then. */
export function readGoals(yaml: YamlFile, references: References): Taken<Goal> {
  return readList(
    yaml,
    yaml.read(),
    'The list of goals',
    'goal',
    (item) => {
      const keys = yaml.mapping(item, GOAL_KEYS, 'A goal')
      if (!keys) return undefined
      const id = readId(yaml, keys.get('id'), 'The id of the goal', item.at)
      const tier = readOneOf(yaml, keys.get('tier'), TIERS, 'The tier')
      if (!keys.has('tier')) yaml.refuse(item.at, `The tier is missing; it is ${anyOf(TIERS)}.`)
      const statement = required(yaml, keys.get('statement'), 'The statement', item.at)
      const goal = {
        provisions: readProvisionsOfGoal(yaml, keys.get('provisions'), references),
        objectives: yaml
          .list(keys.get('objectives'), 'The list of objectives')
          .flatMap((each) => readOneOf(yaml, each, OBJECTIVES, 'An objective') ?? []),
        cites: readCites(yaml, keys.get('cites'), references),
        benchmarks: readReferences(
          yaml,
          keys.get('benchmarks'),
          references.benchmarks,
          'benchmark',
        ),
      }
      if (id === undefined) return undefined
      if (!tier || !statement) return { id }
      const entry: Goal = {
        ...goal,
        id: id as GoalId,
        tier,
        statement,
        // The brand: checked against benchmarks.txt above.
        benchmarks: goal.benchmarks as readonly BenchmarkId[],
      }
      return { id, entry, add: () => references.goals.add(id) }
    },
    references.goals,
  )
}

function readProvisionsOfGoal(
  yaml: YamlFile,
  value: YamlValue | undefined,
  { provisions }: References,
): readonly string[] {
  // A programme without standards.yaml may still name what its goals rest on.
  if (provisions.isAbsent) return yaml.texts(value, 'The list of provisions', 'A provision')
  return readReferences(yaml, value, provisions, 'provision')
}

function readReferences(
  yaml: YamlFile,
  value: YamlValue | undefined,
  ids: KnownIds,
  noun: string,
): readonly string[] {
  return yaml.list(value, `The list of ${noun}s`).flatMap((item) => {
    const id = yaml.text(item, `A ${noun}`)
    if (id === undefined || ids.has(id)) return id ?? []
    return yaml.refuseReference(item.at, ids, id) ?? []
  })
}

function readCites(
  yaml: YamlFile,
  value: YamlValue | undefined,
  references: References | undefined,
): readonly Citation[] {
  return yaml.list(value, 'The list of citations').flatMap((item) => {
    const keys = yaml.mapping(item, ['source', 'at'], 'A citation')
    if (!keys) return []
    const source = required(yaml, keys.get('source'), 'The source of the citation', item.at)
    const at = yaml.text(keys.get('at'), 'The place in the source') ?? ''
    if (source === undefined) return []
    if (references && !references.sources.has(source)) {
      yaml.refuseReference(keys.get('source')?.at ?? item.at, references.sources, source)
      return []
    }
    return { source: source as SourceId, at }
  })
}

const LEVERAGE_KEYS = ['benefits', 'conditions', 'decisions', 'waivers']
const WAIVER_KEYS = ['benchmark', 'by', 'ground', 'from', 'until', 'known', 'cites']

/** Reads the waivers of `leverage.yaml`; its other parts are kept as they are. Without references none is checked. */
export function readWaivers(yaml: YamlFile, references?: References): Taken<Waiver> {
  const root = yaml.read()
  const keys = root?.node ? yaml.mapping(root, LEVERAGE_KEYS, 'The leverage') : undefined
  return readList(yaml, keys?.get('waivers'), 'The list of waivers', 'waiver', (item) => {
    const entry = readWaiver(yaml, item, references)
    return entry && { entry, add: () => undefined }
  })
}

function readWaiver(
  yaml: YamlFile,
  item: YamlValue,
  references: References | undefined,
): Waiver | undefined {
  const keys = yaml.mapping(item, WAIVER_KEYS, 'A waiver')
  if (!keys) return undefined
  const benchmark = required(yaml, keys.get('benchmark'), 'The benchmark of the waiver', item.at)
  if (benchmark !== undefined && references && !references.benchmarks.has(benchmark))
    yaml.refuseReference(keys.get('benchmark')?.at ?? item.at, references.benchmarks, benchmark)
  const by = required(yaml, keys.get('by'), 'Who grants the waiver', item.at)
  const ground = required(yaml, keys.get('ground'), 'The ground of the waiver', item.at)
  const from = readYamlDate(yaml, keys.get('from'), 'The day from which the waiver holds')
  const until = readYamlDate(yaml, keys.get('until'), 'The day until which the waiver holds')
  const known = readYamlDate(yaml, keys.get('known'), 'The day since when the waiver is known')
  const cites = readCites(yaml, keys.get('cites'), references)
  if (!keys.has('from')) yaml.refuse(item.at, 'The day from which the waiver holds is missing.')
  if (from && until && until.latest < from.earliest)
    yaml.refuse(
      keys.get('until')?.at ?? item.at,
      `The waiver ends (${until.text}) before it begins (${from.text}).`,
    )
  if (benchmark === undefined || by === undefined || ground === undefined || !from) return undefined
  return {
    benchmark: benchmark as BenchmarkId,
    by,
    ground,
    from,
    until: until ?? null,
    known: known ?? from,
    cites,
  }
}

/** An item as read: its id where it has one, its entry where nothing of it is refused. */
type Item<Entry> = { readonly id?: string; readonly entry?: Entry; readonly add?: () => void }

function readList<Entry>(
  yaml: YamlFile,
  root: YamlValue | undefined,
  what: string,
  each: string,
  readItem: (item: YamlValue) => Item<Entry> | undefined,
  ids?: KnownIds,
): Taken<Entry> {
  const seen = new Map<string, { content: string; line: number }>()
  const entries: Entry[] = []
  const lines: number[] = []
  for (const item of yaml.list(root, what)) {
    const before = { count: yaml.count, consequential: yaml.consequential }
    const { id, entry, add } = readItem(item) ?? {}
    const { line } = yaml.placeAt(item.at)
    const content = JSON.stringify(entry)
    const earlier = id === undefined ? undefined : seen.get(id)
    if (yaml.count > before.count || entry === undefined) {
      if (id !== undefined) ids?.refuse(id, line, yaml.because(before))
    } else if (earlier && earlier.content !== content) {
      const where = `on line ${String(earlier.line)}`
      yaml.refuse(item.at, `The ${each} ${quote(id ?? '')} stands with other content ${where}.`)
    } else if (!earlier) {
      if (id !== undefined) seen.set(id, { content, line })
      add?.()
      entries.push(entry)
      lines.push(line)
    }
  }
  return { file: yaml.file, entries, lines, whole: root !== undefined }
}
