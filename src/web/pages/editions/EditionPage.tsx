import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { EditionPageJson } from '../../../contract/editions.ts'
import { documents } from '../../api/client.ts'
import { editionQuery } from '../../api/queries.ts'
import { BenchmarkText } from '../../language/BenchmarkText.tsx'
import { useParam, usePaths } from '../../paths.ts'
import { dayInBrief, dayInWords } from '../../ui/days.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Answered } from '../Answered.tsx'
import { Downloads } from '../scorecard/Downloads.tsx'
import { GoalRows } from '../scorecard/GoalRows.tsx'
import { EditionDiff } from './EditionDiff.tsx'
import '../../style/benchmark.css'

/** A frozen scorecard, with what it was judged by and what it rests on. */
export function EditionPage() {
  const [programme, id] = [useParam('programme'), useParam('edition')]
  const query = useQuery(editionQuery(programme, id))
  return (
    <Answered query={query} heading="Edition">
      {(page) => <Edition programme={programme} page={page} />}
    </Answered>
  )
}

type Properties = { readonly programme: string; readonly page: EditionPageJson }

function Edition({ programme, page }: Properties) {
  const { edition, method, scorecard, texts, sources } = page
  const paths = usePaths()
  return (
    <>
      <PageHeader
        title={`Where it stood on ${dayInWords(edition.asOf)}`}
        above={<Link to={paths.editions()}>Editions</Link>}
        below={
          <>
            As known on {dayInWords(edition.knownOn)}. Signed by <bdi>{edition.signedBy}</bdi>,
            issued {dayInBrief(edition.issuedAt.slice(0, 10))}.
          </>
        }
      />
      <div className="doings">
        <button type="button" className="inline" onClick={() => window.print()}>
          Print
        </button>
        <Downloads to={(format) => documents.edition(programme, edition.id, format)} />
        {edition.corrects && (
          <span className="aside">
            corrects <Link to={paths.edition(edition.corrects)}>an earlier edition</Link>:{' '}
            <bdi>{edition.reason}</bdi>
          </span>
        )}
      </div>
      <GoalRows scorecard={scorecard} frozen />
      <EditionDiff programme={programme} edition={edition} />
      <section className="part">
        <h2>Method</h2>
        <p className="prose">
          <bdi>{method}</bdi>
        </p>
        <p className="small soft">
          Its contents have the SHA-256 sum <code className="sum">{edition.sha256}</code>.
        </p>
      </section>
      <details className="part-details">
        <summary>{Object.keys(texts).length} benchmarks as they then stood</summary>
        {Object.entries(texts).map(([id, text]) => (
          <section key={id}>
            <BenchmarkText text={text} />
          </section>
        ))}
      </details>
      <details className="part-details">
        <summary>{Object.keys(sources).length} sources cited</summary>
        <ul className="plain small ruled">
          {Object.entries(sources).map(([id, { title }]) => (
            <li key={id}>
              <Link to={paths.source(id)}>
                <bdi>{title}</bdi>
              </Link>{' '}
              <code>{id}</code>
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}
