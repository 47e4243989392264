import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { listWrites } from '../../api/lists.ts'
import { key } from '../../api/queries.ts'
import { registerChoicesQuery } from '../../api/register.ts'
import { useDays } from '../../days.tsx'
import { dayInWords } from '../../ui/days.ts'
import { faultAt } from './fault-places.ts'
import { counted } from './words.ts'

type Properties = {
  readonly programme: string
  readonly first?: string
  readonly wrong: string | undefined
}

/** How long hands rest before what they typed is read. */
const REST_MS = 250

/** An inclusion rule, read as it is typed: its faults at their places, or whom it asks for. */
export function RuleField({ programme, first = '', wrong }: Properties) {
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(first)
  const rule = useRested(text.trim(), REST_MS)
  const days = useDays()
  const { data: read } = useQuery({
    queryKey: key(programme, 'rule', rule, days.asOf, days.knownOn),
    queryFn: ({ signal }) => listWrites.rule(programme, rule, days, signal),
    enabled: rule !== '',
    gcTime: 10_000,
  })
  const faults = rule === '' || rule !== text.trim() ? [] : (read?.faults ?? [])
  const put = (words: string) => {
    setText(words)
    field.current?.focus()
  }
  // Spaces before the rule are not part of what was read.
  const lead = text.length - text.trimStart().length
  return (
    <div className="field wide">
      <label htmlFor={id}>
        Who belongs on it <em className="optional">optional, a rule over cases</em>
      </label>
      <textarea
        ref={field}
        id={id}
        name="rule"
        className="mono rule"
        rows={2}
        spellCheck={false}
        autoComplete="off"
        placeholder='category = "divided-spouse" and count(refused) >= 2 and not resolved'
        value={text}
        aria-invalid={wrong !== undefined || faults.length > 0}
        aria-describedby={`${id}-read`}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div id={`${id}-read`} role="status" className="rule-read">
        {faults.map((fault) => {
          const { before, at, after, from } = faultAt(text.slice(lead), fault)
          return (
            <div key={`${fault.line} ${fault.column}`}>
              <p className="benchmark-text small" aria-hidden="true">
                {before}
                <mark>{at}</mark>
                {after}
              </p>
              <p className="wrong">
                <button
                  type="button"
                  className="inline"
                  onClick={() => {
                    field.current?.focus()
                    field.current?.setSelectionRange(lead + from, lead + from + at.length)
                  }}
                >
                  Line {fault.line}, column {fault.column}
                </button>
                : {fault.message}
              </p>
            </div>
          )
        })}
        {rule !== '' && read?.faults.length === 0 && (
          <p className="hint">
            {read.sentence}{' '}
            <strong>{counted(read.qualify ?? 0, 'case qualifies', 'cases qualify')}</strong>
            {days.asOf && ` as of ${dayInWords(days.asOf)}`}.
          </p>
        )}
        {rule === '' && (
          <p className="hint">
            Without a rule every case is put on by hand, and the gate asks less.
          </p>
        )}
      </div>
      {wrong && faults.length === 0 && <p className="wrong">{wrong}</p>}
      <HowToWrite programme={programme} onPut={put} />
    </div>
  )
}

const EXAMPLES: readonly (readonly [words: string, rule: string])[] = [
  [
    'Spouses kept apart, after two refusals',
    'category = "divided-spouse" and count(refused) >= 2 and not resolved',
  ],
  [
    'Whoever has waited two years for an exit permission',
    'category = "refused-exit" and months(refused) >= 24 and not resolved',
  ],
  ['Prisoners who are alive and not free', 'category = "prisoner" and not died and not resolved'],
]

type HowProperties = { readonly programme: string; readonly onPut: (rule: string) => void }

/** What a rule can ask, with the words of this register. */
function HowToWrite({ programme, onPut }: HowProperties) {
  const { data } = useQuery(registerChoicesQuery(programme, useDays()))
  return (
    <details className="small">
      <summary>How a rule is written</summary>
      <ul className="plain rule-help">
        {EXAMPLES.map(([words, rule]) => (
          <li key={rule}>
            {words}:{' '}
            <button type="button" className="inline mono" onClick={() => onPut(rule)}>
              {rule}
            </button>
          </li>
        ))}
      </ul>
      <dl className="facts">
        <Test test='category = "…"'>
          {words(data?.categories)} Also <code>region</code>, <code>authority</code>,{' '}
          <code>ground</code>, <code>state</code>; <code>!=</code> for all others.
        </Test>
        <Test test='region = "…"'>{words(data?.regions)}</Test>
        <Test test="count(refused) >= 2">
          how often something happened in the case and is confirmed, each day once
        </Test>
        <Test test="months(refused) >= 24">months since it first happened</Test>
        <Test test="persons >= 3">how many persons the case is about</Test>
        <Test test="resolved, died">
          as the register has it on the day; joined by <code>not</code>, <code>and</code>,{' '}
          <code>or</code> and parentheses
        </Test>
      </dl>
    </details>
  )
}

function Test({ test, children }: { readonly test: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>
        <code>{test}</code>
      </dt>
      <dd>{children}</dd>
    </>
  )
}

const MOST_WORDS = 12

/** The words in use; of very many the first. */
function words(inUse: readonly string[] = []): string {
  if (inUse.length === 0) return 'None is in use yet.'
  const more = inUse.length > MOST_WORDS ? ' …' : ''
  return `In use: ${inUse.slice(0, MOST_WORDS).join(', ')}${more}.`
}

/** A value once it has not changed for a while. */
function useRested<Value>(value: Value, ms: number): Value {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const rest = setTimeout(() => setRested(value), ms)
    return () => clearTimeout(rest)
  }, [value, ms])
  return rested
}
