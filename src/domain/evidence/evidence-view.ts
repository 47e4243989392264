/**
 * The evidence as known on a day: nothing that became known later is in it (rules R5).
 *
 * Each part (a series, a state, the acts of a kind …) carries a stamp: two views of one evidence in
 * which the same entries stand share the part, so that what was computed from it can be kept.
 */
import type { CalendarDate, DayNumber } from '../basics/calendar-date.ts'
import { toDayNumber } from '../basics/calendar-date.ts'
import type { SeriesId, UndertakingId } from '../basics/ids.ts'
import { addTo, compareText, groupBy } from '../basics/collections.ts'
import type { FlowFigures, PeriodFigure, TiedFiguresCache } from './bounds.ts'
import { readFlow } from './bounds.ts'
import { RULE_STAGES } from './event.ts'
import type {
  EventInView,
  KnownEvent,
  KnownEvidence,
  KnownFigure,
  KnownJudgement,
  KnownOutcome,
} from './known-evidence.ts'
import type { Timeline } from './timeline.ts'
import { readTimeline } from './timeline.ts'

/** One reporter's standing figures of one series and country. */
export type ReporterFigures = {
  readonly reporter: string
  readonly claim: boolean
  readonly figures: readonly KnownFigure[]
  /** Bounds of a flow over any window. */
  readonly flow: FlowFigures
  readonly figureOf: (key: number) => KnownFigure
}

export type SeriesView = {
  readonly stamp: number
  /** By country (null is the counterpart's own), then in the order in which reporters first appear. */
  readonly reporters: (country: string | null) => readonly ReporterFigures[]
  readonly countries: readonly (string | null)[]
  /** Known, and replaced by a later word or withdrawn. */
  readonly setAside: readonly { readonly figure: KnownFigure; readonly by: KnownFigure | null }[]
}

export type SubjectView = { readonly stamp: number; readonly timeline: Timeline }
export type EventsView = { readonly stamp: number; readonly events: readonly EventInView[] }
export type OutcomesView = {
  readonly stamp: number
  readonly outcomes: readonly KnownOutcome[]
  readonly known: boolean
}
export type JudgementsView = {
  readonly stamp: number
  readonly judgements: readonly KnownJudgement[]
}

export type EvidenceView = {
  readonly knownOn: CalendarDate
  readonly series: (id: SeriesId) => SeriesView
  readonly state: (subject: string) => SubjectView
  readonly rule: (subject: string) => SubjectView
  readonly acts: (kind: string) => EventsView
  readonly coverage: () => EventsView
  readonly outcomes: (undertaking: UndertakingId) => OutcomesView
  readonly judgements: (question: string) => JudgementsView
  /** Every event that stands, in the order of their latest days. */
  readonly events: () => readonly EventInView[]
}

/** Opens views on one evidence and keeps the parts that they share. */
export function openEvidence(evidence: KnownEvidence): (knownOn: CalendarDate) => EvidenceView {
  const shelf = new Shelf(evidence)
  const views = new Map<CalendarDate, EvidenceView>()
  return (knownOn) => {
    const open = views.get(knownOn)
    if (open) return open
    if (views.size >= MAX_VIEWS) views.clear()
    const view = shelf.view(knownOn)
    views.set(knownOn, view)
    return view
  }
}

const MAX_VIEWS = 400

/** Parts by what stands in them. */
class Shelf {
  readonly #evidence: KnownEvidence
  readonly #parts = new Map<string, { stamp: number }>()
  readonly #components: TiedFiguresCache = new Map()
  readonly #byKind: ReadonlyMap<string, readonly KnownEvent[]>
  readonly #bySubject: ReadonlyMap<string, readonly KnownEvent[]>
  #stamps = 0

  constructor(evidence: KnownEvidence) {
    this.#evidence = evidence
    const [byKind, bySubject] = [new Map<string, KnownEvent[]>(), new Map<string, KnownEvent[]>()]
    for (const event of evidence.events) {
      // A correction may change kind or subject: the event is looked for under each it has had.
      for (const kind of new Set(event.versions.map(({ content }) => content.kind)))
        addTo(byKind, kind, event)
      for (const key of new Set(
        event.versions.map(({ content }) => `${content.kind}\n${content.subject}`),
      ))
        addTo(bySubject, key, event)
    }
    this.#byKind = byKind
    this.#bySubject = bySubject
  }

