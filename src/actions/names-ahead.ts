/** Reads the names of every register into memory before anybody asks, one register after the other. */
import type { Context } from './context.ts'
import { keyringOf } from './keyring.ts'
import { namesOf } from './name-service.ts'
import { listProgrammes } from './programmes.ts'

/** Never throws: what fails is told to whoever asks for it first. */
export async function readNamesAhead(context: Context): Promise<void> {
  const { database } = context
  try {
    const keyring = await keyringOf(context)
    for (const { id } of await listProgrammes(context))
      await namesOf(database, keyring, id).catch(() => undefined) // told to who asks first
  } catch {
    // The store cannot be read, or is being closed: nobody has asked for anything yet.
  }
}
