import { resolve } from 'node:path'
import { restore as restoreStore } from '../../actions/backups.ts'
import { localPerson } from '../../actions/open-workbench.ts'
import { JSON_OPTION, print, printJson, type Command } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { printable } from '../terminal.ts'
import { withOwnStore } from './protect.ts'

export const restore: Command = {
  spec: {
    name: 'restore',
    summary: 'Puts a backup into an empty store.',
    operands: ['FILE'],
    options: {
      erasures: {
        type: 'string',
        value: 'FILE',
        help: 'repeat the erasures of this journal (erasures.jsonl of the old data folder)',
      },
      ...JSON_OPTION,
    },
    notes: [
      'What was erased after the backup was made is erased again before anyone can read it: from the journal in the data folder that is restored into, and from --erasures. Without the journal it would come back.',
      'The store then opens with the passphrase that it had when the backup was made. All of it is looked at as “demarche verify” does; where something does not agree the exit code is 3.',
    ],
  },
  run: (given) =>
    withOwnStore(given, async (workbench) => {
      const journal = given.text('erasures')
      const { rows, erased, findings } = await restoreStore(
        workbench.contextFor(localPerson()),
        resolve(given.operand('FILE')),
        journal === undefined ? [] : [resolve(journal)],
      )
      const sentences = findings.map(({ programme, sentence }) => `${programme}: ${sentence}`)
      if (given.flag('json')) printJson({ rows, erased, findings: sentences })
      else {
        const count = Object.values(rows).reduce((sum, each) => sum + each, 0)
        print(`${count.toLocaleString('en')} rows were restored into ${workbench.location}.`)
        if (erased.length > 0) print(`Erased again: ${erased.map(printable).join(', ')}.`)
        for (const sentence of sentences) print(printable(sentence))
        print(sentences.length === 0 ? 'The store is sound.' : 'The store is not sound.')
      }
      return findings.length === 0 ? EXIT.done : EXIT.refused
    }),
}
