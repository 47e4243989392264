import { expect, it } from 'vitest'
import { may, PERMISSIONS, ROLES, rolesThatMay } from './may.ts'

it('lets a reader read, and write nothing', () => {
  const allowed = PERMISSIONS.filter((permission) => may({ role: 'reader' }, permission))
  expect(allowed).toEqual(['record.read', 'edition.read', 'store.verify'])
})

it('leaves signing and protected sources to a lead', () => {
  for (const permission of ['edition.issue', 'protected-source.read'] as const)
    expect(ROLES.filter((role) => may({ role }, permission))).toEqual(['lead'])
})

it('names those who may', () => {
  expect(rolesThatMay('evidence.record')).toEqual(['officer', 'lead'])
})
