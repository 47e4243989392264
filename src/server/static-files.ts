/**
 * The built pages. Files under `assets/` carry a hash in their name and are kept by the browser for
 * good; every other address is the same page, which finds its own way.
 */
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context } from 'hono'
import { accepts } from 'hono/accepts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.map': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
}
const SMALLER = new Set(['.html', '.js', '.css', '.svg', '.json', '.txt', '.map', '.wasm'])
const FOR_GOOD = 'private, max-age=31536000, immutable'

type Encoding = 'br' | 'gzip' | 'identity'

/** Answers from the folder; `undefined` where it holds neither that file nor a page. */
export function staticFiles(root: string): (c: Context) => Promise<Response | undefined> {
  const kept = new Map<string, Promise<Buffer<ArrayBuffer>>>()

  const answer = async (c: Context, name: string): Promise<Response | undefined> => {
    const kind = extname(name)
    const type = TYPES[kind]
    if (type === undefined) return undefined
    const hashed = name.startsWith('assets/')
    const encoding = SMALLER.has(kind) ? encodingFor(c) : 'identity'
    const read = () => readEncoded(join(root, name), encoding)
    const bytes = hashed ? remember(kept, `${encoding} ${name}`, read) : read()
    const body = await orMissing(bytes)
    if (body === undefined) return undefined
    return c.body(body, 200, {
      'content-type': type,
      'cache-control': hashed ? FOR_GOOD : 'no-cache',
      vary: 'accept-encoding',
      ...(encoding !== 'identity' && { 'content-encoding': encoding }),
    })
  }

  return async (c) => {
    const name = fileName(c.req.path)
    const file = name === undefined ? undefined : await answer(c, name)
    if (file || name === undefined || name.startsWith('assets/')) return file
    return answer(c, 'index.html')
  }
}

/** The file meant, relative to the folder; `undefined` for what would leave it. */
function fileName(path: string): string | undefined {
  let name: string
  try {
    name = normalize(decodeURIComponent(path).replace(/^\/+/, ''))
  } catch {
    // An address that cannot be decoded names no file.
    return undefined
  }
  return name.startsWith('..') || name.includes('\0') || name.includes(`${sep}..${sep}`)
    ? undefined
    : name
}

function encodingFor(c: Context): Encoding {
  const taken = accepts(c, {
    header: 'Accept-Encoding',
    supports: ['br', 'gzip', 'identity'],
    default: 'identity',
  })
  return taken === 'br' || taken === 'gzip' ? taken : 'identity'
}

async function readEncoded(file: string, encoding: Encoding): Promise<Buffer<ArrayBuffer>> {
  const bytes = await readFile(file)
  if (encoding === 'gzip') return promisify(gzip)(bytes)
  if (encoding === 'identity') return bytes
  return promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
}

function remember<T>(
  kept: Map<string, Promise<T>>,
  key: string,
  make: () => Promise<T>,
): Promise<T> {
  const made = kept.get(key) ?? make()
  kept.set(key, made)
  // What could not be read now may be there later.
  made.catch(() => kept.delete(key))
  return made
}

async function orMissing<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return undefined
    throw error
  }
}
