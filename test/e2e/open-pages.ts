/** A browser for the tests of one file; each test opens pages that end with it. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject, onTestFinished } from 'vitest'
import { launchChromium } from './launch-chromium.ts'

export const PROGRAMME = '/p/soviet-union'
export const DAYS = 'asOf=1988-12-31&knownOn=1989-01-04'

type Choices = {
  /** Opened for several tests, which close it themselves. */
  readonly shared?: boolean
}

/** Gives the function that opens an address, signed in. Faults of the page fail the test. */
export function browserForTests(): (path: string, choices?: Choices) => Promise<Page> {
  let browser: Browser
  const faults: string[] = []
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser.close())
  afterEach(() => expect(faults.splice(0)).toEqual([]))
  return async (path, { shared = false } = {}) => {
    // The cast: it is what `storageState` gave.
    const storageState = JSON.parse(inject('session')) as BrowserContextOptions['storageState']
    const context = await browser.newContext({
      ...(storageState && { storageState }),
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
    })
    if (!shared) onTestFinished(() => context.close())
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
