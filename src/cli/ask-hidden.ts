/** Asks for a passphrase at the terminal and shows nothing of what is typed. */
import { Refused } from './exit-codes.ts'

const ENTER = new Set(['\r', '\n'])
const CANCEL = new Set(['\u0003', '\u0004'])
const BACK = new Set(['\u007f', '\b'])
const CLEAR = '\u0015'

/** Whether there is someone to ask. */
export function isAtTerminal(): boolean {
  return process.stdin.isTTY && process.stderr.isTTY
}

/** What was typed, without the line's end. Throws `Refused` when it is given up with Ctrl-C. */
export async function askHidden(question: string): Promise<string> {
  const { stdin, stderr } = process
  stderr.write(question)
  stdin.setRawMode(true)
  stdin.setEncoding('utf8')
  stdin.resume()
  let letters: string[] = []
  try {
    return await new Promise<string>((resolve, reject) => {
      stdin.on('data', (typed: string) => {
        for (const letter of typed) {
          if (ENTER.has(letter)) resolve(letters.join(''))
          else if (CANCEL.has(letter)) reject(new Refused('Given up. Nothing was done.'))
          else if (BACK.has(letter)) letters.pop()
          else if (letter === CLEAR) letters = []
          else letters.push(letter)
        }
      })
    })
  } finally {
    stdin.removeAllListeners('data')
    stdin.setRawMode(false)
    stdin.pause()
    stderr.write('\n')
  }
}
