import { useId } from 'react'
import { Refusal } from '../../api/client.ts'

type Verifies = { readonly owner: string; readonly due: string }
type Properties = {
  readonly date: string
  readonly onDate: (date: string) => void
  readonly verifies: Verifies
  readonly onVerifies: (verifies: Verifies) => void
  /** The refusal of the server, whose sentences stand at the fields that they name. */
  readonly wrong: Error | null
}

/** The day of the answers, and who verifies what they claim, by when. */
export function WhoVerifies({ date, onDate, verifies, onVerifies, wrong }: Properties) {
  return (
    <div className="form">
      <Line label="Answered on" value={date} onChange={onDate} wrong={sentenceAt(wrong, 'date')} />
      <Line
        label="Who verifies the claims"
        hint="Empty: you."
        value={verifies.owner}
        onChange={(owner) => onVerifies({ ...verifies, owner })}
        wrong={sentenceAt(wrong, 'owner')}
      />
      <Line
        label="By when"
        hint="Empty: a month after the answer."
        value={verifies.due}
        onChange={(due) => onVerifies({ ...verifies, due })}
        wrong={sentenceAt(wrong, 'due')}
      />
    </div>
  )
}

type LineProperties = {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly wrong: string | undefined
}

function Line({ label, hint, value, onChange, wrong }: LineProperties) {
  const id = useId()
  const described = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        dir="auto"
        autoComplete="off"
        value={value}
        aria-invalid={wrong !== undefined}
        aria-describedby={described || undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {wrong && (
        <p className="wrong" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
    </div>
  )
}

function sentenceAt(error: Error | null, field: string): string | undefined {
  if (!(error instanceof Refusal)) return undefined
  return error.places.find(({ pointer }) => pointer.endsWith(`/${field}`))?.detail
}
