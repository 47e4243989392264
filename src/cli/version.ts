import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The folder of this copy of the program. */
export const ROOT = join(import.meta.dirname, '..', '..')
export const EXAMPLE = join(ROOT, 'examples', 'soviet-union')

export function readVersion(): string {
  // The cast: this program's own file, which npm needs to have a version too.
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    version: string
  }
  return version
}
