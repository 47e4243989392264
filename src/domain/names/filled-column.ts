/** A column of 32-bit numbers, one a person, that takes no room while all of them are the same. */
export class FilledColumn {
  private values = new Int32Array(0)
  private readonly fill: number

  /** `fill` stands for every person for whom nothing was set. */
  constructor(fill: number) {
    this.fill = fill
  }

  at(person: number): number {
    return this.values[person] ?? this.fill
  }

  set(person: number, value: number): void {
    if (person >= this.values.length) {
      if (value === this.fill) return
      this.grow(Math.max(person + 1, 1024, this.values.length + (this.values.length >> 1)))
    }
    this.values[person] = value
  }

  /** Gives back the room beyond so many persons. */
  trim(persons: number): void {
    if (this.values.length > persons) this.values = this.values.slice(0, persons)
  }

  private grow(room: number): void {
    const grown = new Int32Array(room)
    grown.set(this.values)
    if (this.fill !== 0) grown.fill(this.fill, this.values.length)
    this.values = grown
  }
}
