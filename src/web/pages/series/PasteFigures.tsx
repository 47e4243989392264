import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { FiguresPreviewJson, NewFigureJson } from '../../../contract/evidence.ts'
import { writes } from '../../api/client.ts'
import { everythingOf } from '../../api/queries.ts'
import { Refused } from '../Answered.tsx'
import { AddSourceLink, useSourceSuggestions } from '../SourceField.tsx'

type Properties = {
  readonly programme: string
  readonly series: string
  readonly reporters: readonly string[]
}

const EFFECTS = {
  new: 'will be taken',
  'on-record': 'on record already',
  correction: 'will be taken, replaces one on record',
  refused: 'refused',
} as const

/** Cells from a spreadsheet: what will be taken and what is refused is shown before anything is written. */
export function PasteFigures({ programme, series, reporters }: Properties) {
  const id = useId()
  const [text, setText] = useState('')
  const [source, setSource] = useState('')
  const [reporter, setReporter] = useState('')
  const queryClient = useQueryClient()
  const sources = useSourceSuggestions()
  const preview = useMutation({
    mutationFn: () => writes.previewFigures(programme, { series, text, source, reporter }),
  })
  const take = useMutation({
    mutationFn: (figures: NewFigureJson[]) => writes.addFigures(programme, { figures }),
    onSuccess: async () => {
      preview.reset()
      setText('')
      await queryClient.invalidateQueries(everythingOf(programme))
    },
  })
  const figures = takenOf(preview.data)

  return (
    <section className="part no-print">
      <h2>
        Paste from a spreadsheet{' '}
        <em className="serif-note">nothing is written before you say so</em>
      </h2>
      <div className="form">
        <div className="field wide">
          <label htmlFor={`${id}-text`}>Rows, with or without a line of column names</label>
          <textarea
            id={`${id}-text`}
            className="mono"
            spellCheck={false}
            value={text}
            aria-describedby={`${id}-hint`}
            onChange={(event) => {
              setText(event.currentTarget.value)
              preview.reset()
              take.reset()
            }}
          />
          <p className="hint" id={`${id}-hint`}>
            Columns, where no names are given: from, to, amount, published. Others by name:
            reporter, low, high, source, at, note.
          </p>
        </div>
        <div className="field">
          <label htmlFor={`${id}-reporter`}>Reporter, where a row names none</label>
          <input
            id={`${id}-reporter`}
            list={`${id}-reporters`}
            value={reporter}
            onChange={(event) => setReporter(event.currentTarget.value)}
          />
          <datalist id={`${id}-reporters`}>
            {reporters.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </div>
        <div className="field">
          <label htmlFor={`${id}-source`}>Source, where a row names none</label>
          <input
            id={`${id}-source`}
            list={`${id}-sources`}
            autoComplete="off"
            value={source}
            onChange={(event) => setSource(event.currentTarget.value)}
          />
          <datalist id={`${id}-sources`}>
            {sources.map(([name, title]) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </datalist>
          <p className="hint">
            <AddSourceLink />
          </p>
        </div>
        <div className="act">
          <button
            type="button"
            disabled={text.trim() === '' || preview.isPending}
            onClick={() => preview.mutate()}
          >
            Show what will be taken
          </button>
          {preview.data && (
            <button
              type="button"
              className="main"
              disabled={figures.length === 0 || take.isPending}
              onClick={() => take.mutate(figures)}
            >
              Take {figures.length} {figures.length === 1 ? 'figure' : 'figures'}
            </button>
          )}
          <span role="status">
            {take.data && `${take.data.taken} taken; the rest was on record already.`}
          </span>
        </div>
      </div>
      {preview.error && <Refused error={preview.error} />}
      {take.error && <Refused error={take.error} />}
      {preview.data && <Preview preview={preview.data} />}
    </section>
  )
}

function takenOf(preview: FiguresPreviewJson | undefined): NewFigureJson[] {
  return (preview?.rows ?? []).flatMap(({ figure, effect }) =>
    figure && (effect === 'new' || effect === 'correction') ? [figure] : [],
  )
}

function Preview({ preview: { rows } }: { readonly preview: FiguresPreviewJson }) {
  return (
    <div className="scroller" role="region" aria-label="What will be taken" tabIndex={0}>
      <table className="small">
        <caption className="spoken">What will be taken and what is refused, row by row</caption>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">As pasted</th>
            <th scope="col">Read as</th>
            <th scope="col">What happens</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, cells, figure, effect, refusal, remark }) => (
            <tr key={line}>
              <th scope="row">{line}</th>
              <td>
                <bdi>{cells.join(' · ')}</bdi>
              </td>
              <td>{figure ? inWords(figure) : 'cannot be read'}</td>
              <td className={effect === 'refused' ? 'wrong' : undefined}>
                {EFFECTS[effect]}
                {refusal && `: ${refusal}`}
                {remark && `. ${remark}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function inWords({ reporter, from, to, value, low, high, published }: NewFigureJson): string {
  const amount =
    value || [low && `at least ${low}`, high && `at most ${high}`].filter(Boolean).join(', ')
  const when = published ? `, published ${published}` : ''
  return `${reporter}, ${from === to ? from : `${from} to ${to}`}: ${amount}${when}`
}
