/** The names in a programme folder (rules R123, R125), and what becomes of each. */
import { HALF_CHARACTER } from './decode-text.ts'
import { EVIDENCE_TABLES, evidenceFile } from './evidence-columns.ts'
import { didYouMean, quote } from './nearest-name.ts'
import { REGISTER_TABLES, registerFile } from './register-columns.ts'

/** Read into the record; a report names them in this order, so that a cause comes before what it causes. */
export const READ_FILES: readonly string[] = [
  'programme.yaml',
  'standards.yaml',
  'benchmarks.txt',
  evidenceFile('sources'),
  evidenceFile('series'),
  'goals.yaml',
  ...EVIDENCE_TABLES.slice(2).map(evidenceFile),
  'leverage.yaml',
  ...REGISTER_TABLES.map(registerFile),
]

/** Parts that the program does not read yet, or not whole: kept byte for byte. */
export const KEPT_FILES: readonly string[] = ['counterpart.yaml', 'leverage.yaml']

const DOCUMENTS = 'documents'
const FOLDERS = ['evidence', 'cases', 'lists', DOCUMENTS]

type Sort =
  | { readonly sort: 'read' | 'kept' | 'read and kept' }
  /** Kept, with a word in the report. */
  | { readonly sort: 'kept unread'; readonly message: string }
  /** Left where it is, with a word in the report. */
  | { readonly sort: 'ignored'; readonly message: string }
  | { readonly sort: 'refused'; readonly message: string }

/** What becomes of the file at a path, given with `/` between its parts. */
export function sortFile(path: string): Sort {
  const parts = path.split('/')
  const name = parts.at(-1) ?? ''
  if (!isSafePath(path))
    return refused(`The path ${quote(path)} leads out of the folder or is no path.`)
  if (isLitter(name)) return { sort: 'ignored', message: `${quote(path)} is passed over.` }
  const [read, kept] = [READ_FILES.includes(path), KEPT_FILES.includes(path)]
  if (read || kept) return { sort: read && kept ? 'read and kept' : read ? 'read' : 'kept' }
  if (parts[0] === DOCUMENTS && parts.length > 1) return { sort: 'kept' }
  if (parts.slice(0, -1).some((part) => part.startsWith('.')))
    return { sort: 'ignored', message: `The hidden folder of ${quote(path)} is passed over.` }
  const folder = parts.slice(0, -1).join('/')
  const isBeside = folder === '' || FOLDERS.includes(folder)
  if (isBeside && (name.startsWith('.') || /^(readme|licen[cs]e)([.\-_].*)?$/i.test(name)))
    return { sort: 'kept unread', message: `${quote(path)} is kept and not read.` }
  return refused(noSuchFile(path))
}

/** Whether a folder's name is one of a programme folder's; `documents` holds any. */
export function sortFolder(path: string): Sort {
  if (FOLDERS.includes(path) || path.startsWith(`${DOCUMENTS}/`)) return { sort: 'kept' }
  if (path.split('/').some((part) => part.startsWith('.')))
    return { sort: 'ignored', message: `The hidden folder ${quote(path)} is passed over.` }
  return refused(
    `A programme folder has no folder ${quote(path)}${didYouMean(path, FOLDERS) || '.'}`,
  )
}

/** A path that stays inside the folder it is put in, on every system. */
export function isSafePath(path: string): boolean {
  const parts = path.split('/')
  return (
    !/[\0\\]|^[A-Za-z]:/.test(path) &&
    !HALF_CHARACTER.test(path) &&
    parts.every((part) => part !== '' && part !== '.' && part !== '..')
  )
}

/** What offices' programs and systems leave beside files. */
function isLitter(name: string): boolean {
  return (
    ['.DS_Store', 'Thumbs.db', 'desktop.ini'].includes(name) || /^(\._|~\$|\.~lock\.)/.test(name)
  )
}

function noSuchFile(path: string): string {
  const names = [...READ_FILES, ...KEPT_FILES]
  const base = path.split('/').at(-1) ?? path
  const near = didYouMean(path, names) || sameBase(base, names)
  return `A programme folder has no ${quote(path)}${near || '.'}`
}

function sameBase(base: string, names: readonly string[]): string {
  const found = names.find((name) => name.endsWith(`/${base}`))
  return found === undefined ? '' : `; did you mean ${quote(found)}?`
}

function refused(message: string): Sort {
  return { sort: 'refused', message }
}
