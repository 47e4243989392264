import { Link } from 'react-router'
import type { PersonPageJson } from '../../../contract/register.ts'
import { registerWrites } from '../../api/register.ts'
import { WrittenForm } from '../../forms/WrittenForm.tsx'
import { usePaths } from '../../paths.ts'
import { dayInBrief } from '../../ui/days.ts'
import { Field } from '../../ui/Field.tsx'
import { Doing } from './Doing.tsx'
import { PersonPicker } from './PersonPicker.tsx'

type Properties = { readonly programme: string; readonly page: PersonPageJson }

/** Entries found to be the same person. Both histories stay; figures are restated; it can be undone. */
export function Merges({ programme, page }: Properties) {
  const paths = usePaths()
  const { merges, person, refusals } = page
  return (
    <section className="part no-print">
      <h2>The same person, entered twice</h2>
      {merges.length === 0 && <p className="soft">No other entry was found to be this person.</p>}
      <ul className="plain">
        {merges.map(({ entry, kept, merged, known, by, reason, undone }) => {
          const other = kept === person ? merged : kept
          return (
            <li key={entry} className="line">
              <Link to={paths.person(other)}>
                <code>{other}</code>
              </Link>
              <span className="small soft">
                {undone ? 'was held to be' : 'is'} the same person
                {kept === person ? '' : ', kept under that id'}: <bdi>{reason}</bdi> (
                <bdi>{by}</bdi>, {dayInBrief(known)}){undone && `; undone on ${dayInBrief(undone)}`}
              </span>
              {undone === null && (
                <Doing words="Undo" about={other}>
                  {(close) => (
                    <WrittenForm
                      programme={programme}
                      doing="Undo the merge"
                      write={() => registerWrites.undoMerge(programme, { entry, kept })}
                      onWritten={close}
                    >
                      {() => (
                        <p className="wide">
                          From today on the two are counted as two again; figures as known before
                          stay as they were.
                        </p>
                      )}
                    </WrittenForm>
                  )}
                </Doing>
              )}
            </li>
          )
        })}
      </ul>
      <p className="doings">
        <Doing words="It is the same person as …" refusal={refusals.merge}>
          {(close) => (
            <WrittenForm
              programme={programme}
              doing="Merge the two"
              write={(field) => {
                const other = field('merged')
                const keepOther = field('keep') === 'other'
                return registerWrites.merge(programme, {
                  kept: keepOther ? other : person,
                  merged: keepOther ? person : other,
                  by: field('by'),
                  reason: field('reason'),
                })
              }}
              onWritten={close}
            >
              {(wrong) => (
                <>
                  <PersonPicker
                    label="The other entry"
                    name="merged"
                    but={person}
                    wrong={wrong('merged') ?? wrong('kept')}
                  />
                  <Field
                    label="Kept under the id of"
                    name="keep"
                    choices={[
                      ['this', `this person (${person})`],
                      ['other', 'the other'],
                    ]}
                  />
                  <Field label="Who found it" name="by" required wrong={wrong('by')} />
                  <Field
                    label="Why they are one"
                    name="reason"
                    required
                    wide
                    wrong={wrong('reason')}
                  />
                </>
              )}
            </WrittenForm>
          )}
        </Doing>
      </p>
    </section>
  )
}
