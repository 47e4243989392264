/** Reads sets of name pairs for training and measuring. Nothing of them is kept in the project. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { ScriptCode } from '../../src/domain/names/name-token.ts'
import { scriptOf } from '../../src/domain/names/script.ts'

/** One row of a set: an English token, the same in another script, and how often they were seen. */
export type TokenPair = {
  readonly english: string
  readonly foreign: string
  readonly script: ScriptCode
  readonly count: number
}

export const LANGUAGES = ['russian', 'arabic', 'hebrew', 'japanese', 'korean', 'chinese'] as const
export type Language = (typeof LANGUAGES)[number]

export function readPairs(folder: string, language: Language): readonly TokenPair[] {
  const file = join(setsIn(folder), `wd_${language}_80.tsv.gz`)
  return linesOf(gunzipSync(readFileSync(file)).toString('utf8')).flatMap((line) => {
    const [english = '', spaced = '', count = ''] = line.split('\t')
    return toPair(english, spaced.replaceAll(' ', ''), Number(count))
  })
}

/** Arabic first, then English, once each. */
function readArabicPairs(folder: string): readonly TokenPair[] {
  return linesOf(readFileSync(join(setsIn(folder), 'ar2en-train.txt'), 'utf8')).flatMap((line) => {
    const [arabic = '', english = ''] = line.split('\t')
    return toPair(english, arabic, 1)
  })
}

/** The folder itself, or the one of that name in it. */
function setsIn(folder: string): string {
  const inner = join(folder, 'nertranslit')
  return existsSync(inner) ? inner : folder
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.trim() !== '')
}

function toPair(english: string, foreign: string, count: number): readonly TokenPair[] {
  const script = scriptOf(foreign)
  return script === undefined || script === 'Zyyy' ? [] : [{ english, foreign, script, count }]
}

/** The fifth of all tokens that training never sees, the same in every run. */
export function isHeldApart(token: string): boolean {
  let hash = 0x811c9dc5
  for (let at = 0; at < token.length; at += 1)
    hash = Math.imul(hash ^ token.charCodeAt(at), 0x01000193)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  hash ^= hash >>> 12
  return (hash >>> 0) % 5 === 0
}

/** All rows of all sets whose foreign token is not held apart. */
export function readTrainingPairs(folder: string): readonly TokenPair[] {
  return [
    ...LANGUAGES.flatMap((language) => readPairs(folder, language)),
    ...readArabicPairs(folder),
  ].filter((row) => !isHeldApart(row.foreign))
}
