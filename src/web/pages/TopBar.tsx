import { Link, useLocation } from 'react-router'
import { usePaths } from '../paths.ts'
import { partsOf } from './parts.ts'
import type { Part } from './parts.ts'
import { ThemeSwitch } from './ThemeSwitch.tsx'

type Properties = { readonly title: string | undefined }

/** The name, the parts of a programme with their sections, and whose programme it is. */
export function TopBar({ title }: Properties) {
  const parts = partsOf(usePaths())
  const { pathname } = useLocation()
  const folder = pathname.split('/')[3] ?? ''
  const here = (is: boolean) => (is ? 'here' : undefined)
  const current = parts.find(({ folders }) => folders.includes(folder))
  return (
    <>
      <header className="topbar">
        <Link to="/" className="name">
          Demarche
        </Link>
        <nav aria-label="Parts of the programme">
          <ul>
            {parts.map((part) => (
              <li key={part.words}>
                <Link to={part.to} className={here(part === current)}>
                  {part.words}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <span className="whose" title={title}>
          <bdi>{title}</bdi>
        </span>
        <ThemeSwitch />
      </header>
      {current && current.sections.length > 0 && (
        <nav className="sections" aria-label={current.words}>
          <ul>
            {current.sections.map((section) => (
              <li key={section.words}>
                <Link
                  to={section.to}
                  className={here(section === sectionOf(current, folder, pathname))}
                  aria-current={section.to.split('?')[0] === pathname ? 'page' : undefined}
                >
                  {section.words}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  )
}

/** The section whose address this is, else the one whose folder it lies in. */
function sectionOf({ sections }: Part, folder: string, pathname: string) {
  return (
    sections.find(({ to }) => to.split('?')[0] === pathname) ??
    sections.find(({ folders }) => folders.includes(folder))
  )
}
