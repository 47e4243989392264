import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readServerNote, removeServerNote, writeServerNote } from './server-note.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-note-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('is read as it was written, and is for its owner alone', () => {
  const note = { port: 4321, token: 'secret', pid: 7 }
  writeServerNote(folder, { ...note, port: 1 })
  writeServerNote(folder, note)
  expect(readServerNote(folder)).toEqual(note)
  expect(statSync(join(folder, 'server.json')).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['server.json'])
})

it('is not there before it is written, nor after it is removed', () => {
  expect(readServerNote(folder)).toBeUndefined()
  writeServerNote(folder, { port: 1, token: 't', pid: 1 })
  removeServerNote(folder)
  removeServerNote(folder)
  expect(readServerNote(folder)).toBeUndefined()
})

it('says so where the file is something else', () => {
  writeFileSync(join(folder, 'server.json'), '{"port":"x"}')
  expect(() => readServerNote(folder)).toThrow('is not the note of a Demarche server')
})
