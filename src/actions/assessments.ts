/** Reads where a programme stands. Everything here is worked out from the record, nothing is stored. */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import { addMonths, toCalendarDate, toDayNumber } from '../domain/basics/calendar-date.ts'
import type { BenchmarkId, GoalId, ProgrammeId } from '../domain/basics/ids.ts'
import type { Changes } from '../domain/assessment/changes.ts'
import { readChanges } from '../domain/assessment/changes.ts'
import type { Evaluator } from '../domain/assessment/evaluator.ts'
import type { Explanation } from '../domain/assessment/explanation.ts'
import { explainBenchmark } from '../domain/assessment/explanation.ts'
import type { GoalStanding } from '../domain/assessment/goal-standing.ts'
import type {
  AlertView,
  GoalView,
  ProgrammeAssessment,
  Scorecard,
} from '../domain/assessment/scorecard.ts'
import { assessProgramme, readScorecard, readStrips } from '../domain/assessment/scorecard.ts'
import { spanOfControls } from '../domain/assessment/span.ts'
import type { Verdict } from '../domain/assessment/verdict.ts'
import { AUDIENCES, TIERS, type Tier } from '../domain/goals/goal.ts'
import { inputsOf } from '../domain/goals/language/inputs.ts'
import type { Programme } from '../domain/goals/programme.ts'
import { ask } from './case-readings.ts'
import { requirePermission, type Context } from './context.ts'
import { findDaysOnRecord, widened, type DaySpan } from './days-on-record.ts'
import { ActionRefused } from './errors.ts'

export type Days = { readonly asOf: CalendarDate; readonly knownOn: CalendarDate }

/** What a page asks for; a day left out is the last of the programme's own time. */
export type AskedDays = { readonly asOf?: CalendarDate; readonly knownOn?: CalendarDate }

/** All of these throw `ActionRefused`: not-found, not-allowed. */
export async function assess(
  context: Context,
  programme: ProgrammeId,
  { asOf, knownOn }: Days,
): Promise<ProgrammeAssessment> {
  return ask(context, programme, (evaluator) => assessProgramme(evaluator, asOf, knownOn))
}

export async function scorecard(
  context: Context,
  programme: ProgrammeId,
  asked: AskedDays,
): Promise<Scorecard> {
  return ask(context, programme, (evaluator) => {
    const { asOf, knownOn } = settle(evaluator, asked, context)
    return readScorecard(evaluator, asOf, knownOn)
  })
}

export type History = {
  readonly programme: string
  readonly knownOn: CalendarDate | null
  readonly days: readonly CalendarDate[]
  readonly goals: readonly { readonly id: string; readonly standings: readonly GoalStanding[] }[]
  readonly benchmarks: readonly { readonly id: string; readonly standings: readonly Verdict[] }[]
}

export type Every = 'month' | 'quarter' | 'year'

/** Standings at the end of each month, quarter or year; `knownOn` null: each day as known on itself. */
export async function history(
  context: Context,
  programme: ProgrammeId,
  asked: { readonly from: CalendarDate; readonly to: CalendarDate; readonly every: Every } & {
    readonly knownOn: CalendarDate | null
  },
): Promise<History> {
  requirePermission(context, 'record.read')
  if (asked.from > asked.to)
    throw new ActionRefused(
      'invalid',
      `The history ends (${asked.to}) before it begins (${asked.from}).`,
    )
  const days = endsOf(asked.every, asked.from, asked.to)
  if (days.length > MOST_DAYS)
    throw new ActionRefused(
      'invalid',
      `That would be ${days.length} days; a history shows at most ${MOST_DAYS}. Ask for a shorter time or a longer step.`,
    )
  const strips = await ask(context, programme, (evaluator) =>
    readStrips(evaluator, days, asked.knownOn),
  )
  return {
    programme,
    knownOn: asked.knownOn,
    days,
    goals: Object.entries(strips.goals).map(([id, standings]) => ({ id, standings })),
    benchmarks: Object.entries(strips.benchmarks).map(([id, standings]) => ({ id, standings })),
  }
}

const MOST_DAYS = 2400
const STEP = { month: 1, quarter: 3, year: 12 } as const

