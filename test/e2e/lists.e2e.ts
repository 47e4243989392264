/** The whole loop of a list: rule, version, gate, handing over, answers, status; and a meeting. */
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { browserForTests, DAYS } from './open-pages.ts'
import { violationsOn } from './violations-on.ts'

const open = browserForTests()
const PROGRAMME = '/p/unwritten-lists'
const API = `/api/programmes${PROGRAMME.slice(2)}`
/** Nobody else of the register lives there. */
const REGION = 'Bukovina'
const RULE = `category = "refused-exit" and region = "${REGION}" and count(refused) >= 2 and not resolved`

/** Writes as a page of ours does, with its session. */
async function post(page: Page, path: string, body: object): Promise<void> {
  const answer = await page.evaluate(
    async ([address, text]) => {
      const headers = { 'content-type': 'application/json' }
      const response = await fetch(address, { method: 'POST', headers, body: text })
      return response.ok ? '' : await response.text()
    },
    [`${API}/${path}`, JSON.stringify(body)] as const,
  )
  if (answer !== '') throw new Error(`${path}: ${answer}`)
}

/** An invented person who was refused on these days. */
async function register(page: Page, id: string, name: string, refused: readonly string[]) {
  await post(page, 'persons', { id: `p-${id}`, name, kind: 'official' })
  await post(page, 'cases', {
    id: `c-${id}`,
    subject: `p-${id}`,
    category: 'refused-exit',
    region: REGION,
  })
  for (const date of refused)
    await post(page, `cases/c-${id}/events`, {
      kind: 'refused',
      date,
      known: date,
      verification: 'confirmed',
      source: 'schifter-1987',
    })
}

const agrees = (page: Page, id: string) =>
  post(page, 'consents', {
    subject: `p-${id}`,
    use: 'list-to-the-government',
    answer: 'yes',
    by: 'self',
    date: '1988-02-01',
  })

const follow = (page: Page, part: string) =>
  page.getByRole('navigation', { name: 'Parts of the list' }).getByText(part).click()

