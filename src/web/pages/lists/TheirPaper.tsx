import { useId } from 'react'
import { inBase64 } from '../../api/lists.ts'

export type Paper = {
  readonly text: string
  readonly file: { readonly name: string; readonly base64: string } | null
}
export const NO_PAPER: Paper = { text: '', file: null }

type Properties = {
  readonly label: string
  readonly hint: string
  readonly paper: Paper
  readonly onChange: (paper: Paper) => void
}

/** A list or answers of theirs: pasted, or a file that is read on this computer and sent to the server alone. */
export function TheirPaper({ label, hint, paper, onChange }: Properties) {
  const id = useId()
  return (
    <>
      <div className="field wide">
        <label htmlFor={`${id}-text`}>{label}</label>
        <textarea
          id={`${id}-text`}
          className="mono"
          dir="auto"
          spellCheck={false}
          value={paper.text}
          disabled={paper.file !== null}
          aria-describedby={`${id}-hint`}
          onChange={(event) => onChange({ text: event.currentTarget.value, file: null })}
        />
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      </div>
      <div className="field">
        <label htmlFor={`${id}-file`}>
          Or a file <em className="optional">CSV, Excel or text</em>
        </label>
        <input
          id={`${id}-file`}
          type="file"
          accept=".csv,.tsv,.txt,.xlsx"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? []
            if (!file) onChange({ ...paper, file: null })
            else void inBase64(file).then((read) => onChange({ ...paper, file: read }))
          }}
        />
        {paper.file && <p className="hint">The file is read in place of what was pasted.</p>}
      </div>
    </>
  )
}

export const isEmptyPaper = ({ text, file }: Paper) => file === null && text.trim() === ''