function endsOf(every: Every, from: CalendarDate, to: CalendarDate): CalendarDate[] {
  const [year = 0] = from.split('-').map(Number)
  const days: CalendarDate[] = []
  // From the end of the year before, so that quarters and years end where they should.
  let day = toDayNumber(`${String(year - 1).padStart(4, '0')}-12-31` as CalendarDate)
  for (;;) {
    day = addMonths(day, STEP[every])
    const date = toCalendarDate(day)
    if (date > to) return days
    if (date >= from) days.push(date)
  }
}

export async function changes(
  context: Context,
  programme: ProgrammeId,
  asked: AskedDays & { readonly since: CalendarDate },
): Promise<Changes> {
  const read = (evaluator: Evaluator) => {
    const { asOf, knownOn } = settle(evaluator, asked, context)
    if (asked.since > knownOn)
      throw new ActionRefused(
        'invalid',
        `What changed since ${asked.since} was not known on ${knownOn}.`,
      )
    return readChanges(evaluator, asked.since, asOf, knownOn)
  }
  return ask(context, programme, read, { always: true })
}

export async function explain(
  context: Context,
  programme: ProgrammeId,
  benchmark: BenchmarkId,
  asked: AskedDays,
): Promise<Explanation> {
  const explanation = await ask(context, programme, (evaluator) => {
    const { asOf, knownOn } = settle(evaluator, asked, context)
    return explainBenchmark(evaluator, benchmark, asOf, knownOn)
  })
  if (!explanation)
    throw new ActionRefused('not-found', `There is no benchmark "${benchmark}" in ${programme}.`)
  return explanation
}

export type GoalPage = {
  readonly goal: GoalView
  readonly objectives: readonly { readonly id: string; readonly audiences: readonly string[] }[]
  readonly provisions: readonly {
    readonly id: string
    readonly instrument: string
    readonly title: string
    readonly text: string
  }[]
  readonly undertakings: readonly {
    readonly id: string
    readonly date: string
    readonly by: string
    readonly text: string
    readonly outcome: string | null
  }[]
  readonly span: Scorecard['span']
  readonly strip: {
    readonly days: readonly CalendarDate[]
    readonly standings: readonly GoalStanding[]
  }
  readonly alerts: readonly AlertView[]
}

export async function goalPage(
  context: Context,
  programme: ProgrammeId,
  id: GoalId,
  asked: AskedDays,
): Promise<GoalPage> {
  return ask(context, programme, (evaluator) => viewGoalPage(context, evaluator, id, asked))
}

function viewGoalPage(
  context: Context,
  evaluator: Evaluator,
  id: GoalId,
  asked: AskedDays,
): GoalPage {
  const { record, evidence } = evaluator
  const goal = record.goals.find((each) => each.id === id)
  if (!goal)
    throw new ActionRefused('not-found', `There is no goal "${id}" in ${record.programme.id}.`)
  const { asOf, knownOn } = settle(evaluator, asked, context)
  const read = readScorecard(evaluator, asOf, knownOn)
  const view = read.goals.find((each) => each.id === id)
  if (!view) throw new Error('a goal on record stands on the scorecard')
  const subjects = new Set<string>([id, ...goal.benchmarks, ...readBy(evaluator, goal.benchmarks)])
  const day = toDayNumber(knownOn)
  const undertakings = [...evidence.undertakings.values()].flatMap((undertaking) => {
    const version = undertaking.versions.findLast(({ known }) => known <= day)
    if (!version || undertaking.withdrawn <= day || version.content.goal !== id) return []
    subjects.add(undertaking.id)
    const { date, by, text } = version.content
    const outcome = evaluator
      .viewOn(knownOn)
      .outcomes(undertaking.id)
      .outcomes.filter((each) => each.outcome.date.latest <= asOf)
      .at(-1)
    return [
      { id: undertaking.id, date: date.text, by, text, outcome: outcome?.outcome.outcome ?? null },
    ]
  })
  return {
    goal: view,
    objectives: goal.objectives.map((objective) => ({
      id: objective,
      audiences: AUDIENCES[objective],
    })),
    provisions: goal.provisions.map((provision) => provisionOf(evaluator, provision)),
    undertakings,
    span: read.span,
    strip: { days: read.strips.days, standings: read.strips.goals[id] ?? [] },
    alerts: read.alerts.filter(({ subject }) => subjects.has(subject)),
  }
}

