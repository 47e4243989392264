/**
 * Zip archives, as DOCX and XLSX are, with nothing in them but names and contents.
 *
 * The libraries that write those files stamp each part with the clock. Written anew here, equal
 * documents are equal bytes, so that an edition can be told from another by its hash. It reads what
 * those libraries write: deflated or stored parts of less than 4 GB, without encryption.
 */
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

export type ZipPart = { readonly name: string; readonly data: Uint8Array }

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const DEFLATED = 8
const UTF8_NAMES = 0x0800
/** 1980-01-01, the first day a zip can hold, in the format's own notation. */
const FIRST_ZIP_DAY = 0x0021

/** The parts in the order of the archive's directory. Throws a RangeError when the bytes are no zip. */
export function readZip(bytes: Uint8Array): readonly ZipPart[] {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = zip.length - 22
  while (end >= 0 && zip.readUInt32LE(end) !== END) end -= 1
  if (end < 0) throw new RangeError('Not a zip archive: it has no directory.')
  const parts: ZipPart[] = []
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((o) =>
      zip.readUInt16LE(at + o),
    )
    const name = zip.toString('utf8', at + 46, at + 46 + (nameLength ?? 0))
    parts.push({ name, data: readPart(zip, at) })
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0)
  }
  return parts
}

function readPart(zip: Buffer, directoryAt: number): Uint8Array {
  const method = zip.readUInt16LE(directoryAt + 10)
  const size = zip.readUInt32LE(directoryAt + 20)
  const at = zip.readUInt32LE(directoryAt + 42)
  const from = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28)
  const packed = zip.subarray(from, from + size)
  return method === DEFLATED ? inflateRawSync(packed) : packed
}

/** An archive of the parts in the order given; equal parts make equal bytes. */
export function writeZip(parts: readonly ZipPart[]): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, data } of parts) {
    const [nameBytes, packed] = [Buffer.from(name, 'utf8'), deflateRawSync(data)]
    const fields = partFields(data, packed, nameBytes)
    const local = Buffer.concat([uint32(LOCAL), fields, nameBytes, packed])
    directory.push(
      Buffer.concat([
        uint32(CENTRAL),
        uint16(20),
        fields,
        Buffer.alloc(10),
        uint32(offset),
        nameBytes,
      ]),
    )
    locals.push(local)
    offset += local.length
  }
  const size = directory.reduce((sum, entry) => sum + entry.length, 0)
  const [count, start] = [uint16(parts.length), uint32(offset)]
  const end = [uint32(END), Buffer.alloc(4), count, count, uint32(size), start, uint16(0)]
  return new Uint8Array(Buffer.concat([...locals, ...directory, ...end]))
}

// What stands alike before a part and in the directory.
function partFields(data: Uint8Array, packed: Buffer, name: Buffer): Buffer {
  const [method, sizes] = [uint16(DEFLATED), [uint32(packed.length), uint32(data.length)]]
  const stamp = [uint16(0), uint16(FIRST_ZIP_DAY), uint32(crc32(data))]
  return Buffer.concat([
    uint16(20),
    uint16(UTF8_NAMES),
    method,
    ...stamp,
    ...sizes,
    uint16(name.length),
    uint16(0),
  ])
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
