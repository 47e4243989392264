import fc from 'fast-check'
import { expect, it } from 'vitest'
import { legible, legibleData } from './legible.ts'
import { linkTarget } from './link-target.ts'
import { xmlProblems } from '../xml-problems.ts'

/** Any sequence of UTF-16 units: control characters and halves of characters among them. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }))
  .map((units) => String.fromCharCode(...units))

it('leaves nothing that XML could not hold, whatever comes in', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const inner = legible(text).replace(/[&<>]/g, '')
      expect(xmlProblems(`<a>${inner}</a>`)).toEqual([])
      expect(legible(legible(text))).toBe(legible(text))
    }),
    { numRuns: 1000 },
  )
})

it('shows that something stood there, and keeps every character that can be read', () => {
  expect(legible('a\u0000b\ud83d c\ufffe')).toBe('a\ufffdb\ufffd c\ufffd')
  expect(legible('Щ ليلى 中 😀 \t«»')).toBe('Щ ليلى 中 😀 \t«»')
})

it('makes one newline of every line end', () => {
  expect(legible('a\r\nb\rc\u2028d\u0085e')).toBe('a\nb\nc\nd\ne')
})

it('reaches every text of plain data and nothing else of it', () => {
  const data = { text: 'a\u0001', list: ['\u0002', 3, null, true], deep: { text: 'b' } }
  const expected = { text: 'a\ufffd', list: ['\ufffd', 3, null, true], deep: { text: 'b' } }
  expect(legibleData(data)).toEqual(expected)
})

it('follows addresses of pages and letters, and no others', () => {
  expect(linkTarget('https://example.org/a b')).toBe('https://example.org/a%20b')
  expect(linkTarget('mailto:desk@example.org')).toBe('mailto:desk@example.org')
  for (const other of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '/a', ''])
    expect(linkTarget(other)).toBeUndefined()
  expect(linkTarget(`https://example.org/${'a'.repeat(3000)}`)).toBeUndefined()
})
