/** Georgian letters, read as the Latin letters that stand for their sounds. */
import { latin } from './phonemes-latin.ts'
import { romanise } from './romanise.ts'

const LETTERS = new Map(
  'ა a|ბ b|გ g|დ d|ე e|ვ v|ზ z|თ t|ი i|კ k|ლ l|მ m|ნ n|ო o|პ p|ჟ zh|რ r|ს s|ტ t|უ u|ფ p|ქ k|ღ gh|ყ k|შ sh|ჩ ch|ც ts|ძ dz|წ ts|ჭ ch|ხ kh|ჯ j|ჰ h|ჲ y|ჱ ei|ჳ u|ჴ kh|ჵ o|ჶ f'
    .split('|')
    .map((pair): [string, string] => [pair.charAt(0), pair.slice(2)]),
)

export const georgian = {
  symbols: latin.symbols,
  read: (key: string) => latin.read(romanise(key, LETTERS)),
}
