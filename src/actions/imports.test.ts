import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { onEachEngine } from '../../test/engines.ts'
import {
  aBenchmark,
  aContext,
  aFigure,
  anEvent,
  anUndatedSource,
  aProgramme,
  aRecord,
  aSource,
  aWaiver,
  PROGRAMME,
  TODAY,
  withoutNumbers,
} from '../../test/record-builders.ts'
import { calendarDate } from '../domain/basics/calendar-date.ts'
import type { EventId, SourceId } from '../domain/basics/ids.ts'
import { uncertainDate } from '../domain/basics/uncertain-date.ts'
import type { ProgrammeRecord } from '../domain/goals/programme-record.ts'
import { listFilledKnown } from '../store/known-by.ts'
import { readRecord } from './exports.ts'
import { importRecord } from './imports.ts'
import { recordOf } from './record-cache.ts'
import { verifyStore } from './verify.ts'

onEachEngine('importRecord', (db) => {
  const take = (record: ProgrammeRecord, options = {}) =>
    importRecord(aContext(db()), { record, kept: [] }, options)
  const onRecord = () => recordOf(aContext(db()), PROGRAMME)
  const many = (count: number) =>
    Array.from({ length: count }, (_, i) => aFigure({ low: i, high: i, at: `p. ${i}` }))

  it('takes everything and gives it back as it was', async () => {
    const record = aRecord()
    const kept = [{ path: 'cases/persons.csv', bytes: Uint8Array.of(0xef, 0xbb, 0xbf, 0, 255) }]
    await importRecord(aContext(db()), { record, kept })
    const read = await readRecord(aContext(db()), PROGRAMME)
    expect(withoutNumbers(read.record)).toEqual(record)
    expect(read.kept).toEqual(kept)
    expect(await verifyStore(aContext(db()))).toEqual([])
  })

  it('changes nothing when it is run again', async () => {
    const record = aRecord({
      figures: [aFigure(), aFigure({ source: anUndatedSource().id }), aFigure({ low: 5, high: 5 })],
      waivers: [aWaiver(), aWaiver({ ground: 'Another' })],
    })
    const kept = [{ path: 'counterpart.yaml', bytes: Uint8Array.of(1, 2) }]
    const first = await importRecord(aContext(db()), { record, kept })
    const before = await onRecord()
    const again = await importRecord(aContext(db()), { record, kept })
    expect(new Set(Object.values(again.taken))).toEqual(new Set([0]))
    expect(again.unchanged).toEqual(first.taken)
    expect(await onRecord()).toBe(before)
  })

  it('changes nothing when what was exported comes back', async () => {
    await take(aRecord({ figures: [aFigure({ source: anUndatedSource().id })] }))
    const { record, kept } = await readRecord(aContext(db()), PROGRAMME)
    const later = calendarDate('2027-01-01')
    const again = await importRecord(aContext(db()), { record, kept }, { today: later })
    expect(new Set(Object.values(again.taken))).toEqual(new Set([0]))
  })

  it('makes known on the day it was entered what nothing dates', async () => {
    const undated = anUndatedSource().id
    await take(aRecord({ figures: [aFigure({ source: undated }), aFigure()] }))
    expect((await onRecord()).figures.map(({ known }) => known)).toEqual([TODAY, null])
    expect([...(await listFilledKnown(db(), PROGRAMME)).values()]).toEqual(['entered'])
  })

  it('lets a source that learns its date date its figures', async () => {
    const undated = anUndatedSource()
    const figures = [aFigure({ source: undated.id })]
    await take(aRecord({ figures }))
    const dated = { ...undated, published: uncertainDate('1988-09-01') }
    const record = aRecord({ figures, sources: [aSource(), dated] })
    expect((await take(record)).taken).toMatchObject({ sources: 1, figures: 1 })
    expect((await onRecord()).figures.map(({ known }) => known)).toEqual([TODAY, null])
    expect((await take(record)).taken).toMatchObject({ sources: 0, figures: 0 })
  })

  it('makes a correction that does not say since when known today', async () => {
    await take(aRecord())
    const corrected = aRecord({ figures: [aFigure({ low: 1378, high: 1378 })] })
    await take(corrected)
    const { figures } = await onRecord()
    expect(figures.map(({ low, known }) => [low, known])).toEqual([
      [1698, null],
      [1378, TODAY],
    ])
    const again = await take(corrected, { today: calendarDate('2027-01-01') })
    expect(again.taken.figures).toBe(0)
  })

  it('lets the later of two rows of one folder stand from the day of publication', async () => {
    const twice = aRecord({ figures: [aFigure(), aFigure({ low: 1378, high: 1378 })] })
    await take(twice)
    const stand = async () => (await onRecord()).figures.map(({ low, known }) => [low, known])
    expect(await stand()).toEqual([
      [1698, null],
      [1378, null],
    ])
    expect((await take(twice)).taken.figures).toBe(0)
    const exported = (await readRecord(aContext(db()), PROGRAMME)).record
    expect((await take(exported)).taken.figures).toBe(0)
    // What the folder corrects of what was on record is known today, all of it.
    const thrice = [1400, 1500].map((low) => aFigure({ low, high: low }))
    await take(aRecord({ figures: thrice }))
    await take(aRecord({ figures: [aFigure({ low: 1600, high: 1600 })] }))
    expect((await stand()).slice(2)).toEqual([
      [1400, TODAY],
      [1500, TODAY],
      [1600, TODAY],
    ])
  })

  it('leaves a correction that another source dates as it is', async () => {
    const later = aSource({
      id: 'jta-1988-08-05' as SourceId,
      published: uncertainDate('1988-08-05'),
    })
    const event = anEvent({ source: later.id, stage: 'on' })
    await take(aRecord({ sources: [aSource(), later], events: [anEvent(), event] }))
    expect((await onRecord()).events.map(({ known }) => known)).toEqual([null, null])
  })

  it('takes a second citation as no correction', async () => {
    await take(aRecord({ events: [anEvent(), anEvent({ at: 'p. 9' })] }))
    expect((await onRecord()).events.map(({ known }) => known)).toEqual([null, null])
  })

  it('knows a withdrawn row since the row it withdraws', async () => {
    const event = anEvent({ source: anUndatedSource().id })
    await take(aRecord({ events: [event] }), { today: calendarDate('2026-01-01') })
    await take(aRecord({ events: [{ ...event, withdrawn: TODAY }] }))
    expect((await onRecord()).events.map(({ known }) => known)).toEqual([
      '2026-01-01',
      '2026-01-01',
    ])
  })

  it('lets the latest version of a reference row stand, in its old place', async () => {
    await take(aRecord())
    const better = aSource({ title: 'JTA Daily News Bulletin' })
    await take(aRecord({ sources: [better], programme: aProgramme({ title: 'Another' }) }))
    const { sources, programme } = await onRecord()
    expect(sources.map(({ id, title }) => [id, title])).toEqual([
      [better.id, better.title],
      ['undated', 'Daily News Bulletin'],
    ])
    expect(programme.title).toBe('Another')
  })

  it('keeps every version of a benchmark by its set', async () => {
    const versions = [aBenchmark({ set: null }), aBenchmark(), aBenchmark({ set: '1988-03' })]
    await take(aRecord({ benchmarks: versions }))
    expect((await onRecord()).benchmarks).toEqual(versions)
  })

  it('does not bring back a withdrawn source that a folder still has', async () => {
    const withdrawn = [aSource({ withdrawn: TODAY }), anUndatedSource()]
    await take(aRecord({ sources: [aSource(), ...withdrawn] }))
    await take(aRecord())
    expect((await onRecord()).sources[0]?.withdrawn).toBe(TODAY)
  })

  it('refuses one source with two contents', async () => {
    const record = aRecord({ sources: [aSource(), aSource({ title: 'Else' }), anUndatedSource()] })
    await expect(take(record)).rejects.toThrow(
      'The source jta-1988-08-03 is given twice, with different content.',
    )
  })

  it('takes nothing when a text cannot be kept', async () => {
    const record = aRecord({ events: [anEvent({ detail: 'a\u0000b' })] })
    await expect(take(record)).rejects.toMatchObject({ code: 'invalid' })
    await expect(onRecord()).rejects.toMatchObject({ code: 'not-found' })
    const text = 'back\\u0000slash \\\\u0000'
    await take(aRecord({ events: [anEvent({ detail: text })] }))
    expect((await onRecord()).events[0]?.detail).toBe(text)
  })

  it('takes nothing when it is given up, and tells how far it is', async () => {
    const stop = new AbortController()
    const seen: number[] = []
    const onProgress = ({ done, total }: { done: number; total: number }) => {
      seen.push(total)
      if (done > 6000) stop.abort()
    }
    const giving = take(aRecord({ figures: many(12_000) }), { onProgress, signal: stop.signal })
    await expect(giving).rejects.toMatchObject({ name: 'AbortError' })
    expect(new Set(seen)).toEqual(new Set([12_012]))
    await expect(onRecord()).rejects.toMatchObject({ code: 'not-found' })
    expect(await verifyStore(aContext(db()))).toEqual([])
  })

  it('is refused to a reader', async () => {
    const reader = aContext(db(), { role: 'reader' })
    const taking = () => importRecord(reader, { record: aRecord(), kept: [] })
    await expect(taking()).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('does not mix two imports that run at once', async () => {
    const batches = ['a', 'b', 'c'].map((id) =>
      Array.from({ length: 50 }, (_, i) => anEvent({ id: `${id}-${i}` as EventId })),
    )
    await Promise.all(batches.map((events) => take(aRecord({ events }))))
    const { events } = await onRecord()
    const order = events.map(({ id }) => id[0]).join('')
    expect(order).toMatch(/^(?:a{50}|b{50}|c{50}){3}$/)
    expect(events).toHaveLength(150)
    expect(await verifyStore(aContext(db()))).toEqual([])
  })

  it('writes what was done, by whom, and how much', async () => {
    await take(aRecord())
    const { rows } = await sql`select person_id, permission, subject, row_count, last_entry
      from audit_entry`.execute(db())
    expect(rows).toEqual([
      {
        ...{ person_id: 'ann', permission: 'record.import', subject: PROGRAMME },
        ...{ row_count: 13, last_entry: 13 },
      },
    ])
  })
})
