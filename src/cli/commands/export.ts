import { resolve } from 'node:path'
import { ExportResult } from '../../contract/programmes.ts'
import { address } from '../client.ts'
import { JSON_OPTION, print, printJson, withStore, type Command } from '../command.ts'
import { EXIT } from '../exit-codes.ts'

export const exportCommand: Command = {
  spec: {
    name: 'export',
    summary: 'Writes a programme to a folder of plain files.',
    operands: ['PROGRAMME', 'DIR'],
    options: JSON_OPTION,
    notes: ['A folder that holds a programme is replaced; other folders are left alone.'],
  },
  run: (given) =>
    withStore(given, async (client) => {
      const directory = resolve(given.operand('DIR'))
      const body = { programme: given.operand('PROGRAMME'), directory }
      const { files } = await client.post(address('exports'), body, ExportResult)
      if (given.flag('json')) printJson({ directory, files })
      else
        print(`${files.length} ${files.length === 1 ? 'file' : 'files'} written to ${directory}.`)
      return EXIT.done
    }),
}
