/** How columns of other people's files are read, saved under a name and found again (rules R281). */
import type { ProgrammeId } from '../domain/basics/ids.ts'
import { readMapping, type ColumnMapping } from '../exchange/column-mapping.ts'
import { insertImportMapping, listImportMappings } from '../store/import-mappings.ts'
import { act, requirePermission, type Context } from './context.ts'
import { ActionRefused } from './errors.ts'
import type { Recorded } from './evidence.ts'
import { recordOf } from './record-cache.ts'
import { refuseField } from './register-entries.ts'

export type NamedMapping = { readonly name: string; readonly mapping: ColumnMapping }

const LONGEST_NAME = 100

/** The latest of each name, by name. Throws `ActionRefused`. */
export async function savedMappings(
  context: Context,
  programme: ProgrammeId,
): Promise<readonly NamedMapping[]> {
  requirePermission(context, 'record.import')
  await recordOf(context, programme)
  const saved = await listImportMappings(context.database, programme)
  return saved
    .map(({ name, content }) => ({ name, mapping: savedMapping(name, content) }))
    .toSorted((a, b) => a.name.localeCompare(b.name))
}

/** Saves a mapping; one of the same name is from now on this one. Throws `ActionRefused`. */
export async function saveMapping(
  context: Context,
  programme: ProgrammeId,
  given: { readonly name: string; readonly mapping: unknown },
): Promise<Recorded> {
  await recordOf(context, programme)
  const name = given.name.trim()
  if (name === '') throw refuseField('name', 'Give the mapping a name, such as the list’s own.')
  if (name.length > LONGEST_NAME)
    throw refuseField('name', `A name has at most ${String(LONGEST_NAME)} letters.`)
  const mapping = requireMapping(given.mapping)
  const subject = 'import_mapping'
  return act(context, { permission: 'record.import', programme, subject }, async (tx, action) => {
    const before = (await listImportMappings(tx, programme)).find((each) => each.name === name)
    const isSame =
      before !== undefined &&
      JSON.stringify(savedMapping(name, before.content)) === JSON.stringify(mapping)
    if (!isSame) await insertImportMapping(tx, action, { name, content: { ...mapping } })
    return { taken: isSame ? 0 : 1, unchanged: isSame ? 1 : 0 }
  })
}

/** Throws `ActionRefused` (invalid) for what is no mapping. */
export function requireMapping(json: unknown): ColumnMapping {
  const mapping = readMapping(json)
  if (typeof mapping === 'string') throw refuseField('mapping', mapping)
  return inOrder(mapping)
}

function savedMapping(name: string, content: unknown): ColumnMapping {
  const mapping = readMapping(content)
  if (typeof mapping !== 'string') return inOrder(mapping)
  throw new ActionRefused(
    'invalid',
    `The saved mapping "${name}" cannot be read by this version. ${mapping}`,
  )
}

/** The store gives keys back in an order of its own. */
function inOrder(mapping: ColumnMapping): ColumnMapping {
  const words = (each: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  const { preset, columns, dateOrder, twoDigitYears, allegedMark, nameOrder } = mapping
  const { category, region, authority, nationality, oneIdOnePerson, heldOn } = mapping
  return {
    preset,
    columns: columns.map(({ header, occurrence, field }) => ({ header, occurrence, field })),
    ...{ dateOrder, twoDigitYears, allegedMark, nameOrder },
    statuses: words(mapping.statuses),
    categories: words(mapping.categories),
    ...{ category, region, authority, nationality, oneIdOnePerson, heldOn },
  }
}
