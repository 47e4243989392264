import { describe, expect, it } from 'vitest'
import { aCase, aMerge, anAct, aRegister, someLists } from '../../../test/told-register.ts'
import { calendarDate } from '../basics/calendar-date.ts'
import type { CaseId, ListId } from '../basics/ids.ts'
import { diffVersions, diffWithTheirs } from './list-diff.ts'
import { entriesOf, listedCases } from './list-view.ts'

const ON = calendarDate('1974-12-31')
const lists = someLists([
  {
    list: 'XV',
    versions: [
      {
        version: '1',
        date: '1973-05-16',
        cases: ['c-1 prisoner Armenia', 'c-2 prisoner Armenia', 'c-3 prisoner Armenia'],
      },
    ],
  },
  {
    list: 'XVI',
    versions: [
      { version: '1', date: '1974-04-01', cases: ['c-1 prisoner Ukraine', 'c-4 prisoner Armenia'] },
    ],
  },
])
const parts = {
  cases: ['1', '2', '3', '4'].map((each) => aCase(`c-${each}`, `p-${each}`)),
  acts: [anAct('c-2', 'released', '1973-09-01')],
}
const version = (list: string) => ({ list: list as ListId, version: '1' })

describe('the difference of two versions', () => {
  const diff = diffVersions(aRegister(parts), lists, version('XV'), version('XVI'), ON)!
  const ids = (listed: typeof diff.added) => listed.map(({ entry }) => entry.case)

  it('tells added, removed, carried and resolved meanwhile apart', () => {
    expect(ids(diff.added)).toEqual(['c-4'])
    expect(ids(diff.removed)).toEqual(['c-3'])
    expect(ids(diff.carried)).toEqual(['c-1'])
    expect(ids(diff.resolvedMeanwhile)).toEqual(['c-2'])
  })

  it('tells what changed of those carried', () => {
    expect(diff.changed).toEqual([
      { case: 'c-1', what: 'region', before: 'Armenia', after: 'Ukraine' },
    ])
  })

  it('takes a new number of one person for no new name', () => {
    const merges = [aMerge('p-4', 'p-3', '1974-12-01')]
    const merged = diffVersions(
      aRegister({ ...parts, merges }),
      lists,
      version('XV'),
      version('XVI'),
      ON,
    )!
    expect(ids(merged.added)).toEqual([])
    expect(ids(merged.carried)).toEqual(['c-1', 'c-4'])
  })

  it('is none where a version is not known by then', () => {
    const before = calendarDate('1974-03-31')
    expect(
      diffVersions(aRegister(parts), lists, version('XV'), version('XVI'), before),
    ).toBeUndefined()
  })
})

it('their list beside ours says whom both name, and whom only one does', () => {
  const view = aRegister(parts).asKnownOn(ON)
  const ours = listedCases(view, entriesOf(lists, 'XVI' as ListId, '1', ON))
  const { both, oursOnly, theirsOnly } = diffWithTheirs(view, ours, ['c-1', 'c-2'] as CaseId[])
  expect(both.map(({ entry }) => entry.case)).toEqual(['c-1'])
  expect(oursOnly.map(({ entry }) => entry.case)).toEqual(['c-4'])
  expect(theirsOnly.map(({ leading }) => leading.id)).toEqual(['c-2'])
})
