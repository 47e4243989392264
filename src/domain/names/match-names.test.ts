import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { calendarDate, toDayNumber } from '../basics/calendar-date.ts'
import {
  buildNameIndex,
  decisionOf,
  explainPair,
  findDoubles,
  findMatches,
  matchList,
  searchNames,
} from './match-names.ts'
import type { NameRecord } from './match-names.ts'

function someone(id: string, name: string, more: Partial<NameRecord> = {}): NameRecord {
  return { id, names: [{ value: name }], ...more }
}

function bornOn(day: string): Pick<NameRecord, 'birth'> {
  const number = toDayNumber(calendarDate(day))
  return { birth: { earliest: number, latest: number } }
}

const GIVEN = 'Anton Boris Viktor Grigory Dmitry Yegor Zakhar Ilya Konstantin Leonid'.split(' ')
const FAMILY = 'Velmin Orlatsky Trubin Zelenkov Markhov Skorin Pashkevich Lunts Rodnin'.split(' ')

/** Invented persons, ninety of them. */
const crowd = GIVEN.flatMap((given, i) =>
  FAMILY.map((family, j) => someone(`c-${i}-${j}`, `${given} ${family}`)),
)

const register = [
  ...crowd,
  someone('p-1', 'Anatoly Shcharansky', { ...bornOn('1948-01-20'), sex: 'm' }),
  someone('p-2', 'Natalia Shcharansky', { ...bornOn('1950-05-04'), sex: 'f' }),
  someone('p-3', 'Nureddin Velmazov'),
]

describe('findMatches', () => {
  it('finds a person under another script and says that it is one', () => {
    const [best] = findMatches(buildNameIndex(register), someone('q', 'Анатолий Щаранский'))
    expect(best?.person).toBe('p-1')
    expect(best?.reasons.map(({ relation }) => relation)).toContain('cross-script')
  })

  it('gives reasons that sum to the log-odds with the prior', () => {
    const index = buildNameIndex(register)
    const names = fc.constantFrom(
      'Sharansky Anatoli',
      'Щаранская Наталья',
      'Boris Orlatski',
      'A. Trubin',
    )
    const birth = fc.constantFrom({}, bornOn('1948-01-20'), bornOn('1950-04-05'))
    fc.assert(
      fc.property(names, birth, (name, born) => {
        for (const { logOdds, prior, reasons } of findMatches(index, someone('q', name, born))) {
          const sum = reasons.reduce((total, { weight }) => total + weight, prior)
          expect(Math.abs(sum - logOdds)).toBeLessThan(1e-6)
        }
      }),
    )
  })

  it('never says that it is certain, and ranks by log-odds', () => {
    const found = findMatches(
      buildNameIndex(register),
      someone('q', 'Anatoly Shcharansky', bornOn('1948-01-20')),
    )
    const probabilities = found.map(({ probability }) => probability)
    expect(probabilities.every((each) => each > 0 && each < 1)).toBe(true)
    expect(probabilities).toEqual(probabilities.toSorted((a, b) => b - a))
  })

  it('tells relatives apart by birth', () => {
    const index = buildNameIndex([
      ...register,
      someone('p-4', 'Anatoly Shcharansky', bornOn('1971-11-02')),
    ])
    const [best] = findMatches(index, someone('q', 'A. Shcharansky', bornOn('1971-11-02')))
    expect(best?.person).toBe('p-4')
  })

  it('lets an unknown birth weigh nothing', () => {
    const [best] = findMatches(
      buildNameIndex(register),
      someone('q', 'Nureddin Velmazov', bornOn('1960-01-01')),
    )
    expect(best?.reasons.some(({ kind }) => kind === 'birth')).toBe(false)
  })

  it('reads a name in two words against the same in one', () => {
    const [best] = findMatches(buildNameIndex(register), someone('q', 'Nur Eddin Velmazov'))
    expect(best?.person).toBe('p-3')
  })

  it('is not hurt by further names of a person', () => {
    const alone = findMatches(buildNameIndex(register), someone('q', 'Anatoly Sharansky'))
    const known = register.map((record) =>
      record.id === 'p-1' ? { ...record, names: [...record.names, { value: 'Zorvek' }] } : record,
    )
    const withMore = findMatches(buildNameIndex(known), someone('q', 'Anatoly Sharansky'))
    expect(withMore[0]?.person).toBe('p-1')
    expect(withMore[0]?.logOdds).toBeGreaterThan((alone[0]?.logOdds ?? 0) - 0.2)
  })

  it('finds nobody for a name without letters', () => {
    expect(findMatches(buildNameIndex(register), someone('q', '— 17 —'))).toEqual([])
  })

  it('is the same whatever the order of the register', () => {
    const query = someone('q', 'Anatoli Sharansky')
    const forth = findMatches(buildNameIndex(register), query)
    const back = findMatches(buildNameIndex(register.toReversed()), query)
    expect(back[0]?.logOdds).toBeCloseTo(forth[0]?.logOdds ?? NaN, 9)
  })
})

