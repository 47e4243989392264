import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { imports } from '../../api/imports.ts'
import type { Mapping } from '../../api/imports.ts'
import { Refused } from '../Answered.tsx'

type Properties = {
  readonly programme: string
  readonly name: string | null
  readonly mapping: Mapping
}

/** Keeps what was said of the columns, for the next table of the same shape. */
export function SaveMapping({ programme, name, mapping }: Properties) {
  const id = useId()
  const [typed, setTyped] = useState(name ?? '')
  const save = useMutation({
    mutationFn: () => imports.saveMapping(programme, { name: typed, mapping }),
  })
  return (
    <section className="part save-mapping" aria-label="Keep this for the next table">
      <div className="narrow">
        <div className="field">
          <label htmlFor={id}>Keep all this for the next such table, as</label>
          <input
            id={id}
            dir="auto"
            autoComplete="off"
            placeholder="the list’s own name"
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value)
              save.reset()
            }}
          />
        </div>
        <button
          type="button"
          disabled={typed.trim() === '' || save.isPending}
          onClick={() => save.mutate()}
        >
          Save the mapping
        </button>
        <span role="status">
          {save.data &&
            (save.data.taken > 0 ? 'Saved.' : 'It was saved with the same content before.')}
        </span>
      </div>
      {save.error && <Refused error={save.error} />}
    </section>
  )
}
