/**
 * name_bench: labelled pairs of names of persons. What our reasons say of each pair is put together by
 * a logistic model, in ten-fold cross-validation grouped by name: no name of a pair that is judged
 * stands in a pair that was learned from. Beside it, our own sum without any learning, at its best
 * threshold; and logic-v2's own frozen scores.
 * `node perf/names/name-bench.ts FOLDER`
 */
import { buildNameIndex, explainPair } from '../../src/domain/names/match-names.ts'
import type { MatchCandidate, NameRecord } from '../../src/domain/names/match-names.ts'
import { editsBetween } from '../../src/domain/names/edits.ts'
import { foldText } from '../../src/domain/names/field-columns.ts'
import { readName } from '../../src/domain/names/read-name.ts'
import { fitLogistic } from './logistic.ts'
import { readTable, setsFolder } from './read-sets.ts'

const FOLDS = 10
const folder = setsFolder()
const pairs = readTable(folder, 'name_bench/cases.csv').filter(({ schema }) => schema === 'Person')
const frozen = readTable(folder, 'name_bench/logicv2-frozen.csv').filter(
  ({ schema }) => schema === 'Person',
)
/** The vocabulary that says how rare a token is. */
const background = ['global', 'us'].flatMap((set) =>
  readTable(folder, `candidates/negatives_${set}.csv.gz`).map(({ full_name: value = '' }) => value),
)

function* records(): Generator<NameRecord> {
  for (const [at, value] of background.entries()) yield { id: `b-${at}`, names: [{ value }] }
  for (const [at, { name2: value = '' }] of pairs.entries())
    yield { id: `p-${at}`, names: [{ value }] }
}

const index = buildNameIndex(records())
const explained = pairs.map(({ name1: value = '' }, at) =>
  explainPair(index, { id: 'asked', names: [{ value }] }, `p-${at}`),
)

function featuresOf({ reasons }: MatchCandidate, theirs: string, ours: string): number[] {
  const sumOf = (wanted: (reason: (typeof reasons)[number]) => boolean) =>
    reasons.filter(wanted).reduce((sum, { weight }) => sum + weight, 0)
  const paired = reasons.filter(({ kind }) => kind === 'name')
  const [a, b] = [readName(theirs), readName(ours)]
  const shorter = Math.min(a.length, b.length)
  const left = Math.max(shorter - paired.length, 0)
  const lightest = Math.min(...paired.map(({ weight }) => weight), 6)
  // Two words that are left: how many letters differ, and where.
  const unlike = reasons
    .filter(
      ({ relation }) =>
        relation && !['exact', 'nickname', 'initial', 'left-out'].includes(relation),
    )
    .map(({ theirs: x = '', ours: y = '' }) => unlikeness(foldText(x), foldText(y)))
  const worst = unlike.reduce((p, q) => (q.share > p.share ? q : p), {
    share: 0,
    edits: 0,
    ending: 0,
    length: 9,
  })
  return [
    worst.share,
    worst.edits === 1 ? 1 : 0,
    worst.edits >= 3 ? 1 : 0,
    worst.ending,
    Math.min(worst.length, 9),
    unlike.filter(({ edits }) => edits > 0).length,
    sumOf(({ kind }) => kind === 'name') / 4,
    Math.min(sumOf(({ kind }) => kind === 'unmatched') / 4, 0),
    lightest,
    left > 0 ? 1 : 0,
    left,
    Math.abs(a.length - b.length),
    paired.length >= 2 ? 1 : 0,
    paired.length,
    reasons.filter(({ relation }) => relation === 'exact').length / Math.max(shorter, 1),
    paired.filter(({ relation, weight }) => relation === 'variant' && weight < 1).length,
    paired.some(({ relation }) => relation === 'joined') ? 1 : 0,
    paired.some(({ relation }) => relation === 'nickname') ? 1 : 0,
    paired.some(({ relation }) => relation === 'initial') ? 1 : 0,
    reasons.some(({ kind }) => kind === 'order') ? 1 : 0,
    shorter === 1 ? 1 : 0,
    Math.max(a.length, b.length) - paired.length,
  ]
}

function unlikeness(a: string, b: string) {
  const [x, y] = [a.replaceAll(' ', ''), b.replaceAll(' ', '')]
  const length = Math.max(x.length, y.length, 1)
  const sameScript = readName(a)[0]?.script === readName(b)[0]?.script
  const edits = sameScript ? Math.min(editsBetween(x, y, 9), length) : 0
  let same = 0
  while (same < Math.min(x.length, y.length) && x[same] === y[same]) same += 1
  return { share: edits / length, edits, ending: edits > 1 ? same / length : 0, length }
}

