import { useQuery } from '@tanstack/react-query'
import type { ErasurePreviewJson, PersonPageJson } from '../../../contract/register.ts'
import { erasureQuery, registerWrites } from '../../api/register.ts'
import { WrittenForm } from '../../forms/WrittenForm.tsx'
import { Field } from '../../ui/Field.tsx'
import { Answered } from '../Answered.tsx'
import { Doing } from './Doing.tsx'

type Properties = { readonly programme: string; readonly page: PersonPageJson }

/** Makes what is known of the person unreadable for good: ground, approval, and the id typed once more. */
export function Erasure({ programme, page }: Properties) {
  const { person, refusals } = page
  return (
    <section className="part no-print">
      <h2>Erasure</h2>
      <p className="prose">
        The key to what is written of this person is destroyed: names, details and words can never
        be read again, here or from a backup that is restored here. That someone was erased, when
        and on what ground stays, and counts stay as they are approved.
      </p>
      <p className="doings">
        <Doing words="Erase this person" refusal={refusals.erase}>
          {(close) => <Erasing programme={programme} person={person} onDone={close} />}
        </Doing>
      </p>
    </section>
  )
}

type ErasingProperties = {
  readonly programme: string
  readonly person: string
  readonly onDone: () => void
}

function Erasing({ programme, person, onDone }: ErasingProperties) {
  const query = useQuery(erasureQuery(programme, person))
  return (
    <Answered query={query}>
      {(preview) => (
        <div className="stack">
          <Touched preview={preview} />
          <WrittenForm
            programme={programme}
            doing="Erase for good"
            write={(field) =>
              registerWrites.erase(programme, person, {
                ground: field('ground'),
                approvedBy: field('approvedBy'),
                confirm: field('confirm'),
                also: [...preview.papers, ...preview.engagements].filter(
                  (key) => field(key) === 'on',
                ),
              })
            }
            onWritten={onDone}
          >
            {(wrong) => (
              <>
                <Also keys={preview.papers} words="Paper" />
                <Also keys={preview.engagements} words="Engagement" />
                <Field
                  label="Ground"
                  name="ground"
                  required
                  wide
                  suggestions={['asked for by the person', 'asked for by the family']}
                  hint="Without a name: the ground stays on record."
                  wrong={wrong('ground')}
                />
                <Field
                  label="Who approved the counts that stay"
                  name="approvedBy"
                  required
                  wrong={wrong('approvedBy')}
                />
                <Field
                  label={`Type ${person} to confirm`}
                  name="confirm"
                  required
                  wrong={wrong('confirm')}
                />
              </>
            )}
          </WrittenForm>
        </div>
      )}
    </Answered>
  )
}

function Touched({ preview }: { readonly preview: ErasurePreviewJson }) {
  const { counts, lists, mergedWith, families } = preview
  const counted = Object.entries(counts).map(([what, count]) => `${what}: ${count}`)
  return (
    <>
      <p>These counts stay: {counted.join(', ')}.</p>
      {lists.length > 0 && (
        <p>
          On the lists {lists.join(', ')}: what was handed over cannot be called back, and the entry
          stays by its id.
        </p>
      )}
      {mergedWith.length > 0 && (
        <p>
          Also entered as {mergedWith.join(', ')}: each of these is erased by itself, on its own
          page.
        </p>
      )}
      {families.length > 0 && (
        <p>What is written of the family {families.join(', ')} as a whole stays.</p>
      )}
    </>
  )
}

type AlsoProperties = { readonly keys: readonly string[]; readonly words: string }

/** Papers and engagements whose words may hold the name: each goes with the person unless it is unticked. */
function Also({ keys, words }: AlsoProperties) {
  return keys.map((key) => (
    <label key={key} className="wide">
      <input type="checkbox" name={key} defaultChecked /> {words} <code>{key}</code> goes with it
    </label>
  ))
}
