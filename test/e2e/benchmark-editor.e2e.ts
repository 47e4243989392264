import { expect, it } from 'vitest'
import { browserForTests, DAYS, PROGRAMME } from './open-pages.ts'

const open = browserForTests()
const EDITOR = `${PROGRAMME}/benchmarks/emigration-step-up/edit?${DAYS}`

it('says beside the text what it would come to, and where it cannot be read', async () => {
  const page = await open(EDITOR)
  const margin = page.getByRole('complementary')
  await margin.locator('.standing').first().waitFor()
  const text = page.getByRole('textbox', { name: 'Text of the benchmark' })
  await text.press('Control+End')
  await text.pressSequentially(' requir')
  await margin
    .getByText(/^line \d+, column \d+$/)
    .first()
    .waitFor()
  expect(await page.getByRole('button', { name: 'Keep as a new version' }).isDisabled()).toBe(true)
})

it('completes the names of series', async () => {
  const page = await open(`${PROGRAMME}/benchmarks/new?${DAYS}`)
  const text = page.getByRole('textbox', { name: 'Text of the benchmark' })
  await text.click()
  await text.press('Control+End')
  await text.pressSequentially('refuse')
  await page.getByRole('option', { name: /^refuseniks/ }).waitFor()
})
