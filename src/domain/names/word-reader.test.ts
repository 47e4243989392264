import fc from 'fast-check'
import { expect, it } from 'vitest'

import { readName } from './read-name.ts'
import { TokenTable } from './token-table.ts'
import { WordReader } from './word-reader.ts'

const WORDS =
  'Abu Zorbel Abd al Rahman Salah al-Din El-Masrun Velmin Oglu Petrovich Orlova Allah de von Dr. ' +
  'Umm Nur Щаранский Ибн Зорбель عبد الرحمن ابو نور الدين Kim Do-yun J.'

it('reads names as readName does, however their words stand together', () => {
  const table = new TokenTable()
  const reader = new WordReader(table)
  const names = fc.array(fc.constantFrom(...WORDS.split(' ')), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(names, (words) => {
      const name = words.join(' ')
      const read: string[] = []
      reader.read(name, 8, (id) => read.push(table.tokens[id]?.key ?? ''))
      expect(read).toEqual(
        readName(name)
          .slice(0, 8)
          .map(({ key }) => key),
      )
    }),
    { numRuns: 1500 },
  )
})
