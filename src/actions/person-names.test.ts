import { expect, it } from 'vitest'
import { aName } from '../../test/register-builders.ts'
import { uncertainDate } from '../domain/basics/uncertain-date.ts'
import { birthsSeen, namesSeen } from './person-names.ts'

const born = (...births: (string | null)[]) =>
  birthsSeen(
    births.map((birth, entry) =>
      aName({
        entry,
        birth: birth === null ? null : birth.endsWith('30') ? birth : uncertainDate(birth),
      }),
    ),
  ).map(({ birth }) => birth)

it('leaves out a birth that another says more exactly', () => {
  expect(born('1948', '1948-03-02', null)).toEqual(['1948-03-02'])
})

it('lets births that contradict stand side by side', () => {
  expect(born('1948-03-02', '1949')).toEqual(['1948-03-02', '1949'])
})

it('keeps a day that does not exist as it was written', () => {
  expect(born('1951-02-30', '1951')).toEqual(['1951-02-30', '1951'])
})

it('shows an official name in Latin letters first and tells the script of each', () => {
  const names = namesSeen([
    aName({ entry: 1, name: 'Карл Велонин', script: '' }),
    aName({ entry: 2, name: 'Karl Velonin', script: '' }),
    aName({ entry: 3, name: 'Кароль', kind: 'alias', script: 'Cyrl' }),
    aName({ entry: 4, name: 'Karl Velonin', script: 'Latn', kind: 'spelling' }),
  ])
  expect(names.map(({ name, script }) => `${name} ${script}`)).toEqual([
    'Karl Velonin Latn',
    'Карл Велонин Cyrl',
    'Кароль Cyrl',
  ])
})
