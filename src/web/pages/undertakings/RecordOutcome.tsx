import type { UndertakingRowJson } from '../../../contract/evidence.ts'
import { OUTCOMES } from '../../../domain/evidence/undertaking.ts'
import type { Outcome } from '../../../domain/evidence/undertaking.ts'
import { writes } from '../../api/client.ts'
import { WrittenForm } from '../../forms/WrittenForm.tsx'
import { Field } from '../../ui/Field.tsx'
import { SourceField } from '../SourceField.tsx'

const WORDS: Readonly<Record<Outcome, string>> = {
  kept: 'kept',
  broken: 'broken',
  partly: 'kept in part',
  open: 'still open',
  contradicted: 'contradicted by practice',
}

type Properties = {
  readonly programme: string
  readonly undertaking: UndertakingRowJson
  readonly onWritten: () => void
}

/** What became of an undertaking, with the evidence for it. */
export function RecordOutcome({ programme, undertaking, onWritten }: Properties) {
  return (
    <>
      <p className="serif-note">
        “<bdi>{undertaking.text}</bdi>”
      </p>
      <WrittenForm
        programme={programme}
        doing="Record it"
        write={(field) =>
          writes.addOutcome(programme, {
            undertaking: undertaking.id,
            date: field('date'),
            // The cast: the field offers these and no other.
            outcome: field('outcome') as Outcome,
            known: field('known'),
            source: field('source'),
            at: field('at'),
          })
        }
        onWritten={onWritten}
      >
        {(wrong) => (
          <>
            <Field
              label="What became of it"
              name="outcome"
              required
              choices={OUTCOMES.map((outcome) => [outcome, WORDS[outcome]] as const)}
              wrong={wrong('outcome')}
            />
            <Field label="Date" name="date" required wrong={wrong('date')} />
            <Field
              label="Known"
              name="known"
              hint="Empty: from the day its source was published."
              wrong={wrong('known')}
            />
            <SourceField wrong={wrong('source')} />
            <Field label="Place in the source" name="at" wrong={wrong('at')} />
          </>
        )}
      </WrittenForm>
    </>
  )
}
