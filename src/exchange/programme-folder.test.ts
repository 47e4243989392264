import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { arbitraryRecord } from '../../test/arbitrary-record.ts'
import {
  FILE_CEILING,
  FolderRefused,
  readProgrammeFolder,
  writeProgrammeFiles,
  writeProgrammeFolder,
} from './programme-folder.ts'

const [record] = fc.sample(arbitraryRecord, { seed: 7, numRuns: 1 })
if (!record) throw new Error('fast-check gave no record')
const files = writeProgrammeFiles(record, [
  { path: 'documents/1987/memo.pdf', bytes: Uint8Array.of(0, 255, 13) },
])

let parent = ''
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'demarche-folder-'))
})
afterEach(async () => {
  await rm(parent, { recursive: true })
})

const PROGRAMME = 'id: x\ntitle: X\ncounterpart: BY\nsender: US\n'

async function folder(contents: Readonly<Record<string, string>>): Promise<string> {
  const dir = join(parent, 'programme')
  for (const [path, text] of Object.entries({ 'programme.yaml': PROGRAMME, ...contents })) {
    await mkdir(join(dir, path, '..'), { recursive: true })
    await writeFile(join(dir, path), text)
  }
  return dir
}

describe('writing a programme folder', () => {
  it('gives a folder that reads as the same record', async () => {
    const dir = join(parent, 'deep', 'programme')
    await writeProgrammeFolder(dir, files)
    const content = await readProgrammeFolder(dir)
    expect(content.refusals).toEqual([])
    expect(content.record).toEqual(record)
    expect(content.kept.map(({ path }) => path)).toContain('documents/1987/memo.pdf')
    expect(await readdir(parent)).toEqual(['deep'])
    expect(await readdir(join(parent, 'deep'))).toEqual(['programme'])
  })

  it('replaces the programme that is there, and leaves what is no part of it', async () => {
    const dir = await folder({
      'evidence/outcomes-of-mine.txt': 'mine',
      'evidence/events.csv': 'old',
      'goals.yaml': 'old',
      'documents/1987/memo.pdf': 'old',
      'documents/own.txt': 'own',
      '.git/HEAD': 'ref',
      'notes.txt': 'notes',
    })
    await writeProgrammeFolder(dir, new Map([...files].filter(([path]) => path !== 'goals.yaml')))
    expect(await readdir(dir)).not.toContain('goals.yaml')
    expect(await readFile(join(dir, '.git/HEAD'), 'utf8')).toBe('ref')
    expect(await readFile(join(dir, 'notes.txt'), 'utf8')).toBe('notes')
    expect(await readFile(join(dir, 'documents/own.txt'), 'utf8')).toBe('own')
    expect(await readFile(join(dir, 'evidence/outcomes-of-mine.txt'), 'utf8')).toBe('mine')
    expect([...(await readFile(join(dir, 'documents/1987/memo.pdf')))]).toEqual([0, 255, 13])
    expect(await readFile(join(dir, 'programme.yaml'))).toEqual(files.get('programme.yaml'))
    expect(await readdir(parent)).toEqual(['programme'])
  })

  it('fills an empty folder', async () => {
    await mkdir(join(parent, 'empty'))
    await writeProgrammeFolder(join(parent, 'empty'), files)
    expect(await readdir(join(parent, 'empty'))).toContain('programme.yaml')
  })

  it('refuses a folder that holds something else, and a file', async () => {
    await writeFile(join(parent, 'thesis.docx'), 'mine')
    await expect(writeProgrammeFolder(parent, files)).rejects.toThrow(
      new FolderRefused(
        `${parent} is not empty and is no programme folder (it has no programme.yaml); name another.`,
      ),
    )
    await expect(writeProgrammeFolder(join(parent, 'thesis.docx'), files)).rejects.toThrow(
      /thesis\.docx is there and is not a folder\.$/,
    )
    expect(await readdir(parent)).toEqual(['thesis.docx'])
  })

  it('leaves all as it was when a file cannot be written', async () => {
    const dir = await folder({ 'goals.yaml': 'old' })
    const broken = new Map([
      ...files,
      ['documents/a', new Uint8Array()],
      ['documents/a/b', new Uint8Array()],
    ])
    await expect(writeProgrammeFolder(dir, broken)).rejects.toThrow(FolderRefused)
    expect(await readFile(join(dir, 'goals.yaml'), 'utf8')).toBe('old')
    expect(await readdir(parent)).toEqual(['programme'])
  })

  it('refuses a path that leads out of the folder', async () => {
    await expect(
      writeProgrammeFolder(join(parent, 'x'), new Map([['../y', new Uint8Array()]])),
    ).rejects.toThrow(FolderRefused)
  })
})

describe('reading a programme folder', () => {
  it('says that there is none', async () => {
    const { refusals, record: none } = await readProgrammeFolder(join(parent, 'nowhere'))
    expect(none).toBeNull()
    expect(refusals[0]).toEqual({
      file: join(parent, 'nowhere'),
      line: 1,
      column: 1,
      message: 'This cannot be read: there is no such file or folder.',
    })
  })

  it('refuses unknown folders and links, and passes over what is hidden or litter', async () => {
    const dir = await folder({
      'evidnce/x.csv': '',
      '.git/HEAD': '',
      '.DS_Store': '',
      'README.md': '',
    })
    await symlink('/etc/hosts', join(dir, 'goals.yaml'))
    const { refusals, notices, kept } = await readProgrammeFolder(dir)
    expect(refusals.map(({ file, message }) => [file, message])).toEqual([
      ['goals.yaml', 'This is a link or a device; a file was expected.'],
      ['evidnce', 'A programme folder has no folder “evidnce”; did you mean “evidence”?'],
    ])
    expect(notices.map(({ message }) => message)).toEqual([
      'The hidden folder “.git” is passed over.',
      '“.DS_Store” is passed over.',
      '“README.md” is kept and not read.',
    ])
    expect(kept.map(({ path }) => path)).toEqual(['README.md'])
  })

  it('refuses a file beyond the ceiling before it is read', async () => {
    const dir = await folder({ 'evidence/figures.csv': '' })
    await truncate(join(dir, 'evidence/figures.csv'), FILE_CEILING + 1)
    const { refusals } = await readProgrammeFolder(dir)
    expect(refusals).toEqual([
      {
        file: 'evidence/figures.csv',
        line: 1,
        column: 1,
        message: 'The file has 257 MB; at most 256 MB are read. Divide it.',
      },
    ])
  })

  it('tells how far it is, and stops when it is told to', async () => {
    const rows = 'q,u,c,1988,1,a note that makes the table longer than one slice of a megabyte\n'
    const dir = await folder({
      'evidence/judgements.csv': `question,unit,coder,date,score,note\n${rows.repeat(40_000)}`,
    })
    const seen: number[] = []
    await readProgrammeFolder(dir, ({ file, rows: done }) => {
      if (file === 'evidence/judgements.csv') seen.push(done)
    })
    expect(seen.length).toBeGreaterThan(3)
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    expect(seen.at(-1)).toBe(40_000)

    const stop = new AbortController()
    const reading = readProgrammeFolder(
      dir,
      () => {
        stop.abort(new Error('stopped'))
      },
      stop.signal,
    )
    await expect(reading).rejects.toThrow('stopped')
  })
})
