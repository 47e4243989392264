import { Link, useNavigate, useParams } from 'react-router'
import { listWrites } from '../../api/lists.ts'
import { WrittenForm } from '../../forms/WrittenForm.tsx'
import { usePaths } from '../../paths.ts'
import { dayInBrief, dayInWords } from '../../ui/days.ts'
import { Field } from '../../ui/Field.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { daysInWords } from '../../ui/written-dates.ts'
import { LIST_PARTS } from '../../paths.ts'
import { Doing } from '../persons/Doing.tsx'
import type { PartProperties } from './part-properties.ts'
import { RuleField } from './RuleField.tsx'
import { bothUnits } from './Units.tsx'

/** Number, title and rule, the version looked at, and what is due. */
export function ListHead({ programme, page }: PartProperties) {
  const paths = usePaths()
  const { list, ruleSentence, reminders, version } = page
  return (
    <>
      <PageHeader
        title={list.title}
        above={
          <>
            <Link to={paths.lists()}>Lists</Link> · <bdi>{list.number}</bdi>
          </>
        }
        below={ruleSentence ?? 'No rule says who belongs on it: cases are put on by hand.'}
      />
      <div className="version-line">
        {version && (
          <p>
            <VersionPicker page={page} />{' '}
            <span>
              of {dayInWords(version.date)}: {bothUnits(version.entries)}
              {version.presentedOn === null ? (
                <em className="draft"> draft</em>
              ) : (
                `, handed over on ${dayInWords(version.presentedOn)}`
              )}
            </span>
          </p>
        )}
        <Doing words="Correct number, title or rule">
          {(close) => <Correct programme={programme} page={page} onDone={close} />}
        </Doing>
      </div>
      {reminders.length > 0 && (
        <ul className="plain reminders small">
          {reminders.map(({ kind, due, overdue, sentence }) => (
            <li key={`${kind} ${due}`}>
              <span className={overdue ? 'is-overdue' : undefined}>
                {overdue ? 'Overdue since' : 'Due'} {dayInBrief(due)}
              </span>
              : {daysInWords(sentence)}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** Which version is looked at; the part of the page stays. */
function VersionPicker({ page: { list, versions, version } }: Pick<PartProperties, 'page'>) {
  const paths = usePaths()
  const navigate = useNavigate()
  const { part } = useParams()
  const here = LIST_PARTS.find((one) => one === part) ?? 'entries'
  if (versions.length < 2) return <>Version {version?.version}</>
  return (
    <label>
      Version{' '}
      <select
        value={version?.version ?? ''}
        onChange={(event) => void navigate(paths.list(list.id, here, event.currentTarget.value))}
      >
        {versions.map((one) => (
          <option key={one.version} value={one.version}>
            {one.version}
            {one.presentedOn === null ? ', draft' : ''}
          </option>
        ))}
      </select>
    </label>
  )
}

function Correct({ programme, page, onDone }: PartProperties & { readonly onDone: () => void }) {
  const { id, number, title, rule } = page.list
  return (
    <WrittenForm
      programme={programme}
      doing="Put the correction on record"
      write={(field) =>
        listWrites.list(programme, {
          id,
          number: field('number'),
          title: field('title'),
          rule: field('rule'),
        })
      }
      onWritten={onDone}
    >
      {(wrong) => (
        <>
          <Field
            label="Number"
            name="number"
            required
            defaultValue={number}
            wrong={wrong('number')}
          />
          <Field label="Title" name="title" required defaultValue={title} wrong={wrong('title')} />
          <RuleField programme={programme} first={rule} wrong={wrong('rule')} />
        </>
      )}
    </WrittenForm>
  )
}
