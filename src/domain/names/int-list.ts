/** A list of 32-bit numbers that grows. Records and postings are held in these, not in objects. */
export class IntList {
  values: Int32Array
  length = 0

  constructor(capacity = 1024) {
    this.values = new Int32Array(capacity)
  }

  push(value: number): void {
    if (this.length === this.values.length) this.reserve(this.length + 1)
    this.values[this.length++] = value
  }

  at(index: number): number {
    return this.values[index] ?? 0
  }

  /** Makes room for so many values in all. */
  reserve(capacity: number): void {
    if (capacity <= this.values.length) return
    const grown = new Int32Array(Math.max(capacity, this.values.length + (this.values.length >> 1)))
    grown.set(this.values.subarray(0, this.length))
    this.values = grown
  }

  /** Gives back the room that is not used. */
  trim(): void {
    if (this.values.length > this.length) this.values = this.values.slice(0, this.length)
  }
}
