import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import type {
  PreviewedResponseJson,
  TheirListDiff,
} from '../../../contract/representation-lists.ts'
import { listWrites } from '../../api/lists.ts'
import { Refused } from '../Answered.tsx'
import { Who } from './EntryCells.tsx'
import { isEmptyPaper, NO_PAPER, TheirPaper } from './TheirPaper.tsx'
import type { Paper } from './TheirPaper.tsx'
import { counted } from './words.ts'

type Diff = z.infer<typeof TheirListDiff>
type Properties = { readonly programme: string; readonly list: string; readonly version: string }

/** Their list beside ours: who is on both, whom only one has. Nothing is written. */
export function TheirListBeside({ programme, list, version }: Properties) {
  const [paper, setPaper] = useState<Paper>(NO_PAPER)
  const read = useMutation({
    mutationFn: () => listWrites.beside(programme, list, { version, ...paper }),
  })
  return (
    <>
      <div className="form no-print">
        <TheirPaper
          label="Their list, one entry a line"
          hint="In any script. A table may have columns name, birth, place."
          paper={paper}
          onChange={(next) => {
            setPaper(next)
            read.reset()
          }}
        />
        <div className="act">
          <button
            type="button"
            className="main"
            disabled={isEmptyPaper(paper) || read.isPending}
            onClick={() => read.mutate()}
          >
            Put it beside ours
          </button>
          <span role="status">{read.isPending && 'Names are being compared …'}</span>
        </div>
      </div>
      {read.error && <Refused error={read.error} />}
      {read.data && <Compared diff={read.data} />}
    </>
  )
}

function Compared({ diff }: { readonly diff: Diff }) {
  const { both, review, theirsOnly, oursOnly, sentence } = diff
  return (
    <>
      <p className="sum-line" role="status">
        {sentence}
      </p>
      <div className="scroller beside" role="region" aria-label="Side by side" tabIndex={0}>
        <table>
          <caption className="spoken">Their list beside ours</caption>
          <thead>
            <tr>
              <th scope="col">Theirs</th>
              <th scope="col">Ours</th>
            </tr>
          </thead>
          <Rows title={`${counted(review.length, 'row')} to be looked at`} rows={review} />
          <Rows title={`${counted(theirsOnly.length, 'row')} on theirs only`} rows={theirsOnly} />
          {oursOnly.length > 0 && (
            <tbody className="diff-added">
              <Title>{`${counted(oursOnly.length, 'case')} on ours only`}</Title>
              {oursOnly.map((one) => (
                <tr key={one.case}>
                  <td className="soft">not on it</td>
                  <td>
                    <Who persons={one.persons} case={one.case} />
                  </td>
                </tr>
              ))}
            </tbody>
          )}
          <Rows title={`${counted(both.length, 'row')} on both`} rows={both} />
        </table>
      </div>
    </>
  )
}

type RowsProperties = {
  readonly title: string
  readonly rows: readonly PreviewedResponseJson[]
}

function Rows({ title, rows }: RowsProperties) {
  if (rows.length === 0) return null
  return (
    <tbody>
      <Title>{title}</Title>
      {rows.map(({ row, theirs, cells, candidates, remark, effect }) => (
        <tr key={row}>
          <td>
            <bdi>{theirs || cells.join(' · ')}</bdi> <span className="soft small">row {row}</span>
          </td>
          <td>
            {candidates.map((one) => (
              <p key={`${one.case} ${one.person}`}>
                {effect === 'review' && <span className="soft">perhaps </span>}
                <Who persons={one.persons} case={one.case} />
                {one.reasons.length > 0 && (
                  <span className="below">
                    <bdi>{one.reasons.join(' · ')}</bdi>
                  </span>
                )}
              </p>
            ))}
            {candidates.length === 0 && <span className="soft">{remark ?? 'not on it'}</span>}
          </td>
        </tr>
      ))}
    </tbody>
  )
}

function Title({ children }: { readonly children: string }) {
  return (
    <tr className="group">
      <th scope="rowgroup" colSpan={2}>
        {children}
      </th>
    </tr>
  )
}
