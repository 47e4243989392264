import { writes } from '../../api/client.ts'
import { WrittenForm } from '../../forms/WrittenForm.tsx'
import { Field } from '../../ui/Field.tsx'
import { SourceField } from '../SourceField.tsx'

type Properties = {
  readonly programme: string
  readonly series: string
  readonly reporters: readonly string[]
}

/** A figure as published, or a correction: a later figure of the same period stands in its place. */
export function AddFigure({ programme, series, reporters }: Properties) {
  return (
    <section className="part no-print">
      <h2>
        Add a figure{' '}
        <em className="serif-note">or a correction, which leaves the earlier one on record</em>
      </h2>
      <WrittenForm
        programme={programme}
        doing="Add the figure"
        write={(field) =>
          writes.addFigures(programme, {
            figures: [
              {
                series,
                reporter: field('reporter'),
                from: field('from'),
                to: field('to') || field('from'),
                value: field('value'),
                low: field('low'),
                high: field('high'),
                published: field('published'),
                source: field('source'),
                at: field('at'),
                note: field('note'),
              },
            ],
          })
        }
        done={({ taken }) => (taken === 0 ? 'It is on record already.' : 'It is on record.')}
      >
        {(wrong) => (
          <>
            <Field
              label="Reporter"
              name="reporter"
              required
              suggestions={reporters}
              hint="Who publishes it."
              wrong={wrong('reporter')}
            />
            <Field
              label="Period from"
              name="from"
              required
              placeholder="1988-07"
              hint="A day, month or year."
              wrong={wrong('from')}
            />
            <Field
              label="Period to"
              name="to"
              placeholder="1988-07"
              hint="Empty: the same as from."
              wrong={wrong('to')}
            />
            <Field
              label="Amount"
              name="value"
              hint="Digits only. For a bound leave this empty."
              wrong={wrong('value')}
            />
            <Field label="At least" name="low" wrong={wrong('low')} />
            <Field label="At most" name="high" wrong={wrong('high')} />
            <Field
              label="Published"
              name="published"
              placeholder="1988-08-04"
              hint="Empty: as its source."
              wrong={wrong('published')}
            />
            <SourceField wrong={wrong('source')} />
            <Field label="Place in the source" name="at" placeholder="p. 2" wrong={wrong('at')} />
            <Field label="Note" name="note" wide wrong={wrong('note')} />
          </>
        )}
      </WrittenForm>
    </section>
  )
}
