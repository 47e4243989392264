import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browserForTests, DAYS, PROGRAMME } from './open-pages.ts'

const open = browserForTests()
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const PAGES = [
  `${PROGRAMME}?${DAYS}`,
  `${PROGRAMME}/overview?${DAYS}`,
  `${PROGRAMME}/scorecard?${DAYS}`,
  `${PROGRAMME}/goals/emigration?${DAYS}`,
  `${PROGRAMME}/benchmarks/emigration-step-up?${DAYS}`,
  `${PROGRAMME}/benchmarks/jamming-ends?${DAYS}`,
  `${PROGRAMME}/benchmarks/emigration-step-up/edit?${DAYS}`,
  `${PROGRAMME}/benchmarks/new?${DAYS}`,
  `${PROGRAMME}/series?${DAYS}`,
  `${PROGRAMME}/series/emigration?${DAYS}`,
  `${PROGRAMME}/sources?${DAYS}`,
  `${PROGRAMME}/sources/schifter-1987?${DAYS}&at=p.+263`,
  `${PROGRAMME}/events?${DAYS}`,
  `${PROGRAMME}/undertakings?${DAYS}`,
  `${PROGRAMME}/alerts?${DAYS}`,
  `${PROGRAMME}/editions?${DAYS}`,
  `${PROGRAMME}/goals/no-such-goal?${DAYS}`,
  '/begin',
  '/no-such-page',
]

/** Waits until nothing on the page is still waiting for an answer. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.locator('.waiting').waitFor({ state: 'detached' })
}

/** What axe finds, a line each. The cast: axe puts itself on the window of the page. */
async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (page: Document, options: RunOptions) => Promise<AxeResults> }
    }
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
    )
  })
}

describe.each(PAGES)('%s', (path) => {
  let page: Page
  beforeAll(async () => {
    page = await open(path, { shared: true })
    await settled(page)
  })
  afterAll(() => page.context().close())

  it.each(['light', 'dark'] as const)('can be used by everybody, %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme })
    expect(await violationsOn(page)).toEqual([])
  })

  it('has one heading of the first rank, which is in the title of the window', async () => {
    const headings = await page.locator('h1').allTextContents()
    expect(headings).toHaveLength(1)
    expect(await page.title()).toBe(`${headings[0]} · Demarche`)
  })

  it('does not scroll sideways on a telephone', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  })
})
