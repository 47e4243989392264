import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { ListEntryRowJson } from '../../../contract/representation-lists.ts'
import { listWrites } from '../../api/lists.ts'
import { everythingOf } from '../../api/queries.ts'
import { today } from '../../ui/days.ts'
import { Refused } from '../Answered.tsx'
import { LastAnswer, Who, whoInWords } from './EntryCells.tsx'
import type { PartProperties } from './part-properties.ts'
import { useReachDay } from './reached-days.ts'
import { WhoVerifies } from './WhoVerifies.tsx'
import { CODE_CHOICES, counted } from './words.ts'
import type { Code } from './words.ts'

type Properties = PartProperties & { readonly version: string }
type Typed = { readonly code: Code | ''; readonly words: string }

/** So many rows with their fields at once; the search finds the others. */
const AT_ONCE = 15

/** Answers as they are read off a paper or heard at a meeting: one row an entry, written together. */
export function TypeResponses({ programme, page, version }: Properties) {
  const id = useId()
  const { entries, list, mayNot } = page
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>({})
  const [sought, setSought] = useState('')
  const [silent, setSilent] = useState(true)
  const [date, setDate] = useState<string>(today())
  const [verifies, setVerifies] = useState({ owner: '', due: '' })
  const reachDay = useReachDay()
  const queryClient = useQueryClient()
  const answers = Object.entries(typed).flatMap(([of, { code, words }]) =>
    code === '' ? [] : [{ case: of, code, words, ...verifies }],
  )
  const take = useMutation({
    mutationFn: () =>
      listWrites.responses(programme, list.id, { version, date, responses: answers }),
    onSuccess: async () => {
      setTyped({})
      reachDay(date)
      await queryClient.invalidateQueries(everythingOf(programme))
    },
  })
  const found = entries.filter(
    (entry) =>
      typed[entry.case] !== undefined ||
      (wordsOf(entry).includes(sought.trim().toLowerCase()) &&
        !(silent && sought.trim() === '' && entry.lastResponse)),
  )
  return (
    <section className="part no-print">
      <h2>
        Type answers in <em className="serif-note">only rows with an answer are written</em>
      </h2>
      <div className="narrow">
        <div className="field">
          <label htmlFor={`${id}-find`}>Find an entry</label>
          <input
            id={`${id}-find`}
            type="search"
            dir="auto"
            placeholder="name or id"
            value={sought}
            onChange={(event) => setSought(event.currentTarget.value)}
          />
        </div>
        <label className="tick">
          <input
            type="checkbox"
            checked={silent}
            onChange={(event) => setSilent(event.currentTarget.checked)}
          />{' '}
          only those without an answer
        </label>
      </div>
      <div
        className="scroller stacked type-answers"
        role="region"
        aria-label="Answers to type in"
        tabIndex={0}
      >
        <table>
          <caption className="spoken">Answers to type in, one row an entry</caption>
          <thead>
            <tr>
              <th scope="col">Who</th>
              <th scope="col">Last answer</th>
              <th scope="col">Answer</th>
              <th scope="col">In their words</th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, AT_ONCE).map((entry) => (
              <AnswerRow
                key={entry.case}
                entry={entry}
                typed={typed[entry.case] ?? { code: '', words: '' }}
                onChange={(answer) => setTyped({ ...typed, [entry.case]: answer })}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className="table-count" role="status">
        {found.length > AT_ONCE
          ? `The first ${AT_ONCE} of ${counted(found.length, 'entry', 'entries')}; search for the others.`
          : counted(found.length, 'entry', 'entries')}
      </p>
      <WhoVerifies
        date={date}
        onDate={setDate}
        verifies={verifies}
        onVerifies={setVerifies}
        wrong={take.error}
      />
      <p className="act">
        <button
          type="button"
          className="main"
          disabled={mayNot.respond !== null || answers.length === 0 || take.isPending}
          onClick={() => take.mutate()}
        >
          Put {counted(answers.length, 'answer')} on record
        </button>{' '}
        <span role="status">
          {take.data &&
            `${counted(take.data.taken, 'answer')} taken; ${take.data.followUps.length} to be verified.`}
        </span>
      </p>
      {take.error && <Refused error={take.error} />}
    </section>
  )
}

type RowProperties = {
  readonly entry: ListEntryRowJson
  readonly typed: Typed
  readonly onChange: (typed: Typed) => void
}

function AnswerRow({ entry, typed, onChange }: RowProperties) {
  const about = whoInWords(entry.persons, entry.case)
  return (
    <tr>
      <td>
        <Who persons={entry.persons.slice(0, 3)} case={entry.case} />
      </td>
      <td data-title="Last answer">
        <LastAnswer entry={entry} />
      </td>
      <td data-title="Answer">
        <select
          aria-label={`Answer about ${about}`}
          value={typed.code}
          // The cast: the options are these and no others.
          onChange={(event) => onChange({ ...typed, code: event.currentTarget.value as Code | '' })}
        >
          <option value="">nothing yet</option>
          {CODE_CHOICES.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </td>
      <td data-title="In their words">
        <input
          aria-label={`Their words about ${about}`}
          dir="auto"
          autoComplete="off"
          value={typed.words}
          onChange={(event) => onChange({ ...typed, words: event.currentTarget.value })}
        />
      </td>
    </tr>
  )
}

function wordsOf({ case: id, persons }: ListEntryRowJson): string {
  return [id, ...persons.flatMap(({ person, names }) => [person, ...names.map(({ name }) => name)])]
    .join(' ')
    .toLowerCase()
}
