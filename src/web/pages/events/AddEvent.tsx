import type { EventRowJson } from '../../../contract/evidence.ts'
import { BASES, RULE_STAGES, SWITCHES, VERIFICATIONS } from '../../../domain/evidence/event.ts'
import { writes } from '../../api/client.ts'
import { WrittenForm } from '../../forms/WrittenForm.tsx'
import { Field } from '../../ui/Field.tsx'
import { SourceField } from '../SourceField.tsx'

type Properties = { readonly programme: string; readonly known: readonly EventRowJson[] }

const asChoices = (values: readonly string[], empty: string) =>
  [['', empty], ...values.map((value) => [value, value] as const)] as const

/** An event, or under a known short name a correction of it. */
export function AddEvent({ programme, known }: Properties) {
  return (
    <section className="part no-print">
      <h2>
        Add an event{' '}
        <em className="serif-note">a known short name with other content is a correction</em>
      </h2>
      <WrittenForm
        programme={programme}
        doing="Add the event"
        write={(field) =>
          writes.addEvent(programme, {
            id: field('id'),
            date: field('date'),
            kind: field('kind'),
            subject: field('subject'),
            stage: field('stage'),
            basis: field('basis'),
            verification: field('verification'),
            claimedBy: field('claimedBy'),
            detail: field('detail'),
            known: field('known'),
            source: field('source'),
            at: field('at'),
          })
        }
        done={({ id }) => `${id} is on record.`}
      >
        {(wrong) => (
          <>
            <Field label="Short name" name="id" required wrong={wrong('id')} />
            <Field
              label="Date"
              name="date"
              required
              placeholder="1987-05-25"
              hint="1987-04~ for about, 1987-03/1987-09 for some day within."
              wrong={wrong('date')}
            />
            <Field
              label="Kind"
              name="kind"
              required
              suggestions={[
                ...new Set(['state', 'rule', 'coverage', ...known.map(({ kind }) => kind)]),
              ]}
              hint="state, rule, coverage, or the kind of act."
              wrong={wrong('kind')}
            />
            <Field
              label="Subject"
              name="subject"
              suggestions={[...new Set(known.map(({ subject }) => subject))].filter(Boolean)}
              placeholder="jamming/voa"
              wrong={wrong('subject')}
            />
            <Field
              label="Stage"
              name="stage"
              suggestions={[...SWITCHES, ...RULE_STAGES]}
              hint="Of a state or a rule only."
              wrong={wrong('stage')}
            />
            <Field
              label="Came by"
              name="basis"
              choices={asChoices(BASES, 'not known')}
              wrong={wrong('basis')}
            />
            <Field
              label="Verification"
              name="verification"
              choices={asChoices(VERIFICATIONS, 'left open')}
              wrong={wrong('verification')}
            />
            <Field label="Claimed by" name="claimedBy" wrong={wrong('claimedBy')} />
            <Field
              label="Known"
              name="known"
              placeholder="1987-05-26"
              hint="Empty: from the day its source was published."
              wrong={wrong('known')}
            />
            <SourceField wrong={wrong('source')} />
            <Field label="Place in the source" name="at" wrong={wrong('at')} />
            <Field
              label="Detail"
              name="detail"
              wide
              placeholder="ground: speech or writing; place: Leningrad"
              wrong={wrong('detail')}
            />
          </>
        )}
      </WrittenForm>
    </section>
  )
}
