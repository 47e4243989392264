/** A crossed frame: stands where a drawing is that the reader's program cannot show (PNG, W3C 2003). */
import { crc32, deflateSync } from 'node:zlib'

/** A PNG of the width and height given, in pixels, whole and above 0: white, framed, crossed. */
export function placeholderPng(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.writeUInt8(8, 8) // eight bits a pixel, grey
  const lines = Array.from({ length: height }, (_, y) => {
    const line = Buffer.alloc(1 + width, 0xff)
    line.writeUInt8(0, 0) // lines are not filtered
    const across = Math.floor((y * width) / height)
    const dark = y === 0 || y === height - 1 ? line.keys() : [1, width, 1 + across, width - across]
    for (const x of dark) if (x > 0) line.writeUInt8(0xb0, x)
    return line
  })
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const pixels = deflateSync(Buffer.concat(lines))
  const chunks = [chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]
  return new Uint8Array(Buffer.concat([signature, ...chunks]))
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
