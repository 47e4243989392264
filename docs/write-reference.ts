/** Writes the parts of `docs/reference/` that are made from the code: `npm run docs`. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { apiReference } from './api-reference.ts'
import { cliReference } from './cli-reference.ts'
import { tablesReference } from './tables-reference.ts'

/** The files by their names in `docs/reference/`. */
export async function makeReference(): Promise<Readonly<Record<string, string>>> {
  return {
    'api.md': await apiReference(),
    'cli.md': await cliReference(),
    'tables.md': await tablesReference(),
  }
}

if (process.argv[1] === import.meta.filename)
  for (const [name, text] of Object.entries(await makeReference()))
    writeFileSync(join(import.meta.dirname, 'reference', name), text)
