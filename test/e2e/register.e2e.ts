/** From an empty register to a person with a history, found again in another script, and on paper. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { browserForTests } from './open-pages.ts'

const open = browserForTests()
const PROGRAMME = '/p/unwritten'
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TODAY = new Date().toLocaleDateString('sv-SE')
const DAYS = `asOf=${TODAY}&knownOn=${TODAY}`

let page: Page

beforeAll(async () => {
  page = await open(`${PROGRAMME}/register?${DAYS}`, { shared: true })
})
afterAll(() => page.context().close())

const settled = async () => {
  await page.waitForLoadState('networkidle')
  await page.locator('.waiting').waitFor({ state: 'detached' })
}

/** What axe finds in light and in dark, a line each. The cast: axe puts itself on the window of the page. */
async function violations(): Promise<string[]> {
  await settled()
  const found: string[] = []
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await page.evaluate(AXE)
    const { violations: some } = await page.evaluate(() =>
      (window as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
    )
    for (const { id, nodes } of some)
      found.push(...nodes.map(({ target }) => `${scheme} ${id} ${target.join(' ')}`))
  }
  await page.emulateMedia({ colorScheme: 'light' })
  return found
}

it('teaches what belongs into an empty register', async () => {
  await page.getByText('Nobody is in the register yet').waitFor()
  expect(await violations()).toEqual([])
})

it('takes a person, whose page opens, and no name gets into an address', async () => {
  const form = page.locator('form', { has: page.getByRole('button', { name: 'Add the person' }) })
  await form.getByLabel('Name', { exact: true }).fill('Анатолий Вереск')
  await form.getByLabel('Born').fill('1948-03-02')
  await form.getByLabel('Id').fill('p-veresk-1')
  await form.getByRole('button', { name: 'Add the person' }).click()
  await page.getByRole('heading', { level: 1, name: 'Анатолий Вереск' }).waitFor()
  expect(decodeURIComponent(page.url())).not.toMatch(/Анатолий/)
  // A browser keeps the titles of windows in its history, on the disk.
  expect(await page.title()).toBe('Person p-veresk-1 · Demarche')
})

it('keeps what was typed when a date does not exist, and says so under the field', async () => {
  await page.getByRole('button', { name: 'Add a case' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Category').fill('prisoner')
  await dialog.getByLabel('Opened').fill('1985-13')
  await dialog.getByRole('button', { name: 'Add the case' }).click()
  await dialog.getByText(/“1985-13” is not a date/).waitFor()
  expect(await dialog.getByLabel('Category').inputValue()).toBe('prisoner')
  await dialog.getByLabel('Opened').fill('1985-11')
  await dialog.getByRole('button', { name: 'Add the case' }).click()
  await page.getByRole('heading', { level: 3, name: /^Prisoner/ }).waitFor()
})

async function addEvent(kind: string, date: string, verification: string): Promise<void> {
  await page.getByRole('button', { name: 'Add an event: prisoner' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('What happened').fill(kind)
  await dialog.getByLabel('Date').fill(date)
  await dialog.getByLabel('Verification').selectOption(verification)
  await dialog.getByRole('combobox', { name: /^Source/ }).fill('schifter-1987')
  await dialog.getByRole('button', { name: 'Add the event' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

it('derives the state from what happened, and shows doubt beside it', async () => {
  await addEvent('detained', '1985-11/1985-12', 'confirmed')
  await addEvent('released', '1987-02-01', 'confirmed')
  await addEvent('re-detained', '1987-08', 'likely')
  const matter = page.locator('article.case-matter')
  await matter.getByText('Perhaps re-detained 1987-08 (likely).').waitFor()
  expect(await matter.locator('.case-state .standing').textContent()).toMatch(/● released/)
  expect(await matter.locator('.history li').count()).toBe(3)
  await matter.getByRole('img', { name: /^3 events in time/ }).waitFor()
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await violations()).toEqual([])
  await page.setViewportSize({ width: 1440, height: 900 })
  expect(await violations()).toEqual([])
})

const agreeTo = async (use: string) => {
  const row = page.getByRole('row', { name: new RegExp(`^${use}`) })
  expect(await row.textContent()).toContain('not known')
  await row.getByRole('button', { name: `Record an answer: ${use}` }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Given by').fill('family')
  await dialog.getByLabel('Date').fill('1986-01-10')
  await dialog.getByRole('button', { name: 'Record the answer' }).click()
  await row.getByText('Agreed to by family').waitFor()
}

it('takes no silence for consent', () => agreeTo('List to the government'))

it('prints one sheet, once it is agreed that data are held', async () => {
  await page.getByText(/^No case sheet: no consent on record/).waitFor()
  await agreeTo('Hold data')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'HTML' }).click(),
  ])
  const html = readFileSync(await download.path(), 'utf8')
  expect(html).toContain('Анатолий Вереск')
  expect(html).toContain('Perhaps re-detained 1987-08 (likely)')
  expect(download.suggestedFilename()).not.toMatch(/Вереск/)
})

it('finds the person in another script as one types, by key alone', async () => {
  await page.getByRole('navigation', { name: 'Register' }).getByText('Persons').click()
  await page.getByRole('region', { name: 'Persons' }).waitFor()
  await page.locator('main').focus()
  await page.keyboard.press('/')
  await page.keyboard.type('Veresk')
  const name = page.getByRole('link', { name: 'Анатолий Вереск' })
  await name.waitFor()
  expect(page.url()).not.toContain('Veresk')
  await page.keyboard.press('ArrowDown')
  expect(await name.evaluate((link) => link === document.activeElement)).toBe(true)
  expect(await violations()).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Анатолий Вереск' }).waitFor()
})

it('keeps the columns that were chosen, and the search on coming back', async () => {
  await page.goBack()
  await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('Veresk')
  await page.getByText('Columns', { exact: true }).click()
  await page.getByRole('checkbox', { name: 'Consent' }).check()
  await page.getByRole('columnheader', { name: 'Consent' }).waitFor()
  await page.reload()
  await page.getByRole('columnheader', { name: 'Consent' }).waitFor()
})

it('gives no table away of those who have not agreed to it', async () => {
  await page.getByRole('button', { name: 'Take a table away' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(/1 is left out: no consent on record/).waitFor()
  expect(await dialog.getByRole('button', { name: 'Excel' }).isDisabled()).toBe(true)
  await dialog.getByRole('button', { name: 'Close' }).click()
})

it('sets releases beside new arrests', async () => {
  await page.getByRole('link', { name: 'Comings and goings' }).first().click()
  await page.getByLabel('Around the day').fill('1987-01-01')
  await page.getByRole('row', { name: /^Released 0 0 1 1/ }).waitFor()
  await page.getByText('persons not confirmed, and so not counted: 0 and 1').waitFor()
  expect(await violations()).toEqual([])
})
