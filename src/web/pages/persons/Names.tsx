import type { PersonPageJson } from '../../../contract/register.ts'
import { registerWrites } from '../../api/register.ts'
import { WrittenForm } from '../../forms/WrittenForm.tsx'
import { dayInBrief } from '../../ui/days.ts'
import { writtenDate } from '../../ui/written-dates.ts'
import { NameFields, typedName } from '../register/NameFields.tsx'
import { PersonName } from '../register/ShownNames.tsx'
import { NAME_KIND_WORDS, scriptInWords } from '../register/words.ts'
import { Doing } from './Doing.tsx'
import { Withdraw } from './Withdraw.tsx'

type Properties = { readonly programme: string; readonly page: PersonPageJson }
type NameRow = PersonPageJson['names'][number]

/** Every name on record, with what its row says besides; rows that say different things all stand. */
export function Names({ programme, page }: Properties) {
  const { person, names, refusals } = page
  return (
    <section className="part">
      <h2>Names</h2>
      <ul className="plain person-names">
        {names.map((row) => (
          <li key={row.entry}>
            <div className="line">
              <Name row={row} />
              <span className="small">{NAME_KIND_WORDS[row.kind]}</span>
              {row.script !== '' && <span className="small">{scriptInWords(row.script)}</span>}
              {row.withdrawnOn === null && (
                <span className="line quiet-doings">
                  <Doing words="Correct" about={row.name}>
                    {(close) => (
                      <NameForm programme={programme} person={person} said={row} onDone={close} />
                    )}
                  </Doing>
                  <Withdraw
                    programme={programme}
                    table="names"
                    of={row.person}
                    entry={row.entry}
                    about={row.name}
                  />
                </span>
              )}
            </div>
            <p className="small">{besides(row)}</p>
          </li>
        ))}
      </ul>
      <p className="doings">
        <Doing words="Add a name" refusal={refusals.record}>
          {(close) => <NameForm programme={programme} person={person} onDone={close} />}
        </Doing>
      </p>
    </section>
  )
}

function Name({ row }: { readonly row: NameRow }) {
  if (row.withdrawnOn === null) return <PersonName name={row} />
  return (
    <>
      <del>
        <PersonName name={row} />
      </del>
      <span className="small">withdrawn on {dayInBrief(row.withdrawnOn)}</span>
    </>
  )
}

function besides({ birth, sex, nationality, place, occupation }: NameRow): string {
  return [
    birth && `born ${writtenDate(birth)}`,
    sex,
    nationality,
    place && `of ${place}`,
    occupation,
  ]
    .filter(Boolean)
    .join(' · ')
}

type FormProperties = {
  readonly programme: string
  readonly person: string
  readonly said?: NameRow
  readonly onDone: () => void
}

function NameForm({ programme, person, said, onDone }: FormProperties) {
  return (
    <WrittenForm
      programme={programme}
      doing={said ? 'Put the correction on record' : 'Add the name'}
      write={(field) =>
        registerWrites.name(programme, person, {
          ...typedName(field),
          replaces: said?.entry ?? null,
        })
      }
      onWritten={onDone}
    >
      {(wrong) => <NameFields wrong={wrong} said={said} />}
    </WrittenForm>
  )
}
