import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useId, useState } from 'react'
import { registerQuery } from '../../api/register.ts'
import { useDays } from '../../days.tsx'
import { useParam } from '../../paths.ts'
import { writtenDate } from '../../ui/written-dates.ts'
import { OtherNames, PersonName } from '../register/ShownNames.tsx'

type Properties = {
  readonly label: string
  /** The field that gets the id of the person who is picked. */
  readonly name: string
  /** Who cannot be picked: the person whose page it is. */
  readonly but?: string
  readonly wrong: string | undefined
}

const FEW = 6

/** Another person of the register, found by name and picked; those who share a name are told apart by birth and id. */
export function PersonPicker({ label, name, but, wrong }: Properties) {
  const id = useId()
  const [text, setText] = useState('')
  const sought = useDeferredValue(text.trim())
  const { data } = useQuery({
    ...registerQuery(useParam('programme'), { text: sought, size: FEW }, useDays()),
    enabled: sought.length > 1,
  })
  const found = sought.length > 1 ? (data?.rows ?? []).filter(({ person }) => person !== but) : []
  return (
    <div className="field wide">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="search"
        dir="auto"
        autoComplete="off"
        placeholder="A name or part of one, in any script"
        aria-invalid={wrong !== undefined}
        aria-describedby={wrong && `${id}-wrong`}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault()
        }}
      />
      {found.length > 0 && (
        <fieldset className="picked">
          <legend className="spoken">Found</legend>
          {found.map(({ person, names, birth }) => (
            <label key={person} className="pick">
              <input type="radio" name={name} value={person} required />{' '}
              {names[0] ? <PersonName name={names[0]} /> : person}{' '}
              <span className="soft small">
                {birth.map(writtenDate).join(' or ')} <code>{person}</code>{' '}
                <OtherNames names={names.slice(1, 3)} />
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {sought.length > 1 && data && found.length === 0 && (
        <p className="hint">Nobody else is found by this name.</p>
      )}
      {wrong && (
        <p className="wrong" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
    </div>
  )
}
