/** Runs every timing, one after the other. `docs/operating/performance.md` keeps the figures. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

for (const script of [
  'bounds',
  'scorecard',
  'import',
  'register',
  'spreadsheet-import',
  'register-search',
  'case-measures',
  'lists',
  'pages',
]) {
  console.log(`\n=== ${script}\n`)
  const { status } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, `${script}.ts`)],
    { stdio: 'inherit' },
  )
  if (status !== 0) process.exitCode = 1
}
