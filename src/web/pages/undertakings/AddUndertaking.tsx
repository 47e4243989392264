import { useQuery } from '@tanstack/react-query'
import { writes } from '../../api/client.ts'
import { programmeQuery } from '../../api/queries.ts'
import { useDays } from '../../days.tsx'
import { WrittenForm } from '../../forms/WrittenForm.tsx'
import { Field } from '../../ui/Field.tsx'
import { SourceField } from '../SourceField.tsx'

/** What their side said, as it was said. */
export function AddUndertaking({ programme }: { readonly programme: string }) {
  const days = useDays()
  const { data: page } = useQuery(programmeQuery(programme, days))
  const goals = page?.tiers.flatMap((tier) => tier.goals) ?? []
  return (
    <section className="part no-print">
      <h2>Record an undertaking</h2>
      <WrittenForm
        programme={programme}
        doing="Record it"
        write={(field) =>
          writes.addUndertaking(programme, {
            id: field('id'),
            date: field('date'),
            by: field('by'),
            to: field('to'),
            channel: field('channel'),
            text: field('text'),
            due: field('due'),
            goal: field('goal'),
            known: field('known'),
            source: field('source'),
            at: field('at'),
          })
        }
        done={({ id }) => `${id} is on record.`}
      >
        {(wrong) => (
          <>
            <Field label="In their words" name="text" required wide long wrong={wrong('text')} />
            <Field label="Short name" name="id" required wrong={wrong('id')} />
            <Field
              label="Date"
              name="date"
              required
              placeholder="1987-12-08"
              wrong={wrong('date')}
            />
            <Field label="Who said it" name="by" required wrong={wrong('by')} />
            <Field label="To whom" name="to" wrong={wrong('to')} />
            <Field
              label="Channel"
              name="channel"
              hint="A meeting, a letter, the press …"
              wrong={wrong('channel')}
            />
            <Field label="Due" name="due" wrong={wrong('due')} />
            <Field
              label="Goal"
              name="goal"
              choices={[
                ['', 'none named'],
                ...goals.map(({ id, statement }) => [id, statement] as const),
              ]}
              wrong={wrong('goal')}
            />
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
    </section>
  )
}
