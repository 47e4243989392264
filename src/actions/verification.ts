/** What `demarche verify` says: what was looked at, and what does not agree. */
import { countRegister } from '../store/register-counts.ts'
import type { Context } from './context.ts'
import { listProgrammes } from './programmes.ts'
import { recordOf } from './record-cache.ts'
import { verifyStore } from './verify.ts'

export type StoreVerified = {
  /** A sentence for each thing that does not agree; empty when the store is sound. */
  readonly findings: readonly string[]
  /** How many of each were looked at. */
  readonly checked: Readonly<Record<string, number>>
}

export async function verification(context: Context): Promise<StoreVerified> {
  const findings = await verifyStore(context)
  const programmes = await listProgrammes(context)
  const checked: Record<string, number> = { programmes: programmes.length }
  for (const { id } of programmes) {
    const { sources, figures, events, undertakings } = await recordOf(context, id)
    for (const [table, rows] of Object.entries({ sources, figures, events, undertakings }))
      checked[table] = (checked[table] ?? 0) + rows.length
    for (const [what, count] of Object.entries(await countRegister(context.database, id)))
      checked[what] = (checked[what] ?? 0) + count
  }
  return {
    findings: findings.map(({ programme, sentence }) => `${programme}: ${sentence}`),
    checked,
  }
}
