/** The letter costs of each pair of scripts: learned where the project holds them, else from sounds. */
import { LETTER_COSTS } from './letter-costs-data.ts'
import { modelFromSounds } from './letter-model.ts'
import type { LetterModel } from './letter-model.ts'
import { SOUND_SCRIPTS, symbolsOf } from './phonemes.ts'
import type { SoundScript } from './phonemes.ts'
import { unpackModel } from './pack-model.ts'

/** A model, and whether its first alphabet is the second script's. */
type ModelOfPair = { readonly model: LetterModel; readonly turned: boolean }

const models = new Map<SoundScript, Map<SoundScript, ModelOfPair>>()

export function letterModelOf(a: SoundScript, b: SoundScript): ModelOfPair {
  const known = models.get(a)?.get(b)
  if (known) return known
  const turned = SOUND_SCRIPTS.indexOf(a) > SOUND_SCRIPTS.indexOf(b)
  const model = turned ? makeModel(b, a) : makeModel(a, b)
  const found = { model, turned }
  models.set(a, (models.get(a) ?? new Map<SoundScript, ModelOfPair>()).set(b, found))
  return found
}

function makeModel(a: SoundScript, b: SoundScript): LetterModel {
  const [symbolsA, symbolsB] = [symbolsOf(a), symbolsOf(b)]
  const packed = LETTER_COSTS.pairs.find((each) => each.scripts === `${a}-${b}`)
  if (packed) return unpackModel(packed, symbolsA, symbolsB)
  return modelFromSounds(symbolsA, symbolsB)
}
