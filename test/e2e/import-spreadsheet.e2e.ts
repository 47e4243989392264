/** A list as somebody sent it: looked at, mapped, previewed row by row, taken, and again nothing new. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { browserForTests } from './open-pages.ts'
import { violationsOn } from './violations-on.ts'

const open = browserForTests()
const PROGRAMME = '/p/unwritten-imports'
const LIST = `No.;Name;Date of birth;Arrested;Status;Place
1;Зарудный Остап Маркович;02.03.1951;12.03.1984;DET;Харьков
2;حسين الكرمي;1960-01-09;1985-02-01;DET?;Kazan
3;Zarudnyi Ostap Markovych;1951-03-02;12.03.1984;DET;Kharkiv
4;Velonin Karl;1954;3/4/85;DET;Perm
5;;1950;1984;DET;Perm
`

let page: Page

beforeAll(async () => {
  page = await open(`${PROGRAMME}/register`, { shared: true })
})
afterAll(() => page.context().close())

async function violations(): Promise<string[]> {
  await page.waitForLoadState('networkidle')
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    found.push(...(await violationsOn(page)).map((each) => `${colorScheme} ${each}`))
  }
  await page.emulateMedia({ colorScheme: 'light' })
  return found
}

const choose = (text: string) =>
  page
    .getByLabel(/^A table: CSV/)
    .setInputFiles({ name: 'camp.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
const outcome = (words: RegExp) =>
  page
    .getByRole('group', { name: 'Rows by what becomes of them' })
    .getByRole('button', { name: words })

it('is a link away from the register, and says how large a file may be', async () => {
  await page.getByRole('link', { name: 'Import a spreadsheet' }).click()
  await page.getByRole('heading', { level: 1, name: 'Import a spreadsheet' }).waitFor()
  await page.getByText(/At most 45 MB/).waitFor()
})

it('shows what the columns are taken for, with why and what stands in them', async () => {
  await choose(LIST)
  await page.getByText(/^5 rows of 6 columns, below the headings in row 1/).waitFor()
  const select = page.getByLabel('Column D, Arrested, is taken for')
  expect(await select.inputValue()).toBe('arrested')
  await page.getByText('Зарудный Остап Маркович').waitFor()
  await page.getByText('Say what these statuses mean: “DET”.').waitFor()
  expect(await violations()).toEqual([])
})

it('is read as a shape that comes often, and parks what nobody can tell', async () => {
  await page.getByLabel('DET', { exact: false }).selectOption('detained')
  await page.getByRole('button', { name: 'Look at every row' }).click()
  await outcome(/^2 taken/).waitFor()
  await outcome(/^1 to review/).waitFor()
  await outcome(/^1 refused/).waitFor()
  await page.getByText('It may be the same person as row 2.').waitFor()
  await page.getByText(/“3\/4\/85” may be/).waitFor()
  expect(await violations()).toEqual([])
})

it('keeps the mapping by name, and takes the rows', async () => {
  await page.getByLabel('Days in figures, as 3/4/85').selectOption('day-month-year')
  await page.getByLabel('Keep all this for the next such table, as').fill('Camp list')
  await page.getByRole('button', { name: 'Save the mapping' }).click()
  await page.getByText('Saved.', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Look at every row' }).click()
  await page.getByRole('button', { name: 'Take 3 rows, send 1 row to review' }).click()
  await page.getByRole('heading', { name: 'What became of each row' }).waitFor()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Take this table away (CSV)' }).click()
  expect((await download).suggestedFilename()).toBe('camp.csv rows.csv')
  await page.getByRole('link', { name: 'Зарудный Остап Маркович' }).click()
  await page.getByRole('heading', { level: 1, name: 'Зарудный Остап Маркович' }).waitFor()
})

it('changes nothing when the same file comes again', async () => {
  await page.goBack()
  await choose(LIST)
  await page.getByLabel('Read them as').selectOption('saved Camp list')
  await page.getByText('The mapping “Camp list” says it.').first().waitFor()
  await page.getByRole('button', { name: 'Look at every row' }).click()
  await outcome(/^3 on record already/).waitFor()
  await outcome(/^1 to review/).waitFor()
  expect(
    await page.getByRole('button', { name: 'There is nothing new to take' }).isDisabled(),
  ).toBe(true)
})
