import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Link } from 'react-router'
import type {
  SpreadsheetRowJson,
  SpreadsheetStepJson,
} from '../../../contract/spreadsheet-imports.ts'
import { imports, importSteps } from '../../api/imports.ts'
import type { ToImport } from '../../api/imports.ts'
import { everythingOf } from '../../api/queries.ts'
import { usePaths } from '../../paths.ts'
import { Trouble } from '../../ui/Trouble.tsx'
import { Refused } from '../Answered.tsx'
import { resultTable } from './result-table.ts'
import { RowTable } from './RowTable.tsx'
import { counted, OUTCOME_GLYPHS, OUTCOME_HINTS, OUTCOME_WORDS, OUTCOMES } from './words.ts'
import type { Outcome } from './words.ts'

type Done = Extract<SpreadsheetStepJson, { step: 'done' }>
type Progress = Extract<SpreadsheetStepJson, { step: 'reading' | 'comparing' | 'writing' }>
type State =
  | { readonly is: 'idle' }
  | {
      readonly is: 'running'
      readonly id: string
      readonly dryRun: boolean
      readonly at: Progress
      readonly isGivenUp: boolean
    }
  | { readonly is: 'refused'; readonly message: string }
  | { readonly is: 'failed'; readonly error: Error }
type Result = { readonly rows: readonly SpreadsheetRowJson[]; readonly done: Done }

type Properties = { readonly programme: string; readonly asked: Omit<ToImport, 'dryRun'> }

/** What would become of each row; then, when somebody says so, what became of it. */
export function RowsPart({ programme, asked }: Properties) {
  const id = useId()
  const paths = usePaths()
  const queryClient = useQueryClient()
  const [state, setState] = useState<State>({ is: 'idle' })
  const [result, setResult] = useState<Result | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const run = async (dryRun: boolean) => {
    const running = crypto.randomUUID()
    setState({ is: 'running', id: running, dryRun, at: { step: 'reading' }, isGivenUp: false })
    const rows: SpreadsheetRowJson[] = []
    try {
      for await (const step of importSteps(programme, running, { ...asked, dryRun })) {
        if (step.step === 'rows') rows.push(...step.rows)
        else if (step.step === 'refused') setState({ is: 'refused', message: step.message })
        else if (step.step === 'done') {
          setResult({ rows, done: step })
          setState({ is: 'idle' })
          setOutcome(null)
          if (!dryRun) await queryClient.invalidateQueries(everythingOf(programme))
        } else setState((now) => (now.is === 'running' ? { ...now, at: step } : now))
      }
    } catch (error) {
      setState({ is: 'failed', error: error instanceof Error ? error : new Error(String(error)) })
    }
  }
  const giveUp = () => {
    if (state.is !== 'running') return
    setState({ ...state, isGivenUp: true })
    // Whether it was in time is the last word of the stream.
    void imports.giveUp(programme, state.id)
  }
  const isTaken = result !== null && !result.done.dryRun

  return (
    <section className="part" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        {isTaken ? 'What became of each row' : 'What becomes of each row'}{' '}
        {!isTaken && <em className="serif-note">nothing is written before you say so</em>}
      </h2>
      {!isTaken && (
        <p className="import-doings">
          <button
            type="button"
            className={result ? undefined : 'main'}
            disabled={state.is === 'running'}
            onClick={() => void run(true)}
          >
            {result ? 'Look at every row again' : 'Look at every row'}
          </button>
        </p>
      )}
      <div role="status" className="import-progress">
        {state.is === 'running' && <Running state={state} onGiveUp={giveUp} />}
      </div>
      {state.is === 'refused' && <Trouble title="Nothing was taken" detail={state.message} />}
      {state.is === 'failed' && <Refused error={state.error} />}
      {result && (
        <>
          <Sums result={result} outcome={outcome} onOutcome={setOutcome} />
          {isTaken && (
            <p className="doings">
              <Link to={paths.register()}>Open the register</Link>
              {result.done.counts.review > 0 && (
                <Link to={paths.nameMatches()}>
                  {counted(result.done.counts.review, 'row')} waiting for a decision
                </Link>
              )}
            </p>
          )}
          <RowTable rows={result.rows} outcome={outcome} isTaken={isTaken} />
          <p className="import-doings">
            {!isTaken && (
              <button
                type="button"
                className="main"
                disabled={state.is === 'running' || !hasNews(result.done)}
                onClick={() => void run(false)}
              >
                {takeInWords(result.done)}
              </button>
            )}
            <button
              type="button"
              onClick={() => save(`${asked.file.name} rows.csv`, resultTable(result.rows))}
            >
              Take this table away (CSV)
            </button>
          </p>
        </>
      )}
    </section>
  )
}

const hasNews = ({ written }: Done) => Object.values(written).some((count) => count > 0)

function takeInWords({ counts, written }: Done): string {
  const parts = [
    counts.taken > 0 && `Take ${counted(counts.taken, 'row')}`,
    written.review > 0 &&
      `${counts.taken > 0 ? 'send' : 'Send'} ${counted(written.review, 'row')} to review`,
  ].filter(Boolean)
  return parts.length === 0 ? 'There is nothing new to take' : parts.join(', ')
}

type RunningProperties = {
  readonly state: Extract<State, { is: 'running' }>
  readonly onGiveUp: () => void
}

function Running({ state: { at, isGivenUp, dryRun }, onGiveUp }: RunningProperties) {
  const of = at.step === 'reading' ? null : at.of
  return (
    <p className="running">
      <span>{isGivenUp ? 'Giving up …' : progressInWords(at)}</span>{' '}
      {of === null ? (
        <progress />
      ) : (
        <progress max={of || 1} value={at.step === 'reading' ? 0 : at.done} />
      )}{' '}
      <button type="button" className="inline" disabled={isGivenUp} onClick={onGiveUp}>
        {dryRun ? 'Give up' : 'Give up: nothing is taken'}
      </button>
    </p>
  )
}

function progressInWords(at: Progress): string {
  if (at.step === 'reading') return 'The table is being read …'
  const share = at.of === 0 ? 0 : Math.floor((at.done / at.of) * 100)
  return at.step === 'comparing'
    ? `Names are being compared with the register and with one another: ${String(share)} %`
    : `Being written: ${String(share)} % of ${counted(at.of, 'entry', 'entries')}`
}

type SumsProperties = {
  readonly result: Result
  readonly outcome: Outcome | null
  readonly onOutcome: (outcome: Outcome | null) => void
}

/** How many rows of each outcome; one of them narrows the table. */
function Sums({ result: { done, rows }, outcome, onOutcome }: SumsProperties) {
  const { counts } = done
  const count: Readonly<Record<Outcome, number>> = {
    taken: counts.taken,
    'on-record': counts.onRecord,
    review: counts.review,
    parked: counts.parked,
    refused: counts.refused,
  }
  return (
    <div className="outcomes" role="group" aria-label="Rows by what becomes of them">
      <button type="button" aria-pressed={outcome === null} onClick={() => onOutcome(null)}>
        <span className="count">{rows.length.toLocaleString('en')}</span> all rows
      </button>
      {OUTCOMES.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={outcome === each}
          disabled={count[each] === 0}
          onClick={() => onOutcome(each)}
        >
          <span className="count">{count[each].toLocaleString('en')}</span>{' '}
          <span className={`outcome ${each}`}>
            <span aria-hidden="true">{OUTCOME_GLYPHS[each]}</span> {OUTCOME_WORDS[each]}
          </span>
          <span className="below">{OUTCOME_HINTS[each]}</span>
        </button>
      ))}
    </div>
  )
}

function save(name: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}
