import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { FindingJson, GateJson } from '../../../contract/representation-lists.ts'
import { listWrites } from '../../api/lists.ts'
import { everythingOf } from '../../api/queries.ts'
import { usePaths } from '../../paths.ts'
import { dayInBrief } from '../../ui/days.ts'
import { daysInWords } from '../../ui/written-dates.ts'
import { Refused } from '../Answered.tsx'
import { AnswerFindings } from './AnswerFindings.tsx'
import { useTakeOff } from './Entries.tsx'
import { Who, whoInWords } from './EntryCells.tsx'
import type { PartProperties } from './part-properties.ts'

type Properties = PartProperties & { readonly gate: GateJson; readonly finding: FindingJson }

/** Why what should be taken off is found: the first thing to do about it. */
const TAKE_OFF = new Set<FindingJson['kind']>([
  'resolved',
  'dead',
  'double',
  'consent-none',
  'consent-refused',
  'consent-expired',
  'outside-the-rule',
  'wrong-category',
])
const CONSENT = new Set<FindingJson['kind']>(['consent-none', 'consent-refused', 'consent-expired'])

/** One finding: whom it is about, what is found, how it was answered or what can be done. */
export function FindingRow({ programme, page, gate, finding }: Properties) {
  const { case: id, persons, other, names, settlement, sentence } = finding
  return (
    <li className={settlement ? 'finding answered' : 'finding'}>
      <div>
        <Who persons={persons} case={id} />
        {!page.entries.some((one) => one.case === id) && (
          <span className="soft small"> not on this version</span>
        )}
        {other && (
          <>
            {' '}
            <span className="soft">and</span> <Subject page={page} id={other} />
          </>
        )}
        <p>{daysInWords(sentence)}</p>
        {names.length > 0 && (
          <p className="small soft">
            {names.map((name, index) => (
              <span key={name}>
                {index > 0 && ' · '}
                <bdi>{name}</bdi>
              </span>
            ))}
          </p>
        )}
      </div>
      {settlement ? (
        <p className="small">
          <span aria-hidden="true">●</span> {settlement.answer} by <bdi>{settlement.by}</bdi>,{' '}
          {dayInBrief(settlement.on)}: <bdi>{settlement.reason}</bdi>
        </p>
      ) : (
        <WhatCanBeDone programme={programme} page={page} gate={gate} finding={finding} />
      )}
    </li>
  )
}

function Subject({ page, id }: Pick<PartProperties, 'page'> & { readonly id: string }) {
  const entry = page.entries.find((one) => one.case === id)
  return entry ? <Who persons={entry.persons} case={id} /> : <code>{id}</code>
}

function WhatCanBeDone({ programme, page, gate, finding }: Properties) {
  const paths = usePaths()
  const takeOff = useTakeOff(programme, page)
  const putOn = usePutOn(programme, page)
  const { kind, case: id } = finding
  const isThere = page.entries.some((one) => one.case === id)
  const [person] = finding.persons
  const about = whoInWords(finding.persons, id)
  if (page.version?.presentedOn !== null) return <p className="small soft">not answered</p>
  const mayNot = page.mayNot.change ?? undefined
  return (
    <div className="finding-doings">
      {kind === 'promised-but-missing' && (
        <button
          type="button"
          className="inline"
          disabled={mayNot !== undefined || putOn.isPending}
          aria-label={`Put on the list: ${about}`}
          onClick={() => putOn.mutate(id)}
        >
          Put on the list
        </button>
      )}
      {TAKE_OFF.has(kind) && isThere && (
        <button
          type="button"
          className="inline"
          disabled={mayNot !== undefined || takeOff.isPending}
          aria-label={`Take off: ${about}`}
          onClick={() => takeOff.mutate(id)}
        >
          Take off
        </button>
      )}
      <AnswerFindings
        programme={programme}
        page={page}
        gate={gate}
        findings={[finding]}
        words={finding.needsOverride ? 'Override' : 'Settle'}
        about={about}
      />
      {person && (
        <Link to={paths.person(person.person)} className="quiet soft">
          {CONSENT.has(kind) ? 'Record an answer' : 'Open the person'}
        </Link>
      )}
      {takeOff.error && <Refused error={takeOff.error} />}
      {putOn.error && <Refused error={putOn.error} />}
    </div>
  )
}

function usePutOn(programme: string, { list, version }: PartProperties['page']) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      listWrites.entries(programme, list.id, {
        version: version?.version ?? '',
        entries: [{ case: id }],
      }),
    onSuccess: () => queryClient.invalidateQueries(everythingOf(programme)),
  })
}
