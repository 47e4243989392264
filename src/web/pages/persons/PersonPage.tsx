import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { PersonPageJson } from '../../../contract/register.ts'
import { programmeQuery } from '../../api/queries.ts'
import { caseSheet, personQuery } from '../../api/register.ts'
import { useDays } from '../../days.tsx'
import { useParam, usePaths } from '../../paths.ts'
import { dayInWords } from '../../ui/days.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Answered } from '../Answered.tsx'
import { DaysOfPage } from '../DaysOfPage.tsx'
import { OtherNames } from '../register/ShownNames.tsx'
import { Cases } from './Cases.tsx'
import { Consents } from './Consents.tsx'
import { Contacts } from './Contacts.tsx'
import { Erasure } from './Erasure.tsx'
import { Facts } from './Facts.tsx'
import { Merges } from './Merges.tsx'
import { Names } from './Names.tsx'
import '../../style/register.css'

/** One person: who, what happened, what is asked for them, what they agreed to, what is owed. */
export function PersonPage() {
  const [programme, person] = [useParam('programme'), useParam('person')]
  const days = useDays()
  const query = useQuery(personQuery(programme, person, days))
  return (
    <Answered query={query} heading="Person">
      {(page) => <Person programme={programme} page={page} />}
    </Answered>
  )
}

type Properties = { readonly programme: string; readonly page: PersonPageJson }

function Person({ programme, page }: Properties) {
  const paths = usePaths()
  const days = useDays()
  const { data } = useQuery(programmeQuery(programme, days))
  const { person, name, names, mergedInto, erasure } = page
  const others = names.filter(
    (each, at) =>
      each.name !== name &&
      each.withdrawnOn === null &&
      // Merged entries may bear the same name.
      names.findIndex((first) => first.name === each.name) === at,
  )
  return (
    <>
      <PageHeader
        title={erasure ? `${person}, erased` : name}
        windowTitle={`Person ${person}`}
        above={
          <>
            <Link to={paths.register()}>Register</Link> · <code>{person}</code>
          </>
        }
        below={erasure ? undefined : <OtherNames names={others} />}
      />
      {data ? (
        <DaysOfPage span={data.span} asOf={page.asOf} knownOn={page.knownOn} />
      ) : (
        <div className="times-room" />
      )}
      {mergedInto && (
        <p>
          Found to be the same person as{' '}
          <Link to={paths.person(mergedInto)}>
            <code>{mergedInto}</code>
          </Link>
          , under which the two are counted once.
        </p>
      )}
      {erasure ? (
        <div className="erased stack">
          <p>
            Erased on {dayInWords(erasure.on)}, by <bdi>{erasure.by}</bdi>. Ground:{' '}
            <bdi>{erasure.ground}</bdi>.
          </p>
          <p>What was written under {person} can no longer be read by anyone.</p>
          <StillReadable entries={names.map((each) => each.person)} />
        </div>
      ) : (
        <>
          {page.refusals.sheet ? (
            <p className="sheets no-print soft">{page.refusals.sheet}</p>
          ) : (
            <p className="sheets no-print">
              Case sheet:{' '}
              <a href={caseSheet(programme, person, 'pdf', days)} download>
                PDF
              </a>{' '}
              ·{' '}
              <a href={caseSheet(programme, person, 'docx', days)} download>
                Word
              </a>{' '}
              ·{' '}
              <a href={caseSheet(programme, person, 'html', days)} download>
                HTML
              </a>
            </p>
          )}
          {page.refusals.record && <p className="notice">{page.refusals.record}</p>}
          <Facts programme={programme} page={page} />
          <Cases programme={programme} page={page} />
          <Consents programme={programme} page={page} />
          <Contacts programme={programme} page={page} />
          <Names programme={programme} page={page} />
          <Merges programme={programme} page={page} />
          <Erasure programme={programme} page={page} />
        </>
      )}
    </>
  )
}

/** Other entries that are the same person: an erasure is of one id. */
function StillReadable({ entries }: { readonly entries: readonly string[] }) {
  const paths = usePaths()
  return [...new Set(entries)].map((entry) => (
    <p key={entry}>
      Also entered as{' '}
      <Link to={paths.person(entry)}>
        <code>{entry}</code>
      </Link>
      , and not erased there: that entry is erased on its own page.
    </p>
  ))
}
