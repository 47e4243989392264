/**
 * Armenian letters, read as the Latin letters that stand for their Eastern sounds. The two letters
 * that write u are one.
 */
import { latin } from './phonemes-latin.ts'
import { romanise } from './romanise.ts'

const LETTERS = new Map(
  'ա a|բ b|գ g|դ d|ե e|զ z|է e|ը e|թ t|ժ zh|ի i|լ l|խ kh|ծ ts|կ k|հ h|ձ dz|ղ gh|ճ ch|մ m|յ y|ն n|շ sh|ո o|չ ch|պ p|ջ j|ռ r|ս s|վ v|տ t|ր r|ց ts|ւ v|փ p|ք k|օ o|ֆ f|և ev'
    .split('|')
    .map((pair): [string, string] => [pair.charAt(0), pair.slice(2)]),
)

export const armenian = {
  symbols: latin.symbols,
  read: (key: string) => {
    const vowels = key.replaceAll('ու', 'u').replace(/^ո/, 'vo').replace(/^ե/, 'ye')
    return latin.read(romanise(vowels, LETTERS))
  },
}
