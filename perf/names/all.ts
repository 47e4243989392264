/** Runs everything that names are measured by, one after the other. `node perf/names/all.ts FOLDER` */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

for (const script of ['tokens', 'registry', 'name-bench', 'historical', 'speed', 'others']) {
  console.log(`\n=== ${script}\n`)
  const { status } = spawnSync(
    process.execPath,
    [
      '--expose-gc',
      '--max-old-space-size=8000',
      join(import.meta.dirname, `${script}.ts`),
      ...process.argv.slice(2),
    ],
    { stdio: 'inherit' },
  )
  if (status !== 0) process.exitCode = 1
}
