import type { CaseEventRowJson, CaseShownJson } from '../../../contract/register.ts'
import { dayInBrief } from '../../ui/days.ts'
import { daysInWords, writtenDate } from '../../ui/written-dates.ts'
import { CitationLinks } from '../CitationLink.tsx'
import { plain } from '../register/words.ts'
import { AddCaseEvent } from './AddCaseEvent.tsx'
import { Doing } from './Doing.tsx'
import { Withdraw } from './Withdraw.tsx'

type Properties = {
  readonly programme: string
  readonly matter: CaseShownJson
  readonly sources: Readonly<Record<string, string>>
}

/** What happened, in its order: solid where it is confirmed, hollow where it is not; sources beside it. */
export function CaseHistory({ programme, matter, sources }: Properties) {
  if (matter.events.length === 0)
    return (
      <p className="soft">
        Nothing is recorded of what happened. Add an event with its date and source: the state of
        the case follows from it.
      </p>
    )
  const titles = Object.fromEntries(Object.entries(sources).map(([id, title]) => [id, { title }]))
  return (
    <ol className="history">
      {matter.events.map((event) => (
        <li key={event.entry} className={classOf(event)}>
          <span className="when">
            <span className="mono">{writtenDate(event.date)}</span>
            <span className="small soft" style={{ display: 'block' }}>
              known {dayInBrief(event.known)}
            </span>
          </span>
          <span className="mark" aria-hidden="true">
            {event.verification === 'confirmed' && !event.claim ? '●' : '○'}
          </span>
          <div className="what">
            <What event={event} matter={matter} />
            {event.withdrawnOn === null && (
              <span className="line small quiet-doings">
                <Doing words="Correct" about={`${plain(event.kind)} ${event.date}`}>
                  {(close) => (
                    <AddCaseEvent
                      programme={programme}
                      matter={matter}
                      said={event}
                      onDone={close}
                    />
                  )}
                </Doing>
                <Withdraw
                  programme={programme}
                  table="case-events"
                  of={event.case}
                  entry={event.entry}
                  about={`${plain(event.kind)} ${event.date}`}
                />
              </span>
            )}
          </div>
          <div className="sources">
            {event.citations.length === 0 ? (
              <span className="soft">no source is named</span>
            ) : (
              <CitationLinks citations={event.citations} titles={titles} />
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}

type WhatProperties = { readonly event: CaseEventRowJson; readonly matter: CaseShownJson }

function What({ event, matter }: WhatProperties) {
  const { kind, verification, claim, detail, corrected, contradicts, withdrawnOn } = event
  const whom = matter.persons.find(({ person }) => person === event.person)
  const happened = <span className="kind">{plain(kind)}</span>
  return (
    <>
      {withdrawnOn ? <del>{happened}</del> : happened}
      {whom && (
        <>
          {' '}
          <bdi>{whom.name}</bdi>
        </>
      )}{' '}
      <span className="small soft">
        {claim ? 'claimed by the other side, ' : ''}
        {verification}
        {event.decides && ' · decides the state'}
        {event.later && ' · after the day looked at'}
        {withdrawnOn && ` · withdrawn on ${dayInBrief(withdrawnOn)}`}
      </span>
      {detail !== '' && (
        <p className="small">
          <bdi>{detail}</bdi>
        </p>
      )}
      {contradicts.map((sentence) => (
        <p key={sentence} className="small contradiction">
          {daysInWords(sentence)}
        </p>
      ))}
      {corrected.map((before) => (
        <p key={before} className="small soft">
          before: <del>{daysInWords(before)}</del>
        </p>
      ))}
    </>
  )
}

function classOf({ decides, later, withdrawnOn }: CaseEventRowJson): string | undefined {
  const names = [decides && 'decides', later && 'later', withdrawnOn && 'withdrawn'].filter(Boolean)
  return names.length > 0 ? names.join(' ') : undefined
}
