import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import type { ReportDocument } from '../document.ts'
import { FULL_DOCUMENT, someDocument } from '../some-document.ts'
import { renderHtml } from './html.ts'
import { legible } from './legible.ts'

async function pageOf(report: ReportDocument) {
  return parseHTML(new TextDecoder().decode(await renderHtml(report))).document
}

describe('a report as a page', () => {
  it('says its language and direction, and those of names in other scripts', async () => {
    const page = await pageOf({ ...FULL_DOCUMENT, language: 'ar', direction: 'rtl' })
    expect(page.documentElement.getAttribute('lang')).toBe('ar')
    expect(page.documentElement.getAttribute('dir')).toBe('rtl')
    const name = page.querySelector('span[lang="he"]')
    expect(name?.getAttribute('dir')).toBe('rtl')
    expect(name?.textContent).toBe('שרה לדוגמה')
  })

  it('has notes at the end, each with the way there and back', async () => {
    const page = await pageOf(FULL_DOCUMENT)
    expect(page.querySelectorAll('.notes li')).toHaveLength(3)
    expect(page.querySelectorAll('a[href="#note-1"]')).toHaveLength(2)
    expect(page.querySelectorAll('#call-1')).toHaveLength(1)
    for (const link of page.querySelectorAll('a[href^="#"]'))
      expect(page.getElementById(link.getAttribute('href')?.slice(1) ?? '')).not.toBeNull()
  })

  it('heads columns and groups as such', async () => {
    const page = await pageOf(FULL_DOCUMENT)
    const texts = (selector: string) =>
      [...page.querySelectorAll(selector)].map((cell) => cell.textContent)
    expect(texts('thead th[scope="col"]')).toEqual(['Period', 'Number', 'Remark'])
    expect(texts('th[scope="rowgroup"]')).toEqual(['NCSJ', 'ICM'])
    expect(texts('td.end')).toEqual(['8,155', '19,286', '6,930 and more'])
  })

  it('shows any text as that text, and no markup in it', async () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '&lt;', "'"),
    )
    await fc.assert(
      fc.asyncProperty(hostile.map(legible), async (text) => {
        const report = someDocument({
          title: text,
          author: text,
          body: [
            {
              kind: 'paragraph',
              text: [{ text, strong: true, link: `https://example.org/?${text}` }],
            },
            { kind: 'verbatim', text },
            { kind: 'figure', svg: '<svg width="1" height="1"/>', alt: text, caption: [] },
          ],
        })
        const page = await pageOf(report)
        expect(page.querySelectorAll('script')).toHaveLength(0)
        expect(page.querySelectorAll('img')).toHaveLength(1)
        expect(page.querySelector('pre')?.textContent?.replace(/^\n/, '')).toBe(text)
        expect(page.querySelector('strong')?.textContent).toBe(text.replaceAll('\n', ''))
        expect(page.querySelector('img')?.getAttribute('alt')).toBe(text)
      }),
    )
  })

  it('forbids itself to run or to load anything', async () => {
    const page = await pageOf(FULL_DOCUMENT)
    const policy = page.querySelector('meta[http-equiv="Content-Security-Policy"]')
    expect(policy?.getAttribute('content')).toContain("default-src 'none'")
    expect(page.querySelector('img')?.getAttribute('src')).toMatch(/^data:image\/svg\+xml;base64,/)
  })
})
