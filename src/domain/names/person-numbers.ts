/** Ids of persons under numbers, in a table that takes a few bytes a person. */

const EMPTY = -1
const GONE = -2

export class PersonNumbers {
  /** The id of each number; those that were removed keep theirs. */
  readonly ids: string[] = []
  private table = new Int32Array(1024).fill(EMPTY)
  private used = 0

  find(id: string): number | undefined {
    const number = this.table[this.slotOf(id)] ?? EMPTY
    return number < 0 ? undefined : number
  }

  /** A new number for the id, which must have none. */
  add(id: string): number {
    if ((this.used + 1) * 2 > this.table.length) this.grow()
    const number = this.ids.length
    this.ids.push(id)
    this.put(id, number)
    return number
  }

  remove(id: string): void {
    const slot = this.slotOf(id)
    if ((this.table[slot] ?? EMPTY) >= 0) this.table[slot] = GONE
  }

  /** The slot that holds the id, or the empty one where the search for it ends. */
  private slotOf(id: string): number {
    const mask = this.table.length - 1
    for (let slot = hash(id) & mask; ; slot = (slot + 1) & mask) {
      const number = this.table[slot] ?? EMPTY
      if (number === EMPTY || (number >= 0 && this.ids[number] === id)) return slot
    }
  }

  private put(id: string, number: number): void {
    const mask = this.table.length - 1
    let slot = hash(id) & mask
    while ((this.table[slot] ?? EMPTY) !== EMPTY) slot = (slot + 1) & mask
    this.table[slot] = number
    this.used += 1
  }

  private grow(): void {
    const before = this.table
    this.table = new Int32Array(before.length * 2).fill(EMPTY)
    this.used = 0
    for (const number of before) if (number >= 0) this.put(this.ids[number] ?? '', number)
  }
}

function hash(id: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < id.length; at += 1) value = Math.imul(value ^ id.charCodeAt(at), 0x01000193)
  return (value ^ (value >>> 15)) >>> 0
}
