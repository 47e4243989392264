import { describe, expect, it } from 'vitest'
import { nameFormsOf, sameNameForms } from './name-forms.ts'
import { readName } from './read-name.ts'

function areForms(a: string, b: string): boolean {
  return sameNameForms(readName(a)[0]?.key ?? '', readName(b)[0]?.key ?? '')
}

describe('forms of one given name', () => {
  it.each([
    ['Sasha', 'Oleksandr'],
    ['Саша', 'Alexander'],
    ['Яша', 'Jacob'],
    ['יעקב', 'Yasha'],
    ['Volodya', 'Uladzimir'],
    ['Bob', 'Robert'],
    ['Liz', 'Elisabeth'],
    ['Андрій', 'Andrzej'],
    ['Ahmet', 'أحمد'],
    ['მიხეილ', 'Misha'],
    ['Memet', 'Muhammad'],
    ['Moshe', 'Моисей'],
    ['张', 'Cheung'],
    ['이', 'Rhee'],
  ])('%s and %s', (a, b) => {
    expect(areForms(a, b)).toBe(true)
    expect(areForms(b, a)).toBe(true)
  })

  it.each([
    ['Misha', 'Sasha'],
    ['Vladimir', 'Yehuda'],
    ['Igor', 'George'],
    ['Shcharansky', 'Sakharov'],
  ])('not %s and %s', (a, b) => {
    expect(areForms(a, b)).toBe(false)
  })

  it('finds a form by a spelling the table does not have', () => {
    expect(areForms('Aleksandrr', 'Alexandr')).toBe(true)
    expect(areForms('Mikhajlo', 'Michael')).toBe(true)
  })

  it('lists the other forms, and none of an unknown name', () => {
    expect(nameFormsOf('volodya')).toContain('владимир')
    expect(nameFormsOf('volodya')).not.toContain('volodya')
    expect(nameFormsOf('zzyzx')).toEqual([])
  })
})
