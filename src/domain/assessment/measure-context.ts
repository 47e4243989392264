/** What reading a measure is given: the evidence and the register as known on a day, and the day asked. */
import type { DayNumber } from '../basics/calendar-date.ts'
import type { CountingUnit } from '../basics/counting-unit.ts'
import type { EvidenceView } from '../evidence/evidence-view.ts'
import type { Series } from '../evidence/series.ts'
import type { CaseReadings } from './case-readings.ts'

export type MeasureContext = {
  readonly view: EvidenceView
  readonly asOf: DayNumber
  readonly seriesOf: (id: string) => Series | undefined
  readonly cases: CaseReadings
  /** Whether entries of the register are to be named: the verdict alone needs none. */
  readonly named: boolean
  /** What the programme counts in where a measure over cases does not say. */
  readonly counting: CountingUnit
}