describe('the index', () => {
  it('finds a person who was added after it was packed, and forgets one who was removed', () => {
    const index = buildNameIndex(register)
    index.add(someone('p-9', 'Zviad Kandelidze'))
    expect(findMatches(index, someone('q', 'Звиад Канделидзе'))[0]?.person).toBe('p-9')
    expect(index.remove('p-9')).toBe(true)
    expect(
      findMatches(index, someone('q', 'Звиад Канделидзе')).map(({ person }) => person),
    ).not.toContain('p-9')
    expect(index.remove('p-9')).toBe(false)
    expect(index.size).toBe(register.length)
  })

  it('puts what is known now in the place of what was known', () => {
    const index = buildNameIndex(register)
    index.add(someone('p-3', 'Wolfgang Hintermeier'))
    expect(index.size).toBe(register.length)
    expect(findMatches(index, someone('q', 'Wolfgang Hintermaier'))[0]?.person).toBe('p-3')
  })
})

describe('decisionOf', () => {
  it('is new where there is nobody, and a match where name and birth agree', () => {
    expect(decisionOf([])).toBe('new')
    const index = buildNameIndex(register)
    const same = someone('q', 'Anatoly Shcharansky', { ...bornOn('1948-01-20'), sex: 'm' })
    expect(decisionOf(findMatches(index, same))).toBe('match')
    expect(decisionOf(findMatches(index, someone('q', 'Wolfgang Hintermeier')))).toBe('new')
  })
})

describe('explainPair', () => {
  it('says the same of two persons whichever comes first, but for how rare their own forms are', () => {
    const index = buildNameIndex(register)
    const there = explainPair(index, 'p-1', 'p-2')
    const back = explainPair(index, 'p-2', 'p-1')
    expect(there.person).toBe('p-2')
    expect(Math.abs(there.logOdds - back.logOdds)).toBeLessThan(2)
  })

  it('throws for a person who is not there', () => {
    expect(() => explainPair(buildNameIndex(register), 'p-1', 'nobody')).toThrow(RangeError)
  })
})

describe('matchList', () => {
  it('lets the likelier of two entries keep the person both claim', () => {
    const index = buildNameIndex(register)
    const list = [
      someone('l-1', 'Anatoly Shcharansky', bornOn('1948-01-20')),
      someone('l-2', 'Anatoly Shcharansky', bornOn('1949-01-20')),
    ]
    const [first, second] = matchList(index, list)
    expect(first?.[0]?.reasons.some(({ kind }) => kind === 'claimed')).toBe(false)
    const claim = second?.find(({ person }) => person === 'p-1')
    expect(claim?.reasons.some(({ kind }) => kind === 'claimed')).toBe(true)
  })
})

describe('findDoubles', () => {
  const twice = [
    ...register,
    someone('d-1', 'Щаранский Анатолий', { ...bornOn('1948-01-20'), sex: 'm' }),
  ]

  it('puts a person who stands twice in one cluster', () => {
    const clusters = findDoubles(buildNameIndex(twice))
    expect(clusters.map(({ persons }) => persons)).toContainEqual(['d-1', 'p-1'])
  })

  it('keeps apart whom people have found to be different', () => {
    const clusters = findDoubles(buildNameIndex(twice), { cannotLink: [['p-1', 'd-1']] })
    expect(clusters.flatMap(({ persons }) => persons)).not.toContain('d-1')
  })
})

describe('searchNames', () => {
  const index = buildNameIndex(register)

  it('finds while the last word is being typed', () => {
    expect(searchNames(index, 'anatoly shch')[0]).toBe('p-1')
  })

  it('finds in another script', () => {
    expect(searchNames(index, 'Щаранск').slice(0, 2).toSorted()).toEqual(['p-1', 'p-2'])
  })

  it('gives nothing for nothing', () => {
    expect(searchNames(index, '  ')).toEqual([])
  })
})
