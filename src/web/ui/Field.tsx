import { useId } from 'react'
import type { ReactNode } from 'react'

type Properties = {
  readonly label: string
  readonly name: string
  readonly hint?: string | undefined
  /** Why the value was refused. */
  readonly wrong?: string | undefined
  readonly required?: boolean
  readonly wide?: boolean
  readonly defaultValue?: string
  readonly placeholder?: string
  /** Values to pick from, with words for those that need them; others may be typed. */
  readonly suggestions?: readonly (string | readonly [value: string, words: string])[]
  /** What stands below the answer, such as a link to what is missing among the suggestions. */
  readonly below?: ReactNode
  /** The only values there are. */
  readonly choices?: readonly (readonly [value: string, words: string])[]
  readonly long?: boolean
}

/** One question of a form, with its answer, a hint, and the reason where it was refused. */
export function Field(properties: Properties) {
  const { label, hint, wrong, required, wide, below } = properties
  const id = useId()
  const described = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ')
  return (
    <div className={wide ? 'field wide' : 'field'}>
      <label htmlFor={id}>
        {label}
        {!required && <em className="optional"> optional</em>}
      </label>
      <Answer {...properties} id={id} described={described || undefined} />
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {below && <p className="hint">{below}</p>}
      {wrong && (
        <p className="wrong" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
    </div>
  )
}

type AnswerProperties = Properties & {
  readonly id: string
  readonly described: string | undefined
}

function Answer(properties: AnswerProperties): ReactNode {
  const { id, name, described, wrong, required, defaultValue, placeholder } = properties
  const common = {
    id,
    name,
    required,
    defaultValue,
    'aria-describedby': described,
    'aria-invalid': wrong !== undefined,
  }
  if (properties.choices)
    return (
      <select {...common}>
        {properties.choices.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    )
  if (properties.long) return <textarea {...common} dir="auto" placeholder={placeholder} />
  if (!properties.suggestions)
    return <input {...common} dir="auto" autoComplete="off" placeholder={placeholder} />
  return (
    <>
      <input
        {...common}
        dir="auto"
        autoComplete="off"
        placeholder={placeholder}
        list={`${id}-list`}
      />
      <datalist id={`${id}-list`}>
        {properties.suggestions.map((suggestion) => {
          const [value, words] = typeof suggestion === 'string' ? [suggestion] : suggestion
          return (
            <option key={value} value={value}>
              {words}
            </option>
          )
        })}
      </datalist>
    </>
  )
}
