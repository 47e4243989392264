import { useNavigate } from 'react-router'
import { registerWrites } from '../../api/register.ts'
import { WrittenForm } from '../../forms/WrittenForm.tsx'
import { usePaths } from '../../paths.ts'
import { Field } from '../../ui/Field.tsx'
import { NameFields, typedName } from './NameFields.tsx'

/** A person by one name; the rest is added on the person's own page, which opens. */
export function AddPerson({ programme }: { readonly programme: string }) {
  const navigate = useNavigate()
  const paths = usePaths()
  return (
    <section className="part no-print" id="add-person">
      <h2>Add a person</h2>
      <WrittenForm
        programme={programme}
        doing="Add the person"
        write={(field) =>
          registerWrites.person(programme, { id: field('id'), ...typedName(field) })
        }
        onWritten={({ id }) => void navigate(paths.person(id))}
      >
        {(wrong) => (
          <>
            <NameFields wrong={wrong} />
            <Field
              label="Id"
              name="id"
              hint="Empty: one is given. It stands in addresses and files, so let it name nobody."
              wrong={wrong('id')}
            />
          </>
        )}
      </WrittenForm>
    </section>
  )
}
