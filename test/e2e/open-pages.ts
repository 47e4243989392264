/** A browser for the tests of one file; each test opens pages that end with it. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import { launchChromium } from './launch-chromium.ts'

export const PROGRAMME = '/p/soviet-union'
export const DAYS = 'asOf=1988-12-31&knownOn=1989-01-04'

type Choices = {
  readonly width?: number
  readonly colorScheme?: 'light' | 'dark'
}

/** Gives the function that opens an address, signed in. Faults of the page fail the test. */
export function browserForTests(): (path: string, choices?: Choices) => Promise<Page> {
  let browser: Browser
  const faults: string[] = []
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser.close())
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close()
    expect(faults.splice(0)).toEqual([])
  })
  return async (path, { width = 1440, colorScheme = 'light' } = {}) => {
    // The cast: it is what `storageState` gave.
    const storageState = JSON.parse(inject('session')) as BrowserContextOptions['storageState']
    const context = await browser.newContext({
      ...(storageState && { storageState }),
      viewport: { width, height: 900 },
      colorScheme,
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('request', (request) => {
      if (!request.url().startsWith(inject('address')) && !request.url().startsWith('data:'))
        faults.push(`asked elsewhere: ${request.url()}`)
    })
    await page.goto(`${inject('address')}${path}`)
    await page.locator('main h1').waitFor()
    return page
  }
}
