import { Link, NavLink, useLocation } from 'react-router'
import { usePaths } from '../paths.ts'
import { ThemeSwitch } from './ThemeSwitch.tsx'

const EVIDENCE = ['series', 'sources', 'events', 'undertakings']
const SCORECARD = ['scorecard', 'goals', 'benchmarks']

type Properties = { readonly title: string | undefined }

/** The name, the parts of a programme, and whose programme it is. */
export function TopBar({ title }: Properties) {
  const paths = usePaths()
  const part = useLocation().pathname.split('/')[3] ?? ''
  const here = (is: boolean) => (is ? 'here' : undefined)
  const evidence = EVIDENCE.includes(part)
  return (
    <>
      <header className="topbar">
        <Link to="/" className="name">
          Demarche
        </Link>
        <nav aria-label="Parts of the programme">
          <ul>
            <li>
              <Link to={paths.programme()} className={here(part === '')}>
                Programme
              </Link>
            </li>
            <li>
              <Link to={paths.scorecard()} className={here(SCORECARD.includes(part))}>
                Scorecard
              </Link>
            </li>
            <li>
              <Link to={paths.seriesList()} className={here(evidence)}>
                Evidence
              </Link>
            </li>
            <li>
              <Link to={paths.alerts()} className={here(part === 'alerts')}>
                Alerts
              </Link>
            </li>
            <li>
              <Link to={paths.editions()} className={here(part === 'editions')}>
                Editions
              </Link>
            </li>
          </ul>
        </nav>
        <span className="whose">
          <bdi>{title}</bdi>
        </span>
        <ThemeSwitch />
      </header>
      {evidence && (
        <nav className="sections" aria-label="Evidence">
          <ul>
            {(
              [
                ['Series', paths.seriesList()],
                ['Sources', paths.sources()],
                ['Events', paths.events()],
                ['Undertakings', paths.undertakings()],
              ] as const
            ).map(([words, to]) => (
              <li key={words}>
                <NavLink to={to} className={({ isActive }) => here(isActive)}>
                  {words}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  )
}
