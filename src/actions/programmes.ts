/** Which programmes there are. */
import type { Programme } from '../domain/goals/programme.ts'
import { listProgrammes as listProgrammesOnRecord } from '../store/programmes.ts'
import { requirePermission, type Context } from './context.ts'

/** Every programme on record, in the order of their ids; none in an empty store. */
export function listProgrammes(context: Context): Promise<Programme[]> {
  requirePermission(context, 'record.read')
  return listProgrammesOnRecord(context.database)
}
