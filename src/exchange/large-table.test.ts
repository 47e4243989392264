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

it('reads 20,000 persons and 100,000 case events in steps', async () => {
  await mkdir(join(dir, 'cases'))
  await writeFile(join(dir, 'programme.yaml'), 'id: x\ntitle: X\ncounterpart: BY\nsender: US\n')
  const table = (header: string, rows: number, row: (each: number) => string) =>
    `${header}\n${Array.from({ length: rows }, (_, each) => `${row(each)}\n`).join('')}`
  const day = (each: number) =>
    `${String(1950 + (each % 40))}-${String(1 + (each % 12)).padStart(2, '0')}-${String(1 + (each % 28)).padStart(2, '0')}`
  const files = {
    persons: table(
      'id,name,script,birth,sex,place',
      20_000,
      (each) =>
        `p-${String(each)},Name ${String(each)},Latn,${day(each)},male,Place ${String(each % 99)}`,
    ),
    cases: table(
      'id,subject,category,region',
      20_000,
      (each) => `c-${String(each)},p-${String(each)},prisoner,Region ${String(each % 15)}`,
    ),
    'case-events': table(
      'case,person,kind,date,known,verification,detail',
      100_000,
      (each) =>
        `c-${String(each % 20_000)},p-${String(each % 20_000)},detained,${day(each)},1999,confirmed,"as told, ${String(each)}"`,
    ),
  }
  for (const [name, text] of Object.entries(files))
    await writeFile(join(dir, `cases/${name}.csv`), text)
  let [longest, steps, last] = [0, 0, performance.now()]
  const { register, refusals } = await readProgrammeFolder(dir, () => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
    steps++
  })
  expect(refusals).toEqual([])
  expect(register.persons).toHaveLength(20_000)
  expect(register.caseEvents.at(-1)).toMatchObject({ entry: 100_000, detail: 'as told, 99999' })
  expect(steps).toBeGreaterThan(10)
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
