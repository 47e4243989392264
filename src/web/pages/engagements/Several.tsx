import { useId } from 'react'

export type UndertakenTyped = {
  readonly text: string
  readonly by: string
  readonly due: string
}
export type FollowUpTyped = {
  readonly text: string
  readonly owner: string
  readonly due: string
}
export const NO_UNDERTAKING: UndertakenTyped = { text: '', by: '', due: '' }
export const NO_FOLLOW_UP: FollowUpTyped = { text: '', owner: '', due: '' }

type FieldOf<Row> = {
  readonly name: keyof Row & string
  readonly label: string
  readonly hint?: string
  readonly long?: boolean
}

type Properties<Row> = {
  readonly title: string
  /** The words on the button that adds one. */
  readonly add: string
  readonly rows: readonly Row[]
  readonly empty: Row
  readonly fields: readonly FieldOf<Row>[]
  readonly onChange: (rows: readonly Row[]) => void
  readonly wrong: string | undefined
}

/** Answers of which there may be none, one or several, a line each. */
export function Several<Row extends Readonly<Record<string, string>>>(properties: Properties<Row>) {
  const { title, add, rows, empty, fields, onChange, wrong } = properties
  const id = useId()
  const put = (at: number, row: Row) =>
    onChange(rows.map((one, index) => (index === at ? row : one)))
  return (
    <fieldset className="field choose wide several">
      <legend className="label">
        {title} <em className="optional">optional</em>
      </legend>
      {rows.map((row, at) => (
        // Rows have no name of their own; one that is left out takes its place with it.
        <div key={at} className="several-row">
          {fields.map(({ name, label, hint, long }) => (
            <div key={name} className={long ? 'field grow' : 'field'}>
              <label htmlFor={`${id}-${at}-${name}`}>{label}</label>
              <input
                id={`${id}-${at}-${name}`}
                dir="auto"
                autoComplete="off"
                value={row[name]}
                onChange={(event) => put(at, { ...row, [name]: event.currentTarget.value })}
              />
              {hint && <p className="hint">{hint}</p>}
            </div>
          ))}
          <button
            type="button"
            className="inline"
            aria-label={`Leave out line ${at + 1} of “${title}”`}
            onClick={() => onChange(rows.filter((_, index) => index !== at))}
          >
            Leave out
          </button>
        </div>
      ))}
      <button type="button" className="inline" onClick={() => onChange([...rows, empty])}>
        {add}
      </button>
      {wrong && <p className="wrong">{wrong}</p>}
    </fieldset>
  )
}
