/**
 * How long the bounds of a window take, on one series of 1,000 tied figures over 21 years: alone, as
 * a history of 240 windows, against the same bounds by HiGHS, and as the series grows.
 * `node perf/bounds.ts`
 */
import { addMonths, calendarDate, toDayNumber } from '../src/domain/basics/calendar-date.ts'
import type { DayNumber } from '../src/domain/basics/calendar-date.ts'
import { readFlow } from '../src/domain/evidence/bounds.ts'
import type { DaySpan, PeriodFigure } from '../src/domain/evidence/bounds.ts'
import { loadLinearSolver } from '../src/solve/linear-programme.ts'
import type { LinearModel } from '../src/solve/linear-programme.ts'
import { modelOf } from '../test/bounds-oracle.ts'

const FIRST = toDayNumber(calendarDate('1968-01-01'))
const FIGURES_A_YEAR = 48
const WINDOWS = 240
const SOLVED_BY_HIGHS = 12

/** Numbers between 0 and 1 that are the same in every run. */
function makeRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/**
 * Figures that agree with one invented daily record: months, quarters, half-years, years, twelve
 * months from October, and others of any length; some exact, some within a range, some open.
 */
function makeSeries(count: number): { figures: PeriodFigure[]; years: number } {
  const random = makeRandom(count)
  const years = Math.ceil(count / FIGURES_A_YEAR)
  const end = addMonths(FIRST, 12 * years)
  const totals = [0]
  for (let days = end - FIRST; days > 0; days -= 1)
    totals.push((totals.at(-1) ?? 0) + Math.floor(120 * random() * random()))
  const figures: PeriodFigure[] = []
  const add = (from: number, after: number) => {
    if (after > end || figures.length === count) return
    const truth = (totals[after - FIRST] ?? 0) - (totals[from - FIRST] ?? 0)
    const spread = random() < 0.5 ? 0 : Math.ceil(truth * 0.1 * random())
    const open = random()
    figures.push({
      key: figures.length + 1,
      from: from as DayNumber, // between two days of the record
      to: (after - 1) as DayNumber, // as above
      low: open < 0.1 ? null : truth - spread,
      high: open > 0.85 ? null : truth + spread,
    })
  }
  const addEvery = (months: number, offset: number) => {
    for (let month = offset; month < 12 * years; month += months)
      add(addMonths(FIRST, month), addMonths(FIRST, month + months))
  }
  for (const [months, offset] of [
    [12, 9],
    [12, 0],
    [6, 0],
    [3, 0],
    [1, 0],
  ] as const)
    // prettier-ignore
    addEvery(months, offset)
  while (figures.length < count) {
    const from = FIRST + Math.floor(random() * (end - FIRST - 5))
    add(from, from + 5 + Math.floor(random() * 400))
  }
  return { figures, years }
}

/** Twelve months each, the last day moving evenly from the end of the first year to the end of the series. */
function makeWindows(years: number): DaySpan[] {
  return Array.from({ length: WINDOWS }, (_, index) => {
    const to = addMonths(FIRST, 12 + Math.floor(((index + 1) * 12 * (years - 1)) / WINDOWS))
    return { from: addMonths(to, -12), to: (to - 1) as DayNumber } // the day before is a day
  })
}

type Formulation = { model: LinearModel; weightsOf(window: DaySpan): number[] }

/**
 * The other way to put it to HiGHS: the unknowns are running totals at the boundaries, two in each
 * row, as in our own difference constraints. Rows are fewer in entries and solve differently.
 */
function runningTotals(figures: readonly PeriodFigure[], windows: readonly DaySpan[]): Formulation {
  const cuts = [...figures, ...windows].flatMap(({ from, to }) => [from, to + 1])
  const days = [...new Set<number>(cuts)].sort((a, b) => a - b)
  const placeOf = new Map(days.map((day, place) => [day, place]))
  const columnsOf = ({ from, to }: DaySpan) => [
    placeOf.get(from) ?? NaN,
    placeOf.get(to + 1) ?? NaN,
  ]
  const coefficients = [-1, 1]
  return {
    model: {
      columns: days.map((_, place) => ({ lower: 0, upper: place === 0 ? 0 : Infinity })),
      rows: [
        ...figures.map((figure) => ({
          columns: columnsOf(figure),
          coefficients,
          lower: figure.low ?? 0,
          upper: figure.high ?? Infinity,
        })),
        ...days.slice(1).map((_, place) => ({
          columns: [place, place + 1],
          coefficients,
          lower: 0,
          upper: Infinity,
        })),
      ],
    },
    weightsOf(window) {
      const [start, end] = columnsOf(window)
      return days.map((_, place) => (place === end ? 1 : place === start ? -1 : 0))
    },
  }
}

