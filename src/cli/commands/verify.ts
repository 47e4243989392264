import { Verification } from '../../contract/programmes.ts'
import { address } from '../client.ts'
import { JSON_OPTION, print, printJson, withStore, type Command } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { printable } from '../terminal.ts'

export const verify: Command = {
  spec: {
    name: 'verify',
    summary: 'Looks whether the store agrees with its own audit.',
    operands: [],
    options: JSON_OPTION,
    notes: [
      'Each action left a hash of the rows that it wrote, chained to the action before. What was changed, lost or put in beside them is named, and the exit code is 3.',
    ],
  },
  run: (given) =>
    withStore(given, async (client) => {
      const verification = await client.get(address('verification'), Verification)
      const { findings, checked } = verification
      if (given.flag('json')) printJson(verification)
      else {
        for (const finding of findings) print(printable(finding))
        const counts = Object.entries(checked).map(
          ([what, n]) => `${what} ${n.toLocaleString('en')}`,
        )
        print(
          `${findings.length === 0 ? 'The store is sound' : 'The store is not sound'}: ${counts.join(', ')}.`,
        )
      }
      return findings.length === 0 ? EXIT.done : EXIT.refused
    }),
}
