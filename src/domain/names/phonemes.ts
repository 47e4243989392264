/**
 * The sounds of a token. Each script has symbols of its own, so that a letter that several schools read
 * differently need not be decided here; a phoneme's number means something together with its script.
 * Georgian, Armenian and Greek are read through Latin symbols, and share Latin's costs.
 */
import type { Alphabet } from './alphabet.ts'
import type { Phonemes, ScriptCode } from './name-token.ts'
import { arabic } from './phonemes-arabic.ts'
import { armenian } from './phonemes-armenian.ts'
import { chinese } from './phonemes-chinese.ts'
import { cyrillic } from './phonemes-cyrillic.ts'
import { georgian } from './phonemes-georgian.ts'
import { greek } from './phonemes-greek.ts'
import { hebrew } from './phonemes-hebrew.ts'
import { kana } from './phonemes-kana.ts'
import { korean } from './phonemes-korean.ts'
import { latin } from './phonemes-latin.ts'
import { romanise } from './romanise.ts'

/** Every phoneme number of every script is below this. */
export const PHONEME_COUNT = 128

/** The scripts whose symbols differ. The others are read as one of these. */
export const SOUND_SCRIPTS = ['Latn', 'Cyrl', 'Arab', 'Hebr', 'Kana', 'Hang', 'Hani'] as const
export type SoundScript = (typeof SOUND_SCRIPTS)[number]

const ALPHABETS: Record<ScriptCode, Alphabet> = {
  Latn: latin,
  Cyrl: cyrillic,
  Arab: arabic,
  Hebr: hebrew,
  Kana: kana,
  Hang: korean,
  Hani: chinese,
  Geor: georgian,
  Armn: armenian,
  Grek: greek,
  Zyyy: { symbols: latin.symbols, read: (key) => latin.read(romanise(key)) },
}

/** The script whose symbols a script is read in. */
export function soundScriptOf(script: ScriptCode): SoundScript {
  return SOUND_SCRIPTS.find((each) => each === script) ?? 'Latn'
}

/** The symbols of a script, each as `sounds/label`, by phoneme number. */
export function symbolsOf(script: SoundScript): readonly string[] {
  return ALPHABETS[script].symbols
}

/** One or a few readings of a token's key, the most likely first; none when it has no sounds. */
export function toPhonemes(key: string, script: ScriptCode): readonly Phonemes[] {
  const first = ALPHABETS[script].read(key)
  if (first.length === 0) return []
  return script === 'Hani' ? [first, chinese.spell(key)] : [first]
}
