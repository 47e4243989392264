/**
 * `resolved(list)` and `families(list)`: how many of a frozen list are resolved (rules R223–R227).
 *
 * Only what is confirmed closes. A unit whose outcome is likely or possible leaves the test open, and
 * its case is named; so does a list that is not on record in a version of its frozen day.
 */
import { toCalendarDate, toDayNumber } from '../basics/calendar-date.ts'
import { exactly } from '../basics/interval.ts'
import { uncertainDate } from '../basics/uncertain-date.ts'
import type { Test } from '../goals/language/syntax.ts'
import { doubtsOf, listRequestOf } from './case-measure.ts'
import type { Missing } from './missing.ts'
import { compareIntervals } from './terms.ts'
import type { TestContext, TestResult } from './test-result.ts'
import { blank } from './test-result.ts'

const ALL = 100

export function evaluateResolved(
  test: Extract<Test, { test: 'resolved' }>,
  { lists, cases, named, asOf, view }: TestContext,
): TestResult {
  const list = lists.get(test.list)
  const frozen = list ? toDayNumber(uncertainDate(list.frozen).latest) : asOf
  const open = (why: Extract<Missing, { missing: 'list' }>['why']): TestResult => ({
    ...blank(test, 'insufficient'),
    missing: [{ missing: 'list', list: list?.title ?? test.list, why, frozen }],
  })
  if (!list) return open('not-on-record')
  const request = listRequestOf(test, list, toCalendarDate(asOf), view.knownOn)
  if (!request) return open('not-frozen')
  const reading = cases.read(request, named)
  if (!reading || reading.missing) return open('not-on-record')
  const { low, high, citations } = reading
  const total = reading.total ?? 0
  const found = {
    list: list.title,
    frozen,
    asOf,
    unit: test.unit,
    resolved: { low, high },
    of: total,
  }
  if (total === 0) return { ...open('empty'), list: found }
  // Both sides times the whole list, so that whole numbers stay exact.
  const verdict = compareIntervals(
    test.op,
    { low: low * ALL, high: high * ALL },
    exactly((test.percent ?? ALL) * total),
  )
  return {
    ...blank(test, verdict),
    list: found,
    entries: citations,
    missing: verdict === 'insufficient' ? doubtsOf(reading, test.unit) : [],
  }
}