/** The series, states, rules and acts that the benchmarks read: alerts name these too. */
function readBy({ benchmarks }: Evaluator, ids: readonly BenchmarkId[]): string[] {
  return ids
    .flatMap((id) => benchmarks.get(id)?.versions ?? [])
    .flatMap(({ requirement }) => (requirement ? inputsOf(requirement) : []))
    .flatMap((input) => ('name' in input ? [input.name] : []))
}

function provisionOf({ record }: Evaluator, cited: string): GoalPage['provisions'][number] {
  const [instrumentId = '', ...rest] = cited.split('/')
  const instrument = record.standards.find(({ id }) => id === instrumentId)
  const provision = instrument?.provisions.find(({ id }) => id === rest.join('/'))
  return {
    id: cited,
    instrument: instrument?.title ?? instrumentId,
    title: provision?.title ?? rest.join('/'),
    text: provision?.text ?? '',
  }
}

export type ProgrammePage = {
  readonly programme: Programme
  readonly counterpartName: string
  readonly asOf: CalendarDate
  readonly knownOn: CalendarDate
  readonly span: Scorecard['span']
  readonly tiers: readonly { readonly tier: Tier; readonly goals: readonly GoalView[] }[]
  readonly alerts: readonly AlertView[]
  readonly counts: {
    readonly sources: number
    readonly figures: number
    readonly events: number
    readonly undertakings: number
  }
}

export async function programmePage(
  context: Context,
  programme: ProgrammeId,
  asked: AskedDays,
): Promise<ProgrammePage> {
  const days = await findDaysOnRecord(context.database, programme)
  return ask(context, programme, (evaluator) => {
    const begins = evaluator.record.programme.from !== null
    const own = begins || evaluator.span() !== null ? spanOfControls(evaluator) : null
    return viewProgrammePage(context, evaluator, asked, widened(own, days, context.today, begins))
  })
}

function viewProgrammePage(
  context: Context,
  evaluator: Evaluator,
  asked: AskedDays,
  span: DaySpan,
): ProgrammePage {
  const { record, evidence } = evaluator
  const { asOf, knownOn } = settleWithin(span, asked, context)
  const { goals, alerts } = assessProgramme(evaluator, asOf, knownOn)
  return {
    programme: record.programme,
    counterpartName: countryName(record.programme.counterpart),
    asOf,
    knownOn,
    span,
    tiers: TIERS.map((tier) => ({ tier, goals: goals.filter((goal) => goal.tier === tier) })),
    alerts,
    counts: {
      sources: evidence.sources.size,
      figures: [...evidence.figures.values()].reduce((sum, figures) => sum + figures.length, 0),
      events: evidence.events.length,
      undertakings: evidence.undertakings.size,
    },
  }
}

/** Former countries that CLDR does not name (ISO 3166-3). */
const FORMER: Readonly<Record<string, string>> = {
  SUHH: 'Soviet Union',
  DDDE: 'German Democratic Republic',
  CSHH: 'Czechoslovakia',
  YUCS: 'Yugoslavia',
  CSXX: 'Serbia and Montenegro',
  BUMM: 'Burma',
  ZRCD: 'Zaire',
  VDVN: 'Viet-Nam, Democratic Republic of',
  YDYE: 'Yemen, Democratic',
}

function countryName(code: string): string {
  const former = FORMER[code]
  if (former) return former
  if (!/^[A-Z]{2}$/.test(code)) return code
  return new Intl.DisplayNames('en', { type: 'region', fallback: 'code' }).of(code) ?? code
}

/** A page without days opens at the end of the programme's own time, or today if that has not come. */
export function settle(
  evaluator: Evaluator,
  asked: AskedDays,
  context: Pick<Context, 'today'>,
): Days {
  return settleWithin(spanOfControls(evaluator), asked, context)
}

function settleWithin(
  { to }: Pick<DaySpan, 'to'>,
  { asOf, knownOn }: AskedDays,
  { today }: Pick<Context, 'today'>,
): Days {
  const last = to < today ? to : today
  return {
    asOf: asOf ?? last,
    knownOn: knownOn ?? (asOf !== undefined && asOf > last ? asOf : last),
  }
}
