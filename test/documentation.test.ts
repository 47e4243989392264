/** What the program offers is documented, and what the documents say of it is so. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { describedApp } from '../docs/api-reference.ts'
import { readCommands } from '../docs/cli-reference.ts'
import { SETTINGS, WORKING_SETTINGS } from '../docs/settings.ts'
import { noteOn, readTables } from '../docs/tables-reference.ts'
import { makeReference } from '../docs/write-reference.ts'
import { Alert, GoalStanding, Life } from '../src/contract/assessment.ts'
import { explainBenchmark } from '../src/domain/assessment/explanation.ts'
import { evaluatorOf } from '../src/domain/assessment/evaluator.ts'
import { ROLES } from '../src/domain/access/may.ts'
import { calendarDate } from '../src/domain/basics/calendar-date.ts'
import { CONSENT_ANSWERS, CONSENT_USES } from '../src/domain/access/consent.ts'
import { CASE_CATEGORIES } from '../src/domain/cases/case.ts'
import { CASE_EVENT_KINDS } from '../src/domain/cases/case-event.ts'
import { NAME_KINDS } from '../src/domain/cases/person.ts'
import { RECEPTIONS } from '../src/domain/lists/presentation.ts'
import { RESPONSE_CODES } from '../src/domain/lists/response.ts'
import { COUNTING_UNITS } from '../src/domain/basics/counting-unit.ts'
import type { BenchmarkId } from '../src/domain/basics/ids.ts'
import { BASES, RULE_STAGES, SWITCHES, VERIFICATIONS } from '../src/domain/evidence/event.ts'
import { SERIES_KINDS } from '../src/domain/evidence/series.ts'
import { OUTCOMES } from '../src/domain/evidence/undertaking.ts'
import { BENCHMARK_KINDS } from '../src/domain/goals/benchmark.ts'
import { OBJECTIVES, TIERS } from '../src/domain/goals/goal.ts'
import { checkBenchmarks } from '../src/domain/goals/language/check-benchmarks.ts'
import { GRAMMAR } from '../src/domain/goals/language/grammar.ts'
import { MEASURE_NAMES } from '../src/domain/goals/language/syntax.ts'
import { readProgrammeFiles } from '../src/exchange/read-programme-files.ts'
import { RECORD_TABLES } from '../src/store/database/columns.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

function filesIn(folder: string, ending: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => ending.test(file) && !file.includes('node_modules'))
}

const documents = [
  ...readdirSync(root).filter((file) => file.endsWith('.md')),
  'examples/README.md',
  ...filesIn('docs', /\.md$/),
]
const scripts: Readonly<Record<string, string>> = JSON.parse(read('package.json')).scripts

/** Words that stand in `code` somewhere in a text, alone or among others. */
function codeWords(text: string): Set<string> {
  const plain = text.replace(/```[\s\S]*?```/g, '')
  return new Set(Array.from(plain.matchAll(/`([^`\n]+)`/g), ([, word = '']) => word))
}

/** Rows of the first table after a heading or mark, each as its cells. */
function tableAfter(text: string, mark: string): string[][] {
  const rest = text.slice(text.indexOf(mark) + mark.length)
  const lines = rest.split('\n').slice(rest.split('\n').findIndex((line) => line.startsWith('|')))
  const end = lines.findIndex((line) => !line.startsWith('|'))
  return lines.slice(2, end < 0 ? undefined : end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

describe('the reference that is made from the code', async () => {
  const made = await makeReference()
  it.each(Object.keys(made))('%s is as the code makes it (npm run docs)', (name) => {
    expect(read(`docs/reference/${name}`)).toBe(made[name])
  })
})

describe('what the program offers', () => {
  it('has every command, with its options, in the reference and in the README', async () => {
    const commands = await readCommands()
    const files = readdirSync(join(root, 'src/cli/commands')).filter(
      (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
    )
    expect(commands.map(({ spec }) => spec.name).sort()).toEqual(
      files.map((file) => file.replace('.ts', '')).sort(),
    )
    const [cli, readme] = [read('docs/reference/cli.md'), read('README.md')]
    const undocumented = commands.flatMap(({ spec }) => [
      ...(cli.includes(`\n## ${spec.name}\n`) ? [] : [spec.name]),
      ...(readme.includes(`\`demarche ${[spec.name, ...spec.operands].join(' ')}`)
        ? []
        : [`${spec.name} in the README`]),
      ...Object.keys(spec.options).filter((option) => !cli.includes(`--${option}`)),
    ])
    expect(undocumented).toEqual([])
  })

  it('has every route in the reference', () => {
    const api = read('docs/reference/api.md')
    const routes = describedApp()
      .routes()
      .filter(({ path }) => path !== '/api/openapi.json')
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
    expect(routes.length).toBeGreaterThan(30)
    expect(routes.filter((route) => !api.includes(`### \`${route}\``))).toEqual([])
  })

  it('has every table of the store in the reference, and says what each column holds', async () => {
    const made = await readTables()
    const names = made.map(({ name }) => name)
    const expected = [...RECORD_TABLES, 'audit_entry', 'migration']
    expect(expected.filter((name) => !names.includes(name))).toEqual([])
    const tables = read('docs/reference/tables.md')
    const undocumented = made.flatMap(({ name, columns }) =>
      columns
        .filter(
          (column) => !tables.includes(`| \`${column.name}\` |`) || !noteOn(name, column.name),
        )
        .map((column) => `${name}.${column.name}`),
    )
    expect(undocumented).toEqual([])
    expect(names.filter((name) => !tables.includes(`\n## ${name}\n`))).toEqual([])
  })

  it('has every setting that the code reads in the reference, and no other', () => {
    const code = [
      ...['src', 'test', 'perf', 'docs'].flatMap((folder) => filesIn(folder, /\.tsx?$/)),
      ...['vite.config.ts', 'bin/demarche.js'],
    ]
    const found = code.flatMap((file) =>
      Array.from(read(file).matchAll(/\benv\[?\s*['.]([A-Z_]{3,})/g), ([, name = '']) => name),
    )
    // Node itself looks at this one for `styleText`; the terminal says that it is heeded.
    const known = [...SETTINGS, ...WORKING_SETTINGS].map(({ name }) => name)
    expect([...new Set([...found, 'NO_COLOR'])].sort()).toEqual([...known].sort())
  })
})

describe('the glossary', () => {
  const glossary = read('GLOSSARY.md')
  const words = codeWords(glossary)

  const vocabularies: Readonly<Record<string, readonly string[]>> = {
    'series kinds': SERIES_KINDS,
    verifications: VERIFICATIONS,
    bases: BASES,
    switches: SWITCHES,
    'stages of a rule': RULE_STAGES,
    'outcomes of undertakings': OUTCOMES,
    tiers: TIERS,
    objectives: OBJECTIVES,
    'kinds of benchmark': BENCHMARK_KINDS,
    'counting units': COUNTING_UNITS,
    'kinds of name': NAME_KINDS,
    'categories of case': CASE_CATEGORIES,
    'kinds of case event': CASE_EVENT_KINDS,
    'uses of consent': CONSENT_USES,
    'answers to consent': CONSENT_ANSWERS,
    'how a list is received': RECEPTIONS,
    'codes of responses': RESPONSE_CODES,
    roles: ROLES,
    standings: GoalStanding.options,
    lives: Life.options,
    alerts: Alert.shape.kind.options,
    measures: MEASURE_NAMES,
    'words of the language': Array.from(
      GRAMMAR.matchAll(/kw<"([^"]+)">/g),
      ([, word = '']) => word,
    ).filter((word) => word !== 'benchmark'),
  }
  it.each(Object.keys(vocabularies))('has every word of the vocabulary: %s', (name) => {
    const vocabulary = vocabularies[name] ?? []
    expect(vocabulary.length).toBeGreaterThan(1)
    expect(vocabulary.filter((word) => !words.has(word))).toEqual([])
  })

  it('has every type of the domain, under the file in which it stands', () => {
    const said = tableAfter(glossary, '## Names in the code').flatMap(([file = '', names = '']) =>
      Array.from(names.matchAll(/`(\w+)`/g), ([, name]) => `${file.replaceAll('`', '')}: ${name}`),
    )
    const there = filesIn('src/domain', /(?<!\.test|\.d)\.ts$/).flatMap((file) =>
      Array.from(
        read(file).matchAll(/^export type (\w+)/gm),
        ([, name]) => `${relative('src', file)}: ${name}`,
      ),
    )
    expect([...said].sort()).toEqual([...there].sort())
  })

  it('names files that are there', () => {
    const named = Array.from(glossary.matchAll(/`([\w/-]+\.tsx?)`/g), ([, file = '']) => file)
    expect(named.length).toBeGreaterThan(100)
    expect(named.filter((file) => !existsSync(join(root, 'src', file)))).toEqual([])
  })

  it('says each term once', () => {
    const terms = Array.from(
      glossary.matchAll(/^\| ([^|]+?) +\|/gm),
      ([, term = '']) => term,
    ).filter((term) => !/^(-+|term|file)$/.test(term) && !term.startsWith('`domain/'))
    expect(terms.filter((term, index) => terms.indexOf(term) !== index)).toEqual([])
  })
})

describe('the architecture', () => {
  const architecture = read('ARCHITECTURE.md')
  const boundaries = read('test/boundaries.test.ts')

  it('has the import table that the boundaries test holds', () => {
    const [, body = ''] = /MAY_IMPORT[^=]*= \{([\s\S]*?)\n\}/.exec(boundaries) ?? []
    const held = Array.from(body.matchAll(/(\w+): \[([\s\S]*?)\]/g), ([, folder, list = '']) => [
      folder,
      Array.from(list.matchAll(/'([^']+)'/g), ([, name]) => name),
    ])
    const said = tableAfter(architecture, '<!-- imports -->').map(([folder = '', list = '']) => [
      folder.replaceAll('`', ''),
      Array.from(list.matchAll(/`([^`]+)`/g), ([, name]) => name),
    ])
    expect(held.length).toBeGreaterThan(8)
    expect(said).toEqual(held)
  })

  it('has the order of the domain that the boundaries test holds', () => {
    const [, held = ''] = /DOMAIN_ORDER =\s*'([^']+)'/.exec(boundaries) ?? []
    const [, said = ''] = /<!-- order -->([\s\S]*?)<!-- \/order -->/.exec(architecture) ?? []
    expect(held.split(' ').length).toBeGreaterThan(5)
    expect(Array.from(said.matchAll(/`(\w+)`/g), ([, area]) => area)).toEqual(held.split(' '))
  })

  it('names files that are there', () => {
    const folders = ['', 'src', 'src/domain', 'src/domain/assessment', 'src/domain/evidence']
    const named = [...codeWords(architecture)].filter((word) =>
      /^[\w/.-]+\.(ts|tsx|js|md)$/.test(word),
    )
    const absent = named.filter(
      (file) =>
        ![...folders, 'src/actions', 'src/server', 'src/web'].some((folder) =>
          existsSync(join(root, folder, file)),
        ),
    )
    expect(named.length).toBeGreaterThan(20)
    expect(absent).toEqual([])
  })
})

describe('the rules', () => {
  const rules = read('docs/reference/rules.md')
  const numbers = Array.from(rules.matchAll(/^\*\*R(\d+)\*\* /gm), ([, number]) => Number(number))

  it('stand in the order of their numbers, each once', () => {
    expect(numbers.length).toBeGreaterThan(200)
    expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b))
  })

  it('have every number that code or documents cite', () => {
    const citing = [...filesIn('src', /\.tsx?$/), ...filesIn('test', /\.ts$/), ...documents]
    const cited = citing.flatMap((file) =>
      Array.from(read(file).matchAll(/(?<![\w*])R(\d+)\b(?!\*\*)/g), ([, number]) => ({
        file,
        number: Number(number),
      })),
    )
    expect(cited.length).toBeGreaterThan(20)
    expect(cited.filter(({ number }) => !numbers.includes(number))).toEqual([])
  })
})

describe('the decisions', () => {
  const decisions = readdirSync(join(root, 'docs/decisions')).sort()

  it('are numbered without a gap', () => {
    expect(decisions.map((file) => Number(file.slice(0, 4)))).toEqual(
      decisions.map((_, index) => index + 1),
    )
  })

  it('have every dependency with its version and licence', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json'))
    const versions: Readonly<Record<string, string>> = { ...dependencies, ...devDependencies }
    const there = Object.entries(versions).map(([name, version]) => {
      const { license } = JSON.parse(read(`node_modules/${name}/package.json`))
      return `${name} ${version} ${license}`
    })
    const page = read('docs/decisions/0012-dependencies.md')
    const said = Array.from(
      page.matchAll(/^\| `([^`]+)` +\| ([\d.]+) +\| ([\w.-]+) +\|/gm),
      ([, name, version, licence]) => `${name} ${version} ${licence}`,
    )
    expect([...said].sort()).toEqual([...there].sort())
  })
})

describe('the guide', () => {
  const writing = read('docs/guide/write-a-benchmark.md')
  const blocks = (text: string) =>
    Array.from(text.matchAll(/```\w*\n([\s\S]*?)```/g), ([, block = '']) => block)
  const LISTS = ['political', 'bilateral']
    .map((name) => ` list ${name} = "${name}" frozen 1988-04-01;`)
    .join('\n')
  const faultsOf = (body: string) =>
    checkBenchmarks(
      `benchmark x "x" outcome {\n peers band = "b";\n${LISTS}\n require kept(x);\n${body}\n}`,
      undefined,
    )

  it('asks for nothing that cannot be read', () => {
    const asked = tableAfter(writing, '## What you can ask for').map(
      ([, cell = '']) => /`([^`]+)`/.exec(cell)?.[1] ?? '',
    )
    expect(asked.length).toBeGreaterThan(10)
    expect(asked.filter((test) => faultsOf(`require ${test};`).length > 0)).toEqual([])
    const clauses = blocks(writing.slice(writing.indexOf('## What else you can say')))[0] ?? ''
    expect(faultsOf(clauses)).toEqual([])
  })

  it('begins a programme that is taken as it says, and judged as it says', () => {
    const files = new Map<string, Uint8Array>()
    for (const block of blocks(read('docs/guide/begin-a-programme.md'))) {
      const [, name, text = ''] = /^# (\S+\.(?:yaml|csv))\n([\s\S]*)$/.exec(block) ?? []
      if (name) files.set(name, Buffer.from(text))
    }
    files.set('benchmarks.txt', Buffer.from(blocks(writing)[0] ?? ''))
    const { record, refusals } = readProgrammeFiles(files)
    expect(refusals).toEqual([])
    if (!record) throw new Error('the folder of the guide has no programme')
    const { sources, series, goals, benchmarks, figures, events } = record
    expect(read('docs/guide/begin-a-programme.md')).toContain(
      `taken: programme 1, sources ${sources.length}, series ${series.length}, goals ${goals.length}, ` +
        `benchmarks ${benchmarks.length}, figures ${figures.length}, events ${events.length}.`,
    )
    const [asOf, knownOn] = ['2024-06-30', '2024-07-31'].map(calendarDate)
    if (!asOf || !knownOn) throw new Error('two days stand above')
    const found = explainBenchmark(
      evaluatorOf(record),
      'exit-permits' as BenchmarkId,
      asOf,
      knownOn,
    )?.benchmark
    expect(found?.standing).toBe('insufficient')
    expect(writing.replace(/\s+/g, ' ')).toContain(found?.why)
  })
})

describe('the documents', () => {
  it('have no dead link', () => {
    const dead = documents.flatMap((file) => {
      const text = read(file).replace(/```[\s\S]*?```/g, '')
      return Array.from(text.matchAll(/\]\(([^)\s]+)\)/g), ([, link = '']) => link)
        .filter((link) => !/^https?:/.test(link))
        .filter((link) => !leadsSomewhere(file, link))
        .map((link) => `${file}: ${link}`)
    })
    expect(dead).toEqual([])
  })

  it('can all be reached from the README', () => {
    const seen = new Set<string>()
    const follow = (file: string): void => {
      if (seen.has(file) || !file.endsWith('.md') || !existsSync(join(root, file))) return
      seen.add(file)
      for (const [, link = ''] of read(file).matchAll(/\]\(([^)\s#]+)/g))
        if (!/^https?:/.test(link)) follow(relative(root, resolve(root, dirname(file), link)))
    }
    follow('README.md')
    const decisions = /^docs\/decisions\//
    expect(documents.filter((file) => !seen.has(file) && !decisions.test(file))).toEqual([])
  })

  it('name only scripts that there are, and there is a document that names each', () => {
    const named = documents.flatMap((file) =>
      Array.from(read(file).matchAll(/npm run ([\w:]+)/g), ([, script = '']) => script),
    )
    const used = [...named, 'start', 'test']
    expect(named.filter((script) => !Object.hasOwn(scripts, script))).toEqual([])
    expect(Object.keys(scripts).filter((script) => !used.includes(script))).toEqual([])
  })

  it('give two commands on the first screen that are each enough on a fresh clone', () => {
    const first = read('README.md').split('\n## ')[0] ?? ''
    const blocks = Array.from(first.matchAll(/```sh\n([^`]*)\n```/g), ([, command]) => command)
    expect(blocks).toEqual(['npm ci && npm start', 'npm ci && npm test'])
    expect(scripts['start']).toMatch(/^node bin\/demarche\.js start\b/)
    expect(scripts['test']).toBe('npm run check')
    expect(read('.ci/run')).toMatch(/^npm ci\nnpm run check$/m)
  })
})

function leadsSomewhere(from: string, link: string): boolean {
  const [path = '', anchor] = link.split('#')
  const target = path === '' ? from : relative(root, resolve(root, dirname(from), path))
  if (!existsSync(join(root, target))) return false
  if (anchor === undefined) return true
  const headings = Array.from(read(target).matchAll(/^#+ (.+)$/gm), ([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  )
  return headings.includes(anchor)
}
