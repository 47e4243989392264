import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { FormEvent, ReactNode } from 'react'
import { Refusal } from '../api/client.ts'
import { everythingOf } from '../api/queries.ts'
import { Trouble } from '../ui/Trouble.tsx'

type Properties<Answer> = {
  readonly programme: string
  /** The word on the button: what is done, never "Submit". */
  readonly doing: string
  /** Writes what was filled in; `field` gives the text of a field, trimmed. */
  readonly write: (field: (name: string) => string) => Promise<Answer>
  readonly onWritten?: (answer: Answer) => void
  /** Said once it is written. */
  readonly done?: (answer: Answer) => string
  /** `wrong` gives the server's sentence on a field. */
  readonly children: (wrong: (name: string) => string | undefined) => ReactNode
}

/**
 * A form whose answers the server judges: its sentences stand at the fields they name, what was typed
 * stays, and after writing every page of the programme is asked anew.
 */
export function WrittenForm<Answer>(properties: Properties<Answer>) {
  const { programme, doing, write, onWritten, done, children } = properties
  const form = useRef<HTMLFormElement>(null)
  const queryClient = useQueryClient()
  const written = useMutation({
    mutationFn: (data: FormData) => write((name) => textOf(data, name)),
    onSuccess: async (answer) => {
      form.current?.reset()
      await queryClient.invalidateQueries(everythingOf(programme))
      onWritten?.(answer)
    },
  })
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    written.mutate(new FormData(event.currentTarget))
  }
  const places = written.error instanceof Refusal ? written.error.places : []
  const wrong = (name: string) =>
    places.find(({ pointer }) => pointer.split('/').at(-1) === name)?.detail

  return (
    <form className="form" ref={form} onSubmit={onSubmit}>
      {children(wrong)}
      {written.error && (
        <div className="wide">
          <Trouble
            title={written.error instanceof Refusal ? written.error.title : 'It was not written'}
            detail={written.error.message}
            places={places}
          />
        </div>
      )}
      <div className="act">
        <button type="submit" className="main" disabled={written.isPending}>
          {doing}
        </button>
        <span role="status">{written.data !== undefined && done?.(written.data)}</span>
      </div>
    </form>
  )
}

function textOf(data: FormData, name: string): string {
  const value = data.get(name)
  return typeof value === 'string' ? value.trim() : ''
}
