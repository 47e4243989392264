import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Link } from 'react-router'
import type { FindingJson, GateJson } from '../../../contract/representation-lists.ts'
import { gateQuery } from '../../api/lists.ts'
import { usePaths } from '../../paths.ts'
import { dayInWords } from '../../ui/days.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Answered } from '../Answered.tsx'
import { AnswerFindings } from './AnswerFindings.tsx'
import { FindingRow } from './FindingRow.tsx'
import type { PartProperties } from './part-properties.ts'
import { counted, FINDING_KINDS, FINDING_WORDS } from './words.ts'

/** What would discredit the version, each finding settled or overridden with a reason, or still open. */
export function GatePart({ programme, page }: PartProperties) {
  const { list, version } = page
  const paths = usePaths()
  const frozenOn = version?.presentedOn ?? null
  const query = useQuery({
    ...gateQuery(programme, list.id, version?.version ?? '', frozenOn),
    enabled: version !== null,
  })
  if (!version)
    return (
      <Empty title="There is nothing to check yet">
        <p>
          The gate goes through a version before it is handed over: who has left or died, who has
          not agreed to be named to the government, who stands on it twice or under several
          spellings, whom we promised a place and forgot.{' '}
          <Link to={paths.list(list.id, 'versions')}>Begin a version</Link>
        </p>
      </Empty>
    )
  return (
    <Answered query={query}>
      {(gate) => (
        <>
          {frozenOn && (
            <p className="notice">
              Handed over on {dayInWords(frozenOn)} and frozen since. Below is what the gate finds
              for that day, from what was known then.{' '}
              <Link to={paths.list(list.id, 'versions')}>Begin the next version</Link>
            </p>
          )}
          <Findings programme={programme} page={page} gate={gate} />
        </>
      )}
    </Answered>
  )
}

type Properties = PartProperties & { readonly gate: GateJson }

function Findings({ programme, page, gate }: Properties) {
  const paths = usePaths()
  const { version, list } = page
  const byKind = useMemo(() => kindsOf(gate.findings), [gate])
  const isDraft = version?.presentedOn === null
  const isFree = gate.open === 0 && gate.entries > 0
  const done = gate.findings.length - gate.open
  return (
    <>
      <div className="gate-head">
        <p className={`standing large ${isFree ? 'met' : 'not-met'}`}>
          <span className="word">
            <span className="glyph" aria-hidden="true">
              {isFree ? '●' : '○'}
            </span>{' '}
            {gate.sentence}
          </span>
        </p>
        <p className="soft">
          {counted(gate.entries, 'case')} looked at, on {dayInWords(gate.on)}.{' '}
          {gate.findings.length > 0 &&
            `${counted(gate.findings.length, 'finding')}: ${done} answered, ${gate.open} open. `}
          {isFree && isDraft && (
            <Link to={paths.list(list.id, 'presentation', version.version)}>
              Go on to handing it over
            </Link>
          )}
        </p>
        <progress
          aria-label="Findings that were answered"
          max={Math.max(1, gate.findings.length)}
          value={gate.findings.length === 0 ? 1 : done}
        />
      </div>
      {byKind.map(({ kind, findings }) => {
        const open = findings.filter(({ settlement }) => settlement === null)
        return (
          <section key={kind} className="part finding-kind">
            <h3>
              {FINDING_WORDS[kind].title}{' '}
              <span className="soft">
                {open.length === 0 ? `${findings.length}, all answered` : `${open.length} open`}
              </span>{' '}
              <em className="serif-note">{FINDING_WORDS[kind].note}</em>
            </h3>
            <ul className="plain ruled findings">
              {findings.map((finding) => (
                <FindingRow
                  key={finding.id}
                  programme={programme}
                  page={page}
                  gate={gate}
                  finding={finding}
                />
              ))}
            </ul>
            {isDraft && open.length > 1 && (
              <AnswerFindings
                programme={programme}
                page={page}
                gate={gate}
                findings={open}
                words={`Answer all ${open.length} with one reason`}
              />
            )}
          </section>
        )
      })}
    </>
  )
}

/** By kind, the most pressing first; open ones before answered ones. */
function kindsOf(findings: readonly FindingJson[]) {
  return FINDING_KINDS.flatMap((kind) => {
    const own = findings.filter((one) => one.kind === kind)
    const open = own.filter(({ settlement }) => settlement === null)
    const answered = own.filter(({ settlement }) => settlement !== null)
    return own.length > 0 ? [{ kind, findings: [...open, ...answered] }] : []
  })
}
