import { describe, expect, it } from 'vitest'
import { onEachEngine } from '../../test/engines.ts'
import {
  aContext,
  aFigure,
  anEvent,
  anOutcome,
  anUndatedSource,
  anUndertaking,
  aRecord,
  aSeries,
  aSource,
  PROGRAMME,
  TODAY,
} from '../../test/record-builders.ts'
import { calendarDate } from '../domain/basics/calendar-date.ts'
import type { EventId, GoalId, SeriesId, SourceId, UndertakingId } from '../domain/basics/ids.ts'
import { uncertainDate } from '../domain/basics/uncertain-date.ts'
import {
  recordEvent,
  recordFigures,
  recordOutcome,
  recordSeries,
  recordSource,
  recordUndertaking,
  withdrawEntry,
} from './evidence.ts'
import { importRecord } from './imports.ts'
import { recordOf } from './record-cache.ts'
import { verifyStore } from './verify.ts'

onEachEngine('entry forms', (db) => {
  const context = () => aContext(db())
  const fill = () => importRecord(context(), { record: aRecord(), kept: [] })
  const onRecord = () => recordOf(context(), PROGRAMME)

  it('put each kind of entry on record, once', async () => {
    await fill()
    const source = aSource({ id: 'cable' as SourceId, origin: aSource().id })
    const series = aSeries({ id: 'refusals' as SeriesId, kind: 'level' })
    const event = anEvent({ id: 'voa-on' as EventId, source: source.id })
    const undertaking = anUndertaking({ id: 'visit' as UndertakingId, goal: null })
    const outcome = anOutcome({ undertaking: undertaking.id })
    const write = async () => [
      await recordSource(context(), PROGRAMME, source),
      await recordSeries(context(), PROGRAMME, series),
      await recordFigures(context(), PROGRAMME, [aFigure({ series: series.id }), aFigure()]),
      await recordEvent(context(), PROGRAMME, event),
      await recordUndertaking(context(), PROGRAMME, undertaking),
      await recordOutcome(context(), PROGRAMME, outcome),
    ]
    const one = { taken: 1, unchanged: 0 }
    expect(await write()).toEqual([one, one, { taken: 1, unchanged: 1 }, one, one, one])
    const before = await onRecord()
    expect((await write()).map(({ taken }) => taken)).toEqual([0, 0, 0, 0, 0, 0])
    expect(await onRecord()).toBe(before)
    expect(before.figures.at(-1)).toMatchObject({ series: 'refusals', known: null })
    expect(before.events.at(-1)).toMatchObject({ id: 'voa-on', source: 'cable' })
    expect(await verifyStore(context())).toEqual([])
  })

  it('make a correction known today', async () => {
    await fill()
    await recordFigures(context(), PROGRAMME, [aFigure({ low: 1378, high: 1378 })])
    expect((await onRecord()).figures.map(({ low, known }) => [low, known])).toEqual([
      [1698, null],
      [1378, TODAY],
    ])
  })

  it('take all figures or none', async () => {
    await fill()
    const bad = aFigure({ series: 'gone' as SeriesId })
    await expect(recordFigures(context(), PROGRAMME, [aFigure({ low: 1 }), bad])).rejects.toThrow(
      'Figure 2: there is no series "gone".',
    )
    expect((await onRecord()).figures).toHaveLength(1)
  })

  describe('refuse', () => {
    const period = { from: uncertainDate('1988-08'), to: uncertainDate('1988-07') }
    it.each([
      ['an unknown source', { source: 'gone' as SourceId }, 'there is no source "gone"'],
      ['a period that ends before it begins', period, 'ends before it begins'],
      ['crossed bounds', { low: 2, high: 1 }, 'the lower bound 2 is above the upper bound 1'],
      ['a figure without a value', { low: null, high: null }, 'give a value'],
      ['a value that is no number', { low: NaN, high: null }, 'a bound is not a number'],
      ['no reporter', { reporter: ' ' }, 'say who reports it'],
      ['a forecast', { published: uncertainDate('1988-06') }, 'before its period begins'],
    ])('%s', async (_, given, sentence) => {
      await fill()
      const recording = recordFigures(context(), PROGRAMME, [aFigure(given)])
      await expect(recording).rejects.toMatchObject({
        code: 'invalid',
        message: expect.stringContaining(sentence) as string,
      })
    })

    it('ids that cannot be written, and what is not there', async () => {
      await fill()
      const recordings = [
        () => recordEvent(context(), PROGRAMME, anEvent({ id: '1st' as EventId })),
        () =>
          recordOutcome(context(), PROGRAMME, anOutcome({ undertaking: 'no' as UndertakingId })),
        () => recordUndertaking(context(), PROGRAMME, anUndertaking({ goal: 'no' as GoalId })),
        () => recordSource(context(), PROGRAMME, aSource({ origin: aSource().id })),
        () => recordSeries(context(), PROGRAMME, aSeries({ kind: 'index' })),
      ]
      for (const recording of recordings)
        await expect(recording()).rejects.toMatchObject({ code: 'invalid' })
    })

    it('a programme that is not there, and a reader', async () => {
      const recording = () => recordSource(context(), PROGRAMME, aSource())
      await expect(recording()).rejects.toMatchObject({ code: 'not-found' })
      await fill()
      const reader = aContext(db(), { role: 'reader' })
      const refused = recordSource(reader, PROGRAMME, aSource())
      await expect(refused).rejects.toMatchObject({ code: 'not-allowed' })
    })
  })

  it('withdraw an entry by adding it again with the day', async () => {
    const undated = anEvent({ source: anUndatedSource().id })
    await importRecord(
      context(),
      { record: aRecord({ events: [undated] }), kept: [] },
      { today: calendarDate('2026-01-01') },
    )
    const { entry = 0 } = (await onRecord()).events[0] ?? {}
    await withdrawEntry(context(), PROGRAMME, 'events', entry, TODAY)
    const { events } = await onRecord()
    expect(events.map(({ known, withdrawn }) => [known, withdrawn])).toEqual([
      ['2026-01-01', null],
      ['2026-01-01', TODAY],
    ])
    const again = (events[1] ?? { entry: 0 }).entry
    const refused = withdrawEntry(context(), PROGRAMME, 'events', again, TODAY)
    await expect(refused).rejects.toMatchObject({ code: 'out-of-date' })
    const unknown = withdrawEntry(context(), PROGRAMME, 'figures', entry, TODAY)
    await expect(unknown).rejects.toMatchObject({ code: 'not-found' })
  })
})
