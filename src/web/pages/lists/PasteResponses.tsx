import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { ResponsesPreviewJson } from '../../../contract/representation-lists.ts'
import { listWrites } from '../../api/lists.ts'
import { everythingOf } from '../../api/queries.ts'
import { today } from '../../ui/days.ts'
import { Refused } from '../Answered.tsx'
import { Who } from './EntryCells.tsx'
import type { PartProperties } from './part-properties.ts'
import { useReachDay } from './reached-days.ts'
import { answersOf, decidedBy } from './review.ts'
import type { Decisions } from './review.ts'
import { ReviewTable } from './ReviewTable.tsx'
import { isEmptyPaper, NO_PAPER, TheirPaper } from './TheirPaper.tsx'
import type { Paper } from './TheirPaper.tsx'
import { WhoVerifies } from './WhoVerifies.tsx'
import { CODE_CHOICES, counted } from './words.ts'
import type { Code } from './words.ts'

type Properties = PartProperties & { readonly version: string }

/** Their list or their answers, matched with ours by name; a person decides what is doubtful. */
export function PasteResponses({ programme, page, version }: Properties) {
  const id = useId()
  const { list, mayNot } = page
  const [paper, setPaper] = useState<Paper>(NO_PAPER)
  const [code, setCode] = useState<Code | ''>('')
  const [decisions, setDecisions] = useState<Decisions>({})
  const [date, setDate] = useState<string>(today())
  const [verifies, setVerifies] = useState({ owner: '', due: '' })
  const reachDay = useReachDay()
  const queryClient = useQueryClient()
  const preview = useMutation({
    mutationFn: () => listWrites.previewResponses(programme, list.id, { version, ...paper, code }),
    onSuccess: ({ rows }) => setDecisions(decidedBy(rows)),
  })
  const answers = answersOf(preview.data?.rows ?? [], decisions)
  const take = useMutation({
    mutationFn: () =>
      listWrites.responses(programme, list.id, {
        version,
        date,
        responses: answers.map((answer) => ({ ...answer, ...verifies })),
      }),
    onSuccess: async () => {
      preview.reset()
      setPaper(NO_PAPER)
      reachDay(date)
      await queryClient.invalidateQueries(everythingOf(programme))
    },
  })
  const change = (next: () => void) => {
    next()
    preview.reset()
    take.reset()
  }

  return (
    <section className="part no-print">
      <h2>
        Read their list or their answers{' '}
        <em className="serif-note">nothing is written before you say so</em>
      </h2>
      <div className="form">
        <TheirPaper
          label="Paste it, one entry a line"
          hint="As it stands on their paper, in any script: “1. Орленко Павел – уже выехал”. A table may have columns name, birth, place, answer, case."
          paper={paper}
          onChange={(next) => change(() => setPaper(next))}
        />
        <div className="field">
          <label htmlFor={`${id}-code`}>A name without an answer means</label>
          <select
            id={`${id}-code`}
            value={code}
            // The cast: the options are these and no others.
            onChange={(event) => {
              const chosen = event.currentTarget.value as Code | ''
              change(() => setCode(chosen))
            }}
          >
            <option value="">nothing yet: it is decided row by row</option>
            {CODE_CHOICES.map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </div>
        <div className="act">
          <button
            type="button"
            disabled={mayNot.respond !== null || isEmptyPaper(paper) || preview.isPending}
            onClick={() => preview.mutate()}
          >
            Read it against ours
          </button>
          <span role="status">
            {preview.isPending && 'Names are being compared …'}
            {preview.data && sumInWords(preview.data)}
            {take.data &&
              `${counted(take.data.taken, 'answer')} taken; ${take.data.followUps.length} to be verified.`}
          </span>
        </div>
      </div>
      {preview.error && <Refused error={preview.error} />}
      {preview.data && (
        <>
          <ReviewTable
            preview={preview.data}
            entries={page.entries}
            decisions={decisions}
            onDecide={(row, decision) => setDecisions({ ...decisions, [row]: decision })}
          />
          <Unanswered page={page} cases={preview.data.unanswered} />
          <WhoVerifies
            date={date}
            onDate={setDate}
            verifies={verifies}
            onVerifies={setVerifies}
            wrong={take.error}
          />
          <p className="act">
            <button
              type="button"
              className="main"
              disabled={answers.length === 0 || take.isPending}
              onClick={() => take.mutate()}
            >
              Put {counted(answers.length, 'answer')} on record
            </button>
          </p>
          {take.error && <Refused error={take.error} />}
        </>
      )}
    </section>
  )
}

function sumInWords({ rows, matched, review, notOurs, refused }: ResponsesPreviewJson): string {
  const parts = [
    `${matched} matched`,
    review > 0 && `${review} to be looked at`,
    notOurs > 0 && `${notOurs} not on this version`,
    refused > 0 && `${refused} that cannot be read`,
  ]
  return `${counted(rows.length, 'row')}: ${parts.filter(Boolean).join(', ')}.`
}

/** Whom their paper leaves out: silence is an answer that is still owed. */
function Unanswered({ page, cases }: Pick<PartProperties, 'page'> & { cases: readonly string[] }) {
  if (cases.length === 0) return null
  return (
    <details className="small">
      <summary>{counted(cases.length, 'case')} of ours that it does not name</summary>
      <ul className="plain">
        {cases.map((id) => (
          <li key={id}>
            <Who persons={page.entries.find((one) => one.case === id)?.persons ?? []} case={id} />
          </li>
        ))}
      </ul>
    </details>
  )
}
