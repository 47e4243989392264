import type { CaseEventRowJson, CaseShownJson } from '../../../contract/register.ts'
import { CASE_EVENT_KINDS } from '../../../domain/cases/case-event.ts'
import { VERIFICATIONS } from '../../../domain/evidence/event.ts'
import { registerWrites } from '../../api/register.ts'
import { WrittenForm } from '../../forms/WrittenForm.tsx'
import { Field } from '../../ui/Field.tsx'
import { readCitation } from '../../ui/Citation.tsx'
import { AddSourceLink, useSourceSuggestions } from '../SourceField.tsx'
import { plain } from '../register/words.ts'

type Properties = {
  readonly programme: string
  readonly matter: CaseShownJson
  /** What stood so far, where it is corrected. */
  readonly said?: CaseEventRowJson
  readonly onDone: () => void
}

/** What happened in a case, on which day, from which source, and how sure that is. */
export function AddCaseEvent({ programme, matter, said, onDone }: Properties) {
  const sources = useSourceSuggestions()
  const cited = said?.citations[0] === undefined ? null : readCitation(said.citations[0])
  return (
    <WrittenForm
      programme={programme}
      doing={said ? 'Put the correction on record' : 'Add the event'}
      write={(field) =>
        registerWrites.caseEvent(programme, matter.case, {
          kind: field('kind'),
          date: field('date'),
          person: field('person'),
          verification: field('verification'),
          known: field('known'),
          source: field('source'),
          at: field('at'),
          detail: field('detail'),
          replaces: said?.entry ?? null,
        })
      }
      onWritten={onDone}
    >
      {(wrong) => (
        <>
          <Field
            label="What happened"
            name="kind"
            required
            suggestions={CASE_EVENT_KINDS.map((kind) => [kind, plain(kind)] as const)}
            {...(said && { defaultValue: said.kind })}
            hint="One of these, which rules read, or a word of your own, which is kept and shown."
            wrong={wrong('kind')}
          />
          <Field
            label="Date"
            name="date"
            required
            placeholder="1987-05-25"
            hint="1987-04~ for about, 1987-03/1987-09 for some day within."
            {...(said && { defaultValue: said.date })}
            wrong={wrong('date')}
          />
          {matter.subjectIs === 'family' && (
            <Field
              label="Whom it means"
              name="person"
              choices={[
                ['', 'everyone of the family'],
                ...matter.persons.map(({ person, name }) => [person, name] as const),
              ]}
              {...(said?.person && { defaultValue: said.person })}
              wrong={wrong('person')}
            />
          )}
          <Field
            label="Verification"
            name="verification"
            choices={[
              ['', 'left open: confirmed with a source of ours'],
              ...VERIFICATIONS.map((each) => [each, each] as const),
            ]}
            hint="Only what is confirmed moves the state."
            {...(said && { defaultValue: said.verification })}
            wrong={wrong('verification')}
          />
          <Field
            label="Known"
            name="known"
            placeholder="1987-05-26"
            hint="Empty: from the day its source was published, else from today; from then on it shows."
            wrong={wrong('known')}
          />
          <Field
            label="Source"
            name="source"
            suggestions={sources}
            below={<AddSourceLink />}
            {...(cited && { defaultValue: cited.source })}
            wrong={wrong('source')}
          />
          <Field
            label="Place in the source"
            name="at"
            {...(cited && { defaultValue: cited.at })}
            wrong={wrong('at')}
          />
          <Field
            label="Detail"
            name="detail"
            wide
            placeholder="health: poor; place: Chistopol"
            {...(said && { defaultValue: said.detail })}
            wrong={wrong('detail')}
          />
        </>
      )}
    </WrittenForm>
  )
}
