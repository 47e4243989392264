import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { DecidedJson, MatchPageJson, ReviewItemJson } from '../../../contract/name-matches.ts'
import { nameMatchWrites, pairQuery } from '../../api/name-matches.ts'
import type { Decision } from '../../api/name-matches.ts'
import { everythingOf } from '../../api/queries.ts'
import { useParam, usePaths } from '../../paths.ts'
import { dayInBrief } from '../../ui/days.ts'
import { Trouble } from '../../ui/Trouble.tsx'
import { Answered } from '../Answered.tsx'
import { PersonName } from '../register/ShownNames.tsx'
import { MatchSides } from './MatchSides.tsx'
import { NameTokens } from './NameTokens.tsx'
import { useKeys } from './use-keys.ts'
import { Waterfall } from './Waterfall.tsx'
import { DECISION_WORDS, likelihood, proposedReason } from './words.ts'

type Properties = {
  readonly item: ReviewItemJson
  /** After a decision: what it restated. */
  readonly onDecided: (decided: DecidedJson) => void
}

/** One pair: the names over one another, the sum, both sides, and the decision. */
export function MatchView({ item, onDecided }: Properties) {
  const programme = useParam('programme')
  // Whom a row of an import is held against can be changed to another of its candidates.
  const [against, setAgainst] = useState(item.a)
  const asked = { a: against, b: item.b, row: item.row }
  const query = useQuery(pairQuery(programme, asked))
  return (
    <Answered query={query}>
      {(page) => (
        <MatchPage
          page={page}
          item={item}
          asked={asked}
          onAgainst={setAgainst}
          onDecided={onDecided}
        />
      )}
    </Answered>
  )
}

type PageProperties = Properties & {
  readonly page: MatchPageJson
  readonly asked: Pick<Decision, 'a' | 'b' | 'row'>
  readonly onAgainst: (person: string) => void
}

function MatchPage({ page, item, asked, onAgainst, onDecided }: PageProperties) {
  const { left, right, match, why, runnersUp, decisions } = page
  return (
    <>
      <h2 className="verdict" tabIndex={-1} id="match-view">
        {match ? <>One person: {likelihood(match.probability)}</> : 'They cannot be compared'}
      </h2>
      {why.map((sentence) => (
        <p key={sentence} className="serif-note">
          {sentence}
        </p>
      ))}
      <DecisionBar
        key={JSON.stringify(asked)}
        page={page}
        item={item}
        asked={asked}
        onDecided={onDecided}
      />
      {match && <NameTokens reasons={match.reasons} />}
      <MatchSides left={left} right={right} />
      {match && (
        <Section title="What speaks for one person, and what against">
          <Waterfall match={match} />
        </Section>
      )}
      {runnersUp.length > 0 && (
        <Section title="Who else it may be">
          <ul className="plain ruled">
            {runnersUp.map((other) => (
              <li key={other.person} className="line">
                <Other other={other} />
                {item.kind === 'row' && item.status !== 'decided' && (
                  <button
                    type="button"
                    className="inline"
                    onClick={() => onAgainst(other.person)}
                    aria-label={`Compare with ${other.name?.name ?? other.person}`}
                  >
                    Compare
                  </button>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {decisions.length > 0 && (
        <Section title="Decided before">
          <ul className="plain ruled">
            {decisions.map(({ entry, decision, by, on, reason }) => (
              <li key={entry}>
                {dayInBrief(on)}, <bdi>{by}</bdi>: {DECISION_WORDS[decision]}
                {reason !== '' && (
                  <>
                    . <bdi>{reason}</bdi>
                  </>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="part">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function Other({ other }: { readonly other: MatchPageJson['runnersUp'][number] }) {
  const paths = usePaths()
  return (
    <span>
      <Link to={paths.person(other.person)}>
        {other.name ? <PersonName name={other.name} /> : other.person}
      </Link>{' '}
      <span className="soft">{likelihood(other.probability)}</span>
    </span>
  )
}

type BarProperties = Omit<PageProperties, 'onAgainst'>

function DecisionBar({ page, item, asked, onDecided }: BarProperties) {
  const programme = useParam('programme')
  const client = useQueryClient()
  const { match, mayNotDecide, left, right } = page
  const [reason, setReason] = useState(() => proposedReason(match))
  const [kept, setKept] = useState(item.a)
  const decide = useMutation({
    mutationFn: (decision: Decision['decision']) =>
      nameMatchWrites.decide(programme, {
        ...asked,
        decision,
        reason: decision === 'undo' ? '' : reason,
        ...(item.kind === 'pair' && { kept }),
      }),
    onSuccess: async (decided) => {
      onDecided(decided)
      await client.invalidateQueries(everythingOf(programme))
    },
  })
  const can = mayNotDecide === null && !decide.isPending
  const isOpen = item.status !== 'decided'
  useKeys({
    a: () => can && isOpen && decide.mutate('accept'),
    r: () => can && isOpen && decide.mutate('reject'),
    p: () => can && item.status === 'open' && decide.mutate('park'),
    u: () => can && item.status !== 'open' && decide.mutate('undo'),
  })
  const doing = (decision: Decision['decision'], key: string, words: string) => (
    <button
      type="button"
      className={decision === 'accept' ? 'main' : undefined}
      disabled={!can}
      aria-keyshortcuts={key}
      aria-describedby={mayNotDecide === null ? undefined : 'may-not-decide'}
      onClick={() => decide.mutate(decision)}
    >
      {words} <kbd aria-hidden="true">{key}</kbd>
    </button>
  )
  const isRow = item.kind === 'row'
  return (
    <div className="decision no-print">
      {isOpen && (
        <div className="field">
          <label htmlFor="match-reason">Why</label>
          <input
            id="match-reason"
            dir="auto"
            autoComplete="off"
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </div>
      )}
      {isOpen && !isRow && (
        <div className="field">
          <label htmlFor="match-kept">Keep the id</label>
          <select
            id="match-kept"
            value={kept}
            onChange={(event) => setKept(event.currentTarget.value)}
          >
            {[left.person, right.person].map((id) => (
              <option key={id} value={id ?? ''}>
                {id}
              </option>
            ))}
          </select>
        </div>
      )}
      <div className="buttons">
        {isOpen && doing('accept', 'a', isRow ? 'It is this person' : 'One person')}
        {isOpen && doing('reject', 'r', isRow ? 'A person not in the register' : 'Two persons')}
        {item.status === 'open' && doing('park', 'p', 'Park')}
        {item.status !== 'open' && doing('undo', 'u', 'Undo')}
      </div>
      {mayNotDecide && <p id="may-not-decide">{mayNotDecide}</p>}
      {decide.error && <Trouble title="Not decided" detail={decide.error.message} />}
    </div>
  )
}
