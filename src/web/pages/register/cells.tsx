/** What stands in each column of the register. */
import type { ReactNode } from 'react'
import type { RegisterColumnName, RegisterRowJson } from '../../../contract/register.ts'
import { dayInBrief } from '../../ui/days.ts'
import { daysInWords, writtenDate } from '../../ui/written-dates.ts'
import { CaseState } from './CaseState.tsx'
import { OtherNames } from './ShownNames.tsx'
import { CONSENT_WORDS, plain, USE_WORDS, USES } from './words.ts'

type Column = Exclude<RegisterColumnName, 'name'>

/** The cell of a column; what is not known is an empty cell, but for what a rule reads. */
export function cellOf(row: RegisterRowJson, column: Column): ReactNode {
  switch (column) {
    case 'other-names':
      return <OtherNames names={row.names.slice(1)} />
    case 'id':
      return <code>{row.person}</code>
    case 'birth':
      return row.birth.length < 2 ? (
        row.birth.map((birth) => writtenDate(birth))
      ) : (
        <>
          {row.birth.map((birth) => writtenDate(birth)).join(' or ')}
          <em className="serif-note"> contradict</em>
        </>
      )
    case 'sex':
    case 'nationality':
    case 'place':
    case 'occupation':
      return <bdi>{row[column]}</bdi>
    case 'category':
      return perCase(row, ({ category }) => <bdi>{plain(category)}</bdi>)
    case 'state':
      return perCase(row, (state) => <CaseState state={state} />)
    case 'since':
      return perCase(row, ({ since }) => since && writtenDate(since))
    case 'resolved':
      return perCase(row, ({ resolved }) => (resolved ? 'yes' : 'no'))
    case 'region':
    case 'authority':
      return perCase(row, (each) => <bdi>{each[column]}</bdi>)
    case 'family':
      return row.families.join(', ')
    case 'lists':
      return row.lists.join(', ')
    case 'consent':
      return consentsOf(row)
    case 'urgency':
      return row.urgency.map((words) => (
        <span key={words} className="urgent">
          {daysInWords(words)}
        </span>
      ))
    case 'last-known':
      return row.lastKnown && dayInBrief(row.lastKnown)
  }
}

function perCase(
  { cases }: RegisterRowJson,
  show: (each: RegisterRowJson['cases'][number]) => ReactNode,
): ReactNode {
  return cases.map((each) => (
    <div key={each.case} className="of-case">
      {show(each)}
    </div>
  ))
}

function consentsOf({ consent }: RegisterRowJson): ReactNode {
  const said = USES.filter((use) => (consent[use] ?? 'unknown') !== 'unknown')
  if (said.length === 0) return <span className="soft">none recorded</span>
  return said.map((use) => (
    <div key={use}>
      {USE_WORDS[use]}: {CONSENT_WORDS[consent[use] ?? 'unknown']}
    </div>
  ))
}
