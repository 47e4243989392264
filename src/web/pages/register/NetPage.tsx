import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { NetPageJson } from '../../../contract/register.ts'
import { programmeQuery } from '../../api/queries.ts'
import { netQuery } from '../../api/register.ts'
import { useDays } from '../../days.tsx'
import { useParam, usePaths } from '../../paths.ts'
import { amountInWords } from '../../ui/amounts.ts'
import { dayInWords, periodInWords, whyNoDay } from '../../ui/days.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Answered } from '../Answered.tsx'
import { DaysOfPage } from '../DaysOfPage.tsx'
import '../../style/register.css'

/** Who was released and who was taken meanwhile, around a day: what is left of a gesture. */
export function NetPage() {
  const programme = useParam('programme')
  const days = useDays()
  const [around, setAround] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const { data: page } = useQuery(programmeQuery(programme, days))
  const query = useQuery(netQuery(programme, around ?? days.asOf, days))
  const wrong = typed === '' ? undefined : whyNoDay(typed)
  return (
    <>
      <PageHeader
        title="Comings and goings"
        above={<Link to={usePaths().register()}>Register</Link>}
        below="Releases mean little beside new arrests: both, in the year before a day and the year from it on."
      />
      {page ? (
        <DaysOfPage span={page.span} asOf={page.asOf} knownOn={page.knownOn} />
      ) : (
        <div className="times-room" />
      )}
      <div className="narrow no-print">
        <div className="field">
          <label htmlFor="around">Around the day</label>
          <input
            id="around"
            placeholder={days.asOf ?? '1988-03-01'}
            value={typed}
            aria-invalid={wrong !== undefined}
            aria-describedby={wrong && 'around-wrong'}
            onChange={(event) => {
              const text = event.currentTarget.value.trim()
              setTyped(text)
              if (text === '') setAround(null)
              else if (whyNoDay(text) === undefined) setAround(text)
            }}
          />
          <p className="hint">The day of a bargain, a meeting, a review.</p>
          {wrong && (
            <p className="wrong" id="around-wrong">
              {wrong}
            </p>
          )}
        </div>
      </div>
      <Answered query={query}>
        {(net) => (
          <>
            <Net net={net} />
            {net.periods.some((each) => each.to > net.knownOn && !isToCome(each, net)) && (
              <p className="small soft">
                The last of these days are still to come: figures can only be of what was known on{' '}
                {dayInWords(net.knownOn)}.
              </p>
            )}
          </>
        )}
      </Answered>
    </>
  )
}

type Period = NetPageJson['periods'][number]

/** Of days that have not come there is no figure, and none is not nought. */
function isToCome({ from, rows }: Period, { knownOn }: NetPageJson): boolean {
  const isEmpty = rows.every(({ count, inDoubt }) => count.person === 0 && inDoubt.person === 0)
  return from > knownOn || (from === knownOn && isEmpty)
}

function Net({ net }: { readonly net: NetPageJson }) {
  const [first] = net.periods
  const figure = (period: Period, text: string) =>
    isToCome(period, net) ? <span className="soft">–</span> : text
  return (
    <div className="scroller" role="region" aria-label="Comings and goings" tabIndex={0}>
      <table className="net">
        <caption className="spoken">Persons and family units by what happened to them</caption>
        <thead>
          <tr>
            <td />
            {net.periods.map((period) => (
              <th key={period.from} scope="col" colSpan={2}>
                {periodInWords(period.from, period.to)}
                {isToCome(period, net) && <p className="below">has not come yet</p>}
              </th>
            ))}
          </tr>
          <tr>
            <td />
            {net.periods.flatMap(({ from }) => [
              <th key={`${from} p`} scope="col" className="number">
                persons
              </th>,
              <th key={`${from} f`} scope="col" className="number">
                family units
              </th>,
            ])}
          </tr>
        </thead>
        <tbody>
          {first?.rows.map(({ what, words }, index) => (
            <tr key={what}>
              <th scope="row">
                {words}
                <Doubt periods={net.periods.filter((each) => !isToCome(each, net))} index={index} />
              </th>
              {net.periods.flatMap((period) => [
                <td key={`${period.from} p`} className="number">
                  {figure(period, amountInWords(period.rows[index]?.count.person ?? 0))}
                </td>,
                <td key={`${period.from} f`} className="number">
                  {figure(period, amountInWords(period.rows[index]?.count.family ?? 0))}
                </td>,
              ])}
            </tr>
          ))}
          <tr className="total">
            <th scope="row">
              <strong>Net</strong>
              <p className="below">
                released before the sentence was served, less newly detained and detained again
              </p>
            </th>
            {net.periods.flatMap((period) => [
              <td key={`${period.from} p`} className="number">
                <strong>{figure(period, signed(period.net.person))}</strong>
              </td>,
              <td key={`${period.from} f`} className="number">
                <strong>{figure(period, signed(period.net.family))}</strong>
              </td>,
            ])}
          </tr>
        </tbody>
      </table>
    </div>
  )
}

function Doubt(properties: { readonly periods: NetPageJson['periods']; readonly index: number }) {
  const { periods, index } = properties
  const doubts = periods.map(({ rows }) => rows[index]?.inDoubt.person ?? 0)
  if (doubts.every((count) => count === 0)) return null
  return (
    <p className="below">
      persons not confirmed, and so not counted:{' '}
      {doubts.map((count) => amountInWords(count)).join(' and ')}
    </p>
  )
}

const signed = (amount: number) =>
  amount > 0 ? `+${amountInWords(amount)}` : amountInWords(amount).replace('-', '−')
