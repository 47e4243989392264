import { expect, it } from 'vitest'
import { firstSentence } from './first-sentence.ts'

it('cuts a long list of findings after the first, with what was asked of it', () => {
  const others = 'Amnesty International 150; asked: none; Helsinki Watch 234; asked: none.'
  const text = `Kampelman 300, State Department at least 200 and others; asked: none; ${others}`
  expect(firstSentence(`${text} Re-detention: 2.`)).toEqual({
    first: 'Kampelman 300, State Department at least 200 and others; asked: none …',
    rest: `… ${others} Re-detention: 2.`,
  })
})

it.each([
  ['One thing. Another thing.', 'One thing.', 'Another thing.'],
  [
    'Kampelman 300 (a claim); asked: none. Committal: 2.',
    'Kampelman 300 (a claim); asked: none.',
    'Committal: 2.',
  ],
  ['Nothing more to say.', 'Nothing more to say.', ''],
  ['By G. Shultz, 4,919 in 1989. More.', 'By G. Shultz, 4,919 in 1989.', 'More.'],
  ['No outcome of “It has ended.” Then more.', 'No outcome of “It has ended.”', 'Then more.'],
  ['Jamming of a is on. jamming/b is off.', 'Jamming of a is on.', 'jamming/b is off.'],
  ['See vol. XLI, doc. 88, p. 263. More.', 'See vol. XLI, doc. 88, p. 263.', 'More.'],
  ['Met at 3.5 persons a day.', 'Met at 3.5 persons a day.', ''],
])('splits “%s” after its first sentence', (text, first, rest) => {
  expect(firstSentence(text)).toEqual({ first, rest })
})
