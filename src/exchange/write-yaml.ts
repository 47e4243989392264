/** Writes the programme, its standards and goals, and the waivers in `leverage.yaml`. */
import { Document, isMap, isScalar, parseDocument, visit } from 'yaml'
import type { Citation } from '../domain/evidence/source.ts'
import type { Goal } from '../domain/goals/goal.ts'
import type { Programme } from '../domain/goals/programme.ts'
import type { Waiver } from '../domain/goals/waiver.ts'
import type { Instrument } from '../domain/standards/instrument.ts'
import { decodeText } from './decode-text.ts'
import { withLineFeeds } from './write-tables.ts'

/** Keys that are empty are left out; the order is that of rules R121. */
export function programmeYaml(programme: Programme): string {
  const { id, title, counterpart, sender, baselines, from, counting, reviews } = programme
  const every = 'every' in reviews ? reviews.every : reviews.on
  return toYaml({
    id,
    title,
    counterpart,
    sender,
    baselines: baselines.map((each) => ({ id: each.id, title: each.title, in: each.in.text })),
    from,
    counting,
    // An empty list of days is no rhythm at all, and is not the same as saying nothing.
    reviews: Array.isArray(every) && every.length === 0 ? EMPTY_LIST : every,
    claims: programme.claims,
    substitutes: programme.substitutes,
  })
}

export function standardsYaml(standards: readonly Instrument[]): string {
  return toYaml(
    standards.map(({ id, title, date, provisions }) => ({
      id,
      title,
      date,
      provisions: provisions.map((each) => ({ id: each.id, title: each.title, text: each.text })),
    })),
  )
}

export function goalsYaml(goals: readonly Goal[]): string {
  return toYaml(
    goals.map((goal) => ({
      id: goal.id,
      tier: goal.tier,
      statement: goal.statement,
      provisions: goal.provisions,
      objectives: goal.objectives,
      cites: goal.cites.map(citation),
      benchmarks: goal.benchmarks,
    })),
  )
}

/**
 * `leverage.yaml` with these waivers in place of those it has. All else in it stays letter for
 * letter where the file is a mapping of one key a line, and in meaning where it is not.
 */
export function leverageYaml(before: Uint8Array | undefined, waivers: readonly Waiver[]): string {
  const part = waivers.length === 0 ? '' : toYaml({ waivers: waivers.map(waiverKeys) })
  const decoded = before && decodeText(before)
  if (!decoded || 'message' in decoded) return part
  const text = decoded.utf8.toString()
  const document = parseDocument(text, { version: '1.2', schema: 'core' })
  const root = document.contents
  if (!isMap(root)) return part
  if (root.flow === true) {
    document.delete('waivers')
    if (waivers.length > 0) document.set('waivers', plain(waivers.map(waiverKeys)))
    quoteAwkwardLines(document)
    return document.toString({ lineWidth: 0 })
  }
  const pair = root.items.find(({ key }) => isScalar(key) && key.value === 'waivers')
  const next = pair && root.items[root.items.indexOf(pair) + 1]
  const from = pair ? startOf(pair.key) : text.length
  const to = next ? startOf(next.key) : text.length
  const head = text.slice(0, from)
  return `${head}${head === '' || head.endsWith('\n') ? '' : '\n'}${part}${text.slice(to)}`
}

function waiverKeys({ benchmark, by, ground, from, until, known, cites }: Waiver) {
  return {
    benchmark,
    by,
    ground,
    from: from.text,
    until: until?.text,
    known: known.text === from.text ? undefined : known.text,
    cites: cites.map(citation),
  }
}

function citation({ source, at }: Citation) {
  return { source, at }
}

function startOf(node: unknown): number {
  return isScalar(node) && node.range ? node.range[0] : 0
}

const EMPTY_LIST: unique symbol = Symbol('empty list')

function toYaml(value: unknown): string {
  const bare = plain(value)
  if (Array.isArray(bare) && bare.length === 0) return ''
  const document = new Document(bare, {
    version: '1.2',
    schema: 'core',
    aliasDuplicateObjects: false,
  })
  quoteAwkwardLines(document)
  return document.toString({ lineWidth: 0 })
}

// The library loses blanks at the ends of lines in a text that it sets line by line.
function quoteAwkwardLines(document: Document): void {
  visit(document, {
    Scalar: (_, scalar) => {
      const { value } = scalar
      if (typeof value === 'string' && value.includes('\n') && !SOUND_LINES.test(value))
        scalar.type = 'QUOTE_DOUBLE'
    },
  })
}

const SOUND_LINES = /^\S(?:[^\n]*\S)?(?:\n\n?\S(?:[^\n]*\S)?)*\n?$/

/** Empty keys left out, lines ending in LF. */
function plain(value: unknown): unknown {
  if (typeof value === 'string') return withLineFeeds(value)
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([, each]) => !isEmpty(each))
  return Object.fromEntries(
    kept.map(([key, each]) => [key, each === EMPTY_LIST ? [] : plain(each)]),
  )
}

function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  )
}
