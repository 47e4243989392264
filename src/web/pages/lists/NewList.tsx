import { useNavigate } from 'react-router'
import type { ListRowJson } from '../../../contract/representation-lists.ts'
import { Refusal } from '../../api/client.ts'
import { listWrites } from '../../api/lists.ts'
import { WrittenForm } from '../../forms/WrittenForm.tsx'
import { useDays } from '../../days.tsx'
import { pathsOf } from '../../paths.ts'
import { today } from '../../ui/days.ts'
import { Field } from '../../ui/Field.tsx'
import { reached } from './reached-days.ts'
import { RuleField } from './RuleField.tsx'

type Properties = {
  readonly programme: string
  readonly lists: readonly ListRowJson[]
  readonly refusal: string | undefined
}

/** A number, a title, and the rule that says who belongs on it. */
export function NewList({ programme, lists, refusal }: Properties) {
  const navigate = useNavigate()
  const days = useDays()
  return (
    <section className="part no-print" id="begin-a-list">
      <h2>Begin a list</h2>
      <WrittenForm
        programme={programme}
        doing="Begin the list"
        refusal={refusal}
        write={async (field) => {
          const id = field('id') || field('number').replaceAll(/\s+/g, '-')
          const there = lists.find((one) => one.id === id)
          if (there) throw onRecord(there)
          const [number, title] = [field('number'), field('title')]
          return listWrites.list(programme, { id, number, title, rule: field('rule') })
        }}
        onWritten={({ id }) =>
          void navigate(pathsOf(programme, reached(days, today())).list(id, 'versions'))
        }
      >
        {(wrong) => (
          <>
            <Field
              label="Number"
              name="number"
              required
              placeholder="XVII"
              hint="As it stands on the paper."
              wrong={wrong('number')}
            />
            <Field
              label="Title"
              name="title"
              required
              placeholder="Representation list XVII"
              wrong={wrong('title')}
            />
            <Field
              label="Short name"
              name="id"
              hint="Stands in addresses and files. Empty: the number."
              wrong={wrong('id')}
            />
            <RuleField programme={programme} wrong={wrong('rule')} />
          </>
        )}
      </WrittenForm>
    </section>
  )
}

/** The server takes a known short name as a correction; begun is only what is new. */
function onRecord({ id, title }: ListRowJson): Refusal {
  const detail = `List ${id} is on record already: ${title}. Open it to correct it, or take another short name.`
  return new Refusal({
    type: 'about:blank',
    title: 'This list is on record',
    status: 409,
    detail,
    errors: [{ pointer: '/id', detail }],
  })
}
