/** What each part of a list's page is given. */
import type { z } from 'zod'
import type { ListPageJson, VersionMade } from '../../../contract/representation-lists.ts'

export type PartProperties = { readonly programme: string; readonly page: ListPageJson }

/** Who came in with a new version and who did not. */
export type Made = z.infer<typeof VersionMade>
