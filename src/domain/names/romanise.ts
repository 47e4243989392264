/** Letters of a script without costs of its own, as Latin letters. */
import anyAscii from 'any-ascii'

/** Letter by letter from a table; what is not in it as any-ascii has it. Lower case, letters only. */
export function romanise(text: string, letters: ReadonlyMap<string, string> = new Map()): string {
  let result = ''
  for (const letter of text) result += letters.get(letter) ?? anyAscii(letter)
  return result.toLowerCase().replace(/[^a-z]/g, '')
}
