import { expect, it } from 'vitest'
import { browserForTests, DAYS, PROGRAMME } from './open-pages.ts'

const open = browserForTests()

it('opens a programme with what waits on the day, each with where it leads', async () => {
  const page = await open(`${PROGRAMME}?${DAYS}`)
  expect(await page.locator('h1').textContent()).toBe('Today')
  await page.getByRole('heading', { name: 'Waiting' }).waitFor()
  const alert = page.getByRole('listitem').filter({ hasText: 'alert' }).first()
  await alert.getByRole('link').first().click()
  await page.waitForURL(/\/alerts\?/)
})

it('leads on to the goals by tier', async () => {
  const page = await open(`${PROGRAMME}?${DAYS}`)
  await page.getByRole('link', { name: 'Programme', exact: true }).click()
  await page.getByRole('heading', { level: 2, name: /Immediate/ }).waitFor()
})
