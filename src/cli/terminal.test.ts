import { describe, expect, it } from 'vitest'
import { columnsOf, pad, printable, printableIn, wrap } from './terminal.ts'

describe('text on a terminal', () => {
  it('is as wide as its letters, whatever their script', () => {
    expect(columnsOf('Щаранский')).toBe(9)
    expect(columnsOf('e\u0301')).toBe(1)
    expect(columnsOf('人権')).toBe(4)
    expect(columnsOf('\u001b[31m●\u001b[39m')).toBe(1)
    expect(pad('人権', 6)).toBe('人権  ')
  })

  it('breaks at blanks and keeps its indent', () => {
    expect(wrap('one two three four', 12, '  ', '- ')).toBe('- one two\n  three four')
    expect(wrap('', 10)).toBe('')
    expect(wrap('averyveryverylongword', 10)).toBe('averyveryverylongword')
  })

  it('cannot move the cursor or turn letters round', () => {
    expect(printable('a\u0007b\u001b[2Jc\u009bd\u202ee\r\nf\tg')).toBe('a b [2Jc d e \nf\tg')
    expect(printableIn({ a: ['\u001b'], b: null, c: 1.5 })).toEqual({ a: [' '], b: null, c: 1.5 })
  })
})
