import type { CaseShownJson, PersonPageJson } from '../../../contract/register.ts'
import { CASE_CATEGORIES } from '../../../domain/cases/case.ts'
import { registerWrites } from '../../api/register.ts'
import { CaseTimeline } from '../../charts/CaseTimeline.tsx'
import { WrittenForm } from '../../forms/WrittenForm.tsx'
import { dayInBrief } from '../../ui/days.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Field } from '../../ui/Field.tsx'
import { capital } from '../../ui/words.ts'
import { daysInWords, writtenDate } from '../../ui/written-dates.ts'
import { CaseState } from '../register/CaseState.tsx'
import { plain } from '../register/words.ts'
import { AddCaseEvent } from './AddCaseEvent.tsx'
import { CaseHistory } from './CaseHistory.tsx'
import { Doing } from './Doing.tsx'
import { Listings } from './Listings.tsx'
import { Withdraw } from './Withdraw.tsx'

type Properties = { readonly programme: string; readonly page: PersonPageJson }

/** The person's matters, each with its history, its state on the day and where it was raised. */
export function Cases({ programme, page }: Properties) {
  const { cases, person, families, refusals } = page
  return (
    <section className="part">
      <h2>{cases.length === 1 ? 'Case' : 'Cases'}</h2>
      {cases.length === 0 && (
        <Empty title="No case is known on this day">
          <p>
            A case is the matter itself under one category: a prisoner, a divided spouse, a refused
            exit. What happened in it is added as events; from them follow the state on any day and
            whether the case is resolved.
          </p>
        </Empty>
      )}
      {cases.map((matter) => (
        <Matter key={matter.case} programme={programme} matter={matter} page={page} />
      ))}
      <p className="doings">
        <Doing words="Add a case" refusal={refusals.record}>
          {(close) => (
            <CaseForm
              programme={programme}
              subjects={[person, ...families.map(({ family }) => family)]}
              onDone={close}
            />
          )}
        </Doing>
      </p>
    </section>
  )
}

type MatterProperties = {
  readonly programme: string
  readonly matter: CaseShownJson
  readonly page: PersonPageJson
}

function Matter({ programme, matter, page }: MatterProperties) {
  const { category, withdrawnOn, stale, persons, subjectIs } = matter
  return (
    <article className="case-matter" id={`case-${matter.case}`}>
      <h3>
        {withdrawnOn ? <del>{capital(plain(category))}</del> : capital(plain(category))}{' '}
        <span className="small soft">
          <code>{matter.case}</code>
          {withdrawnOn && ` withdrawn on ${dayInBrief(withdrawnOn)}`}
        </span>
      </h3>
      <p>
        <CaseState state={matter} />
      </p>
      {stale && <p className="serif-note">{daysInWords(stale)}</p>}
      <Particulars matter={matter} />
      {subjectIs === 'family' && persons.length > 1 && (
        <p className="small">
          Of the family:{' '}
          {persons.map(({ person, name, resolved }, index) => (
            <span key={person}>
              {index > 0 && ', '}
              <bdi>{name}</bdi> {resolved ? 'resolved' : 'not resolved'}
            </span>
          ))}
          .
        </p>
      )}
      <CaseTimeline matter={matter} asOf={page.asOf} />
      <CaseHistory programme={programme} matter={matter} sources={page.sources} />
      <Listings of={matter.case} listings={matter.listings} />
      <p className="doings">
        <Doing words="Add an event" about={plain(category)} refusal={page.refusals.record}>
          {(close) => <AddCaseEvent programme={programme} matter={matter} onDone={close} />}
        </Doing>
        <Doing words="Correct the case" about={plain(category)} refusal={page.refusals.record}>
          {(close) => (
            <CaseForm
              programme={programme}
              subjects={[matter.subject]}
              said={matter}
              onDone={close}
            />
          )}
        </Doing>
        {withdrawnOn === null && (
          <Withdraw
            programme={programme}
            table="cases"
            of={matter.case}
            entry={matter.entry}
            about={plain(category)}
          />
        )}
      </p>
    </article>
  )
}

function Particulars({ matter }: { readonly matter: CaseShownJson }) {
  const { ground, region, authority, opened } = matter
  const rows = [
    ['Ground', ground],
    ['Region', region],
    ['Decided by', authority],
    ['Opened', opened === null ? '' : writtenDate(opened)],
  ].filter(([, text]) => text !== '')
  if (rows.length === 0) return null
  return (
    <dl className="facts">
      {rows.map(([word, text]) => (
        <div key={word} style={{ display: 'contents' }}>
          <dt>{word}</dt>
          <dd>
            <bdi>{text}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}

type FormProperties = {
  readonly programme: string
  /** Whose the case can be: the person first, then each family. */
  readonly subjects: readonly string[]
  readonly said?: CaseShownJson
  readonly onDone: () => void
}

function CaseForm({ programme, subjects, said, onDone }: FormProperties) {
  return (
    <WrittenForm
      programme={programme}
      doing={said ? 'Put the correction on record' : 'Add the case'}
      write={(field) =>
        registerWrites.case(programme, {
          id: said?.case ?? field('id'),
          subject: field('subject'),
          category: field('category'),
          ground: field('ground'),
          region: field('region'),
          authority: field('authority'),
          opened: field('opened'),
        })
      }
      onWritten={onDone}
    >
      {(wrong) => (
        <>
          <Field
            label="Category"
            name="category"
            required
            suggestions={CASE_CATEGORIES.map((each) => [each, plain(each)] as const)}
            {...(said && { defaultValue: said.category })}
            hint="One of these, whose outcome a rule knows, or the programme's own word."
            wrong={wrong('category')}
          />
          <Field
            label="Whose case"
            name="subject"
            required
            choices={subjects.map((each, index) => [
              each,
              index === 0 && subjects.length > 1 ? `this person (${each})` : each,
            ])}
            wrong={wrong('subject')}
          />
          <Field
            label="Region"
            name="region"
            {...(said && { defaultValue: said.region })}
            wrong={wrong('region')}
          />
          <Field
            label="Decided by"
            name="authority"
            hint="The authority that decides on it."
            {...(said && { defaultValue: said.authority })}
            wrong={wrong('authority')}
          />
          <Field
            label="Opened"
            name="opened"
            placeholder="1984-11"
            {...(said?.opened && { defaultValue: said.opened })}
            wrong={wrong('opened')}
          />
          {!said && <Field label="Id" name="id" hint="Empty: one is given." wrong={wrong('id')} />}
          <Field
            label="Ground"
            name="ground"
            wide
            placeholder="right: freedom of expression; pace-1900: a; wgad: II; recognised-by: …"
            hint="The right exercised, PACE Resolution 1900 § 3 letter, Working Group category, who recognises it and since when."
            {...(said && { defaultValue: said.ground })}
            wrong={wrong('ground')}
          />
        </>
      )}
    </WrittenForm>
  )
}
