/**
 * A register of any size, of recombined tokens: given names and family names of the sets, drawn as
 * often as they stand there, with invented days of birth. Nobody in it exists.
 */
import type { DayNumber } from '../../src/domain/basics/calendar-date.ts'
import type { NameRecord } from '../../src/domain/names/name-record.ts'
import { makeRandom, readLines, readTable } from './read-sets.ts'

type Pools = { readonly given: readonly string[]; readonly family: readonly string[] }

const FIRST_BIRTH = -14_600
const BIRTH_SPAN = 25_500

export function readPools(folder: string): readonly Pools[] {
  const registry = readTable(folder, 'registry/2025-03.tsv.gz').map(({ name_latn = '' }) =>
    name_latn.split(' ').filter((word) => word.length > 1),
  )
  const others = ['global', 'us'].flatMap((set) =>
    readTable(folder, `candidates/negatives_${set}.csv.gz`),
  )
  const letters = ['arabic', 'hebrew', 'russian'].flatMap((set) =>
    readLines(folder, `nertranslit/wd_${set}_80.tsv.gz`).flatMap(
      (line) => line.split('\t')[0] ?? [],
    ),
  )
  return [
    {
      given: registry.flatMap((words) => words.slice(0, -1)),
      family: registry.flatMap((words) => words.slice(-1)),
    },
    {
      given: others.flatMap(({ first_name: name }) => (name ? [name] : [])),
      family: others.flatMap(({ last_name: name }) => (name ? [name] : [])),
    },
    { given: others.flatMap(({ first_name: name }) => (name ? [name] : [])), family: letters },
  ]
}

/** Persons `p-0`, `p-1` …, the same for the same seed. */
export function* makeRegister(
  pools: readonly Pools[],
  size: number,
  seed = 1,
): Generator<NameRecord> {
  const random = makeRandom(seed)
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? ''
  for (let i = 0; i < size; i += 1) {
    const kind = random() < 0.5 ? 0 : random() < 0.5 ? 1 : 2
    const { given, family } = pools[kind] ?? { given: [], family: [] }
    const words = [pick(given), ...(kind === 0 ? [pick(given), pick(given)] : []), pick(family)]
    const birth = (FIRST_BIRTH + Math.floor(random() * BIRTH_SPAN)) as DayNumber
    yield {
      id: `p-${i}`,
      names: [{ value: words.join(' ') }],
      ...(random() < 0.8 && { birth: { earliest: birth, latest: birth } }),
      ...(random() < 0.95 && { sex: random() < 0.5 ? 'm' : 'f' }),
    }
  }
}

/** Some of the persons again, with a slip of the pen, a name left out or the family name first. */
export function makeList(register: readonly NameRecord[], size: number, seed = 2): NameRecord[] {
  const random = makeRandom(seed)
  return Array.from({ length: size }, (_, i): NameRecord => {
    const { names, ...rest } = register[Math.floor(random() * register.length)] ?? {
      id: '',
      names: [],
    }
    let words = (names[0]?.value ?? '').split(' ')
    const way = random()
    if (way < 0.4) {
      const at = Math.floor(random() * words.length)
      words = words.map((word, place) => (place === at ? slip(word, random) : word))
    } else if (way < 0.6 && words.length > 2) words = words.toSpliced(1, 1)
    else if (way < 0.8) words = [words.at(-1) ?? '', ...words.slice(0, -1)]
    const { birth, ...others } = rest
    return {
      ...others,
      id: `${rest.id}=${i}`,
      names: [{ value: words.join(' ') }],
      ...(birth && random() < 0.7 && { birth }),
    }
  })
}

function slip(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * Math.max(word.length - 1, 1))
  return random() < 0.5
    ? word.slice(0, at) + word.slice(at + 1)
    : word.slice(0, at) + (word[at - 1] ?? '') + word.slice(at)
}
