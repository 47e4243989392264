import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useId, useRef } from 'react'
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
  /** Why it cannot be written: the button stays, and the sentence stands beside it. */
  readonly refusal?: string | undefined
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
  const { programme, doing, write, onWritten, refusal, done, children } = properties
  const refusalId = useId()
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
  const asked = new Set<string>()
  const fields = children((name) => {
    asked.add(name)
    const sentences = places.filter((place) => fieldOf(place) === name).map(({ detail }) => detail)
    return sentences.length > 0 ? [...new Set(sentences)].join(' ') : undefined
  })
  const elsewhere = places.filter((place) => !asked.has(fieldOf(place)))
  useEffect(() => {
    if (written.error) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [written.error])

  return (
    <form className="form" ref={form} onSubmit={onSubmit}>
      {written.error && (
        <div className="wide">
          <Trouble
            title="It was not written"
            detail={
              places.length === 0
                ? written.error.message
                : elsewhere.length === 0
                  ? 'What is wrong stands under the field.'
                  : elsewhere.map(({ detail }) => detail).join(' ')
            }
          />
        </div>
      )}
      {fields}
      <div className="act">
        <button
          type="submit"
          className="main"
          disabled={refusal !== undefined || written.isPending}
          aria-describedby={refusal && refusalId}
        >
          {doing}
        </button>
        {refusal && (
          <span id={refusalId} className="soft">
            {refusal}
          </span>
        )}
        <span role="status">{written.data !== undefined && done?.(written.data)}</span>
      </div>
    </form>
  )
}

/** The last part of the pointer: `/figures/0/value` is the field `value`. */
const fieldOf = ({ pointer }: { readonly pointer: string }) => pointer.split('/').at(-1) ?? ''

function textOf(data: FormData, name: string): string {
  const value = data.get(name)
  return typeof value === 'string' ? value.trim() : ''
}
