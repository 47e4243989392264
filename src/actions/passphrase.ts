/**
 * Where the passphrase of a store comes from: what a command prints (`DEMARCHE_KEY_COMMAND`), else the
 * first line of a file (`DEMARCHE_PASSPHRASE_FILE`), else a person who is asked. It is not taken from
 * the environment itself: whoever may list the processes of a machine can often read that.
 */
import { exec } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { StoreLocked } from '../store/protection/master-key.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** A passphrase that one person can keep in mind and no machine guesses in a lifetime has several words. */
export const SHORTEST_PASSPHRASE = 12

const KEY_COMMAND_PATIENCE_MS = 60_000

/** `undefined` where no one says. Throws `StoreLocked` where the command or the file fails. */
export async function findPassphrase(
  env: Environment,
  ask: (() => Promise<string | undefined>) | undefined,
): Promise<string | undefined> {
  const command = env['DEMARCHE_KEY_COMMAND']
  if (command) return passphraseOfCommand(command)
  const path = env['DEMARCHE_PASSPHRASE_FILE']
  if (path) return passphraseOfFile(path)
  const said = await ask?.()
  if (said !== undefined) return said
  throw new StoreLocked(
    'The store is protected by a passphrase. Give it in a terminal, in the file that DEMARCHE_PASSPHRASE_FILE names, or by DEMARCHE_KEY_COMMAND.',
  )
}

/** What the command prints, without the line's end. Throws `StoreLocked`. */
export async function passphraseOfCommand(command: string): Promise<string> {
  const { stdout } = await promisify(exec)(command, {
    timeout: KEY_COMMAND_PATIENCE_MS,
    windowsHide: true,
  }).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    // Without its words: a key command may print what it was given.
    throw new StoreLocked(`The command of DEMARCHE_KEY_COMMAND failed${code}.`)
  })
  return said(stdout, 'The command of DEMARCHE_KEY_COMMAND')
}

/** The first line of the file. Throws `StoreLocked`. */
export async function passphraseOfFile(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    throw new StoreLocked(`The passphrase file ${path} cannot be read${code}.`)
  })
  return said(text, `The passphrase file ${path}`)
}

function said(text: string, who: string): string {
  const [line = ''] = text.split(/\r?\n/)
  if (line === '') throw new StoreLocked(`${who} gave nothing in its first line.`)
  return line
}
