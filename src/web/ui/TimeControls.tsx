import { useId, useState } from 'react'
import type { KeyboardEvent } from 'react'
import {
  addMonths,
  calendarDate,
  isCalendarDate,
  toCalendarDate,
  toDayNumber,
} from '../../domain/basics/calendar-date.ts'
import type { CalendarDate, DayNumber } from '../../domain/basics/calendar-date.ts'
import { dayInWords, whyNoDay } from './days.ts'
import '../style/time.css'

type Properties = {
  readonly span: { readonly from: string; readonly to: string }
  /** Absent on pages that do not depend on it. */
  readonly asOf?: string | undefined
  readonly knownOn: string
  /** What was asked for in place of a day, and was not taken. */
  readonly noDays?: { readonly asOf?: string; readonly knownOn?: string }
  readonly onChange: (days: { asOf?: string; knownOn?: string }) => void
}

/** The two days that a page depends on, on aligned tracks, each also to be typed. */
export function TimeControls({ span, asOf, knownOn, noDays = {}, onChange }: Properties) {
  const [from, to] = [calendarDate(span.from), calendarDate(span.to)]
  return (
    <div className="times" role="group" aria-label="The days looked at">
      {asOf !== undefined && (
        <TimeControl
          label="As of"
          day={calendarDate(asOf)}
          from={from}
          to={to}
          labelled
          noDay={noDays.asOf}
          onChange={(day) => onChange({ asOf: day })}
        />
      )}
      <TimeControl
        label="As known on"
        day={calendarDate(knownOn)}
        from={from}
        to={to}
        labelled={asOf === undefined}
        noDay={noDays.knownOn}
        onChange={(day) => onChange({ knownOn: day })}
      />
    </div>
  )
}

type ControlProperties = {
  readonly label: string
  readonly day: CalendarDate
  readonly from: CalendarDate
  readonly to: CalendarDate
  /** Whether the years stand below the track. */
  readonly labelled: boolean
  readonly noDay: string | undefined
  readonly onChange: (day: CalendarDate) => void
}

function TimeControl({ label, day, from, to, labelled, noDay, onChange }: ControlProperties) {
  const id = useId()
  const [first, last, now] = [toDayNumber(from), toDayNumber(to), toDayNumber(day)]
  const within = (to: DayNumber) => Math.max(first, Math.min(last, to)) as DayNumber

  const onKeyDown = (event: KeyboardEvent) => {
    const to = stepOf(event, now, first, last)
    if (to === undefined) return
    event.preventDefault()
    onChange(toCalendarDate(within(to)))
  }

  return (
    <div className="time">
      <label htmlFor={id}>{label}</label>
      <div className="track">
        <div className="ticks" aria-hidden="true">
          {yearTicks(from, to).map(({ year, place, named }) => (
            <span key={year} className="tick" style={{ left: `${place * 100}%` }}>
              {labelled && named && <span>{year}</span>}
            </span>
          ))}
        </div>
        <input
          id={id}
          type="range"
          min={first}
          max={last}
          value={within(now)}
          aria-valuetext={dayInWords(day)}
          onKeyDown={onKeyDown}
          onChange={(event) =>
            onChange(toCalendarDate(Number(event.currentTarget.value) as DayNumber))
          }
        />
      </div>
      <DayInput label={label} day={day} noDay={noDay} onChange={onChange} />
    </div>
  )
}

type DayProperties = {
  readonly label: string
  readonly day: CalendarDate
  readonly noDay: string | undefined
  readonly onChange: (day: CalendarDate) => void
}

function DayInput({ label, day, noDay, onChange }: DayProperties) {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [wrong, setWrong] = useState<string | undefined>()
  const why = wrong ?? (noDay && whyNoDay(noDay))
  const keep = () => {
    if (typed === null) return
    const text = typed.trim()
    const refused = whyNoDay(text)
    setWrong(refused)
    if (refused !== undefined || !isCalendarDate(text)) return
    setTyped(null)
    if (text !== day) onChange(text)
  }
  return (
    <>
      <span className="day">
        <input
          aria-label={`${label}, day`}
          aria-invalid={wrong !== undefined}
          aria-describedby={why && id}
          inputMode="numeric"
          autoComplete="off"
          spellCheck={false}
          maxLength={10}
          value={typed ?? day}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key === 'Enter') keep()
            if (event.key === 'Escape') {
              setTyped(null)
              setWrong(undefined)
            }
          }}
        />
      </span>
      {why && (
        <p className="wrong" role="alert" id={id}>
          {label}: <bdi>{why}</bdi>
        </p>
      )}
    </>
  )
}

/** Arrows a day, Page keys a month, with Shift or Ctrl (and Ctrl with arrows) a year, Home and End the ends. */
function stepOf(
  { key, shiftKey, ctrlKey }: KeyboardEvent,
  now: DayNumber,
  first: DayNumber,
  last: DayNumber,
): DayNumber | undefined {
  const year = shiftKey || ctrlKey
  const months = (count: number) => addMonths(now, year ? count * 12 : count)
  const days = (count: number) => (year ? addMonths(now, count * 12) : ((now + count) as DayNumber))
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return days(-1)
    case 'ArrowRight':
    case 'ArrowUp':
      return days(1)
    case 'PageDown':
      return months(-1)
    case 'PageUp':
      return months(1)
    case 'Home':
      return first
    case 'End':
      return last
    default:
      return undefined
  }
}

/** The first of each January in the span; of many years only every second, fifth or tenth is named. */
function yearTicks(from: CalendarDate, to: CalendarDate) {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  const [start, end] = [toDayNumber(from), toDayNumber(to)]
  const count = last - first + 1
  const every = count <= 10 ? 1 : count <= 20 ? 2 : count <= 50 ? 5 : 10
  return Array.from({ length: count }, (_, index) => first + index)
    .map((year) => ({
      year,
      place:
        (toDayNumber(`${String(year).padStart(4, '0')}-01-01` as CalendarDate) - start) /
        Math.max(1, end - start),
      named: year % every === 0,
    }))
    .filter(({ place }) => place >= 0 && place < 1)
}
