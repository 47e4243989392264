import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useNavigate } from 'react-router'
import type { CheckResultJson } from '../../../contract/benchmarks.ts'
import { writes } from '../../api/client.ts'
import { everythingOf, vocabularyQuery } from '../../api/queries.ts'
import { CodeEditor } from '../../language/CodeEditor.tsx'
import { usePaths } from '../../paths.ts'
import { dayInBrief } from '../../ui/days.ts'
import { WithMargin } from '../../ui/Margin.tsx'
import { StandingBadge } from '../../ui/StandingBadge.tsx'
import { Answered, Refused } from '../Answered.tsx'

type Properties = {
  readonly programme: string
  readonly text: string
  readonly asOf: string
  readonly knownOn: string
  /** The goal that a new benchmark comes under; empty for none. */
  readonly goal: string
}

/** The text with colours and completion; beside it what it would come to. */
export function BenchmarkEditor({ programme, text: first, asOf, knownOn, goal }: Properties) {
  const vocabulary = useQuery(vocabularyQuery(programme))
  const [text, setText] = useState(first)
  const [result, setResult] = useState<CheckResultJson | Error | null>(null)
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const paths = usePaths()

  const check = useCallback(
    async (text: string, signal: AbortSignal) => {
      try {
        const result = await writes.checkBenchmark(programme, { text, asOf, knownOn }, signal)
        setResult(result)
        return result.diagnostics
      } catch (reason) {
        // An aborted check is of a text that has changed since; any other is shown beside the text.
        if (!signal.aborted) setResult(reason instanceof Error ? reason : new Error(String(reason)))
        return []
      }
    },
    [programme, asOf, knownOn],
  )
  const keep = useMutation({
    mutationFn: () => writes.writeBenchmark(programme, { text, goal }),
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries(everythingOf(programme))
      void navigate(paths.benchmark(id))
    },
  })
  const readable =
    result !== null &&
    !(result instanceof Error) &&
    !result.diagnostics.some(({ severity }) => severity === 'error')

  return (
    <WithMargin
      margin={
        <div aria-live="polite">
          <Verdict result={result} asOf={asOf} knownOn={knownOn} />
        </div>
      }
    >
      <Answered query={vocabulary}>
        {(words) => (
          <CodeEditor
            label="Text of the benchmark"
            first={first}
            vocabulary={words}
            check={check}
            onChange={setText}
          />
        )}
      </Answered>
      <p className="small soft hint">Ctrl+Space completes words, series, states and rules.</p>
      <p>
        <button
          type="button"
          className="main"
          disabled={!readable || keep.isPending || text === first}
          aria-describedby="why-not"
          onClick={() => keep.mutate()}
        >
          Keep as a new version
        </button>{' '}
        <span id="why-not" className="small soft">
          {text === first
            ? 'Nothing has been changed yet.'
            : !readable && 'It can be kept once it can be read.'}
        </span>
      </p>
      {keep.error && <Refused error={keep.error} />}
    </WithMargin>
  )
}

type VerdictProperties = {
  readonly result: CheckResultJson | Error | null
  readonly asOf: string
  readonly knownOn: string
}

function Verdict({ result, asOf, knownOn }: VerdictProperties) {
  if (result === null) return <h2>What it would come to</h2>
  if (result instanceof Error) return <Refused error={result} />
  return (
    <>
      <h2>What it would come to</h2>
      <p>
        as of {dayInBrief(asOf)}, as known on {dayInBrief(knownOn)}
      </p>
      {result.verdicts.map(({ id, standing, life, why, missing }) => (
        <section key={id}>
          <p>
            <code>{id}</code>
          </p>
          <p>
            <StandingBadge standing={standing} life={life} />
          </p>
          <p>
            <bdi>{why}</bdi>
          </p>
          {missing.map((sentence) => (
            <p key={sentence}>
              missing: <bdi>{sentence}</bdi>
            </p>
          ))}
        </section>
      ))}
      {result.diagnostics.length > 0 && (
        <section>
          <h2>In the text</h2>
          <ul className="plain">
            {result.diagnostics.map(({ line, column, severity, message }) => (
              <li key={`${line} ${column} ${message}`}>
                <strong>
                  line {line}, column {column}
                </strong>
                {severity === 'warning' && ' (note)'}: <bdi>{message}</bdi>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
