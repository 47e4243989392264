import type { FindingJson, GateJson } from '../../../contract/representation-lists.ts'
import { listWrites } from '../../api/lists.ts'
import { WrittenForm } from '../../forms/WrittenForm.tsx'
import { Field } from '../../ui/Field.tsx'
import { daysInWords } from '../../ui/written-dates.ts'
import { Doing } from '../persons/Doing.tsx'
import { Who } from './EntryCells.tsx'
import type { PartProperties } from './part-properties.ts'

type Properties = PartProperties & {
  readonly gate: GateJson
  /** Of one kind. */
  readonly findings: readonly FindingJson[]
  readonly words: string
  readonly about?: string
}

/** Settles findings, or overrides those about consent, with a reason that stays on record. */
export function AnswerFindings({ programme, page, gate, findings, words, about }: Properties) {
  const override = findings.some(({ needsOverride }) => needsOverride)
  const refusal = override ? gate.mayNotOverride : page.mayNot.change
  const [first, ...others] = findings
  if (!first) return null
  return (
    <Doing words={words} {...(about && { about })} refusal={refusal ?? undefined}>
      {(close) => (
        <>
          {others.length === 0 && (
            <p>
              <Who plain persons={first.persons} case={first.case} />
            </p>
          )}
          <p className="serif-note">
            {others.length === 0
              ? daysInWords(first.sentence)
              : `${findings.length} findings of one kind, answered with one reason.`}
          </p>
          {override && (
            <p>
              Nobody’s word takes the place of consent: an override names you and your reason, and
              stands as an override of consent to be listed as well.
            </p>
          )}
          <WrittenForm
            programme={programme}
            doing={override ? 'Override it' : 'Settle it'}
            write={(field) =>
              listWrites.settle(programme, page.list.id, {
                version: gate.version,
                finding: first.id,
                others: others.map(({ id }) => id),
                answer: override ? 'overridden' : 'settled',
                reason: field('reason'),
              })
            }
            onWritten={close}
          >
            {(wrong) => (
              <Field
                label="Reason"
                name="reason"
                required
                wide
                long
                hint="Who reads the list’s record later sees it, with your name and the day."
                wrong={wrong('reason') ?? wrong('answer') ?? wrong('finding')}
              />
            )}
          </WrittenForm>
        </>
      )}
    </Doing>
  )
}
