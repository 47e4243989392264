import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ENGINES, postgresDatabase } from '../../test/engines.ts'
import { aRecord, PROGRAMME } from '../../test/record-builders.ts'
import { someParts } from '../../test/register-builders.ts'
import { importRecord } from './imports.ts'
import { isStoreEncrypted } from './keyring.ts'
import { localPerson, openWorkbench, StoreUnusable, type Workbench } from './open-workbench.ts'
import { findPassphrase } from './passphrase.ts'
import { protectStore } from './protection.ts'
import { registerOf } from './register-record.ts'
import { verifyStore } from './verify.ts'

const PASSPHRASE = 'four words and more'
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-protect-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const cache = join(tmpdir(), 'demarche-test-cache')

describe.each(ENGINES)('a protected store on %s', (engine) => {
  let place: { dataDir?: string; databaseUrl?: string } = {}
  let drop = () => Promise.resolve()
  beforeEach(async () => {
    if (engine === 'pglite') place = { dataDir: join(folder, 'data') }
    else {
      const database = await postgresDatabase({ empty: true })
      place = { databaseUrl: database.url }
      drop = database.drop
    }
  })
  afterEach(() => (engine === 'pglite' ? undefined : drop()))

  async function within<T>(
    work: (workbench: Workbench) => Promise<T>,
    passphrase?: string,
  ): Promise<T> {
    const env = { DEMARCHE_CACHE: cache, XDG_DATA_HOME: join(folder, 'home') }
    const ask = passphrase === undefined ? {} : { askPassphrase: () => Promise.resolve(passphrase) }
    const workbench = await openWorkbench(place, env, ask)
    try {
      return await work(workbench)
    } finally {
      await workbench.close()
    }
  }
  const names = async (workbench: Workbench) =>
    (await registerOf(workbench.contextFor(localPerson()), PROGRAMME)).register.persons.map(
      ({ name }) => name,
    )

  it('opens with its passphrase and with no other', async () => {
    const all = ['Karl Velonin', 'Карл Велонин', 'Anna Velonina', 'Boris Tarkhov']
    await within(async (workbench) => {
      const context = workbench.contextFor(localPerson())
      await importRecord(context, { record: aRecord(), kept: [], ...someParts() })
      expect(await isStoreEncrypted(context)).toBe(false)
      // A family, three persons, what is said of a pair, an engagement.
      expect(await protectStore(context, PASSPHRASE)).toEqual({
        keys: 6,
        wasEncrypted: false,
        inClear: [],
      })
      expect(await isStoreEncrypted(context)).toBe(true)
      expect(await names(workbench)).toEqual(all)
    })
    const locked = within(names)
    await expect(locked).rejects.toThrow(StoreUnusable)
    await expect(locked).rejects.toThrow('protected by a passphrase')
    await expect(within(names, 'another passphrase')).rejects.toThrow('not the one of this store')
    await within(async (workbench) => {
      expect(await names(workbench)).toEqual(all)
      const context = workbench.contextFor(localPerson())
      expect(await protectStore(context, 'other words again')).toEqual({
        keys: 6,
        wasEncrypted: true,
        inClear: [],
      })
      expect(await verifyStore(context)).toEqual([])
    }, PASSPHRASE)
    await expect(within(names, PASSPHRASE)).rejects.toThrow('not the one of this store')
    expect(await within(names, 'other words again')).toEqual(all)
  }, 90_000) // a store is opened six times

  it('says what an earlier version left in it in the clear', async () => {
    await within(async (workbench) => {
      const context = workbench.contextFor(localPerson())
      const kept = ['leverage.yaml', 'cases/persons.csv'].map((path) => ({
        path,
        bytes: new TextEncoder().encode('id,name\np-1,Karl Velonin\n'),
      }))
      await importRecord(context, { record: aRecord(), kept })
      const { inClear } = await protectStore(context, PASSPHRASE)
      expect(inClear).toEqual(['cases/persons.csv'])
    })
  })

  it('takes no passphrase that is soon guessed', async () => {
    await within(async (workbench) => {
      const context = workbench.contextFor(localPerson())
      await expect(protectStore(context, 'elevenchars')).rejects.toThrow('fewer than 12')
      const officer = { ...context, person: { ...context.person, role: 'officer' as const } }
      await expect(protectStore(officer, PASSPHRASE)).rejects.toThrow('does not allow')
      expect(await isStoreEncrypted(context)).toBe(false)
    })
  })
})

describe('a passphrase', () => {
  it('comes from the command, else from the file, else from a person', async () => {
    const file = join(folder, 'passphrase')
    writeFileSync(file, 'of the file\r\nsecond line\n')
    const env = { DEMARCHE_KEY_COMMAND: 'echo of the command', DEMARCHE_PASSPHRASE_FILE: file }
    const ask = () => Promise.resolve('of the person')
    expect(await findPassphrase(env, ask)).toBe('of the command')
    expect(await findPassphrase({ DEMARCHE_PASSPHRASE_FILE: file }, ask)).toBe('of the file')
    expect(await findPassphrase({}, ask)).toBe('of the person')
  })

  it('that cannot be had is refused with a sentence that does not hold it', async () => {
    const file = join(folder, 'empty')
    writeFileSync(file, '\n')
    const found = (env: Record<string, string>) => findPassphrase(env, undefined)
    await expect(found({})).rejects.toThrow('protected by a passphrase')
    await expect(found({ DEMARCHE_PASSPHRASE_FILE: file })).rejects.toThrow('gave nothing')
    await expect(found({ DEMARCHE_PASSPHRASE_FILE: join(folder, 'none') })).rejects.toThrow(
      'cannot be read (ENOENT)',
    )
    const failing = found({ DEMARCHE_KEY_COMMAND: 'echo hidden; echo hidden >&2; exit 3' })
    await expect(failing).rejects.toThrow('The command of DEMARCHE_KEY_COMMAND failed (3).')
  })
})
