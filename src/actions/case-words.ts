/** The state of a case in words, and what is said against it in sentences (rules R156, R159). */
import { printCitation } from '../domain/evidence/source.ts'
import type { CaseHappening } from '../domain/cases/case-history.ts'
import type { CaseState } from '../domain/cases/case-outcomes.ts'
import type { Doubt } from '../domain/cases/case-state.ts'
import type { CaseEventEntry } from '../domain/cases/case-event.ts'

export const STATE_WORDS: Readonly<Record<CaseState, string>> = {
  unknown: 'nothing confirmed',
  detained: 'detained',
  exiled: 'in exile',
  committed: 'committed',
  released: 'released',
  'released-conditionally': 'released on conditions',
  refused: 'refused',
  promised: 'promised',
  permitted: 'permitted, not yet left',
  rescinded: 'permission taken back',
  departed: 'departed, arrival not confirmed',
  arrived: 'arrived',
  expelled: 'expelled',
  died: 'died',
}

/** `re-detained` as `re-detained`, `conditions-improved` as `conditions improved`. */
export function kindWords(kind: string): string {
  return kind.startsWith('re-') ? kind : kind.replaceAll('-', ' ')
}

/** One doubt as a sentence. `isClaim` tells whether only the other side says it. */
export function doubtInWords(doubt: Doubt, isClaim: (happening: CaseHappening) => boolean): string {
  const { happening } = doubt
  const said = sayHappening(happening)
  switch (doubt.doubt) {
    case 'unconfirmed':
      return `Perhaps ${said} (${happening.verification}).`
    case 'claimed':
      return isClaim(happening)
        ? `The other side says: ${said}. To be verified.`
        : `Said, not verified: ${said}.`
    case 'corrected':
      return `${capital(said)} was entered otherwise before: ${happening.setAside
        .map((row) => row.verification ?? 'left open')
        .join(', ')}, now ${happening.verification}.`
    case 'order':
      return `${capital(said)} and ${sayHappening(doubt.other)} may have come the other way round.`
  }
}

/** What a row said that has been set aside, on one line. */
export function earlierContent(row: CaseEventEntry, known: string): string {
  const { date, kind, verification, detail } = row
  const words = [date.text, kindWords(kind), verification ?? 'verification left open', detail]
  return `${words.filter((word) => word !== '').join(' · ')} (known ${known})`
}

export function citationsOf({ citations }: CaseHappening): string[] {
  return citations.map(printCitation)
}

function sayHappening({ kind, row }: CaseHappening): string {
  return `${kindWords(kind)} ${row.date.text}`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