describe('a list', () => {
  let page: Page
  beforeAll(async () => {
    page = await open(`${PROGRAMME}/lists?${DAYS}`, { shared: true })
    await register(page, 'e2e-1', 'Pavlo Orlenko', ['1987-02-01', '1987-09-01'])
    await register(page, 'e2e-2', 'Lev Marduk', ['1986-05-01', '1988-01-10'])
    await register(page, 'e2e-3', 'Rivka Zalmanson', ['1988-03-01'])
    await agrees(page, 'e2e-1')
    return () => page.context().close()
  })

  it('begins with a rule that is read as it is typed, each fault at its place', async () => {
    const rule = page.getByRole('textbox', { name: /^Who belongs on it/ })
    await rule.fill('category = prisoner')
    await page.getByRole('button', { name: 'Line 1, column 12' }).waitFor()
    await rule.fill(RULE)
    await page.getByText('2 cases qualify').waitFor()
    await page.getByLabel('Number').fill('XX')
    await page.getByRole('textbox', { name: 'Title' }).fill('Representation list XX')
    await page.getByRole('button', { name: 'Begin the list' }).click()
    await page.getByRole('heading', { level: 1, name: 'Representation list XX' }).waitFor()
  })

  it('takes into a version whom the rule asks for, and says who stays out and why', async () => {
    await page.getByRole('textbox', { name: 'Of', exact: true }).fill('1988-06-01')
    await page.getByRole('radio', { name: 'whom the rule asks for' }).check()
    await page.getByRole('button', { name: 'Begin the version' }).click()
    await page.getByText('Version 1 is begun: 2 cases came in').waitFor()
    await page.getByText('Who did not, and why').click()
    await page.locator('li', { hasText: 'c-e2e-3' }).waitFor()
    const rows = page.getByRole('region', { name: 'Candidates' }).locator('tbody tr')
    await rows.filter({ hasText: 'c-e2e-1' }).getByText('qualifies').waitFor()
    await expect.poll(() => rows.filter({ hasText: 'qualifies' }).count()).toBe(2)
  })

  it('does not pass the gate without consent, but for an override with a reason', async () => {
    await follow(page, 'Handing over')
    await page.getByRole('button', { name: 'Hand it over' }).waitFor()
    await expect
      .poll(() => page.getByRole('button', { name: 'Hand it over' }).isDisabled())
      .toBe(true)
    await follow(page, 'Gate')
    const consent = page.locator('section', { hasText: 'No consent on record' }).last()
    await consent.getByRole('button', { name: /^Override: Lev Marduk/ }).click()
    await page.getByRole('textbox', { name: 'Reason' }).fill('His mother asked us to, in person.')
    await page.getByRole('button', { name: 'Override it' }).click()
    await page.getByText('His mother asked us to, in person.').waitFor()
    await page.getByRole('button', { name: 'Answer all 2 with one reason' }).click()
    await page.getByRole('textbox', { name: 'Reason' }).fill('Both were telephoned yesterday.')
    await page.getByRole('button', { name: 'Settle it' }).click()
    await page.getByText(/^. All \d findings are settled or overridden/).waitFor()
  })

  it('is handed over and frozen, its paper kept with its hash', async () => {
    await page.getByRole('link', { name: 'Go on to handing it over' }).click()
    await page.getByLabel('By whom').fill('Ambassador')
    await page.getByLabel('To whom').fill('Deputy foreign minister')
    await page.getByLabel(/^How it was received/).selectOption('left-with-staff')
    await page.getByRole('checkbox', { name: 'PDF' }).uncheck()
    await page.getByRole('button', { name: 'Hand it over' }).click()
    const papers = page.getByRole('region', { name: 'Kept papers' })
    await papers
      .getByText(/^[0-9a-f]{64}$/)
      .first()
      .waitFor()
    expect(await papers.locator('tbody tr').count()).toBe(2)
    await page.getByRole('listitem').filter({ hasText: 'left with staff' }).waitFor()
    await follow(page, 'Entries')
    await page.getByRole('region', { name: 'Entries of version 1' }).waitFor()
    const takeOff = page.getByRole('button', { name: /^Take off/ })
    await expect.poll(() => takeOff.count()).toBe(0)
  })

  it('takes pasted answers once they are matched with ours, each a claim to be verified', async () => {
    await follow(page, 'Answers')
    await page
      .getByLabel('Paste it, one entry a line')
      .fill('1. Орленко Павел – уже выехал\n2. Marduk Lev: refused\n3. Nobody Atall: unknown')
    await page.getByRole('button', { name: 'Read it against ours' }).click()
    await page.getByText('3 rows: 2 matched, 1 not on this version.').waitFor()
    const review = page.getByRole('region', { name: 'Their rows' })
    expect(await review.getByLabel('What Орленко Павел answers').inputValue()).toBe(
      'already-departed',
    )
    expect(await page.getByRole('heading', { name: /^Answers/ }).count()).toBe(1)
    await page.getByLabel('Who verifies the claims').first().fill('Consul')
    await page.getByRole('button', { name: 'Put 2 answers on record' }).click()
    const answers = page.getByRole('region', { name: 'Answers', exact: true })
    const departed = answers.locator('tbody tr', { hasText: 'already departed' })
    await departed.getByText('Consul').first().waitFor()
    await departed.getByText('to be verified').waitFor()
  })

  it('has a status in both units, which no claim of theirs moves', async () => {
    await follow(page, 'Status')
    await page.getByText('0 of 2').first().waitFor()
    const head = await page.locator('.head-figures').textContent()
    expect(head).toMatch(/0 of 2 family units resolved, 0 %.*0 of 2 persons resolved, 0 %/)
    await post(page, 'cases/c-e2e-1/events', {
      kind: 'arrived',
      date: new Date().toLocaleDateString('sv-SE'),
      verification: 'confirmed',
      source: 'schifter-1987',
    })
    await page.reload()
    await page.getByText('1 of 2').first().waitFor()
    expect(await page.getByRole('link', { name: 'Word' }).getAttribute('href')).toMatch(
      /\/lists\/XX\/status\/document\?.*format=docx/,
    )
  })

  it.each(['', '/versions', '/gate', '/presentation', '/responses', '/status', '/beside'])(
    'can be used by everybody, in light, in dark and on a telephone: lists/XX%s',
    async (part) => {
      const opened = await open(`${PROGRAMME}/lists/XX${part}`)
      await opened.waitForLoadState('networkidle')
      for (const colorScheme of ['light', 'dark'] as const) {
        await opened.emulateMedia({ colorScheme })
        expect(await violationsOn(opened)).toEqual([])
      }
      await opened.setViewportSize({ width: 390, height: 844 })
      expect(await opened.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    },
  )
})

describe('a meeting', () => {
  it('is on record with its day, with whom and what was said, and what they undertook', async () => {
    const page = await open(`${PROGRAMME}/engagements?${DAYS}`)
    await page.getByLabel('Date', { exact: true }).fill('1988-11-14')
    await page.getByLabel('With whom').fill('Deputy foreign minister')
    await page
      .getByLabel(/^What was said/)
      .fill('They said that the two cases are being looked at.')
    await page.getByRole('button', { name: 'Add an undertaking' }).click()
    await page.getByLabel('In their words').fill('Both will be answered within two months.')
    await page.getByLabel('Due').fill('1989-01')
    await page.getByRole('button', { name: 'Add a follow-up' }).click()
    await page.getByLabel('What is to be done').fill('Ask again in January.')
    await page.getByRole('button', { name: 'Put it on record' }).click()
    await page
      .getByRole('heading', { level: 1, name: 'Meeting, Deputy foreign minister' })
      .waitFor()
    await page.getByText('Both will be answered within two months.').waitFor()
    await page.getByText('Ask again in January.').waitFor()
    await page.waitForLoadState('networkidle')
    expect(await violationsOn(page)).toEqual([])
  })
})
