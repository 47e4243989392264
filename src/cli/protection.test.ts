/** `protect`, `backup` and `restore` as a person runs them, with exit codes and words. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ROOT, Workplace } from '../../test/run-demarche.ts'

const place = new Workplace()
const data = place.folder()
const folder = place.folder()
const file = (name: string) => join(`${folder}-${name}`)
const example = join(ROOT, 'examples', 'soviet-union')

beforeAll(() => {
  writeFileSync(file('passphrase'), 'correct horse battery staple\n')
  writeFileSync(file('wrong'), 'another horse battery staple\n')
})
afterAll(() => place.end())

const PATIENCE = 120_000 // each run opens a store

it(
  'protects a store, refuses it without the passphrase, and moves it in one file',
  async () => {
    expect((await place.run(['import', example, '--data', data])).code).toBe(0)
    const open = await place.run(['backup', file('open'), '--data', data])
    expect([open.code, open.out]).toEqual([0, expect.stringContaining('is not encrypted')])

    const asked = await place.run(['protect', '--data', data])
    expect([asked.code, asked.err]).toEqual([3, expect.stringContaining('no terminal to ask in')])
    const protectedNow = await place.run([
      ...['protect', '--passphrase-file', file('passphrase'), '--data', data],
    ])
    expect(protectedNow.out).toContain('Backups and copies made before still open without one')
    expect(protectedNow.code).toBe(0)

    const locked = await place.run(['verify', '--data', data])
    expect([locked.code, locked.err]).toEqual([
      3,
      'The store is protected by a passphrase. Give it in a terminal, in the file that DEMARCHE_PASSPHRASE_FILE names, or by DEMARCHE_KEY_COMMAND.\n',
    ])
    const wrong = await place.run(['verify', '--data', data], {
      DEMARCHE_PASSPHRASE_FILE: file('wrong'),
    })
    expect([wrong.code, wrong.err]).toEqual([3, 'The passphrase is not the one of this store.\n'])

    const env = { DEMARCHE_PASSPHRASE_FILE: file('passphrase') }
    const backup = await place.run(['backup', file('backup'), '--data', data], env)
    expect([backup.code, backup.out]).toEqual([0, expect.not.stringContaining('not encrypted')])
    const other = place.folder()
    const restored = await place.run(['restore', file('backup'), '--data', other])
    expect([restored.code, restored.out]).toEqual([
      0,
      expect.stringContaining('The store is sound.'),
    ])
    expect((await place.run(['verify', '--data', other])).code).toBe(3)
    const again = await place.run(['restore', file('backup'), '--data', other], env)
    expect([again.code, again.err]).toEqual([3, expect.stringContaining('The store is not empty.')])
  },
  PATIENCE,
)

it('says how protect is written', async () => {
  const both = ['protect', '--passphrase-file', 'a', '--key-command', 'b', '--data', data]
  expect((await place.run(both)).code).toBe(2)
})
