import { expect, it } from 'vitest'
import { onEachEngine } from '../../../test/engines.ts'
import { keyringOf } from '../../actions/keyring.ts'
import { replaceStoreKey, StoreLocked, unlockStoreKey } from './master-key.ts'
import { openBytes, placeOf } from './seal.ts'
import { destroyKeys, ERASED, Keyring, SubjectErased } from './subject-keys.ts'

const PROGRAMME = 'soviet-union'

onEachEngine('keys of subjects', (db) => {
  /** Seals a field of each subject, as a row would be. */
  async function seal(keyring: Keyring, subjects: readonly string[]) {
    return db()
      .transaction()
      .execute(async (tx) => {
        const sealer = await keyring.sealer(tx, PROGRAMME, subjects)
        return subjects.map((subject) => ({
          subject,
          sealed: sealer.seal('contact', subject, [`of ${subject}`, '']),
        }))
      })
  }
  const openAll = (keyring: Keyring, rows: Awaited<ReturnType<typeof seal>>) =>
    keyring.open(db(), PROGRAMME, 'contact', rows)

  it('opens what it sealed, in the order asked', async () => {
    const keyring = await keyringOf({ database: db() })
    const rows = await seal(keyring, ['p-1', 'p-2', 'p-1'])
    expect(await openAll(keyring, rows)).toEqual([
      ['of p-1', ''],
      ['of p-2', ''],
      ['of p-1', ''],
    ])
  })

  it('says nothing where nothing was said, and makes no key for it', async () => {
    const keyring = await keyringOf({ database: db() })
    await db()
      .transaction()
      .execute(async (tx) => {
        const sealer = await keyring.sealer(tx, PROGRAMME, ['p-1'])
        expect(sealer.seal('contact', 'p-1', ['', null])).toBeNull()
        await keyring.sealer(tx, PROGRAMME, [])
      })
    expect(await openAll(keyring, [{ subject: 'p-9', sealed: null }])).toEqual([null])
  })

  it('does not seal what no file could give back', async () => {
    const keyring = await keyringOf({ database: db() })
    const sealing = db()
      .transaction()
      .execute(async (tx) => {
        const sealer = await keyring.sealer(tx, PROGRAMME, ['p-1'])
        return sealer.seal('contact', 'p-1', ['half \ud83d of it', 'a\u0000b'])
      })
    await expect(sealing).rejects.toThrow('holds a character that cannot be kept')
  })

  it('unwraps all at once what GCM unwraps one by one', async () => {
    const { key, master } = await db()
      .transaction()
      .execute((tx) => replaceStoreKey(tx, undefined))
    const keyring = new Keyring(key, master)
    const subjects = Array.from({ length: 50 }, (_, i) => `p-${i}`)
    await seal(keyring, subjects)
    const keys = await keyring.findKeys(db(), PROGRAMME, subjects)
    const rows = await db().selectFrom('subject_key').select(['subject_id', 'wrapped']).execute()
    expect(rows).toHaveLength(50)
    for (const { subject_id, wrapped } of rows)
      expect(keys.get(subject_id)).toEqual(
        openBytes(
          master,
          placeOf(PROGRAMME, 'subject_key', subject_id),
          Buffer.from(wrapped, 'base64'),
        ),
      )
  })

  it('reads no one whose key was destroyed', async () => {
    const keyring = await keyringOf({ database: db() })
    const rows = await seal(keyring, ['p-1', 'p-2'])
    await db()
      .transaction()
      .execute((tx) => destroyKeys(tx, PROGRAMME, ['p-1']))
    expect(await openAll(keyring, rows)).toEqual([ERASED, ['of p-2', '']])
  })

  it('makes no new key for who was erased', async () => {
    const keyring = await keyringOf({ database: db() })
    await db()
      .insertInto('erasure')
      .values({
        programme_id: PROGRAMME,
        entry: 1,
        action_id: 1,
        subject_id: 'p-1',
        erased_on: '1987-01-01',
        erased_by: 'Ann',
        ground: 'asked',
        counts: {},
        approved_by: 'Ann',
        also: JSON.stringify(['paper:x']) as unknown as string[], // a list would be sent as an array of the database
      })
      .execute()
    for (const gone of ['p-1', 'paper:x'])
      await expect(seal(keyring, ['p-2', gone])).rejects.toThrow(SubjectErased)
  })

  it('wraps every key anew, and the old key of the store opens none of them', async () => {
    const before = await keyringOf({ database: db() })
    const rows = await seal(before, ['p-1', 'p-2'])
    const next = await db()
      .transaction()
      .execute(async (tx) => {
        const { key, master } = await replaceStoreKey(tx, 'correct horse battery')
        const keyring = new Keyring(key, master)
        expect(await before.rewrapAll(tx, keyring)).toBe(2)
        return keyring
      })
    expect(await openAll(next, rows)).toEqual([
      ['of p-1', ''],
      ['of p-2', ''],
    ])
    await expect(openAll(before, rows)).rejects.toThrow('cannot be opened')
    await expect(seal(before, ['p-3'])).rejects.toThrow(StoreLocked)
    expect(() => unlockStoreKey(next.storeKey, 'wrong horse battery')).toThrow(StoreLocked)
    expect(() => unlockStoreKey(next.storeKey, undefined)).toThrow(StoreLocked)
    const again = new Keyring(next.storeKey, unlockStoreKey(next.storeKey, 'correct horse battery'))
    expect(await openAll(again, rows)).toEqual([
      ['of p-1', ''],
      ['of p-2', ''],
    ])
    // The other suites of this store use it in the clear.
    await db()
      .transaction()
      .execute((tx) => replaceStoreKey(tx, undefined))
  })
})
