/** A table as large as may come: read in steps, each short, in memory that does not follow its size. */
import { mkdtemp, rm, writeFile, mkdir, open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readProgrammeFolder } from './programme-folder.ts'

const MEGABYTES = process.env['DEMARCHE_FUZZ'] === 'full' ? 200 : 20
const LONGEST_STEP_MS = 2000

let dir = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'demarche-large-'))
})
afterEach(async () => {
  await rm(dir, { recursive: true })
})

it(`reads a figures.csv of ${String(MEGABYTES)} MB without stopping everything else`, async () => {
  await mkdir(join(dir, 'evidence'))
  await writeFile(join(dir, 'programme.yaml'), 'id: x\ntitle: X\ncounterpart: BY\nsender: US\n')
  await writeFile(join(dir, 'evidence/series.csv'), 'id,kind\nemigration,flow\n')
  await writeFile(join(dir, 'evidence/sources.csv'), 'id\nncsj\n')
  const rows = await writeFigures(join(dir, 'evidence/figures.csv'), MEGABYTES * 1024 * 1024)
  let longest = 0
  let last: number | undefined
  const { record, refusals } = await readProgrammeFolder(dir, () => {
    const now = performance.now()
    longest = Math.max(longest, now - (last ?? now))
    last = now
  })
  expect(refusals).toEqual([])
  expect(record?.figures).toHaveLength(rows)
  expect(record?.figures.at(-1)).toMatchObject({ entry: rows, low: rows - 1, note: 'as\nprinted' })
  expect(longest).toBeLessThan(LONGEST_STEP_MS)
}, 180_000)

async function writeFigures(path: string, size: number): Promise<number> {
  const file = await open(path, 'w')
  let rows = 0
  let written = 0
  try {
    await file.write('series,reporter,from,to,value,published,source,at,note\n')
    while (written < size) {
      const block: string[] = []
      for (let each = 0; each < 10_000; each++) {
        const month = `${String(1950 + (rows % 40))}-${String(1 + (rows % 12)).padStart(2, '0')}`
        block.push(
          `emigration,NCSJ,${month},${month},${String(rows)},1995,ncsj,p. 1,"as\nprinted"\n`,
        )
        rows++
      }
      written += (await file.write(block.join(''))).bytesWritten
    }
  } finally {
    await file.close()
  }
  return rows
}
