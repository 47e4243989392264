/** What is held in memory beside an open store and has to end with it, such as threads. */
import type { Database } from '../store/database/reader-writer.ts'

const ends = new WeakMap<Database, (() => Promise<void>)[]>()

/** To be called once for each thing that is held. */
export function endWithStore(database: Database, end: () => Promise<void>): void {
  const all = ends.get(database) ?? []
  ends.set(database, all)
  all.push(end)
}

/** Ends all of it. To be called before the store is closed. */
export async function endHeld(database: Database): Promise<void> {
  const all = ends.get(database) ?? []
  ends.delete(database)
  await Promise.all(all.map((end) => end()))
}
