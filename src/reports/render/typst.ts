/** The typesetter, opened once a process with the program's fonts. It is native code. */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { readFonts } from './fonts.ts'

let opened: NodeCompiler | undefined

/** Opening reads all fonts and takes longer than to set a report. */
export function openTypst(): NodeCompiler {
  opened ??= NodeCompiler.create({
    // Where it would look for files. The program for reports names none.
    workspace: import.meta.dirname,
    fontArgs: [{ fontBlobs: [...readFonts()] }],
  })
  return opened
}
