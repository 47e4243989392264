/** Why someone may not do something, as a sentence that a page shows before it is tried. */
import { may, rolesThatMay, type Permission } from '../domain/access/may.ts'
import type { Context } from './context.ts'

/** Null where the person may. */
export function whyNot({ person }: Pick<Context, 'person'>, permission: Permission): string | null {
  if (may(person, permission)) return null
  return `Your role (${person.role}) does not allow this; it is for: ${rolesThatMay(permission).join(' or ')}.`
}

/** Why the names of people are left out; null where the person may read them. */
export function namesHidden(context: Pick<Context, 'person'>): string | null {
  if (may(context.person, 'register.read')) return null
  const roles = rolesThatMay('register.read').join(' or ')
  return `Names are left out: your role (${context.person.role}) may not read the register; it is for: ${roles}.`
}
