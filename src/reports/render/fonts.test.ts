import { expect, it } from 'vitest'
import { readFonts, unwrapWoff } from './fonts.ts'

it('unwraps every font of the program to a plain one whose parts lie within it', () => {
  const fonts = readFonts()
  expect(fonts.length).toBeGreaterThan(60)
  for (const font of fonts) {
    expect(font.readUInt32BE(0)).toBe(0x00010000)
    for (let index = 0; index < font.readUInt16BE(4); index += 1) {
      const at = 12 + 16 * index
      const end = font.readUInt32BE(at + 8) + font.readUInt32BE(at + 12)
      expect(end).toBeLessThanOrEqual(font.length)
    }
  }
})

it('says so when the bytes are no web font', () => {
  expect(() => unwrapWoff(Buffer.from('<html>not found</html>'), 'x')).toThrow(
    'Not a WOFF 1.0 font.',
  )
})
