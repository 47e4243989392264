import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { EngagementPageJson } from '../../../contract/engagements.ts'
import { engagementQuery, listFiles, listWrites } from '../../api/lists.ts'
import { WrittenForm } from '../../forms/WrittenForm.tsx'
import { useDays } from '../../days.tsx'
import { useParam, usePaths } from '../../paths.ts'
import { dayInBrief, dayInWords, today } from '../../ui/days.ts'
import { Field } from '../../ui/Field.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { writtenDate } from '../../ui/written-dates.ts'
import { Answered } from '../Answered.tsx'
import { DaysOfEvidence } from '../DaysOfEvidence.tsx'
import { FollowUpForm } from '../lists/Claims.tsx'
import { sizeInWords } from '../lists/KeptPapers.tsx'
import { Doing } from '../persons/Doing.tsx'
import '../../style/lists.css'
import '../../style/register.css'

/** One engagement: what was raised and said, what they undertook, what we follow up, how it is judged. */
export function EngagementPage() {
  const [programme, id] = [useParam('programme'), useParam('engagement')]
  const query = useQuery(engagementQuery(programme, id, useDays()))
  return (
    <Answered query={query} heading="Engagement">
      {(page) => <Engagement programme={programme} page={page} />}
    </Answered>
  )
}

type Properties = { readonly programme: string; readonly page: EngagementPageJson }

function Engagement({ programme, page }: Properties) {
  const paths = usePaths()
  const { engagement, undertakings, presentations } = page
  const { id, date, instrument, audience, handler, visibility, lists, cases } = engagement
  return (
    <>
      <PageHeader
        title={engagement.title || `${capital(instrument)}, ${audience}`}
        above={
          <>
            <Link to={paths.engagements()}>Engagements</Link> · <code>{id}</code>
          </>
        }
        below={[
          dayInWords(date),
          instrument,
          `with ${audience}`,
          handler && `handled by ${handler}`,
          visibility,
          engagement.corrected > 0 && 'corrected',
        ]
          .filter(Boolean)
          .join(' · ')}
      />
      <DaysOfEvidence />
      {engagement.missing.length > 0 && (
        <p className="notice">Still needed: {engagement.missing.join('; ')}.</p>
      )}
      {engagement.words !== '' && (
        <section className="part">
          <h2>What was said</h2>
          <p className="prose said" dir="auto">
            {engagement.words}
          </p>
        </section>
      )}
      {(lists.length > 0 || cases.length > 0 || presentations.length > 0) && (
        <section className="part">
          <h2>What was raised</h2>
          <ul className="plain">
            {lists.map((list) => (
              <li key={list}>
                <Link to={paths.list(list)}>List {list}</Link>
              </li>
            ))}
            {presentations.map(({ list, version, to }) => (
              <li key={`${list} ${version} ${to}`}>
                <Link to={paths.list(list, 'presentation', version)}>
                  List {list}, version {version}
                </Link>{' '}
                <span className="soft">
                  was handed over that day to <bdi>{to}</bdi>
                </span>
              </li>
            ))}
            {cases.map((one) => (
              <li key={one}>
                Case <code>{one}</code>
              </li>
            ))}
          </ul>
        </section>
      )}
      {undertakings.length > 0 && (
        <section className="part">
          <h2>What they undertook</h2>
          <ul className="plain ruled">
            {undertakings.map((one) => (
              <li key={one.id}>
                “<bdi>{one.text}</bdi>”{' '}
                <span className="soft">
                  <bdi>{one.by}</bdi>, {one.due ? `due ${writtenDate(one.due)}` : 'no day named'}
                </span>{' '}
                <Link to={paths.undertakings(one.id)}>What became of it</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <FollowUps programme={programme} page={page} />
      {engagement.attachments.length > 0 && (
        <section className="part">
          <h2>Papers</h2>
          <ul className="plain">
            {engagement.attachments.map(({ sha256, name, bytes }) => (
              <li key={sha256}>
                <a href={listFiles.attachment(programme, sha256)} download={name}>
                  <bdi>{name}</bdi>
                </a>{' '}
                <span className="soft small">
                  {sizeInWords(bytes)}, SHA-256 <code className="sum">{sha256}</code>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Judgement programme={programme} page={page} />
    </>
  )
}

function FollowUps({ programme, page: { followUps } }: Properties) {
  if (followUps.length === 0) return null
  return (
    <section className="part">
      <h2>What we follow up</h2>
      <ul className="plain ruled">
        {followUps.map(({ id, text, owner, due, doneOn, note }) => (
          <li key={id}>
            <bdi>{text}</bdi>{' '}
            <span className={doneOn === null && due !== null && due < today() ? 'urgent' : 'soft'}>
              <bdi>{owner}</bdi>
              {doneOn === null
                ? due !== null && `, by ${dayInBrief(due)}`
                : `, done on ${dayInBrief(doneOn)}`}
            </span>
            {note !== '' && (
              <p className="small soft">
                <bdi>{note}</bdi>
              </p>
            )}
            {doneOn === null && (
              <div>
                <Doing words="Close or pass on" about={text}>
                  {(close) => (
                    <FollowUpForm
                      programme={programme}
                      id={id}
                      owner={owner}
                      due={due}
                      onDone={close}
                    />
                  )}
                </Doing>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Objectives set before it, and the judgement after it: without both it cannot be closed. */
function Judgement({ programme, page: { engagement } }: Properties) {
  const { id, objectives, judgement } = engagement
  return (
    <section className="part">
      <h2>
        Objectives and judgement{' '}
        <em className="serif-note">set before it, judged right after it</em>
      </h2>
      <dl className="facts">
        <dt>Objectives</dt>
        <dd dir="auto">{objectives || <span className="soft">none were set</span>}</dd>
        <dt>Judgement</dt>
        <dd dir="auto">{judgement || <span className="soft">not judged yet</span>}</dd>
      </dl>
      <Doing words={judgement === '' ? 'Judge it' : 'Correct the judgement'}>
        {(close) => (
          <WrittenForm
            programme={programme}
            doing="Put the judgement on record"
            write={(field) =>
              listWrites.judgement(programme, id, { judgement: field('judgement') })
            }
            onWritten={close}
          >
            {(wrong) => (
              <Field
                label="What was achieved, held against the objectives"
                name="judgement"
                required
                wide
                long
                defaultValue={judgement}
                wrong={wrong('judgement')}
              />
            )}
          </WrittenForm>
        )}
      </Doing>
    </section>
  )
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
