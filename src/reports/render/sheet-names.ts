/**
 * Names that Excel takes for sheets: 1 to 31 UTF-16 units, none of `: \ / ? * [ ]`, no apostrophe at
 * either end, not `History`, and no two alike without regard to case.
 */
const LONGEST = 31

/** One name for each text, in order, as near to the text as Excel allows. */
export function nameSheets(texts: readonly string[]): readonly string[] {
  const taken = new Set(['history'])
  return texts.map((text, index) => {
    const plain = text
      .replace(/[:\\/?*[\]\n\t\ufffd]/g, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^['\s]+|['\s]+$/g, '')
    const wanted = plain === '' ? String(index + 1) : plain
    let name = cut(wanted, LONGEST)
    for (let again = 2; taken.has(name.toLowerCase()); again += 1) {
      const ending = ` (${again})`
      name = cut(wanted, LONGEST - ending.length) + ending
    }
    taken.add(name.toLowerCase())
    return name
  })
}

// Not through the middle of a character, and not so that an apostrophe or a space ends it.
function cut(text: string, length: number): string {
  const short = text.slice(0, length)
  return short.replace(/[\ud800-\udbff]$/, '').replace(/['\s]+$/, '')
}
