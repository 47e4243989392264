import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readZip, writeZip } from './zip.ts'

const parts = fc.uniqueArray(
  fc.record({ name: fc.string({ minLength: 1 }), data: fc.uint8Array({ maxLength: 2000 }) }),
  { selector: ({ name }) => name },
)

it('gives back the parts it was given, in their order', () => {
  fc.assert(
    fc.property(parts, (given) => {
      const read = readZip(writeZip(given))
      expect(read.map(({ name, data }) => ({ name, data: [...data] }))).toEqual(
        given.map(({ name, data }) => ({ name, data: [...data] })),
      )
    }),
  )
})

it('says so when the bytes are no zip archive', () => {
  expect(() => readZip(new TextEncoder().encode('a,b\r\n1,2\r\n'))).toThrow('Not a zip archive')
})
