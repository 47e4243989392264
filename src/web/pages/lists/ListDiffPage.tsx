import { useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import type { ListDiffJson, ListOverviewJson } from '../../../contract/representation-lists.ts'
import { listDiffQuery, listsQuery } from '../../api/lists.ts'
import { programmeQuery } from '../../api/queries.ts'
import { useDays } from '../../days.tsx'
import { useParam, usePaths } from '../../paths.ts'
import { dayInBrief, dayInWords } from '../../ui/days.ts'
import { Empty } from '../../ui/Empty.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Answered } from '../Answered.tsx'
import { DaysOfPage } from '../DaysOfPage.tsx'
import { SideBySide } from './SideBySide.tsx'
import { TheirListBeside } from './TheirListBeside.tsx'
import '../../style/lists.css'
import '../../style/register.css'

/** In the address where the other side's list is meant. */
const THEIRS = 'theirs'

/** A version beside an earlier one, of this list or another, or beside their list. */
export function ListDiffPage() {
  const [programme, list] = [useParam('programme'), useParam('list')]
  const paths = usePaths()
  const days = useDays()
  const query = useQuery(listsQuery(programme, days))
  const { data: page } = useQuery(programmeQuery(programme, days))
  const row = query.data?.lists.find(({ id }) => id === list)
  return (
    <>
      <PageHeader
        title={`List ${row?.number ?? list} beside another`}
        above={
          <>
            <Link to={paths.lists()}>Lists</Link> ·{' '}
            <Link to={paths.list(list)}>
              <bdi>{row?.title ?? list}</bdi>
            </Link>
          </>
        }
        below="Who is new, who is not on it any more, who stands on both, and who was resolved in between."
      />
      {page ? (
        <DaysOfPage span={page.span} knownOn={page.knownOn} />
      ) : (
        <div className="times-room" />
      )}
      <Answered query={query}>
        {(overview) => <Beside programme={programme} list={list} overview={overview} />}
      </Answered>
    </>
  )
}

type Properties = {
  readonly programme: string
  readonly list: string
  readonly overview: ListOverviewJson
}

type Side = { readonly list: string; readonly version: string }

function Beside({ programme, list, overview }: Properties) {
  const [search, setSearch] = useSearchParams()
  const sides = overview.lists.flatMap(({ id, number, versions }) =>
    versions.map(({ version, date, presentedOn }) => ({
      list: id,
      version,
      words: `${number}, version ${version} of ${dayInBrief(date)}${presentedOn === null ? ', draft' : ''}`,
      date,
    })),
  )
  const own = sides.filter((side) => side.list === list)
  const after = own.find(({ version }) => version === search.get('version')) ?? own.at(-1)
  const theirs = search.get('with') === THEIRS
  const before =
    sides.find(
      (side) =>
        side.list === (search.get('with') ?? list) &&
        side.version === search.get('withVersion') &&
        side !== after,
    ) ??
    (after && earlierThan(after, sides))
  const put = (next: Readonly<Record<string, string>>) =>
    setSearch(
      (last) => {
        for (const [name, value] of Object.entries(next)) last.set(name, value)
        return last
      },
      { replace: true, preventScrollReset: true },
    )
  if (!after)
    return (
      <Empty title="This list has no version on this day">
        <p>A version is compared with another; begin one under Versions.</p>
      </Empty>
    )
  return (
    <>
      <div className="narrow choose-sides no-print">
        <div className="field">
          <label htmlFor="side-before">Before</label>
          <select
            id="side-before"
            value={theirs ? THEIRS : before ? nameOf(before) : ''}
            onChange={(event) => {
              const [of = '', version = ''] = event.currentTarget.value.split('\n')
              put({ with: of, withVersion: version })
            }}
          >
            {!before && !theirs && <option value="">choose</option>}
            {sides
              .filter((side) => side !== after)
              .map((side) => (
                <option key={nameOf(side)} value={nameOf(side)}>
                  List {side.words}
                </option>
              ))}
            <option value={THEIRS}>their list, pasted or from a file</option>
          </select>
        </div>
        <div className="field">
          <label htmlFor="side-after">{theirs ? 'Ours' : 'After'}</label>
          <select
            id="side-after"
            value={nameOf(after)}
            onChange={(event) => put({ version: event.currentTarget.value.split('\n')[1] ?? '' })}
          >
            {own.map((side) => (
              <option key={nameOf(side)} value={nameOf(side)}>
                List {side.words}
              </option>
            ))}
          </select>
        </div>
      </div>
      {theirs ? (
        <TheirListBeside programme={programme} list={list} version={after.version} />
      ) : before ? (
        <Compared programme={programme} before={before} after={after} />
      ) : (
        <Empty title="There is no other version on this day">
          <p>Compare it with their list, or choose a later day.</p>
        </Empty>
      )}
    </>
  )
}

const nameOf = ({ list, version }: Side) => `${list}\n${version}`

/** The version before it of the same list, else the last of the lists before it. */
function earlierThan<One extends Side & { readonly date: string }>(
  after: One,
  sides: readonly One[],
): One | undefined {
  const own = sides.filter(({ list }) => list === after.list)
  const at = own.indexOf(after)
  return (
    own[at - 1] ??
    sides
      .filter(({ list, date }) => list !== after.list && date <= after.date)
      .toSorted((a, b) => (a.date < b.date ? -1 : 1))
      .at(-1)
  )
}

type ComparedProperties = {
  readonly programme: string
  readonly before: Side
  readonly after: Side
}

function Compared({ programme, before, after }: ComparedProperties) {
  const asked = {
    with: before.list,
    withVersion: before.version,
    version: after.version,
  }
  const query = useQuery(listDiffQuery(programme, after.list, asked, useDays()))
  return (
    <Answered query={query}>
      {(diff) => (
        <>
          <p className="sum-line">{sentenceOf(diff)}</p>
          <SideBySide diff={diff} />
        </>
      )}
    </Answered>
  )
}

function sentenceOf({ before, after, sentence }: ListDiffJson): string {
  const one = `List ${before.list}, version ${before.version} of ${dayInWords(before.date)}`
  const other = `list ${after.list}, version ${after.version} of ${dayInWords(after.date)}`
  return `${one}, and ${other}: ${sentence}`
}
