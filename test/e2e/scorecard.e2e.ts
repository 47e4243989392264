import { expect, it } from 'vitest'
import { browserForTests, DAYS, PROGRAMME } from './open-pages.ts'

const open = browserForTests()
const SCORECARD = `${PROGRAMME}/scorecard?${DAYS}`

it('gives an address without days both of them, so that others who follow it see the same', async () => {
  const page = await open(`${PROGRAMME}/scorecard`)
  await page.getByRole('heading', { name: 'Where it stands' }).waitFor()
  await page.waitForURL(/knownOn=/)
  const { searchParams, pathname } = new URL(page.url())
  expect(pathname).toBe(`${PROGRAMME}/scorecard`)
  expect(searchParams.get('asOf')).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  expect(searchParams.get('knownOn')).toMatch(/^\d{4}-\d{2}-\d{2}$/)
})

it('opens a programme with what waits in it', async () => {
  const page = await open('/')
  await page.getByRole('link', { name: /Soviet Union/ }).click()
  await page.waitForURL(/asOf=/)
  expect(new URL(page.url()).pathname).toBe(PROGRAMME)
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
})

it('shows thirteen goals in three tiers, each with a standing in words', async () => {
  const page = await open(SCORECARD)
  const goals = page.locator('.scorecard section').filter({ hasNotText: 'On their own' })
  await goals.first().waitFor()
  expect(await goals.count()).toBe(3)
  const words = await goals.locator('.stands .word').allTextContents()
  expect(words).toHaveLength(13)
  for (const word of words) expect(word).toMatch(/^(met|partly|not met|cannot be told|disputed)$/)
})

it('follows a day that is typed, in the address and in what is shown', async () => {
  const page = await open(SCORECARD)
  const row = page.getByRole('row', { name: /modest step-up in emigration/i })
  await row.getByText('met', { exact: true }).waitFor()
  await page.getByLabel('As of, day').fill('1986-12-31')
  await page.getByLabel('As of, day').press('Enter')
  await row.getByText('not met', { exact: true }).waitFor()
  await expect.poll(() => new URL(page.url()).searchParams.get('asOf')).toBe('1986-12-31')
})

it('refuses a day that does not exist and says how to write one', async () => {
  const page = await open(SCORECARD)
  await page.getByLabel('As of, day').fill('1988-02-31')
  await page.getByLabel('As of, day').press('Enter')
  await page.getByRole('alert').getByText('is not a day').waitFor()
  expect(new URL(page.url()).searchParams.get('asOf')).toBe('1988-12-31')
})

it('keeps the page where the address holds no day, and says at the control how to write one', async () => {
  const page = await open(`${PROGRAMME}/scorecard?asOf=1988-02-30&knownOn=1989-01-04`)
  await page
    .getByText('As of: 1988-02-30 is not a day. Write it as 1988-12-31.', { exact: true })
    .waitFor()
  await page.locator('.scorecard tbody tr').first().waitFor()
  expect(await page.getByLabel('As of, day').inputValue()).toBe('1989-12-31')
  expect(await page.locator('body').textContent()).not.toMatch(/asOf/)
  await page.getByLabel('As of, day').fill('1988-12-31')
  await page.getByLabel('As of, day').press('Enter')
  await expect.poll(() => page.getByText('is not a day').count()).toBe(0)
})

it('compares with half a year before where the address asks for no day', async () => {
  const page = await open(`${PROGRAMME}/overview?${DAYS}&since=banana`)
  await page.getByText('Since: banana is not a day.').waitFor()
  await page.getByText('since 30 June 1988').waitFor()
})

it('marks on a benchmark what their side says of itself', async () => {
  const page = await open(`${PROGRAMME}/benchmarks/no-prisoner-left?${DAYS}`)
  const margin = page.getByRole('complementary')
  const claim = margin.locator('p', { hasText: 'Soviet side' })
  await claim.getByText('a claim').waitFor()
  expect(await claim.locator('strong').count()).toBe(0)
  expect(await margin.locator('p', { hasText: 'Kampelman' }).locator('strong').count()).toBe(1)
})

it.each([
  ['ArrowLeft', '1988-12-30'],
  ['PageDown', '1988-11-30'],
  ['Shift+PageDown', '1987-12-31'],
  ['Control+ArrowRight', '1989-12-31'],
  ['Home', '1985-01-01'],
  ['End', '1989-12-31'],
])('moves the day by %s', async (key, day) => {
  const page = await open(SCORECARD)
  const slider = page.getByRole('slider', { name: 'As of', exact: true })
  await slider.press(key)
  await expect.poll(() => new URL(page.url()).searchParams.get('asOf')).toBe(day)
})

it('reads a strip month by month and looks at the month on Enter', async () => {
  const page = await open(SCORECARD)
  const strip = page.getByRole('slider', { name: /modest step-up in emigration.*by month/ })
  await strip.press('Home')
  expect(await strip.getAttribute('aria-valuetext')).toBe('January 1985: not met')
  await strip.press('ArrowRight')
  expect(await strip.getAttribute('aria-valuetext')).toMatch(/^February 1985: /)
  await strip.press('Enter')
  await expect.poll(() => new URL(page.url()).searchParams.get('asOf')).toBe('1985-02-28')
})

it('keeps what is shown on screen while a day is moved', async () => {
  const page = await open(SCORECARD)
  const rows = page.locator('.scorecard tbody tr')
  await rows.first().waitFor()
  const count = await rows.count()
  await page.evaluate(() => {
    const least = { rows: Infinity }
    Object.assign(window, { least })
    const look = () => {
      least.rows = Math.min(least.rows, document.querySelectorAll('.scorecard tbody tr').length)
      requestAnimationFrame(look)
    }
    look()
  })
  const slider = page.getByRole('slider', { name: 'As of', exact: true })
  for (let month = 0; month < 8; month += 1) await slider.press('PageDown')
  await expect.poll(() => new URL(page.url()).searchParams.get('asOf')).toBe('1988-04-30')
  await page.waitForLoadState('networkidle')
  // The cast: put there above.
  const least = await page.evaluate(() => (window as unknown as { least: { rows: number } }).least)
  expect(least.rows).toBe(count)
})

it('leads from a verdict down to the figure and the page it rests on', async () => {
  const page = await open(SCORECARD)
  await page.getByRole('link', { name: /modest step-up in emigration/ }).click()
  await page.getByRole('link', { name: 'A modest step-up in emigration', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'A modest step-up in emigration' }).waitFor()
  const margin = page.getByRole('complementary', { name: 'What it rests on' })
  await margin.getByText('19,286').first().waitFor()
  await margin.locator('a.citation').last().click()
  await page.getByRole('heading', { level: 2, name: 'What rests on it' }).waitFor()
  const { searchParams } = new URL(page.url())
  expect(searchParams.get('at')).not.toBe('')
  expect(searchParams.get('asOf')).toBe('1988-12-31')
  expect(searchParams.get('knownOn')).toBe('1989-01-04')
  expect(await page.locator('tr.here').count()).toBeGreaterThan(0)
})
