import { useId } from 'react'
import type {
  ListEntryRowJson,
  PreviewedResponseJson,
  ResponsesPreviewJson,
} from '../../../contract/representation-lists.ts'
import { Who, whoInWords } from './EntryCells.tsx'
import { openRows } from './review.ts'
import type { Decision, Decisions } from './review.ts'
import { CODE_CHOICES, EFFECT_WORDS } from './words.ts'
import type { Code } from './words.ts'

type Properties = {
  readonly preview: ResponsesPreviewJson
  readonly entries: readonly ListEntryRowJson[]
  readonly decisions: Decisions
  readonly onDecide: (row: number, decision: Decision) => void
}

/** Row by row: what their paper says, whom of ours it means and why, and what is taken of it. */
export function ReviewTable({ preview: { rows }, entries, decisions, onDecide }: Properties) {
  const open = openRows(rows, decisions)
  return (
    <div className="scroller stacked review" role="region" aria-label="Their rows" tabIndex={0}>
      <table>
        <caption className="spoken">Their rows, matched with ours</caption>
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">Theirs</th>
            <th scope="col">Ours</th>
            <th scope="col">Answer</th>
            <th scope="col">Taken</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.row}
              row={row}
              entries={entries}
              decision={decisions[row.row] ?? { case: '', code: '', taken: false }}
              open={open.get(row.row)}
              onDecide={(decision) => onDecide(row.row, decision)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type RowProperties = {
  readonly row: PreviewedResponseJson
  readonly entries: readonly ListEntryRowJson[]
  readonly decision: Decision
  /** What is still to be decided. */
  readonly open: string | undefined
  readonly onDecide: (decision: Decision) => void
}

function Row({ row, entries, decision, open, onDecide }: RowProperties) {
  const { row: number, theirs, cells, effect, words, remark } = row
  const about = theirs || `row ${number}`
  return (
    <tr className={`effect-${effect}`}>
      <td>{number}</td>
      <td data-title="Theirs">
        <bdi>{theirs || cells.join(' · ')}</bdi>
        {words !== '' && (
          <p className="below">
            “<bdi>{words}</bdi>”
          </p>
        )}
      </td>
      <td data-title="Ours">
        <span className={effect === 'review' ? 'to-review' : undefined}>
          {EFFECT_WORDS[effect]}
        </span>
        <WhoseEntry row={row} entries={entries} decision={decision} onDecide={onDecide} />
      </td>
      <td data-title="Answer">
        {effect !== 'refused' && (
          <select
            aria-label={`What ${about} answers`}
            value={decision.code}
            // The cast: the options are these and no others.
            onChange={(event) =>
              onDecide({ ...decision, code: event.currentTarget.value as Code | '' })
            }
          >
            <option value="">not told</option>
            {CODE_CHOICES.map(([value, said]) => (
              <option key={value} value={value}>
                {said}
              </option>
            ))}
          </select>
        )}
        {remark && <p className="below">{remark}</p>}
      </td>
      <td data-title="Taken">
        {effect !== 'refused' && (
          <label className="tick">
            <input
              type="checkbox"
              checked={decision.taken}
              onChange={(event) => onDecide({ ...decision, taken: event.currentTarget.checked })}
            />{' '}
            <span className="spoken">Take {about}</span>
          </label>
        )}
        {open && <p className="below wrong">{open}</p>}
      </td>
    </tr>
  )
}

/** Whom the row means: one that is certain, several to choose from, or any other entry. */
function WhoseEntry({ row, entries, decision, onDecide }: Omit<RowProperties, 'open'>) {
  const group = useId()
  const { effect, candidates, theirs } = row
  if (effect === 'refused') return null
  const choose = (id: string) => onDecide({ ...decision, case: id, taken: id !== '' })
  const others = entries.filter((one) => !candidates.some((each) => each.case === one.case))
  const isOther = decision.case !== '' && others.some((one) => one.case === decision.case)
  return (
    <fieldset className="candidates">
      <legend className="spoken">Whom “{theirs}” means</legend>
      {candidates.map((one) => (
        <div key={`${one.case} ${one.person}`}>
          <label className="pick">
            {candidates.length > 1 || effect !== 'matched' ? (
              <input
                type="radio"
                name={group}
                checked={decision.case === one.case}
                onChange={() => choose(one.case)}
              />
            ) : null}{' '}
            <Who plain persons={one.persons} case={one.case} />
            {one.probability !== null && (
              <span className="soft small"> {chance(one.probability)}</span>
            )}
          </label>
          {one.reasons.length > 0 && (
            <details className="small">
              <summary>why</summary>
              <ul className="plain">
                {one.reasons.map((reason) => (
                  <li key={reason}>
                    <bdi>{reason}</bdi>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </div>
      ))}
      {effect !== 'matched' && (
        <label className="small soft other-entry">
          {candidates.length > 0 ? 'or another entry' : 'it is this entry of ours'}
          <select
            value={isOther ? decision.case : ''}
            onChange={(event) => choose(event.currentTarget.value)}
          >
            <option value="">nobody on this version</option>
            {others.map((one) => (
              <option key={one.case} value={one.case}>
                {whoInWords(one.persons, one.case)}
              </option>
            ))}
          </select>
        </label>
      )}
    </fieldset>
  )
}

/** Of a hundred pairs like this one, how many are the same person; never all of them. */
function chance(probability: number): string {
  const percent = probability * 100
  return percent >= 99.5 ? 'over 99 %' : percent < 1 ? 'under 1 %' : `${Math.round(percent)} %`
}
