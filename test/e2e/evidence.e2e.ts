import { expect, it } from 'vitest'
import { browserForTests, DAYS, PROGRAMME } from './open-pages.ts'

const open = browserForTests()

it('strikes a figure through once it was replaced, and says by what', async () => {
  const before = await open(`${PROGRAMME}/series/emigration?asOf=1988-08-31&knownOn=1988-08-03`)
  await before.getByRole('cell', { name: '1,698' }).waitFor()
  expect(await before.locator('del', { hasText: '1,698' }).count()).toBe(0)

  const after = await open(`${PROGRAMME}/series/emigration?asOf=1988-08-31&knownOn=1988-08-05`)
  await after.locator('del', { hasText: '1,698' }).waitFor()
  await after.getByText(/replaced by 1,378/).waitFor()
})

it('shows what will be taken from a spreadsheet and what is refused before it writes', async () => {
  const page = await open(`${PROGRAMME}/series/emigration?${DAYS}`)
  await page.getByLabel(/^Rows, with or without/).fill('from\tto\tvalue\n1990-01\t1990-01\t4,690')
  await page.getByLabel(/^Reporter, where/).fill('NCSJ')
  await page.getByLabel(/^Source, where/).fill('no-such-source')
  await page.getByRole('button', { name: 'Show what will be taken' }).click()
  const rows = page.getByRole('region', { name: 'What will be taken' }).getByRole('row')
  await rows
    .getByText(/^refused/)
    .first()
    .waitFor()
  expect(await page.getByRole('button', { name: 'Take 0 figures' }).isDisabled()).toBe(true)
})

it('keeps what was typed when an event is refused, and says why', async () => {
  const page = await open(`${PROGRAMME}/events?${DAYS}`)
  await page.getByLabel('Short name').fill('a-new-event')
  await page.getByRole('textbox', { name: 'Date', exact: true }).fill('1988-13-01')
  await page.getByRole('combobox', { name: 'Kind', exact: true }).fill('refusal')
  await page.getByRole('combobox', { name: 'Source', exact: true }).fill('schifter-1987')
  await page.getByRole('button', { name: 'Add the event' }).click()
  await page.getByRole('alert').waitFor()
  expect(await page.getByLabel('Short name').inputValue()).toBe('a-new-event')
  const date = page.getByRole('textbox', { name: 'Date', exact: true })
  expect(await date.getAttribute('aria-invalid')).toBe('true')
  await page.locator('.field', { has: date }).getByText('is not a date').waitFor()
  expect(await page.locator('form').textContent()).not.toContain('EDTF')
})

it('offers the sources on record by their titles, and where to add one', async () => {
  const page = await open(`${PROGRAMME}/undertakings?${DAYS}`)
  const form = page.locator('form', { has: page.getByRole('button', { name: 'Record it' }) })
  const titles = form.locator('.field', { hasText: 'Source' }).locator('datalist option')
  await expect.poll(() => titles.count()).toBeGreaterThan(10)
  expect(await titles.first().textContent()).not.toBe(await titles.first().getAttribute('value'))
  const add = form.getByRole('link', { name: /^Add a source/ })
  expect(await add.getAttribute('href')).toMatch(/\/sources\?.*#add-source$/)
})

it('shows on a telephone what became of an undertaking', async () => {
  const page = await open(`${PROGRAMME}/undertakings?${DAYS}`)
  await page.setViewportSize({ width: 390, height: 844 })
  const outcome = page.locator('tbody td[data-title="What became of it"]').first()
  const box = await outcome.boundingBox()
  expect(box && box.x >= 0 && box.x + box.width <= 390).toBe(true)
})

it('filters a table by what is typed above a column', async () => {
  const page = await open(`${PROGRAMME}/events?${DAYS}`)
  await page.getByLabel('Filter by Subject').fill('jamming/voa')
  const subjects = page.locator('tbody tr td:nth-child(3)')
  await expect.poll(async () => (await subjects.count()) > 0).toBe(true)
  for (const subject of await subjects.allTextContents()) expect(subject).toContain('jamming/voa')
})

it('takes pasted rows once it is told to, and shows them', async () => {
  const page = await open(
    `${PROGRAMME}/series/german-resettlers?asOf=1990-03-01&knownOn=1990-03-01`,
  )
  await page
    .getByLabel(/^Rows, with or without/)
    .fill(
      'from\tto\tvalue\tpublished\n1990-01\t1990-01\t8888\t1990-02-05\n1990-02\t1990-02\tmany\t1990-02-05',
    )
  await page.getByLabel(/^Reporter, where/).fill('A reporter')
  await page.getByLabel(/^Source, where/).fill('schifter-1987')
  await page.getByRole('button', { name: 'Show what will be taken' }).click()
  await page.getByText(/^refused: .*many/).waitFor()
  await page.getByRole('button', { name: 'Take 1 figure' }).click()
  await page.getByRole('cell', { name: '8,888' }).waitFor()
})

it('records an event, and a second one under its name as a correction', async () => {
  const page = await open(`${PROGRAMME}/events?asOf=1989-12-31&knownOn=1989-12-31`)
  const add = async (subject: string, known: string) => {
    await page.getByLabel('Short name').fill('an-invented-refusal')
    await page.getByRole('textbox', { name: 'Date', exact: true }).fill('1989-06-01')
    await page.getByRole('combobox', { name: 'Kind', exact: true }).fill('refusal')
    await page.getByRole('combobox', { name: 'Subject optional' }).fill(subject)
    await page.getByRole('textbox', { name: 'Known optional' }).fill(known)
    await page.getByRole('combobox', { name: 'Source', exact: true }).fill('schifter-1987')
    await page.getByRole('button', { name: 'Add the event' }).click()
    await page.locator('#row-an-invented-refusal').getByText(subject).first().waitFor()
  }
  await add('emigration/ivanov', '1989-06-02')
  await add('emigration/petrov', '1989-07-01')
  await page
    .locator('#row-an-invented-refusal')
    .getByText(/^before:/)
    .waitFor()
})
