import { useState } from 'react'
import type { ListDiffJson } from '../../../contract/representation-lists.ts'
import { daysInWords } from '../../ui/written-dates.ts'
import { Who } from './EntryCells.tsx'
import { counted } from './words.ts'

type Kind = 'removed' | 'resolvedMeanwhile' | 'changed' | 'carried' | 'added'
type Properties = { readonly diff: ListDiffJson }

const WORDS: Readonly<Record<Kind, string>> = {
  removed: 'not on it any more, and not resolved',
  resolvedMeanwhile: 'resolved in between',
  changed: 'changed',
  carried: 'on both',
  added: 'new',
}
/** What asks for a look comes first. */
const KINDS = Object.keys(WORDS) as Kind[] // the keys are the type
/** Longer groups are cut, and opened on demand. */
const FEW = 50

/** The two versions in two columns, whoever is on both on one line. */
export function SideBySide({ diff }: Properties) {
  const [all, setAll] = useState<ReadonlySet<Kind>>(new Set())
  const { before, after } = diff
  // A changed entry is among the carried ones as well: it is shown once, with what changed.
  const changed = new Set(diff.changed.map((one) => one.case))
  const groups = KINDS.map((kind) => ({
    kind,
    rows: kind === 'carried' ? diff.carried.filter((one) => !changed.has(one.case)) : diff[kind],
  })).filter(({ rows }) => rows.length > 0)
  return (
    <div className="scroller beside" role="region" aria-label="Side by side" tabIndex={0}>
      <table>
        <caption className="spoken">
          List {before.list} version {before.version} beside list {after.list} version{' '}
          {after.version}
        </caption>
        <thead>
          <tr>
            <th scope="col">
              {before.list}, version {before.version}
            </th>
            <th scope="col">
              {after.list}, version {after.version}
            </th>
          </tr>
        </thead>
        {groups.map(({ kind, rows }) => (
          <tbody key={kind} className={`diff-${kind}`}>
            <tr className="group">
              <th scope="rowgroup" colSpan={2}>
                {counted(rows.length, 'case')} {WORDS[kind]}
              </th>
            </tr>
            {rows.slice(0, all.has(kind) ? undefined : FEW).map((one) => (
              <tr key={one.case}>
                <td>
                  {kind !== 'added' && <Who persons={one.persons} case={one.case} />}
                  {kind === 'added' && <NotThere />}
                </td>
                <td>
                  {kind === 'removed' && <NotThere />}
                  {kind === 'resolvedMeanwhile' && (
                    <span className="standing met">
                      <span aria-hidden="true">●</span> resolved
                    </span>
                  )}
                  {kind === 'added' && <Who persons={one.persons} case={one.case} />}
                  {kind === 'changed' && <span>{daysInWords(one.sentence)}</span>}
                  {kind === 'carried' && <span className="soft">carried over</span>}
                </td>
              </tr>
            ))}
            {rows.length > FEW && !all.has(kind) && (
              <tr className="no-print">
                <td colSpan={2}>
                  <button
                    type="button"
                    className="inline"
                    onClick={() => setAll(new Set([...all, kind]))}
                  >
                    Show the other {rows.length - FEW}
                  </button>
                </td>
              </tr>
            )}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function NotThere() {
  return (
    <>
      <span aria-hidden="true" className="soft">
        —
      </span>
      <span className="spoken">not on it</span>
    </>
  )
}