  view(knownOn: CalendarDate): EvidenceView {
    const day = toDayNumber(knownOn)
    const kept = new Map<string, unknown>()
    const once = <Part>(key: string, make: () => Part): Part => {
      if (!kept.has(key)) kept.set(key, make())
      return kept.get(key) as Part // each key is made by one kind of maker
    }
    return {
      knownOn,
      series: (id) => once(`series ${id}`, () => this.#series(id, day)),
      state: (subject) => once(`state ${subject}`, () => this.#timeline('state', subject, day)),
      rule: (subject) => once(`rule ${subject}`, () => this.#timeline('rule', subject, day)),
      acts: (kind) => once(`acts ${kind}`, () => this.#acts(kind, day)),
      coverage: () => once('coverage', () => this.#acts('coverage', day)),
      outcomes: (id) => once(`outcomes ${id}`, () => this.#outcomes(id, day)),
      judgements: (question) => once(`judged ${question}`, () => this.#judgements(question, day)),
      events: () =>
        once('events', () =>
          this.#standing(this.#evidence.events, day).toSorted(
            (a, b) => compareText(a.event.date.latest, b.event.date.latest) || a.entry - b.entry,
          ),
        ),
    }
  }

  /** The part made from these entries, made once. */
  #part<Part extends object>(
    name: string,
    entries: readonly (number | string)[],
    make: () => Part,
  ): Part & { stamp: number } {
    const key = `${name}\n${entries.join(',')}`
    const found = this.#parts.get(key)
    if (found) return found as Part & { stamp: number } // one name, one kind of part
    const part = { ...make(), stamp: (this.#stamps += 1) }
    this.#parts.set(key, part)
    return part
  }

  #series(id: SeriesId, day: DayNumber): SeriesView {
    const known = (this.#evidence.figures.get(id) ?? [])
      .filter((figure) => figure.known <= day)
      .map((figure) => withCitationsBy(figure, day))
    const standing = new Map<string, KnownFigure>()
    const setAside: { figure: KnownFigure; by: KnownFigure | null }[] = []
    for (const figure of known) {
      if (figure.withdrawn <= day) {
        setAside.push({ figure, by: null })
        continue
      }
      const period = `${figure.reporter}\n${figure.country ?? ''}\n${figure.from}\n${figure.to}`
      const other = standing.get(period)
      // The latest published stands; on one publication day the later row (rules R16).
      const [stands, falls] =
        !other ||
        figure.known > other.known ||
        (figure.known === other.known && figure.entry > other.entry)
          ? [figure, other]
          : [other, figure]
      standing.set(period, stands)
      if (falls) setAside.push({ figure: falls, by: stands })
    }
    const figures = [...standing.values()]
    const key = [
      ...figures.map(({ entry, citations }) =>
        citations.length === 1 ? entry : `${entry}:${citations.length}`,
      ),
      '|',
      ...setAside.map(({ figure }) => figure.entry),
    ]
    return this.#part(`series ${id}`, key, () => {
      const byCountry = new Map<string | null, ReporterFigures[]>()
      for (const [country, group] of groupBy(figures, (figure) => figure.country))
        byCountry.set(
          country,
          [...groupBy(group, (figure) => figure.reporter)].map(([reporter, own]) =>
            this.#reporter(reporter, own),
          ),
        )
      return {
        reporters: (country: string | null) => byCountry.get(country) ?? [],
        countries: [...byCountry.keys()],
        setAside,
      }
    })
  }

  #reporter(reporter: string, figures: readonly KnownFigure[]): ReporterFigures {
    const byEntry = new Map(figures.map((figure) => [figure.entry, figure]))
    const cache = this.#components
    let flow: FlowFigures | undefined
    return {
      reporter,
      claim: figures.some(({ claim }) => claim),
      figures,
      get flow() {
        flow ??= readFlow(
          figures.map(({ entry, from, to, low, high }): PeriodFigure => ({
            key: entry,
            from,
            to,
            low,
            high,
          })),
          cache,
        )
        return flow
      },
      figureOf: (key) => {
        const figure = byEntry.get(key)
        if (!figure) throw new Error(`the bounds name a figure that is not there: entry ${key}`)
        return figure
      },
    }
  }

  #timeline(kind: 'state' | 'rule', subject: string, day: DayNumber): SubjectView {
    const events = this.#standing(this.#bySubject.get(`${kind}\n${subject}`) ?? [], day).filter(
      ({ event }) => event.kind === kind && event.subject === subject,
    )
    return this.#part(`${kind} ${subject}`, keysOf(events), () => ({
      timeline: readTimeline(events, kind === 'state' ? isRelief : isAdvance),
    }))
  }

  #acts(kind: string, day: DayNumber): EventsView {
    const events = this.#standing(this.#byKind.get(kind) ?? [], day).filter(
      ({ event }) => event.kind === kind,
    )
    return this.#part(`acts ${kind}`, keysOf(events), () => ({ events }))
  }

  #standing(events: readonly KnownEvent[], day: DayNumber): EventInView[] {
    return events.flatMap((event) => this.#inView(event, day) ?? [])
  }

  #inView(event: KnownEvent, day: DayNumber): EventInView | undefined {
    if (event.withdrawn <= day) return undefined
    const version = event.versions.findLast(({ known }) => known <= day)
    if (!version) return undefined
    const { content } = version
    const citations = version.citations.filter(({ known }) => known <= day)
    const { isCounterparts, speaksForCounterpart } = this.#evidence
    const byCounterpart =
      isCounterparts(content.claimedBy) ||
      citations.every(({ source }) => speaksForCounterpart(source))
    const verification = content.verification ?? (byCounterpart ? 'unknown' : 'confirmed')
    return {
      event: content,
      entry: version.entry,
      known: version.known,
      citations,
      verification,
      claim: byCounterpart && verification !== 'confirmed',
      byCounterpart,
    }
  }

  #outcomes(id: UndertakingId, day: DayNumber): OutcomesView {
    const undertaking = this.#evidence.undertakings.get(id)
    const known =
      undertaking !== undefined &&
      undertaking.withdrawn > day &&
      undertaking.versions.some((version) => version.known <= day)
    const outcomes = (this.#evidence.outcomes.get(id) ?? [])
      .filter((each) => each.known <= day && each.withdrawn > day)
      .map((each) => ({ ...each, citations: each.citations.filter((own) => own.known <= day) }))
    return this.#part(
      `outcomes ${id} ${String(known)}`,
      outcomes.map(({ outcome, citations }) => `${outcome.entry}:${citations.length}`),
      () => ({
        outcomes,
        known,
      }),
    )
  }

  #judgements(question: string, day: DayNumber): JudgementsView {
    const judgements = (this.#evidence.judgements.get(question) ?? []).filter(
      (each) => each.known <= day && each.withdrawn > day,
    )
    return this.#part(
      `judged ${question}`,
      judgements.map(({ judgement }) => judgement.entry),
      () => ({
        judgements,
      }),
    )
  }
}

/** Of several citations, those known by then. */
function withCitationsBy(figure: KnownFigure, day: DayNumber): KnownFigure {
  if (figure.citations.every(({ known }) => known <= day)) return figure
  return { ...figure, citations: figure.citations.filter(({ known }) => known <= day) }
}

/** Relief, or no worse than what stands: that something is on is no news against who has it on. */
function isRelief(stage: string, before: string | null): boolean {
  return stage === 'off' || before === 'on' || before === 'intensified'
}

/** An advance, or what stands already. */
function isAdvance(stage: string, before: string | null): boolean {
  return stageRank(stage) >= stageRank(before ?? 'none')
}

/** The place of a stage in the life of a rule; -1 for a word that is none. */
export function stageRank(stage: string): number {
  return (RULE_STAGES as readonly string[]).indexOf(stage)
}

/** An event stands with the citations known by then, which decide its verification. */
function keysOf(events: readonly EventInView[]): string[] {
  return events.map(({ entry, citations }) => `${entry}:${citations.length}`)
}
