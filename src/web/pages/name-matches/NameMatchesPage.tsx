import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type {
  DecidedJson,
  ReviewItemJson,
  ReviewQueueJson,
} from '../../../contract/name-matches.ts'
import { nameMatchWrites, reviewQueueQuery } from '../../api/name-matches.ts'
import type { ReviewStatus } from '../../api/name-matches.ts'
import { everythingOf } from '../../api/queries.ts'
import { useParam, usePaths } from '../../paths.ts'
import { amountInWords } from '../../ui/amounts.ts'
import { Empty } from '../../ui/Empty.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import { Answered } from '../Answered.tsx'
import { PersonName } from '../register/ShownNames.tsx'
import { MatchView } from './MatchView.tsx'
import { useKeys } from './use-keys.ts'
import { DECISION_WORDS, likelihood, STATUS_WORDS, STATUSES } from './words.ts'
import '../../style/register.css'
import '../../style/name-matches.css'

/** Names that may be one person: each pair with its reasons, decided by key alone if one likes. */
export function NameMatchesPage() {
  const programme = useParam('programme')
  const [status, setStatus] = useState<ReviewStatus>('open')
  const query = useQuery(reviewQueueQuery(programme, status))
  const [restated, setRestated] = useState<DecidedJson['restated']>([])
  return (
    <>
      <PageHeader
        title="Names to decide on"
        below="Entries that may be one person. Nothing is merged until somebody says so, and it can be undone."
      />
      <Answered query={query}>
        {(queue) => (
          <>
            <ComparisonLine queue={queue} />
            <ul className="statuses no-print" aria-label="Which">
              {STATUSES.map((each) => (
                <li key={each}>
                  <button
                    type="button"
                    className="inline"
                    aria-pressed={each === status}
                    onClick={() => {
                      setStatus(each)
                      setRestated([])
                    }}
                  >
                    {STATUS_WORDS[each]} <span className="soft">{queue.counts[each]}</span>
                  </button>
                </li>
              ))}
            </ul>
            <div role="status">
              {restated.length > 0 && (
                <div className="notice">
                  {restated.map(({ list, sentence }) => (
                    <p key={list}>{sentence}</p>
                  ))}
                </div>
              )}
            </div>
            <Queue
              queue={queue}
              status={status}
              onDecided={(decided) => setRestated(decided.restated)}
            />
          </>
        )}
      </Answered>
    </>
  )
}

function ComparisonLine({ queue: { comparison } }: { readonly queue: ReviewQueueJson }) {
  const programme = useParam('programme')
  const client = useQueryClient()
  const compare = useMutation({
    mutationFn: () => nameMatchWrites.compare(programme),
    onSuccess: () => client.invalidateQueries(everythingOf(programme)),
  })
  const { state, done, of, words } = comparison
  return (
    <div className="comparison">
      <p className="soft">
        {words}{' '}
        {(state === 'not-yet' || state === 'done') && (
          <button
            type="button"
            className="inline no-print"
            disabled={compare.isPending}
            onClick={() => compare.mutate()}
          >
            {state === 'done' ? 'Compare them again' : 'Compare them now'}
          </button>
        )}
      </p>
      {state === 'comparing' && (
        <progress max={of} value={done} aria-label="How far they are compared" />
      )}
      {compare.error && <Trouble title="Not compared" detail={compare.error.message} />}
    </div>
  )
}

type QueueProperties = {
  readonly queue: ReviewQueueJson
  readonly status: ReviewStatus
  readonly onDecided: (decided: DecidedJson) => void
}

const keyOf = ({ a, b, row }: Pick<ReviewItemJson, 'a' | 'b' | 'row'>) =>
  JSON.stringify([row ?? a, b])

function Queue({ queue: { items, more, comparison }, status, onDecided }: QueueProperties) {
  const [chosen, setChosen] = useState<{ readonly key: string; readonly at: number } | null>(null)
  const found = items.findIndex((item) => keyOf(item) === chosen?.key)
  // What was decided is gone from the queue: the next one stands in its place.
  const at = found >= 0 ? found : Math.min(chosen?.at ?? 0, items.length - 1)
  const item = items[at]
  const go = (to: number) => {
    const next = items[to]
    if (next) setChosen({ key: keyOf(next), at: to })
  }
  useKeys({ j: () => go(at + 1), k: () => go(at - 1) })
  if (!item) return <NothingHere status={status} isComparing={comparison.state === 'comparing'} />
  return (
    <div className="review">
      <nav aria-label="The queue">
        <p className="small soft no-print">
          <kbd>j</kbd> next, <kbd>k</kbd> back
        </p>
        <ol>
          {items.map((each, index) => (
            <li key={keyOf(each)}>
              <button
                type="button"
                className="inline"
                aria-current={index === at ? 'true' : undefined}
                onClick={() => go(index)}
              >
                <InQueue item={each} />
              </button>
            </li>
          ))}
        </ol>
        {more > 0 && (
          <p className="small soft">{amountInWords(more)} more come when these are decided.</p>
        )}
      </nav>
      <article aria-labelledby="match-view">
        <MatchView key={keyOf(item)} item={item} onDecided={onDecided} />
      </article>
    </div>
  )
}

function InQueue({ item }: { readonly item: ReviewItemJson }) {
  const { left, right, probability, kind, decision, clusterSize, cluster } = item
  const side = ({ name, person }: ReviewItemJson['left']) =>
    name ? <PersonName name={name} /> : <bdi>{person ?? 'a row'}</bdi>
  return (
    <>
      <span className="names">
        {side(left)} <span className="soft">and</span> {side(right)}
      </span>
      <span className="small soft">
        {kind === 'row' ? 'from an import' : 'in the register'}
        {probability !== null && <>, {likelihood(probability)}</>}
        {cluster !== null && clusterSize > 2 && <>, {clusterSize} may all be one</>}
        {decision !== null && <>, {DECISION_WORDS[decision] ?? decision}</>}
      </span>
    </>
  )
}

type NothingProperties = { readonly status: ReviewStatus; readonly isComparing: boolean }

function NothingHere({ status, isComparing }: NothingProperties) {
  const paths = usePaths()
  if (isComparing && status === 'open')
    return <Empty title="Nothing to decide so far">The register is still being compared.</Empty>
  if (status === 'parked')
    return (
      <Empty title="Nothing is parked">
        <p>What you park while you ask somebody waits here, with the reason that you gave.</p>
      </Empty>
    )
  if (status === 'decided')
    return (
      <Empty title="Nothing has been decided yet">
        <p>
          Here stands what was decided, by whom and why. Undoing a merge counts the two as two again
          from that day; what was known before it stays.
        </p>
      </Empty>
    )
  return (
    <Empty title="No names wait for a decision">
      <p>
        Two kinds of names come here: rows of a table that may be someone in the{' '}
        <Link to={paths.register()}>register</Link>, and entries of the register that may be one
        person, in any script and spelling. Each comes with the reasons for and against, which sum
        up to how likely it is.
      </p>
      <p>
        Saying that two are one keeps both histories and counts them once; lists that were handed
        over say what their figures were before.
      </p>
    </Empty>
  )
}
