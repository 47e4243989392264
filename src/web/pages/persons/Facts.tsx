import { Link } from 'react-router'
import type { PersonPageJson } from '../../../contract/register.ts'
import { registerWrites } from '../../api/register.ts'
import { WrittenForm } from '../../forms/WrittenForm.tsx'
import { usePaths } from '../../paths.ts'
import { Field } from '../../ui/Field.tsx'
import { daysInWords, writtenDate } from '../../ui/written-dates.ts'
import { Doing } from './Doing.tsx'
import { PersonPicker } from './PersonPicker.tsx'
import { Withdraw } from './Withdraw.tsx'

type Properties = { readonly programme: string; readonly page: PersonPageJson }

/** What is known of the person beside the names; what contradicts stands side by side. */
export function Facts({ programme, page }: Properties) {
  const { births, names, families, urgency, lastReported, person, refusals } = page
  const standing = names.filter(({ withdrawnOn }) => withdrawnOn === null)
  const said = (of: 'sex' | 'nationality' | 'place' | 'occupation') =>
    [...new Set(standing.map((row) => row[of]).filter(Boolean))].join(' or ')
  const facts = [
    ['Sex', said('sex')],
    ['Nationality', said('nationality')],
    ['Place', said('place')],
    ['Occupation', said('occupation')],
  ] as const
  return (
    <dl className="facts">
      {urgency.length > 0 && (
        <>
          <dt>Urgent</dt>
          <dd>
            {urgency.map((words) => (
              <span key={words} className="urgent">
                {daysInWords(words)}
              </span>
            ))}
          </dd>
        </>
      )}
      {lastReported.length > 0 && (
        <>
          <dt>Last heard</dt>
          <dd>
            {lastReported.map((words) => (
              <p key={words} className="soft">
                {daysInWords(words)}
              </p>
            ))}
          </dd>
        </>
      )}
      <dt>Born</dt>
      <dd>
        <Births births={births} />
      </dd>
      {facts.map(
        ([word, text]) =>
          text !== '' && (
            <div key={word} style={{ display: 'contents' }}>
              <dt>{word}</dt>
              <dd>
                <bdi>{text}</bdi>
              </dd>
            </div>
          ),
      )}
      <dt>Family</dt>
      <dd>
        <Families programme={programme} families={families} person={person} />
        <Doing words="Add to a family" refusal={refusals.record}>
          {(close) => (
            <MemberForm
              programme={programme}
              person={person}
              family={families[0]?.family ?? ''}
              onDone={close}
            />
          )}
        </Doing>
      </dd>
    </dl>
  )
}

function Births({ births }: { readonly births: PersonPageJson['births'] }) {
  if (births.length === 0) return <span className="soft">not known</span>
  return (
    <span className={births.length > 1 ? 'contradiction' : undefined}>
      {births.map(({ birth, impossible }, index) => (
        <span key={birth}>
          {index > 0 && ' or '}
          {impossible ? birth : writtenDate(birth)}
          {impossible && <em className="serif-note"> as written; there is no such day</em>}
        </span>
      ))}
      {births.length > 1 && <em className="serif-note"> these contradict</em>}
    </span>
  )
}

type FamiliesProperties = {
  readonly programme: string
  readonly families: PersonPageJson['families']
  readonly person: string
}

function Families({ programme, families, person }: FamiliesProperties) {
  const paths = usePaths()
  if (families.length === 0)
    return <p className="soft">in no family on record: counts as a family unit of one</p>
  return families.map(({ family, members }) => (
    <ul key={family} className="plain">
      {members.map((member) => (
        <li key={member.entry} className="line">
          {member.person === person ? (
            <strong>
              <bdi>{member.name}</bdi>
            </strong>
          ) : (
            <Link to={paths.person(member.person)}>
              <bdi>{member.name}</bdi>
            </Link>
          )}
          <span className="small soft">
            {member.role}
            {!member.counted && ', not counted'}
          </span>
          <Withdraw
            programme={programme}
            table="families"
            of={family}
            entry={member.entry}
            about={`${member.name} in the family ${family}`}
          />
        </li>
      ))}
    </ul>
  ))
}

type MemberProperties = {
  readonly programme: string
  readonly person: string
  readonly family: string
  readonly onDone: () => void
}

/** Someone else joins the person's family, or with nobody picked the person joins one. */
function MemberForm({ programme, person, family, onDone }: MemberProperties) {
  return (
    <WrittenForm
      programme={programme}
      doing="Add to the family"
      write={async (field) => {
        const other = field('person')
        const role = field('role')
        const named = field('family')
        if (other === '')
          return registerWrites.familyMember(programme, { family: named, person, role })
        // A person who has no family yet begins one with the other.
        const { id } =
          family === ''
            ? await registerWrites.familyMember(programme, { family: named, person })
            : { id: named }
        return registerWrites.familyMember(programme, { family: id, person: other, role })
      }}
      onWritten={onDone}
    >
      {(wrong) => (
        <>
          <PersonPicker
            label="Who belongs to the same family"
            name="person"
            but={person}
            wrong={wrong('person')}
          />
          <Field
            label="Role"
            name="role"
            suggestions={[
              'head',
              'spouse',
              'child',
              'parent',
              'sibling',
              ['abroad', 'not counted'],
            ]}
            hint="Who is abroad already is not counted."
            wrong={wrong('role')}
          />
          <Field
            label="Family"
            name="family"
            defaultValue={family}
            hint="Its id; empty: one is given."
            wrong={wrong('family')}
          />
        </>
      )}
    </WrittenForm>
  )
}
