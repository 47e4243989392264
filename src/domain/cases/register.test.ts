import { describe, expect, it } from 'vitest'
import { aCase, aFamily, aMerge, anAct, aName, aRegister } from '../../../test/told-register.ts'
import { calendarDate } from '../basics/calendar-date.ts'
import type { CaseId, FamilyId, PersonId } from '../basics/ids.ts'
import { circleOfMerges } from './merged-persons.ts'

const [BEFORE, AFTER] = [calendarDate('1974-12-14'), calendarDate('1974-12-15')]
const person = (id: string) => id as PersonId
const family = (id: string) => id as FamilyId

describe('units', () => {
  it('makes a person in no family a family unit of one', () => {
    const view = aRegister({ cases: [aCase('c-1', 'p-1')] }).asKnownOn(AFTER)
    const group = view.groups[0]!
    expect(view.unitsOf(group, 'person')).toEqual(['p-1'])
    expect(view.unitsOf(group, 'family')).toEqual(['p-1'])
  })

  it('leaves out who is abroad', () => {
    const register = aRegister({
      families: aFamily('f-1', 'p-1', 'p-2 abroad', 'p-3'),
      cases: [aCase('c-1', 'f-1')],
    })
    expect(register.asKnownOn(AFTER).groups[0]!.persons).toEqual(['p-1', 'p-3'])
  })

  it('lets a person in two families stand in the first of the file', () => {
    const register = aRegister({
      families: [...aFamily('f-2', 'p-1', 'p-2'), ...aFamily('f-1', 'p-1', 'p-3')],
      cases: [aCase('c-1', 'p-1')],
    })
    const view = register.asKnownOn(AFTER)
    expect(view.familyOf(person('p-1'))).toBe('f-2')
    expect(view.groups[0]!.family).toBe(view.familyUnitOf(family('f-2')))
  })

  it('counts families with the same persons after merges as one unit', () => {
    const register = aRegister({
      families: [...aFamily('f-1', 'p-1', 'p-2'), ...aFamily('f-2', 'p-3', 'p-4')],
      merges: [aMerge('p-1', 'p-3', '1974-12-15'), aMerge('p-2', 'p-4', '1974-12-15')],
    })
    const unit = (id: string, on: typeof AFTER) => register.asKnownOn(on).familyUnitOf(family(id))
    expect(unit('f-1', BEFORE)).not.toBe(unit('f-2', BEFORE))
    expect(unit('f-1', AFTER)).toBe(unit('f-2', AFTER))
  })

  it('keeps families apart of whom only one person is the same', () => {
    const register = aRegister({
      families: [...aFamily('f-1', 'p-1', 'p-2'), ...aFamily('f-2', 'p-3', 'p-4')],
      merges: [aMerge('p-1', 'p-3', '1974-12-15')],
    })
    const view = register.asKnownOn(AFTER)
    expect(view.familyUnitOf(family('f-1'))).not.toBe(view.familyUnitOf(family('f-2')))
  })

  it('forgets a member from the day on which the row is withdrawn', () => {
    const [kept, gone] = aFamily('f-1', 'p-1', 'p-2')
    const register = aRegister({
      families: [kept!, { ...gone!, withdrawn: AFTER }],
      cases: [aCase('c-1', 'f-1')],
    })
    expect(register.asKnownOn(BEFORE).groups[0]!.persons).toHaveLength(2)
    expect(register.asKnownOn(AFTER).groups[0]!.persons).toEqual(['p-1'])
  })
})

describe('merges', () => {
  const register = aRegister({
    names: [aName('p-1', 'Ada Norvik'), aName('p-2', 'Adda Norvick')],
    cases: [
      aCase('c-2', 'p-2', 'prisoner', { region: 'Ukraine' }),
      aCase('c-1', 'p-1', 'prisoner', { region: 'Armenia' }),
      aCase('c-3', 'p-2', 'refused-exit'),
    ],
    acts: [anAct('c-1', 'detained', '1980-01-01'), anAct('c-2', 'released', '1987-02-05')],
    merges: [aMerge('p-1', 'p-2', '1974-12-15', '1975-03-01')],
  })

  it('reads cases of one subject and category as one history, led by the person kept', () => {
    const group = register.asKnownOn(AFTER).groupOf('c-2' as CaseId)!
    expect(group.leading.id).toBe('c-1')
    expect(group.happenings.map(({ kind }) => kind)).toEqual(['detained', 'released'])
    expect(group.cases.map(({ id }) => id)).not.toContain('c-3')
  })

  it('holds from the day it is known, for every day', () => {
    expect(register.asKnownOn(BEFORE).groups).toHaveLength(3)
    expect(register.asKnownOn(AFTER).groups).toHaveLength(2)
  })

  it('no longer holds on the day on which it is undone', () => {
    expect(register.asKnownOn(calendarDate('1975-02-28')).groups).toHaveLength(2)
    expect(register.asKnownOn(calendarDate('1975-03-01')).groups).toHaveLength(3)
  })

  it('gives the person kept the names of both', () => {
    const names = register.asKnownOn(AFTER).namesOf(person('p-2'))
    expect(names.map(({ name }) => name)).toEqual(['Ada Norvik', 'Adda Norvick'])
  })

  it('lets the last kept stand for all of a chain', () => {
    const chain = aRegister({
      merges: [aMerge('p-2', 'p-3', '1974-01-01'), aMerge('p-1', 'p-2', '1974-01-02')],
    }).asKnownOn(AFTER)
    expect(chain.rootOf(person('p-3'))).toBe('p-1')
    expect(chain.merged.entriesOf(person('p-3')).toSorted()).toEqual(['p-1', 'p-2', 'p-3'])
  })

  it('refuses a circle, and names those in it', () => {
    const circle = [
      aMerge('p-1', 'p-2', '1974-01-01'),
      aMerge('p-2', 'p-3', '1974-01-02'),
      aMerge('p-3', 'p-1', '1974-01-03'),
    ]
    expect(circleOfMerges(circle)?.toSorted()).toEqual(['p-1', 'p-2', 'p-3'])
    expect(() => aRegister({ merges: circle })).toThrow('merged in a circle')
  })

  it('takes two merges that never stand on one day for no circle', () => {
    const turned = [
      aMerge('p-1', 'p-2', '1974-01-01', '1974-06-01'),
      aMerge('p-2', 'p-1', '1974-06-01'),
    ]
    expect(circleOfMerges(turned)).toBeUndefined()
  })

  it('takes a row repeated with `undone` for the same merge', () => {
    const view = aRegister({
      merges: [
        aMerge('p-1', 'p-2', '1974-01-01'),
        aMerge('p-1', 'p-2', '1974-01-01', '1974-02-01'),
      ],
    }).asKnownOn(AFTER)
    expect(view.rootOf(person('p-2'))).toBe('p-2')
  })
})
