import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useId, useState } from 'react'
import { registerQuery } from '../../api/register.ts'
import { useDays } from '../../days.tsx'
import { useParam } from '../../paths.ts'
import { PersonName } from '../register/ShownNames.tsx'
import { plain } from '../register/words.ts'

export type PickedCase = { readonly case: string; readonly words: string }

type Properties = {
  readonly label: string
  readonly picked: readonly PickedCase[]
  readonly onChange: (picked: readonly PickedCase[]) => void
  readonly wrong?: string | undefined
  readonly optional?: boolean
}

const FEW = 6

/** Cases of the register, found by whom they are about, in any script; several can be picked. */
export function CasePicker({ label, picked, onChange, wrong, optional = false }: Properties) {
  const id = useId()
  const [text, setText] = useState('')
  const sought = useDeferredValue(text.trim())
  const { data } = useQuery({
    ...registerQuery(useParam('programme'), { text: sought, size: FEW }, useDays()),
    enabled: sought.length > 1,
  })
  const rows = sought.length > 1 ? (data?.rows ?? []) : []
  const isPicked = (matter: string) => picked.some((one) => one.case === matter)
  const toggle = (one: PickedCase) =>
    onChange(
      isPicked(one.case) ? picked.filter((other) => other.case !== one.case) : [...picked, one],
    )
  return (
    <div className="field wide">
      <label htmlFor={id}>
        {label}
        {optional && <em className="optional"> optional</em>}
      </label>
      <input
        id={id}
        type="search"
        dir="auto"
        autoComplete="off"
        placeholder="A name or part of one, in any script, or an id"
        aria-invalid={wrong !== undefined}
        aria-describedby={wrong && `${id}-wrong`}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault()
        }}
      />
      {rows.length > 0 && (
        <fieldset className="picked">
          <legend className="spoken">Found</legend>
          {rows.map(({ person, names, cases }) =>
            cases.map((matter) => {
              const name = names[0]?.name ?? person
              const words = `${name}, ${plain(matter.category)}`
              return (
                <label key={`${person} ${matter.case}`} className="pick">
                  <input
                    type="checkbox"
                    checked={isPicked(matter.case)}
                    onChange={() => toggle({ case: matter.case, words })}
                  />{' '}
                  {names[0] ? <PersonName name={names[0]} /> : person}{' '}
                  <span className="soft small">
                    {plain(matter.category)} <code>{matter.case}</code> {matter.words}
                  </span>
                </label>
              )
            }),
          )}
        </fieldset>
      )}
      {sought.length > 1 && data && rows.length === 0 && (
        <p className="hint">Nobody of the register is found by this.</p>
      )}
      {picked.length > 0 && (
        <ul className="plain picked-cases">
          {picked.map((one) => (
            <li key={one.case}>
              <bdi>{one.words}</bdi> <code className="soft small">{one.case}</code>{' '}
              <button
                type="button"
                className="inline"
                aria-label={`Leave out ${one.words}`}
                onClick={() => toggle(one)}
              >
                Leave out
              </button>
            </li>
          ))}
        </ul>
      )}
      {wrong && (
        <p className="wrong" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
    </div>
  )
}
