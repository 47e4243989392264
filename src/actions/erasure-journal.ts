/**
 * The journal of erasures, a file outside the store: what was erased stays erased when an older backup
 * is restored. It holds ids and days only, one JSON a line.
 */
import { existsSync } from 'node:fs'
import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { isCalendarDate, type CalendarDate } from '../domain/basics/calendar-date.ts'
import type { ProgrammeId } from '../domain/basics/ids.ts'
import { ActionRefused } from './errors.ts'

export const ERASURE_JOURNAL = 'erasures.jsonl'

export type JournalLine = {
  readonly programme: ProgrammeId
  readonly subject: string
  readonly on: CalendarDate
  /** Keys of papers, engagements and comparisons of names that were destroyed with it. */
  readonly also: readonly string[]
}

/** Adds lines that are on the disk when this returns. */
export async function appendToJournal(path: string, lines: readonly JournalLine[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const file = await open(path, 'a', 0o600)
  try {
    await file.write(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    await file.sync()
  } finally {
    await file.close()
  }
}

/** The lines of a journal; none where there is no file. Throws `ActionRefused` naming a line that is none. */
export async function readJournal(path: string): Promise<JournalLine[]> {
  if (!existsSync(path)) return []
  const lines = (await readFile(path, 'utf8')).split('\n')
  return lines.flatMap((text, i) => {
    if (text.trim() === '') return []
    const line = parse(text)
    if (isJournalLine(line)) return [line]
    throw new ActionRefused(
      'invalid',
      `${path}, line ${i + 1}: this is no line of a journal of erasures.`,
    )
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // what is no JSON is no line, and is named by its place
  }
}

function isJournalLine(line: unknown): line is JournalLine {
  if (typeof line !== 'object' || line === null) return false
  const { programme, subject, on, also } = line as Record<string, unknown> // an object, of which nothing is known yet
  return (
    typeof programme === 'string' &&
    typeof subject === 'string' &&
    typeof on === 'string' &&
    isCalendarDate(on) &&
    Array.isArray(also) &&
    also.every((each) => typeof each === 'string')
  )
}
