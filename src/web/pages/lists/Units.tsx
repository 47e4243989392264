/** Counts in both units, always with the unit; a share always beside both of its numbers. */
import type { ListReportJson } from '../../../contract/representation-lists.ts'
import { shareOf } from '../../../domain/cases/counting.ts'
import { amountInWords } from '../../ui/amounts.ts'
import { counted } from './words.ts'

type Count = ListReportJson['status']['byRegion'][number]['family']
export type Unit = 'family' | 'person'

export const UNITS: readonly Unit[] = ['family', 'person']
export const UNIT_WORDS: Readonly<Record<Unit, readonly [string, string]>> = {
  family: ['family unit', 'family units'],
  person: ['person', 'persons'],
}

/** `272 family units, 801 persons` */
export function bothUnits({ family, person }: Readonly<Record<Unit, number>>): string {
  return `${counted(family, ...UNIT_WORDS.family)}, ${counted(person, ...UNIT_WORDS.person)}`
}

/** `77 of 272` */
export function outOf({ resolved, entries }: Count): string {
  return `${amountInWords(resolved)} of ${amountInWords(entries)}`
}

export function shareInWords(share: number | null): string {
  return share === null ? 'nothing to divide by' : `${share} %`
}

type Properties = {
  readonly count: Count
  readonly share?: number | null
  /** Said after the numbers, but where a column says it. */
  readonly unit?: Unit
}

/** Both numbers of a share, a bar, and the share. */
export function Resolved({ count, share = shareOf(count), unit }: Properties) {
  return (
    <span className="resolved">
      <ShareBar share={share} />
      <span className="numbers">
        {outOf(count)}
        {unit && ` ${UNIT_WORDS[unit][1]}`}
      </span>{' '}
      <span className="soft">({shareInWords(share)})</span>
    </span>
  )
}

/** Of whole percent, drawn; the numbers stand beside it. */
export function ShareBar({ share }: { readonly share: number | null }) {
  return (
    <span className="share-bar" aria-hidden="true">
      <span style={{ inlineSize: `${share ?? 0}%` }} />
    </span>
  )
}
