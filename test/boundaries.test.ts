/** The map holds: layers import only what the architecture allows, the domain reasons in one direction. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, it } from 'vitest'

/** What each folder of src/ may import besides itself. ARCHITECTURE.md shows the same table. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  domain: ['@lezer/common', '@lezer/generator', '@lezer/lr', 'any-ascii', 'edtf'],
  contract: ['zod'],
  store: ['domain', 'node', 'kysely', 'pg', '@electric-sql/pglite'],
  exchange: ['domain', 'node', 'csv-parse', 'csv-stringify', 'read-excel-file', 'yaml'],
  reports: [
    'domain',
    'node',
    'docx',
    'csv-stringify',
    'write-excel-file',
    '@myriaddreamin/typst-ts-node-compiler',
    '@observablehq/plot',
    'linkedom',
  ],
  solve: ['node', 'highs'],
  actions: ['domain', 'store', 'exchange', 'reports', 'solve', 'node', 'csv-parse'],
  server: [
    'domain',
    'contract',
    'actions',
    'node',
    'hono',
    '@hono/node-server',
    '@hono/zod-openapi',
    'zod',
    'vite',
  ],
  web: [
    'domain',
    'contract',
    'react',
    'react-dom',
    'react-router',
    '@tanstack/react-query',
    '@observablehq/plot',
    '@codemirror/autocomplete',
    '@codemirror/commands',
    '@codemirror/language',
    '@codemirror/lint',
    '@codemirror/state',
    '@codemirror/view',
    '@lezer/common',
    '@lezer/highlight',
    'zod',
    '@fontsource/ibm-plex-mono',
    '@fontsource/ibm-plex-sans',
    '@fontsource/ibm-plex-sans-arabic',
    '@fontsource/ibm-plex-serif',
  ],
  cli: ['domain', 'contract', 'actions', 'server', 'exchange', 'node', 'zod'],
}

/** The order of the programme's reasoning. An area imports itself and the areas before it. */
const DOMAIN_ORDER =
  'basics access standards evidence names cases lists goals assessment counterpart leverage engagement planning'.split(
    ' ',
  )

/** `import … from 'x'` and `export … from 'x'`, `import 'x'`, `import('x')`. */
const IMPORT =
  /^\s*(?:import|export)\s[^'"`;]*?\bfrom\s*'([^']+)'|^\s*import\s*'([^']+)'|\bimport\(\s*'([^']+)'/gm

const src = join(import.meta.dirname, '../src')
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !file.endsWith('.d.ts'),
)
const imports = files.flatMap((from) =>
  Array.from(readFileSync(join(src, from), 'utf8').matchAll(IMPORT), ([, named, bare, lazy]) => {
    const to = named ?? bare ?? lazy ?? ''
    return { from, to: to.startsWith('.') ? relative(src, join(src, dirname(from), to)) : to }
  }),
)
const isFile = (path: string) => files.includes(path)

function folderOf(path: string): string {
  if (path.startsWith('node:')) return 'node'
  return path.split('/', path.startsWith('@') ? 2 : 1).join('/')
}

it('finds the imports it is to judge', () => {
  expect(files.length).toBeGreaterThan(100)
  expect(imports.length).toBeGreaterThan(files.length)
})

it('imports point the way the architecture says', () => {
  const breaches = imports.filter(({ from, to }) => {
    const [here, there] = [folderOf(from), folderOf(to)]
    return here !== there && !MAY_IMPORT[here]?.includes(there)
  })
  expect(breaches).toEqual([])
})

it('the domain reasons in one direction', () => {
  const rank = (path: string) => DOMAIN_ORDER.indexOf(path.split('/')[1] ?? '')
  const unknown = files.filter((file) => file.startsWith('domain/') && rank(file) < 0)
  const breaches = imports.filter(
    ({ from, to }) =>
      isFile(to) &&
      folderOf(to) === 'domain' &&
      folderOf(from) === 'domain' &&
      rank(to) > rank(from),
  )
  expect({ unknown, breaches }).toEqual({ unknown: [], breaches: [] })
})

it('no file imports itself by way of others', () => {
  const done = new Set<string>()
  const visit = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file))
      throw new Error([...trail.slice(trail.indexOf(file)), file].join(' → '))
    if (done.has(file)) return
    for (const { from, to } of imports) if (from === file && isFile(to)) visit(to, [...trail, file])
    done.add(file)
  }
  for (const file of files) visit(file, [])
})

it('names say what a file is for', () => {
  const vague = files.filter((file) =>
    /(^|\/)(utils?|helpers?|common|shared|misc|managers?|index|v\d+)(\.|\/|$)/i.test(file),
  )
  expect(vague).toEqual([])
})

it('SQL is written in the store and nowhere else', () => {
  const elsewhere = imports.filter(
    ({ from, to }) =>
      folderOf(from) !== 'store' && ['kysely', 'pg', '@electric-sql/pglite'].includes(folderOf(to)),
  )
  expect(elsewhere).toEqual([])
})
