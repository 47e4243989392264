import { useQuery } from '@tanstack/react-query'
import { useParams, useSearchParams } from 'react-router'
import { listQuery } from '../../api/lists.ts'
import { programmeQuery } from '../../api/queries.ts'
import { useDays } from '../../days.tsx'
import { LIST_PARTS, useParam } from '../../paths.ts'
import type { ListPart } from '../../paths.ts'
import { Trouble } from '../../ui/Trouble.tsx'
import { Answered } from '../Answered.tsx'
import { DaysOfPage } from '../DaysOfPage.tsx'
import { Entries } from './Entries.tsx'
import { GatePart } from './GatePart.tsx'
import { ListHead } from './ListHead.tsx'
import type { PartProperties } from './part-properties.ts'
import { PartsOfList } from './PartsOfList.tsx'
import { PresentationPart } from './PresentationPart.tsx'
import { ResponsesPart } from './ResponsesPart.tsx'
import { StatusPart } from './StatusPart.tsx'
import { VersionsPart } from './VersionsPart.tsx'
import { PART_WORDS } from './words.ts'
import '../../style/lists.css'
import '../../style/register.css'

/** One list: its head, and the part of the work that the address names. */
export function ListPage() {
  const [programme, list] = [useParam('programme'), useParam('list')]
  const [search] = useSearchParams()
  const { part = 'entries' } = useParams()
  const days = useDays()
  const query = useQuery(listQuery(programme, list, search.get('version'), days))
  return (
    <Answered query={query} heading="List">
      {(page) => <List programme={programme} page={page} part={part} />}
    </Answered>
  )
}

function List({ programme, page, part }: PartProperties & { readonly part: string }) {
  const { data } = useQuery(programmeQuery(programme, useDays()))
  const shown = LIST_PARTS.find((one) => one === part)
  return (
    <>
      <ListHead programme={programme} page={page} />
      {data ? (
        <DaysOfPage span={data.span} asOf={page.asOf} knownOn={page.knownOn} />
      ) : (
        <div className="times-room" />
      )}
      <PartsOfList programme={programme} page={page} part={shown} />
      {shown ? (
        <>
          <h2 className="spoken">{PART_WORDS[shown]}</h2>
          <Part programme={programme} page={page} part={shown} />
        </>
      ) : (
        <Trouble
          title="There is no such part"
          detail={`A list has the parts above; “${part}” is none of them.`}
        />
      )}
    </>
  )
}

function Part({ part, ...properties }: PartProperties & { readonly part: ListPart }) {
  switch (part) {
    case 'entries':
      return <Entries {...properties} />
    case 'versions':
      return <VersionsPart {...properties} />
    case 'gate':
      return <GatePart {...properties} />
    case 'presentation':
      return <PresentationPart {...properties} />
    case 'responses':
      return <ResponsesPart {...properties} />
    case 'status':
      return <StatusPart {...properties} />
  }
}
