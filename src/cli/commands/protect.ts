import { ActionRefused } from '../../actions/errors.ts'
import { localPerson, StoreUnusable, type Workbench } from '../../actions/open-workbench.ts'
import { passphraseOfCommand, passphraseOfFile } from '../../actions/passphrase.ts'
import { protectStore } from '../../actions/protection.ts'
import { askHidden, isAtTerminal } from '../ask-hidden.ts'
import { print, storeChoice, type Command } from '../command.ts'
import { findStore } from '../connect.ts'
import { EXIT, Refused, WrongUsage } from '../exit-codes.ts'
import type { Arguments } from '../read-arguments.ts'

export const protect: Command = {
  spec: {
    name: 'protect',
    summary: 'Puts the store under a passphrase, or under another one.',
    operands: [],
    options: {
      'passphrase-file': {
        type: 'string',
        value: 'FILE',
        help: 'take the new passphrase from the first line of a file',
      },
      'key-command': {
        type: 'string',
        value: 'COMMAND',
        help: 'take the new passphrase from what a command prints',
      },
    },
    notes: [
      'Names and what is said about persons are encrypted under a key for each person; the passphrase protects these keys. Without it no one reads them: there is no way round, so keep it in a second place.',
      'Later starts ask for it in the terminal, or take it from the file that DEMARCHE_PASSPHRASE_FILE names, or from what DEMARCHE_KEY_COMMAND prints.',
    ],
  },
  run: async (given) => {
    if (given.text('passphrase-file') !== undefined && given.text('key-command') !== undefined)
      throw new WrongUsage('Give --passphrase-file or --key-command, not both.')
    return withOwnStore(given, async (workbench) => {
      const passphrase = await newPassphrase(given)
      const context = workbench.contextFor(localPerson())
      const { keys, wasEncrypted, inClear } = await protectStore(context, passphrase)
      print(`The store ${workbench.location} is protected by ${wasEncrypted ? 'the new' : 'a'} passphrase (${keys.toLocaleString('en')} keys wrapped anew).
Backups and copies made before still open ${wasEncrypted ? 'with the old passphrase' : 'without one'}, and the disk may hold traces of the old key:
make a new backup now, restore it into a new folder if the disk is in doubt, and destroy the old ones.
Without the passphrase no one can read the names, and no one can make another. Keep it in a second place.`)
      if (inClear.length > 0) print(notCovered(inClear))
      return EXIT.done
    })
  },
}

function notCovered(paths: readonly string[]): string {
  return `
Not encrypted: an earlier version kept these files unread, and they stay in this store in the clear:
  ${paths.join(', ')}
Import the programme folder into a new data folder or database (--data), protect that one, and destroy this one.`
}

/** Works on the store itself; not through a server, which has the old key in its memory. */
export async function withOwnStore<T>(
  given: Arguments,
  work: (workbench: Workbench) => Promise<T>,
): Promise<T> {
  const found = await findStore(storeChoice(given))
  if (found.by === 'server')
    throw new Refused('Demarche is running on this store. End it (Ctrl-C in its terminal) first.')
  try {
    return await work(found.workbench)
  } catch (error) {
    if (error instanceof ActionRefused || error instanceof StoreUnusable)
      throw new Refused(error.message)
    throw error
  } finally {
    await found.workbench.close()
  }
}

async function newPassphrase(given: Arguments): Promise<string> {
  const file = given.text('passphrase-file')
  if (file !== undefined) return passphraseOfFile(file)
  const command = given.text('key-command')
  if (command !== undefined) return passphraseOfCommand(command)
  if (!isAtTerminal())
    throw new Refused(
      'There is no terminal to ask in. Give the new passphrase by --passphrase-file or --key-command.',
    )
  const first = await askHidden('New passphrase (several words): ')
  const second = await askHidden('The same again: ')
  if (first !== second) throw new Refused('The two are not the same. Nothing was changed.')
  return first
}
