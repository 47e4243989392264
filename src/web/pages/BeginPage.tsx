import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { programmesQuery } from '../api/queries.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Answered } from './Answered.tsx'

const FILES = [
  ['programme.yaml', 'its title, the government it is addressed to, baselines, counting rules'],
  ['goals.yaml', 'what is asked, in three tiers, and what it rests on'],
  ['benchmarks.txt', 'when each goal counts as met, in the benchmark language'],
  ['evidence/sources.csv', 'publications, documents, persons'],
  ['evidence/series.csv', 'what is counted, with its definition'],
  ['evidence/figures.csv', 'figures as published: who, over which period, when'],
  ['evidence/events.csv', 'acts, changes of state, stages of a rule, reports that watched'],
  ['evidence/undertakings.csv', 'what their side said it would do'],
] as const

/** How to begin a programme of one's own. */
export function BeginPage() {
  const query = useQuery(programmesQuery())
  return (
    <main id="page" tabIndex={-1}>
      <PageHeader
        title="Begin your own programme"
        below="A programme is a folder of plain files, so that you can read, copy and keep it without this program."
      />
      <Answered query={query}>
        {({ begin, store }) => (
          <>
            <section className="part stack">
              <h2>Three steps</h2>
              <ol className="stack">
                <li>
                  Copy the example from <code>{begin.example}</code> and change it, or write the
                  files below. Only the first is needed; the others may come later.
                </li>
                <li>
                  Take it in: <code>{begin.command}</code>. Every row that is refused is named with
                  its line and the reason, and nothing is taken until all of it can be.
                </li>
                <li>
                  Open it <Link to="/?all">among the programmes</Link>. Figures, events and
                  benchmarks can also be written on the pages.
                </li>
              </ol>
              <p className="soft">What is taken in is kept in {store.location}.</p>
            </section>
            <section className="part">
              <h2>The files</h2>
              <div className="scroller">
                <table>
                  <thead>
                    <tr>
                      <th scope="col">File</th>
                      <th scope="col">Holds</th>
                    </tr>
                  </thead>
                  <tbody>
                    {FILES.map(([file, holds]) => (
                      <tr key={file}>
                        <th scope="row">
                          <code>{file}</code>
                        </th>
                        <td>{holds}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            </section>
          </>
        )}
      </Answered>
    </main>
  )
}
