/**
 * Which items stand under which number. What was there when the lists were sealed lies in two arrays,
 * bucket after bucket; what came later hangs beside them.
 */
export class Postings {
  readonly mask: number
  /** Items of bucket b stand in `items` from `starts[b]` to before `starts[b + 1]`. */
  starts: Int32Array
  items: Int32Array = new Int32Array(0)
  /** Buckets that got items after sealing. */
  readonly later = new Map<number, number[]>()

  /** `buckets` is a power of two. */
  constructor(buckets: number) {
    this.mask = buckets - 1
    this.starts = new Int32Array(buckets + 1)
  }

  /**
   * Fills the buckets. `visit` calls what it is given for each bucket and item, in the same order
   * both times it is called.
   */
  seal(visit: (post: (bucket: number, item: number) => void) => void): void {
    const starts = new Int32Array(this.starts.length)
    visit((bucket) => {
      starts[bucket + 1] = (starts[bucket + 1] ?? 0) + 1
    })
    for (let b = 1; b < starts.length; b += 1) starts[b] = (starts[b] ?? 0) + (starts[b - 1] ?? 0)
    const items = new Int32Array(starts[starts.length - 1] ?? 0)
    const next = starts.slice(0, -1)
    visit((bucket, item) => {
      const place = next[bucket] ?? 0
      items[place] = item
      next[bucket] = place + 1
    })
    this.starts = starts
    this.items = items
    this.later.clear()
  }

  add(bucket: number, item: number): void {
    const list = this.later.get(bucket)
    if (list) list.push(item)
    else this.later.set(bucket, [item])
  }

  sizeOf(bucket: number): number {
    return (
      (this.starts[bucket + 1] ?? 0) -
      (this.starts[bucket] ?? 0) +
      (this.later.size > 0 ? (this.later.get(bucket)?.length ?? 0) : 0)
    )
  }
}

/** Spreads a number over all its 32 bits, so that the low ones can choose a bucket. */
export function spread(value: number): number {
  let x = Math.imul(value ^ (value >>> 16), 0x7feb352d)
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b)
  return (x ^ (x >>> 16)) >>> 0
}

/** One number for two, in either order. */
export function pairHash(a: number, b: number): number {
  return a < b ? spread(Math.imul(a, 0x9e3779b1) + b) : spread(Math.imul(b, 0x9e3779b1) + a)
}
