import { useState } from 'react'
import type { PersonPageJson } from '../../../contract/register.ts'
import { registerWrites } from '../../api/register.ts'
import { WrittenForm } from '../../forms/WrittenForm.tsx'
import { dayInBrief } from '../../ui/days.ts'
import { Field } from '../../ui/Field.tsx'
import { daysInWords, writtenDate } from '../../ui/written-dates.ts'
import { Doing } from './Doing.tsx'
import { Withdraw } from './Withdraw.tsx'

type Properties = { readonly programme: string; readonly page: PersonPageJson }

/** Who called, what was said, what we promised, and what of it is still owed. */
export function Contacts({ programme, page }: Properties) {
  const { contacts, owed, followUps, person, families, refusals } = page
  return (
    <section className="part">
      <h2>Family, lawyer, sponsor</h2>
      {owed.length > 0 && (
        <ul className="plain">
          {owed.map((each) => (
            <li key={each.contact} className={each.done === true ? 'soft' : undefined}>
              <span aria-hidden="true">
                {each.done === true ? '●' : each.done === null ? '?' : '○'}
              </span>{' '}
              {daysInWords(each.words)}
            </li>
          ))}
        </ul>
      )}
      {contacts.length === 0 ? (
        <p className="soft">
          No conversation is on record. What was said by those close to the person, and above all
          what we promised them, belongs here.
        </p>
      ) : (
        <ul className="plain person-names">
          {contacts.map((contact) => (
            <li key={contact.entry}>
              <div className="line">
                <span className="mono">{writtenDate(contact.date)}</span>
                <bdi>{contact.with}</bdi>
                <span className="small">{contact.role}</span>
                <Withdraw
                  programme={programme}
                  table="contacts"
                  of={contact.subject}
                  entry={contact.entry}
                  about={contact.date}
                />
              </div>
              {contact.words !== '' && (
                <p>
                  <bdi>{contact.words}</bdi>
                </p>
              )}
              {contact.promisedWords !== '' && (
                <p className="small">
                  <bdi>{contact.promisedWords}</bdi>
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      {followUps.length > 0 && (
        <>
          <h3>To follow up</h3>
          <ul className="plain">
            {followUps.map(({ id, text, owner, due, doneOn }) => (
              <li key={id} className={doneOn ? 'soft' : undefined}>
                {doneOn ? '●' : '○'} <bdi>{text}</bdi>{' '}
                <span className="small soft">
                  {[owner, due && `due ${dayInBrief(due)}`, doneOn && `done ${dayInBrief(doneOn)}`]
                    .filter(Boolean)
                    .join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="doings">
        <Doing words="Record a conversation" refusal={refusals.record}>
          {(close) => (
            <ContactForm
              programme={programme}
              subjects={[person, ...families.map(({ family }) => family)]}
              owed={owed}
              onDone={close}
            />
          )}
        </Doing>
      </p>
    </section>
  )
}

type FormProperties = {
  readonly programme: string
  readonly subjects: readonly string[]
  readonly owed: PersonPageJson['owed']
  readonly onDone: () => void
}

function ContactForm({ programme, subjects, owed, onDone }: FormProperties) {
  const open = owed.flatMap(({ keptBy, promised, to }) =>
    keptBy === null ? [] : [[keptBy, to === '' ? promised : `${promised} (to ${to})`] as const],
  )
  const [keeps, setKeeps] = useState('')
  return (
    <WrittenForm
      programme={programme}
      doing="Put it on record"
      write={(field) =>
        registerWrites.contact(programme, {
          subject: field('subject'),
          date: field('date'),
          with: field('with'),
          role: field('role'),
          words: field('words'),
          promised: keeps === '' ? field('promised') : keeps,
          known: field('known'),
        })
      }
      onWritten={onDone}
    >
      {(wrong) => (
        <>
          <Field label="With whom" name="with" required wrong={wrong('with')} />
          <Field
            label="Who that is"
            name="role"
            suggestions={['family', 'lawyer', 'sponsor']}
            wrong={wrong('role')}
          />
          <Field label="Date" name="date" required placeholder="1988-03-01" wrong={wrong('date')} />
          <Field
            label="About"
            name="subject"
            required
            choices={subjects.map((each, index) => [
              each,
              index === 0 ? `this person (${each})` : `the family (${each})`,
            ])}
            wrong={wrong('subject')}
          />
          <Field
            label="Known"
            name="known"
            hint="Since when we know of it. Empty: from today; from then on it shows."
            wrong={wrong('known')}
          />
          <Field label="What was said" name="words" wide long wrong={wrong('words')} />
          {open.length > 0 && (
            <div className="field wide">
              <label htmlFor="keeps">
                This keeps a promise <em className="optional">optional</em>
              </label>
              <select
                id="keeps"
                value={keeps}
                onChange={(event) => setKeeps(event.currentTarget.value)}
              >
                <option value="">none of them</option>
                {open.map(([value, words]) => (
                  <option key={value} value={value}>
                    {words}
                  </option>
                ))}
              </select>
              <p className="hint">It is then no longer owed, from the day of this conversation.</p>
            </div>
          )}
          {keeps === '' && (
            <Field
              label="What we promised"
              name="promised"
              wide
              suggestions={[['inclusion', 'a place on the next list']]}
              hint="inclusion, or inclusion: XVI, is a place on a list: the list asks for it before it is handed over."
              wrong={wrong('promised')}
            />
          )}
        </>
      )}
    </WrittenForm>
  )
}
