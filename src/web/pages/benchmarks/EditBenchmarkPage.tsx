import { useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { benchmarkQuery } from '../../api/queries.ts'
import { useDays } from '../../days.tsx'
import { useParam, usePaths } from '../../paths.ts'
import { today } from '../../ui/days.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Answered } from '../Answered.tsx'
import { BenchmarkEditor } from './BenchmarkEditor.tsx'

/** A new version of a benchmark that is on record. */
export function EditBenchmarkPage() {
  const [programme, id] = [useParam('programme'), useParam('benchmark')]
  const days = useDays()
  const paths = usePaths()
  const query = useQuery(benchmarkQuery(programme, id, days))
  return (
    <Answered query={query} heading="Benchmark">
      {({ benchmark, text, asOf, knownOn }) => (
        <>
          <PageHeader
            title={benchmark.title}
            above={<Link to={paths.benchmark(id)}>The benchmark as it stands</Link>}
            below="A benchmark is fixed beforehand. What you change here becomes a new version from the day after set; days before it are judged by the version then in force."
          />
          <BenchmarkEditor
            programme={programme}
            text={text}
            asOf={asOf}
            knownOn={knownOn}
            goal=""
          />
        </>
      )}
    </Answered>
  )
}

const FIRST_TEXT = `benchmark first-steps "What is asked, in one line" outcome {
  set ${today().slice(0, 7)} by "";
  require total() over last 12 months >= 0;
  hold 6 months;
}
`

/** A benchmark that is not on record yet. */
export function NewBenchmarkPage() {
  const programme = useParam('programme')
  const days = useDays()
  const [search] = useSearchParams()
  return (
    <>
      <PageHeader
        title="A new benchmark"
        below="Write when the goal counts as met, before the evidence comes in. The verdict beside the text follows as you write."
      />
      <BenchmarkEditor
        programme={programme}
        text={FIRST_TEXT}
        asOf={days.asOf ?? today()}
        knownOn={days.knownOn ?? today()}
        goal={search.get('goal') ?? ''}
      />
    </>
  )
}
