import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { RegisterColumnName } from '../../../contract/register.ts'
import { fetchExport, registerWrites } from '../../api/register.ts'
import type { Export, Search } from '../../api/register.ts'
import { key } from '../../api/queries.ts'
import { useDays } from '../../days.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Refused } from '../Answered.tsx'

type Properties = {
  readonly programme: string
  readonly search: Search
  readonly columns: readonly RegisterColumnName[]
  readonly open: boolean
  readonly onClose: () => void
}

const FORMATS = [
  ['xlsx', 'Excel'],
  ['csv', 'CSV'],
  ['ftm', 'FollowTheMoney'],
] as const

/** Those found, as a file: only who has agreed that we pass it on, saying how many that leaves out. */
export function ExportRegister(properties: Properties) {
  const { open, onClose } = properties
  return (
    <Dialog title="Take a table away" open={open} onClose={onClose}>
      <Taking {...properties} />
    </Dialog>
  )
}

function Taking({ programme, search, columns }: Properties) {
  const id = useId()
  const days = useDays()
  const [purpose, setPurpose] = useState('')
  const asked = (format: Export['format']): Export => ({
    ...search,
    ...(days.asOf !== null && { asOf: days.asOf }),
    ...(days.knownOn !== null && { knownOn: days.knownOn }),
    format,
    columns: [...columns],
    purpose: purpose.trim(),
  })
  const preview = useQuery({
    queryKey: key(programme, 'export-preview', search, days.asOf, days.knownOn),
    queryFn: () => registerWrites.exportPreview(programme, { ...asked('csv'), purpose: '-' }),
  })
  const take = useMutation({
    mutationFn: (format: Export['format']) => fetchExport(programme, asked(format)),
    onSuccess: ({ name, file }) => save(name, file),
  })
  return (
    <div className="stack">
      {preview.error && <Refused error={preview.error} />}
      <p role="status">{preview.data ? preview.data.words : 'Counting who may be passed on …'}</p>
      <div className="field">
        <label htmlFor={id}>Who it is for, and why</label>
        <input
          id={id}
          dir="auto"
          autoComplete="off"
          value={purpose}
          onChange={(event) => setPurpose(event.currentTarget.value)}
        />
        <p className="hint">Kept with your name on the record of readings.</p>
      </div>
      {take.error && <Refused error={take.error} />}
      <div className="doings">
        {FORMATS.map(([format, words]) => (
          <button
            key={format}
            type="button"
            disabled={purpose.trim() === '' || take.isPending || !preview.data?.persons}
            onClick={() => take.mutate(format)}
          >
            {words}
          </button>
        ))}
      </div>
    </div>
  )
}

function save(name: string, file: Blob) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  // The browser has taken the file over by the next turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 0)
}
