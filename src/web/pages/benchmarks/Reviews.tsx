import type { ExplanationJson } from '../../../contract/assessment.ts'
import { dayInBrief } from '../../ui/days.ts'
import { StandingBadge } from '../../ui/StandingBadge.tsx'

/** The review days that decide the hold and the lapse, latest first. */
export function Reviews({ explanation }: { readonly explanation: ExplanationJson }) {
  const reviews = explanation.reviews.toReversed()
  if (reviews.length === 0) return null
  return (
    <details className="part-details">
      <summary>
        {reviews.length} {reviews.length === 1 ? 'review' : 'reviews'} up to the day
      </summary>
      <div className="scroller" role="region" aria-label="Reviews" tabIndex={0}>
        <table className="small">
          <caption className="spoken">Reviews, latest first</caption>
          <thead>
            <tr>
              <th scope="col">Review</th>
              <th scope="col">What is asked, on that day</th>
              <th scope="col">Standing after hold and lapse</th>
            </tr>
          </thead>
          <tbody>
            {reviews.map(({ day, verdict, standing, life }) => (
              <tr key={day}>
                <th scope="row">{dayInBrief(day)}</th>
                <td>
                  <StandingBadge standing={verdict} />
                </td>
                <td>
                  <StandingBadge standing={standing} life={life} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