/** Pairs that share a name, by way of others too, are one group. */
function groupsOf(): number[] {
  const parent = new Map<string, string>()
  const root = (name: string): string => {
    const up = parent.get(name) ?? name
    return up === name ? name : root(up)
  }
  for (const { name1 = '', name2 = '' } of pairs) parent.set(root(name1), root(name2))
  const numbers = new Map<string, number>()
  return pairs.map(({ name1 = '' }) => {
    const group = root(name1)
    const number = numbers.get(group) ?? numbers.size
    numbers.set(group, number)
    return number
  })
}

function figures(taken: readonly boolean[], truth: readonly boolean[]) {
  const right = taken.filter((each, at) => each && truth[at]).length
  const precision = right / Math.max(taken.filter(Boolean).length, 1)
  const recall = right / Math.max(truth.filter(Boolean).length, 1)
  return { f1: (2 * precision * recall) / Math.max(precision + recall, 1e-9), precision, recall }
}

const print = (what: string, { f1, precision, recall }: ReturnType<typeof figures>) =>
  console.log(
    `${what.padEnd(48)} F1 ${f1.toFixed(3)}  P ${precision.toFixed(3)}  R ${recall.toFixed(3)}`,
  )

const truth = pairs.map(({ is_match: match }) => match === 'true')
const features = pairs.map(({ name1 = '', name2 = '' }, at) => {
  const candidate = explained[at]
  return candidate ? featuresOf(candidate, name1, name2) : []
})
const groups = groupsOf()
const fold = (group = 0) => (Math.imul(group + 1, 2_654_435_761) >>> 8) % FOLDS
const learned = pairs.map(() => false)
for (let held = 0; held < FOLDS; held += 1) {
  const rows = pairs.map((_, at) => at)
  const from = rows.filter((at) => fold(groups[at]) !== held)
  const model = fitLogistic(
    from.map((at) => features[at] ?? []),
    from.map((at) => truth[at] ?? false),
  )
  // The threshold is chosen on the learned folds.
  const scores = from.map((at) => model(features[at] ?? []))
  const level = bestLevel(
    scores,
    from.map((at) => truth[at] ?? false),
  )
  for (const at of rows)
    if (fold(groups[at]) === held) learned[at] = model(features[at] ?? []) >= level
}

function bestLevel(scores: readonly number[], right: readonly boolean[]): number {
  const levels = Array.from({ length: 41 }, (_, i) => 0.1 + i * 0.02)
  const f1 = (level: number) =>
    figures(
      scores.map((score) => score >= level),
      right,
    ).f1
  return levels.reduce((a, b) => (f1(b) > f1(a) ? b : a))
}

console.log(`${pairs.length} pairs of persons, ${truth.filter(Boolean).length} of them one person`)
print(
  'logic-v2, its frozen scores, at .70',
  figures(
    frozen.map(({ score = '0' }) => Number(score) >= 0.7),
    frozen.map(({ is_match: match }) => match === 'true'),
  ),
)
const sums = explained.map(({ logOdds }) => logOdds)
const best = sums
  .map((level) =>
    figures(
      sums.map((sum) => sum >= level),
      truth,
    ),
  )
  .reduce((a, b) => (b.f1 > a.f1 ? b : a))
print('our sum, best threshold in hindsight', best)
print('reasons through logistic, grouped ten-fold', figures(learned, truth))
for (const part of new Set(pairs.map(({ case_group: group }) => group))) {
  const of = pairs.map(({ case_group: group }) => group === part)
  const only = <T>(values: readonly T[]) => values.filter((_, at) => of[at])
  if (only(truth).length >= 20) print(`  of them ${part}`, figures(only(learned), only(truth)))
}
const strong = pairs.filter(({ quality }, at) => quality === 'STRONG' && learned[at] !== truth[at])
console.log(`strong pairs judged wrongly: ${strong.length}`)
if (process.argv.includes('--errors'))
  pairs.forEach(({ name1, name2, case_group: group, category }, at) => {
    if (learned[at] === truth[at]) return
    const why = explained[at]?.reasons.map(
      ({ kind, relation, theirs, ours, weight }) =>
        `${kind[0]}:${relation ?? ''} ${theirs ?? ''}~${ours ?? ''} ${weight.toFixed(1)}`,
    )
    console.log(
      truth[at] ? 'MISSED' : 'TAKEN',
      group,
      category,
      '|',
      name1,
      '|',
      name2,
      '|',
      why?.join('; '),
    )
  })