function timed(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

function medianOf(times: number, measure: () => number): number {
  const measured = Array.from({ length: times }, measure).sort((a, b) => a - b)
  return measured[times >> 1] ?? NaN
}

/** Reading, one window of a series just read, the same again, and all windows of a series just read. */
function measure(figures: readonly PeriodFigure[], windows: readonly DaySpan[], times: number) {
  const [middle] = windows.slice(WINDOWS >> 1)
  if (!middle) throw new Error('no windows to measure')
  const ask = (flow: ReturnType<typeof readFlow>) =>
    timed(() => flow.boundsOver(middle.from, middle.to))
  return {
    read: medianOf(times, () => timed(() => readFlow(figures))),
    cold: medianOf(times, () => ask(readFlow(figures))),
    warm: medianOf(times, () => {
      const flow = readFlow(figures)
      ask(flow)
      return ask(flow)
    }),
    all: medianOf(times, () => {
      const flow = readFlow(figures)
      return timed(() => windows.forEach(({ from, to }) => flow.boundsOver(from, to)))
    }),
  }
}

const ms = (time: number) => `${time.toFixed(time < 1 ? 3 : 1)} ms`
const row = (what: string, value: string) => console.log(`${what.padEnd(66)}${value.padStart(14)}`)

const { figures, years } = makeSeries(1000)
const windows = makeWindows(years)
const flow = readFlow(figures)
const last = windows[WINDOWS - 1] ?? { from: FIRST, to: FIRST }
const first = timed(() => flow.boundsOver(last.from, last.to))
const ours = measure(figures, windows, 21)

console.log(`1,000 figures, ${WINDOWS} windows of twelve months; medians of 21`)
row('reading the figures', ms(ours.read))
row('first window, in a process that has just started', ms(first))
row('first window after reading', ms(ours.cold))
row('the same window again', ms(ours.warm))
row(`${WINDOWS} windows after reading`, ms(ours.all))

const solver = await loadLinearSolver()
/** Both bounds of each window, each solve going on from the one before or starting afresh. */
function solve({ model, weightsOf }: Formulation, asked: readonly DaySpan[], afresh: boolean) {
  let programme = solver.open(model)
  const answers = asked.map((window) => {
    const [least, greatest] = (['least', 'greatest'] as const).map((sense) => {
      if (afresh) {
        programme.close()
        programme = solver.open(model)
      }
      return programme.optimise(sense, weightsOf(window))
    })
    const low = least?.kind === 'optimal' ? Math.round(least.value) : NaN
    return `${low} ${greatest?.kind === 'optimal' ? Math.round(greatest.value) : Infinity}`
  })
  programme.close()
  return answers
}

const byUs = ({ from, to }: DaySpan) => {
  const bounds = flow.boundsOver(from, to)
  return bounds.kind === 'interval' ? `${bounds.low} ${bounds.high}` : bounds.kind
}
const sample = windows.filter((_, index) => index % (WINDOWS / SOLVED_BY_HIGHS) === 7)
const stretches = modelOf(figures, windows)
const totals = runningTotals(figures, windows)

console.log(
  `\nThe same bounds by HiGHS; ${SOLVED_BY_HIGHS} windows stand for ${WINDOWS} where it is slow`,
)
console.log(
  'unknowns        each solve      windows     measured     for all 240   times ours    same',
)
for (const [unknowns, formulation, asked, afresh] of [
  ['stretches', stretches, sample, true],
  ['stretches', stretches, sample, false],
  ['running totals', totals, sample, true],
  ['running totals', totals, windows, false],
] as const) {
  let answers: string[] = []
  const time = timed(() => (answers = solve(formulation, asked, afresh)))
  const all = (time * WINDOWS) / asked.length
  const same = asked.filter((window, index) => answers[index] === byUs(window)).length
  const columns = [
    unknowns.padEnd(16),
    (afresh ? 'afresh' : 'from the last').padEnd(14),
    String(asked.length).padStart(9),
    ms(time).padStart(13),
    ms(all).padStart(16),
    (all / ours.all).toFixed(0).padStart(13),
    String(same).padStart(8),
  ]
  console.log(columns.join(''))
}

console.log('\nAs the series grows: medians of 11')
console.log('figures       reading    first window    same again   240 windows')
for (const count of [250, 500, 1000, 2000]) {
  const series = makeSeries(count)
  const { read, cold, warm, all } = measure(series.figures, makeWindows(series.years), 11)
  const columns = [
    ms(read).padStart(13),
    ms(cold).padStart(16),
    ms(warm).padStart(14),
    ms(all).padStart(14),
  ]
  console.log(`${String(count).padStart(7)}${columns.join('')}`)
}
