/** Two entries of the register that are one person: found, compared, merged, and counted as two again. */
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { browserForTests } from './open-pages.ts'
import { violationsOn } from './violations-on.ts'

const open = browserForTests()
const MAIN = join(import.meta.dirname, '../../src/cli/main.ts')
const REVIEW = '/p/names-review/register/names'

let page: Page
let folder: string

const GIVEN = 'Anders Bohdan Cyril Dmitri Emil Feliks Georg Henrik'.split(' ')
const FAMILY = 'Abakov Brezlin Czarnik Dubrava Eklund Fanta Gorsky Havel'.split(' ')

/** A programme of its own: invented persons, one of them entered twice and listed twice. */
const FILES: Readonly<Record<string, string>> = {
  'programme.yaml': 'id: names-review\ntitle: Names to decide on\ncounterpart: SUHH\nsender: US\n',
  'cases/persons.csv': [
    'id,name,script,kind,birth,sex,nationality,place,occupation',
    'p-1,Михаил Осколков,Cyrl,official,1951-03-02,m,,Харьков,engineer',
    'p-1,Mikhail Oskolkov,Latn,spelling,,m,,,',
    'p-2,Michail Oskolkow,Latn,official,1951-03-02,m,,Kharkov,',
    'p-3,يوسف الخطيب,Arab,official,1960,m,,Aleppo,',
    ...GIVEN.flatMap((given, i) =>
      FAMILY.map(
        (family, j) => `q-${i}-${j},${given} ${family},Latn,official,19${30 + i + j},m,,,`,
      ),
    ),
  ].join('\n'),
  'cases/cases.csv': [
    'id,subject,category,ground,region,authority,opened',
    'c-1,p-1,refused-exit,,Ukraine,,1979',
    'c-2,p-2,refused-exit,,Ukraine,,1980',
    'c-3,q-0-0,refused-exit,,RSFSR,,1980',
  ].join('\n'),
  'cases/case-events.csv': [
    'case,person,kind,date,known,verification,detail,source,at',
    'c-1,,refused,1979-05,1979-06-01,confirmed,,,',
    'c-2,,refused,1981,1981-12-31,confirmed,,,',
  ].join('\n'),
  'lists/lists.csv': 'list,number,title,rule\nXVI,XVI,List sixteen,',
  'lists/versions.csv': 'list,version,date\nXVI,1,1986-03-01',
  'lists/entries.csv': [
    'list,version,case,category,region',
    ...['c-1', 'c-2', 'c-3'].map((id) => `XVI,1,${id},refused-exit,Ukraine`),
  ].join('\n'),
  'lists/presentations.csv':
    'list,version,date,by,to,rank,channel,received\nXVI,1,1986-03-10,Ambassador,Minister,,meeting,accepted',
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-names-'))
  for (const part of ['cases', 'lists']) mkdirSync(join(folder, part))
  for (const [file, text] of Object.entries(FILES)) writeFileSync(join(folder, file), `${text}\n`)
  await promisify(execFile)(process.execPath, [
    ...[MAIN, 'import', folder, '--data', inject('dataFolder')],
  ])
  page = await open(REVIEW, { shared: true })
})
afterAll(async () => {
  await page.context().close()
  rmSync(folder, { recursive: true, force: true })
})

const settled = async () => {
  await page.waitForLoadState('networkidle')
  await page.locator('.waiting').waitFor({ state: 'detached' })
}

/** What axe finds in light and in dark. */
async function violations(): Promise<string[]> {
  await settled()
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    found.push(...(await violationsOn(page)))
  }
  await page.emulateMedia({ colorScheme: 'light' })
  return found
}

it('compares the register when the page is opened, and shows the pair with its reasons', async () => {
  await page.getByText('have been compared with one another').waitFor()
  const queue = page.getByRole('navigation', { name: 'The queue' })
  await queue.getByRole('button', { name: /Осколков and .*Oskolkow/ }).waitFor()
  await page.getByRole('heading', { level: 2, name: /One person: (?:above )?9\d/ }).waitFor()
  const parts = page.getByRole('list', { name: 'The names, part over part' })
  await parts.getByText('Oskolkow').waitFor()
  const sum = page.getByRole('table', { name: /sum to the total/ })
  await sum.getByRole('rowheader', { name: /^Together/ }).waitFor()
})

it('draws steps whose weights sum to the total', async () => {
  const cells = await page
    .getByRole('table', { name: /sum to the total/ })
    .locator('td.number')
    .allTextContents()
  const weights = cells.map((text) => Number(text.replace('−', '-')))
  const total = weights.pop() ?? NaN
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(total, 0)
})

it('is readable in light, dark and narrow', async () => {
  expect(await violations()).toEqual([])
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await violations()).toEqual([])
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBeLessThanOrEqual(390)
  await page.setViewportSize({ width: 1440, height: 900 })
})

it('parks by key alone, and takes it back', async () => {
  await page.locator('main').focus()
  await page.keyboard.press('p')
  await page.getByText('No names wait for a decision').waitFor()
  expect(await violations()).toEqual([])
  await page.getByRole('button', { name: /^Parked 1/ }).click()
  await page.getByRole('heading', { level: 2, name: /One person/ }).waitFor()
  await page.getByRole('listitem').filter({ hasText: ': parked' }).waitFor()
  await page.locator('main').focus()
  await page.keyboard.press('u')
  await page.getByRole('button', { name: /^To decide 1/ }).click()
  await page.getByRole('heading', { level: 2, name: /One person/ }).waitFor()
})

it('merges with a reason, says what it restates, and undoes it', async () => {
  await page.getByLabel('Why').fill('the same passport')
  await page.locator('main').focus()
  await page.keyboard.press('a')
  await page.getByText(/List XVI: 0 of 2 family units .* where it was 0 of 3/).waitFor()
  await page.getByRole('button', { name: /^Decided 1/ }).click()
  await page.getByText('the same passport').waitFor()
  expect(await violations()).toEqual([])
  await page.getByRole('button', { name: /^Undo/ }).click()
  await page.getByText(/List XVI: 0 of 3 family units/).waitFor()
})

it('names nobody in an address', () => {
  expect(decodeURIComponent(page.url())).not.toMatch(/Оскол|Oskol|p-1/)
})
