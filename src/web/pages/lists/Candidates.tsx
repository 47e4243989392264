import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { CandidatesJson } from '../../../contract/representation-lists.ts'
import { candidatesQuery, listWrites } from '../../api/lists.ts'
import { everythingOf } from '../../api/queries.ts'
import { useDays } from '../../days.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import type { Column } from '../../ui/DataTable.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { daysInWords } from '../../ui/written-dates.ts'
import { Answered, Refused } from '../Answered.tsx'
import { plain } from '../register/words.ts'
import { ListingConsent, Who, whoInWords } from './EntryCells.tsx'
import type { PartProperties } from './part-properties.ts'
import { counted } from './words.ts'

type Candidate = CandidatesJson['candidates'][number]
type Properties = PartProperties & { readonly version: string }

const ANSWER_WORDS = { yes: 'qualifies', no: 'does not', unknown: 'cannot be told' } as const
const ANSWER_GLYPHS = { yes: '●', no: '○', unknown: '?' } as const

/** Whom the rule asks for and whom it does not, each with why; put on and taken off here. */
export function Candidates({ programme, page, version }: Properties) {
  const query = useQuery(candidatesQuery(programme, page.list.id, version, useDays()))
  const queryClient = useQueryClient()
  const change = useMutation({
    mutationFn: ({ cases, on }: { cases: readonly string[]; on: boolean }) =>
      on
        ? listWrites.entries(programme, page.list.id, {
            version,
            entries: cases.map((id) => ({ case: id })),
          })
        : listWrites.remove(programme, page.list.id, { version, cases: [...cases] }),
    onSuccess: () => queryClient.invalidateQueries(everythingOf(programme)),
  })
  const mayNot = page.mayNot.change
  const columns = useMemo(
    () => columnsOf(mayNot === null ? change.mutate : undefined),
    [mayNot, change.mutate],
  )
  return (
    <section className="part">
      <h2>
        Whom the rule asks for <em className="serif-note">on the days above</em>
      </h2>
      <Answered query={query}>
        {({ candidates, qualify, doNot, faults }) => {
          const missing = candidates.filter((one) => one.qualifies && !one.onVersion)
          if (faults.length > 0) return <p className="wrong">{faults[0]?.message}</p>
          if (candidates.length === 0)
            return (
              <Empty title="The register has no case that the rule could ask for">
                <p>
                  Add cases under Register, or widen the rule. The rule reads what was known on the
                  day above.
                </p>
              </Empty>
            )
          return (
            <>
              <p className="doings">
                <span>
                  {counted(qualify, 'case qualifies', 'cases qualify')}, {doNot} do not.
                </span>
                {missing.length > 0 && (
                  <button
                    type="button"
                    className="inline"
                    disabled={mayNot !== null || change.isPending}
                    onClick={() =>
                      change.mutate({ cases: missing.map((one) => one.case), on: true })
                    }
                  >
                    Put the {missing.length} on that qualify and are not on it
                  </button>
                )}
              </p>
              {change.error && <Refused error={change.error} />}
              <DataTable
                caption="Candidates"
                noun={['case', 'cases']}
                rows={candidates}
                rowKey={(one) => one.case}
                stacked
                atOnce={25}
                columns={columns}
              />
            </>
          )
        }}
      </Answered>
    </section>
  )
}

function columnsOf(
  onChange: ((change: { cases: readonly string[]; on: boolean }) => void) | undefined,
): Column<Candidate>[] {
  return [
    {
      key: 'who',
      title: 'Who',
      show: (one) => (
        <>
          <Who persons={one.persons} case={one.case} />
          <p className="below">
            {[plain(one.category), one.region, one.authority].filter(Boolean).join(' · ')}
          </p>
        </>
      ),
      order: ({ persons }) => persons[0]?.names[0]?.name ?? null,
      find: (one) =>
        [
          one.case,
          one.category,
          one.region,
          one.authority,
          ...one.persons.flatMap(({ names }) => names.map(({ name }) => name)),
        ].join(' '),
    },
    {
      key: 'rule',
      title: 'By the rule',
      show: ({ answer }) => (
        <>
          <span aria-hidden="true">{ANSWER_GLYPHS[answer]}</span> {ANSWER_WORDS[answer]}
        </>
      ),
      find: ({ answer }) => ANSWER_WORDS[answer],
      choices: Object.values(ANSWER_WORDS),
    },
    {
      key: 'why',
      title: 'Why',
      show: ({ why }) =>
        why.map((sentence) => (
          <p key={sentence} className="small">
            {daysInWords(sentence)}
          </p>
        )),
      find: ({ why }) => why.join(' '),
    },
    {
      key: 'consent',
      title: 'Consent to be listed',
      show: ({ consent }) => <ListingConsent consent={consent} />,
      order: ({ consent }) => consent.standing,
      find: ({ consent }) => `${consent.standing} ${consent.sentence}`,
    },
    {
      key: 'on',
      title: 'On the version',
      show: (one) => (
        <>
          {one.onVersion ? 'yes' : <span className="soft">no</span>}
          {onChange && (
            <p>
              <button
                type="button"
                className="inline no-print"
                aria-label={`${one.onVersion ? 'Take off' : 'Put on'}: ${whoInWords(one.persons, one.case)}`}
                onClick={() => onChange({ cases: [one.case], on: !one.onVersion })}
              >
                {one.onVersion ? 'Take off' : 'Put on'}
              </button>
            </p>
          )}
        </>
      ),
      find: ({ onVersion }) => (onVersion ? 'yes' : 'no'),
      choices: ['yes', 'no'],
    },
  ]
}
