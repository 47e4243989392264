/** One line on the terminal that is written over; nothing where no one watches. */
export type ProgressLine = { readonly show: (text: string) => void; readonly clear: () => void }

export function progressLine(stream: NodeJS.WriteStream = process.stderr): ProgressLine {
  if (!stream.isTTY) return { show: () => undefined, clear: () => undefined }
  const write = (text: string) => {
    stream.cursorTo(0)
    stream.clearLine(1)
    stream.write(text.slice(0, stream.columns - 1))
  }
  return { show: write, clear: () => write('') }
}
