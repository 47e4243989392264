import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { ListReportJson } from '../../../contract/representation-lists.ts'
import { cohortsQuery, listFiles, listReportQuery } from '../../api/lists.ts'
import { CohortsChart } from '../../charts/Cohorts.tsx'
import { SurvivalChart } from '../../charts/Survival.tsx'
import { useDays } from '../../days.tsx'
import { usePaths } from '../../paths.ts'
import { dayInWords } from '../../ui/days.ts'
import { Empty } from '../../ui/Empty.tsx'
import { daysInWords } from '../../ui/written-dates.ts'
import { Answered } from '../Answered.tsx'
import { plain } from '../register/words.ts'
import { Breakdown } from './Breakdown.tsx'
import { CarriedOver } from './CarriedOver.tsx'
import type { PartProperties } from './part-properties.ts'
import { Restatements } from './Restatements.tsx'
import { outOf, shareInWords, UNIT_WORDS, UNITS } from './Units.tsx'
import type { Unit } from './Units.tsx'
import { Waiting } from './Waiting.tsx'
import { CODE_WORDS, counted, FORMAT_WORDS } from './words.ts'

const FORMATS = ['docx', 'pdf', 'xlsx', 'csv'] as const

/** What became of a list since it was handed over, on one day as known on another. */
export function StatusPart({ programme, page }: PartProperties) {
  const { list, versions, asOf, knownOn } = page
  const paths = usePaths()
  const days = useDays()
  // As the server sees it: presented by both days.
  const until = asOf < knownOn ? asOf : knownOn
  const presented = versions.some(({ presentedOn }) => presentedOn !== null && presentedOn <= until)
  const query = useQuery({ ...listReportQuery(programme, list.id, days), enabled: presented })
  if (!presented)
    return (
      <Empty title={`Not handed over by ${dayInWords(until)}`}>
        <p>
          The status counts from the day a list was handed over: how many families and persons were
          resolved since, by region and authority, beside the lists before it at the same age.{' '}
          {versions.some(({ presentedOn }) => presentedOn !== null) ? (
            'Move the days on to look at it.'
          ) : (
            <Link to={paths.list(list.id, 'presentation')}>Go to handing it over</Link>
          )}
        </p>
      </Empty>
    )
  return (
    <>
      <div className="doings no-print">
        <span>
          The report:{' '}
          {FORMATS.map((format, index) => (
            <span key={format}>
              {index > 0 && ' · '}
              <a href={listFiles.status(programme, list.id, format, days)} download>
                {FORMAT_WORDS[format]}
              </a>
            </span>
          ))}
        </span>
        <button type="button" className="inline" onClick={() => window.print()}>
          Print
        </button>
        <span className="aside">It names no person.</span>
      </div>
      <Answered query={query}>
        {(report) => <Status programme={programme} page={page} report={report} />}
      </Answered>
    </>
  )
}

type Properties = PartProperties & { readonly report: ListReportJson }

function Status({ programme, page, report }: Properties) {
  const { status, shares, sentences, restatements, waiting, responses } = report
  const [, ...further] = sentences
  return (
    <>
      <div className="head-figures">
        {UNITS.map((unit) => (
          <p key={unit} className={unit}>
            <span className="figure">{outOf(status[unit])}</span>{' '}
            <span className="of">
              {UNIT_WORDS[unit][1]} resolved, {shareInWords(shares[unit])}
            </span>
          </p>
        ))}
        <p className="soft of-when">
          by {dayInWords(status.asOf)}
          {status.knownOn !== status.asOf && `, as known on ${dayInWords(status.knownOn)}`}; handed
          over on {dayInWords(status.presentedOn)}
        </p>
      </div>
      <ul className="plain sentences">
        {further.map((sentence) => (
          <li key={sentence}>{daysInWords(sentence)}</li>
        ))}
      </ul>
      <Restatements restatements={restatements} />
      <AtEqualAge programme={programme} page={page} />
      <div className="breakdowns">
        <Breakdown
          title="By region"
          rows={status.byRegion.map(({ region, ...row }) => ({ ...row, of: region }))}
        />
        <Breakdown
          title="By responsible authority"
          rows={status.byAuthority.map(({ authority, ...row }) => ({ ...row, of: authority }))}
        />
        <Breakdown
          title="By category"
          rows={status.byCategory.map(({ category, ...row }) => ({
            ...row,
            of: category && plain(category),
          }))}
        />
      </div>
      <Waiting waiting={waiting} asOf={status.asOf} />
      <CarriedOver page={page} carriedOver={status.carriedOver} />
      {responses.length > 0 && (
        <section className="part">
          <h2>
            What was answered <em className="serif-note">the last answer of each case, a claim</em>
          </h2>
          <ul className="plain">
            {responses.map(({ code, cases }) => (
              <li key={code}>
                {CODE_WORDS[code]} <span className="soft">{counted(cases, 'case')}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** Beside the lists before it, never older than it is: as was reported then. */
function AtEqualAge({ programme, page }: PartProperties) {
  const query = useQuery(cohortsQuery(programme, page.list.id, useDays()))
  const [unit, setUnit] = useState<Unit>('family')
  return (
    <section className="part">
      <h2>
        At equal age <em className="serif-note">each list as it was reported when it was as old</em>
      </h2>
      <fieldset className="choose units no-print">
        <legend className="spoken">Counted in</legend>
        {UNITS.map((one) => (
          <label key={one} className="tick">
            <input type="radio" name="unit" checked={unit === one} onChange={() => setUnit(one)} />{' '}
            {UNIT_WORDS[one][1]}
          </label>
        ))}
      </fieldset>
      <Answered query={query}>
        {({ cohorts, list }) => (
          <>
            <CohortsChart cohorts={cohorts} own={list} unit={unit} />
            <SurvivalChart cohorts={cohorts} own={list} unit={unit} />
          </>
        )}
      </Answered>
    </section>
  )
}
