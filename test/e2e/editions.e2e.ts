import { expect, it } from 'vitest'
import { browserForTests, DAYS, PROGRAMME } from './open-pages.ts'

const open = browserForTests()

it('issues an edition under a name, which then stands as it was', async () => {
  const page = await open(`${PROGRAMME}/scorecard?${DAYS}`)
  await page.getByRole('button', { name: 'Issue an edition' }).click()
  await page.getByLabel('Signed by').fill('An officer')
  await page.getByRole('button', { name: 'Issue it' }).click()
  await page.getByRole('heading', { level: 1, name: /31 December 1988/ }).waitFor()
  await page.getByText('An officer').waitFor()
  expect(await page.locator('.scorecard tbody tr').count()).toBeGreaterThan(12)
})
