import { expect, it } from 'vitest'
import { codeFromWords } from './response-words.ts'
import { RESPONSE_CODES } from './response.ts'

it.each(RESPONSE_CODES)('reads the code %s as itself, without a remark', (code) => {
  expect(codeFromWords(` ${code.replaceAll('-', ' ').toUpperCase()} `)).toEqual({
    code,
    remark: null,
  })
})

it.each([
  ['She left some time ago: has departed', 'already-departed'],
  ['выехал в 1987 г.', 'already-departed'],
  ['Permission has been given', 'favourable'],
  ['разрешено', 'favourable'],
  ['His application was refused', 'refuses'],
  ['в выезде отказано', 'refuses'],
  ['cannot be granted at this time', 'refuses'],
  ['The case is under consideration', 'pledged'],
  ['A positive answer will be given', 'pledged'],
  ['He does not wish to leave', 'does-not-wish-to-leave'],
  ['не желает выезжать', 'does-not-wish-to-leave'],
  ['No such person is known', 'unknown-person'],
  ['не значится', 'unknown-person'],
  ['died in 1985', 'deceased'],
  ['wants to go to a third country', 'third-country'],
  ['Please provide further information', 'asks-for-information'],
  ['noted', 'token'],
])('reads “%s” as %s, and says so', (words, code) => {
  const read = codeFromWords(words)
  expect([read.code, read.remark?.includes(code.replaceAll('-', ' '))]).toEqual([code, true])
})

it.each([
  ['hmm', /fits none/],
  ['He has not left the country', /says that something is not so/],
  ['не разрешено', /says that something is not so/],
  ['не освобожден', /says that something is not so/],
  ['not yet released', /says that something is not so/],
  ['refused, and then died', /may be deceased or refuses/],
])('leaves “%s” to a person', (words, remark) => {
  expect(codeFromWords(words)).toEqual({ code: null, remark: expect.stringMatching(remark) })
})

it('takes silence for silence', () => {
  expect(codeFromWords('  ')).toEqual({ code: null, remark: null })
})
