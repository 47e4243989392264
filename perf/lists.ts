/**
 * How long a list of 1,000 entries takes in a register of 100,000 persons: the gate, the status, the
 * page, and the paper. Without `--data` on an embedded store in a folder of its own; with DATABASE_URL on
 * that PostgreSQL.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { act, type Context } from '../src/actions/context.ts'
import { readGate } from '../src/actions/gate-views.ts'
import { keyringOf } from '../src/actions/keyring.ts'
import { draftPaper } from '../src/actions/list-papers.ts'
import { statusDocument } from '../src/actions/list-documents.ts'
import { readReport, readStatus } from '../src/actions/list-reports.ts'
import { localPerson, openWorkbench } from '../src/actions/open-workbench.ts'
import { readListPage } from '../src/actions/list-pages.ts'
import { addMonths, toCalendarDate, toDayNumber } from '../src/domain/basics/calendar-date.ts'
import type { ListId, ProgrammeId } from '../src/domain/basics/ids.ts'
import { uncertainDate } from '../src/domain/basics/uncertain-date.ts'
import { listCases } from '../src/store/cases.ts'
import { insertConsents } from '../src/store/consents.ts'
import { insertContacts } from '../src/store/contacts.ts'
import {
  insertListEntries,
  insertLists,
  insertPresentations,
  insertVersions,
} from '../src/store/representation-lists.ts'
import { makeRegister } from './make-register.ts'

const { values } = parseArgs({
  options: {
    persons: { type: 'string', default: '100000' },
    events: { type: 'string', default: '500000' },
    entries: { type: 'string', default: '1000' },
    contacts: { type: 'string', default: '2000' },
  },
})
const [persons, events, entries, contacts] = [
  values.persons,
  values.events,
  values.entries,
  values.contacts,
].map(Number)
const PROGRAMME = 'perf-lists' as ProgrammeId
const LIST = 'L' as ListId
const ROUNDS = 7

const folder = mkdtempSync(join(tmpdir(), 'demarche-perf-lists-'))
const onServer = process.env['DATABASE_URL']
const workbench = await openWorkbench(
  onServer === undefined ? { dataDir: folder } : { databaseUrl: onServer },
)
try {
  const context = workbench.contextFor(localPerson())
  const began = performance.now()
  await makeRegister(workbench.database, {
    programme: PROGRAMME,
    persons: persons ?? 0,
    events: events ?? 0,
    seed: 1,
  })
  const listed = await makeLists(context)
  console.log(
    `${persons} persons, ${events} events, a list of ${listed} entries, ${contacts} contacts; made in ${((performance.now() - began) / 1000).toFixed(0)} s\n`,
  )
  const { today } = context
  const days = { asOf: today, knownOn: today }
  await time('gate of a draft', '≤ 1,000 ms', () =>
    readGate(context, PROGRAMME, LIST, { version: '2', on: today }),
  )
  await time('status', '≤ 300 ms', () => readStatus(context, PROGRAMME, LIST, days))
  await time('the page of the list, with names', '', () =>
    readListPage(context, PROGRAMME, LIST, { ...days, version: undefined }),
  )
  await time('report with sentences and waiting times', '', () =>
    readReport(context, PROGRAMME, LIST, days),
  )
  await time('the paper as DOCX', '≤ 3,000 ms', () =>
    draftPaper(context, PROGRAMME, LIST, { version: '2', format: 'docx', language: 'ru' }),
  )
  await time('the paper as PDF', '', () =>
    draftPaper(context, PROGRAMME, LIST, { version: '2', format: 'pdf', language: 'ru' }),
  )
  await time('the status report as DOCX, with charts', '≤ 3,000 ms', () =>
    statusDocument(context, PROGRAMME, LIST, 'docx', days),
  )
} finally {
  await workbench.close()
  rmSync(folder, { recursive: true, force: true })
}

/** A version handed over a year ago and a draft of today; every subject on them has agreed. */
async function makeLists(context: Context): Promise<number> {
  const keyring = await keyringOf(context)
  const cases = await listCases(context.database, PROGRAMME)
  const step = Math.max(1, Math.floor(cases.length / (entries ?? 1)))
  const chosen = cases.filter((_, at) => at % step === 0).slice(0, entries)
  const yearAgo = toCalendarDate(addMonths(toDayNumber(context.today), -12))
  await act(
    context,
    { permission: 'record.import', programme: PROGRAMME, subject: 'lists' },
    async (tx, action) => {
      const row = { list: LIST, withdrawn: null }
      await insertLists(tx, action, [
        { id: LIST, number: 'L', title: 'A list', rule: 'not resolved', withdrawn: null },
      ])
      await insertVersions(tx, action, [
        { ...row, version: '1', date: yearAgo },
        { ...row, version: '2', date: context.today },
      ])
      for (const version of ['1', '2'])
        await insertListEntries(
          tx,
          action,
          chosen.map(({ id, category, region }) => ({
            ...row,
            version,
            case: id,
            category,
            region,
          })),
        )
      await insertPresentations(tx, action, [
        {
          ...row,
          version: '1',
          date: yearAgo,
          by: 'Ambassador',
          to: 'Deputy minister',
          rank: '',
          channel: 'meeting',
          received: 'accepted',
        },
      ])
      await insertConsents(
        tx,
        action,
        keyring,
        chosen.map(({ subject }) => ({
          subject,
          use: 'list-to-the-government' as const,
          answer: 'yes' as const,
          by: 'family',
          date: uncertainDate(yearAgo),
          expires: null,
          withdrawn: null,
        })),
      )
      await insertContacts(
        tx,
        action,
        keyring,
        cases.slice(0, contacts).map(({ subject }, at) => ({
          subject,
          date: uncertainDate(yearAgo),
          with: 'a relative',
          role: 'family',
          words: 'asked for news',
          promised: at % 100 === 0 ? 'inclusion: L' : '',
          known: yearAgo,
          knownBy: 'stated' as const,
          withdrawn: null,
        })),
      )
    },
  )
  return chosen.length
}

/**
 * The first, which nothing was kept for, and the median of the rest; with the time that the processor
 * spent on it, which says more where others keep it busy.
 */
async function time(name: string, target: string, run: () => Promise<unknown>): Promise<void> {
  const took: { wall: number; cpu: number }[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const [began, cpu] = [performance.now(), process.cpuUsage()]
    await run()
    const used = process.cpuUsage(cpu)
    took.push({ wall: performance.now() - began, cpu: (used.user + used.system) / 1000 })
  }
  const [first, ...rest] = took
  const median = rest.toSorted((a, b) => a.wall - b.wall)[Math.floor(rest.length / 2)]
  const said = (each: typeof first) =>
    `${(each?.wall ?? NaN).toFixed(0).padStart(6)} ms (${(each?.cpu ?? NaN).toFixed(0)} ms of processor)`
  console.log(`${name.padEnd(40)} ${said(median)}; the first ${said(first)}   ${target}`)
}
