import type { ListReportJson } from '../../../contract/representation-lists.ts'
import { dayInWords } from '../../ui/days.ts'
import { daysInWords } from '../../ui/written-dates.ts'
import { outOf, shareInWords, UNIT_WORDS, UNITS } from './Units.tsx'
import { shareOf } from '../../../domain/cases/counting.ts'

type Properties = { readonly restatements: ListReportJson['restatements'] }

/** What was said before and does not stand any more: struck through, with the day and the reason. */
export function Restatements({ restatements }: Properties) {
  if (restatements.length === 0) return null
  return (
    <section className="part">
      <h2>
        Restated <em className="serif-note">the old figure stays, as it was known then</em>
      </h2>
      <ol className="plain ruled restatements">
        {restatements.map(({ known, sentence, before, after }) => (
          <li key={known}>
            <span className="when">{dayInWords(known)}</span>
            <div>
              {UNITS.map((unit) => (
                <p key={unit}>
                  <del>
                    {outOf(before[unit])} ({shareInWords(shareOf(before[unit]))})
                  </del>{' '}
                  <span className="spoken">restated as</span>
                  <strong>{outOf(after[unit])}</strong> {UNIT_WORDS[unit][1]} (
                  {shareInWords(shareOf(after[unit]))})
                  {after[unit].excluded > 0 && (
                    <span className="soft">, {after[unit].excluded} left out</span>
                  )}
                </p>
              ))}
              <p className="soft small">{daysInWords(sentence)}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
