/**
 * Looks a whole list up: what it shows of its ways is learned first, then its entries are shared among
 * the threads, a few at a time, so that whoever looks one name up meanwhile does not wait. In the end
 * of entries that claim one person the likelier keeps it.
 */
import { NameIndex, settleClaims } from '../domain/names/match-names.ts'
import type { MatchCandidate, NameRecord } from '../domain/names/match-names.ts'
import type { RegisterNames } from './name-service.ts'

/** Few enough that a look-up in between waits some tens of milliseconds at most. */
const AT_ONCE = 25
let lastList = 0

export type ListWatch = {
  /** Told how many entries are looked up; none while the ways of the list are learned. */
  readonly onProgress?: (done: number, of: number) => void
  readonly signal?: AbortSignal
}

/** Candidates of each record, in the order of the records. Throws the signal's reason when given up. */
export async function lookUpList(
  names: RegisterNames,
  records: readonly NameRecord[],
  limit: number,
  { onProgress, signal }: ListWatch = {},
): Promise<readonly (readonly MatchCandidate[])[]> {
  const list = (lastList += 1)
  onProgress?.(0, records.length)
  try {
    const ways = await names.ask({ urgency: 'later' }, 'learnList', records)
    signal?.throwIfAborted()
    await names.askAll('beginList', list, ways)
    const found = new Array<readonly MatchCandidate[]>(records.length).fill([])
    let [next, done] = [0, 0]
    const work = async (at: number) => {
      while (next < records.length) {
        signal?.throwIfAborted()
        const from = next
        const part = records.slice(from, (next += AT_ONCE))
        const asked = { urgency: 'later', at } as const
        const told = await names.ask(asked, 'lookUpPart', list, part, limit)
        for (const [i, candidates] of told.entries()) found[from + i] = candidates
        onProgress?.((done += part.length), records.length)
      }
    }
    await Promise.all(Array.from({ length: names.width }, (_, at) => work(at)))
    // The index stays with the threads; of one that is empty the weights alone are asked.
    return settleClaims(new NameIndex(names.weights), found)
  } finally {
    await names.askAll('endList', list).catch(() => undefined) // threads that are gone have ended it
  }
}
