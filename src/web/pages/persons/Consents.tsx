import type { PersonPageJson } from '../../../contract/register.ts'
import { registerWrites } from '../../api/register.ts'
import { WrittenForm } from '../../forms/WrittenForm.tsx'
import { dayInBrief } from '../../ui/days.ts'
import { Field } from '../../ui/Field.tsx'
import { daysInWords, writtenDate } from '../../ui/written-dates.ts'
import { CONSENT_GLYPHS, CONSENT_WORDS, USE_WORDS, USES } from '../register/words.ts'
import type { Use } from '../register/words.ts'
import { Doing } from './Doing.tsx'
import { Withdraw } from './Withdraw.tsx'

type Properties = { readonly programme: string; readonly page: PersonPageJson }

/** For what the person agreed that we may use what we know: each use apart, unknown is not yes. */
export function Consents({ programme, page }: Properties) {
  const { consents, person, families } = page
  const subjects = [person, ...families.map(({ family }) => family)]
  return (
    <section className="part">
      <h2>
        Consent <em className="serif-note">each use apart; what is not known is not yes</em>
      </h2>
      <div className="scroller stacked" role="region" aria-label="Consents" tabIndex={0}>
        <table>
          <caption className="spoken">Consent by use</caption>
          <thead>
            <tr>
              <th scope="col">Use</th>
              <th scope="col">Stands</th>
              <th scope="col">Answers</th>
              <th scope="col">
                <span className="spoken">What can be done</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {consents.map(({ use, standing, words, history, overrides }) => (
              <tr key={use}>
                <td>{USE_WORDS[use]}</td>
                <td>
                  <span aria-hidden="true">{CONSENT_GLYPHS[standing]}</span>{' '}
                  {CONSENT_WORDS[standing]}
                  <p className="below">{daysInWords(words)}</p>
                  {overrides.map(({ by, reason, on }) => (
                    <p key={`${by} ${on}`} className="below">
                      overridden on {dayInBrief(on)} by <bdi>{by}</bdi>: <bdi>{reason}</bdi>
                    </p>
                  ))}
                </td>
                <td data-title="Answers">
                  {history.map((one) => (
                    <p key={one.entry} className="small">
                      <Answer one={one} />{' '}
                      {one.withdrawnOn === null && (
                        <Withdraw
                          programme={programme}
                          table="consents"
                          of={one.subject}
                          entry={one.entry}
                          about={`${USE_WORDS[use]} ${one.date}`}
                        />
                      )}
                    </p>
                  ))}
                </td>
                <td data-title="Do">
                  <Doing words="Record an answer" about={USE_WORDS[use]}>
                    {(close) => (
                      <ConsentForm
                        programme={programme}
                        subjects={subjects}
                        use={use}
                        onDone={close}
                      />
                    )}
                  </Doing>
                  {standing !== 'yes' && (
                    <>
                      <br />
                      <Doing
                        words="Override"
                        about={USE_WORDS[use]}
                        refusal={page.refusals.override}
                      >
                        {(close) => (
                          <OverrideForm
                            programme={programme}
                            subject={person}
                            use={use}
                            onDone={close}
                          />
                        )}
                      </Doing>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

type One = PersonPageJson['consents'][number]['history'][number]

function Answer({ one }: { readonly one: One }) {
  const { answer, by, date, expires, withdrawnOn } = one
  const words = (
    <>
      {answer === 'unknown' ? 'asked, not answered' : answer}, by <bdi>{by}</bdi>,{' '}
      {writtenDate(date)}
      {expires && `, until ${dayInBrief(expires)}`}
    </>
  )
  if (withdrawnOn === null) return words
  return (
    <>
      <del>{words}</del> withdrawn on {dayInBrief(withdrawnOn)}
    </>
  )
}

type FormProperties = {
  readonly programme: string
  readonly subjects: readonly string[]
  readonly use: Use
  readonly onDone: () => void
}

function ConsentForm({ programme, subjects, use, onDone }: FormProperties) {
  return (
    <WrittenForm
      programme={programme}
      doing="Record the answer"
      write={(field) =>
        registerWrites.consent(programme, {
          use: field('use'),
          answer: field('answer'),
          subject: field('subject'),
          by: field('by'),
          date: field('date'),
          expires: field('expires'),
        })
      }
      onWritten={onDone}
    >
      {(wrong) => (
        <>
          <Field
            label="Use"
            name="use"
            required
            choices={USES.map((each) => [each, USE_WORDS[each]] as const)}
            defaultValue={use}
            wrong={wrong('use')}
          />
          <Field
            label="Answer"
            name="answer"
            required
            choices={[
              ['yes', 'yes'],
              ['no', 'no'],
              ['unknown', 'asked, not answered'],
            ]}
            wrong={wrong('answer')}
          />
          <Field
            label="For"
            name="subject"
            required
            choices={subjects.map((each, index) => [
              each,
              index === 0 ? `this person (${each})` : `the family (${each})`,
            ])}
            wrong={wrong('subject')}
          />
          <Field
            label="Given by"
            name="by"
            required
            suggestions={['the person', 'family', 'lawyer']}
            wrong={wrong('by')}
          />
          <Field label="Date" name="date" required placeholder="1988-03-01" wrong={wrong('date')} />
          <Field
            label="Until"
            name="expires"
            hint="The last day on which it holds; empty is without end."
            wrong={wrong('expires')}
          />
        </>
      )}
    </WrittenForm>
  )
}

type OverrideProperties = {
  readonly programme: string
  readonly subject: string
  readonly use: Use
  readonly onDone: () => void
}

function OverrideForm({ programme, subject, use, onDone }: OverrideProperties) {
  return (
    <>
      <p>
        {USE_WORDS[use]} goes ahead without a yes. Someone answers for that by name, with the
        reason; both stay on record.
      </p>
      <WrittenForm
        programme={programme}
        doing="Override"
        write={(field) =>
          registerWrites.override(programme, {
            subject,
            use,
            by: field('by'),
            reason: field('reason'),
          })
        }
        onWritten={onDone}
      >
        {(wrong) => (
          <>
            <Field label="Who answers for it" name="by" required wrong={wrong('by')} />
            <Field label="Reason" name="reason" required wide long wrong={wrong('reason')} />
          </>
        )}
      </WrittenForm>
    </>
  )
}
