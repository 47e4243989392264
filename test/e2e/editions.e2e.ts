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

it('takes a second edition of the same two days for a correction, and compares the two', async () => {
  const days = 'asOf=1988-06-30&knownOn=1988-07-04'
  const issue = async (who: string) => {
    const page = await open(`${PROGRAMME}/scorecard?${days}`)
    await page.getByRole('button', { name: 'Issue an edition' }).click()
    await page.getByLabel('Signed by').fill(who)
    return page
  }
  const first = await issue('A first officer')
  await first.getByRole('button', { name: 'Issue it' }).click()
  await first.getByRole('heading', { level: 1, name: /30 June 1988/ }).waitFor()

  const second = await issue('A second officer')
  await second.getByText('An edition of the same two days has been issued').waitFor()
  const chosen = second.getByLabel('Corrects').locator('option:checked')
  expect(await chosen.textContent()).toContain('A first officer')
  await second.getByLabel('Reason for the correction').fill('A name was wrong.')
  await second.getByRole('button', { name: 'Issue it' }).click()
  await second.getByText('A name was wrong.').waitFor()
  await second.getByText('The two say the same.').waitFor()
})
