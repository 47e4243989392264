import { resolve } from 'node:path'
import { BackupResult } from '../../contract/programmes.ts'
import { address } from '../client.ts'
import { JSON_OPTION, print, printJson, withStore, type Command } from '../command.ts'
import { EXIT } from '../exit-codes.ts'

export const backup: Command = {
  spec: {
    name: 'backup',
    summary: 'Writes everything in the store to one file.',
    operands: ['FILE'],
    options: JSON_OPTION,
    notes: [
      'It may be made while Demarche runs. Personal fields stay encrypted in it as they are in the store: under the passphrase, or without one under a key that lies in the same file. Evidence is in the clear.',
    ],
  },
  run: (given) =>
    withStore(given, async (client) => {
      const body = { file: resolve(given.operand('FILE')) }
      const result = await client.post(address('backups'), body, BackupResult)
      if (given.flag('json')) printJson(result)
      else {
        print(`Everything was written to ${result.file} (${sizeInWords(result.bytes)}).`)
        if (!result.encrypted)
          print('The store is not encrypted, and neither is the file: whoever has it can read it.')
      }
      return EXIT.done
    }),
}

/** Below a megabyte in kilobytes, so that a small store is not said to be none. */
function sizeInWords(bytes: number): string {
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1000, 'KB'] : [bytes / 1_000_000, 'MB']
  return `${size.toLocaleString('en', { maximumFractionDigits: 1 })} ${unit}`
}
