/** Who may do what. Anything not written here is not allowed. */
export const ROLES = ['reader', 'officer', 'lead'] as const
export type Role = (typeof ROLES)[number]

/** Who is asking. For now the one person at this machine, who leads. */
export type Person = { readonly id: string; readonly name: string; readonly role: Role }

const allowed = {
  'record.read': ['reader', 'officer', 'lead'],
  'protected-source.read': ['lead'],
  'record.import': ['officer', 'lead'],
  'record.export': ['officer', 'lead'],
  'evidence.record': ['officer', 'lead'],
  'evidence.withdraw': ['officer', 'lead'],
  'benchmark.write': ['officer', 'lead'],
  'edition.issue': ['lead'],
  'edition.read': ['reader', 'officer', 'lead'],
  'store.verify': ['reader', 'officer', 'lead'],
  'register.read': ['officer', 'lead'],
  'register.record': ['officer', 'lead'],
  'engagement.record': ['officer', 'lead'],
  'match.decide': ['officer', 'lead'],
  'list.write': ['officer', 'lead'],
  'list.present': ['officer', 'lead'],
  'consent.override': ['lead'],
  'person.erase': ['lead'],
  'reading.read': ['lead'],
  'store.protect': ['lead'],
  'store.backup': ['lead'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof allowed

export const PERMISSIONS: readonly Permission[] = Object.keys(allowed) as Permission[] // the keys above

export function may(person: Pick<Person, 'role'>, permission: Permission): boolean {
  const roles: readonly Role[] = allowed[permission]
  return roles.includes(person.role)
}

/** The roles that may, for the sentence that says why someone may not. */
export function rolesThatMay(permission: Permission): readonly Role[] {
  return allowed[permission]
}
