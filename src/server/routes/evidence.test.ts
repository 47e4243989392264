import { beforeEach, describe, expect, it } from 'vitest'
import { askApp } from '../../../test/ask-app.ts'
import { onEachEngine } from '../../../test/engines.ts'
import {
  aContext,
  aFigure,
  anEvent,
  aProgramme,
  aRecord,
  aSeries,
  aSource,
} from '../../../test/record-builders.ts'
import { importRecord } from '../../actions/imports.ts'
import { calendarDate } from '../../domain/basics/calendar-date.ts'
import type { EventId, SeriesId, SourceId } from '../../domain/basics/ids.ts'
import { uncertainDate } from '../../domain/basics/uncertain-date.ts'

const PROGRAMME = '/api/programmes/soviet-union'
const corrected = aSource({
  id: 'jta-1988-08-05' as SourceId,
  published: uncertainDate('1988-08-05'),
})

/** July 1988: 1,698 as published on 3 August, corrected to 1,378 two days later. */
const record = aRecord({
  programme: aProgramme({ claims: ['Interior Ministry'] }),
  sources: [aSource(), corrected],
  figures: [
    aFigure(),
    aFigure({ source: corrected.id, low: 1378, high: 1378, at: 'p. 4' }),
    aFigure({ reporter: 'Interior Ministry', low: 1700, high: null, at: 'p. 5' }),
  ],
  events: [
    anEvent(),
    anEvent({ known: calendarDate('1988-08-20'), date: uncertainDate('1987-05-26') }),
    anEvent({ id: 'rfe-on' as EventId, subject: 'jamming/rfe-rl', stage: 'intensified' }),
    anEvent({
      id: 'rfe-on' as EventId,
      subject: 'jamming/rfe-rl',
      stage: 'intensified',
      withdrawn: calendarDate('1988-08-10'),
    }),
  ],
})

onEachEngine('evidence routes', (db) => {
  const { get, post } = askApp(db)
  beforeEach(() => importRecord(aContext(db()), { record, kept: [] }))

  it('show both vintages of July 1988, and which stands when', async () => {
    const on = async (day: string) =>
      (await get(`${PROGRAMME}/series/emigration?knownOn=${day}`)).body
    expect(await on('1988-08-03')).toMatchObject({
      knownOn: '1988-08-03',
      series: { figures: 2, latest: '1988-07-31', benchmarks: ['step-up'] },
      figures: [
        { low: 1698, supersededBy: null, supersededOn: null, known: '1988-08-03' },
        { reporter: 'Interior Ministry', claim: true, low: 1700, high: null },
      ],
    })
    const later = (await on('1988-08-05')) as { figures: { entry: number }[] }
    expect(later).toMatchObject({
      series: { figures: 2, reporters: ['NCSJ', 'Interior Ministry'] },
      figures: [
        { low: 1698, supersededBy: later.figures[1]?.entry, supersededOn: '1988-08-05' },
        { low: 1378, supersededBy: null, citations: ['jta-1988-08-05 @ p. 4'] },
        { low: 1700, supersededBy: null },
      ],
      contradictions: [],
    })
  })

  it('name the figures with which a reporter contradicts itself, in a flow and in a level', async () => {
    const level = aSeries({ id: 'prisoners' as SeriesId, kind: 'level' })
    const held = { series: level.id, from: uncertainDate('1988'), to: uncertainDate('1988') }
    const contradictory = aRecord({
      series: [aSeries(), level],
      figures: [
        aFigure({ low: 1698, high: 1698 }),
        aFigure({
          from: uncertainDate('1988-01'),
          to: uncertainDate('1988-07'),
          low: 900,
          high: 900,
        }),
        aFigure({ ...held, low: 300, high: null }),
        aFigure({ ...held, to: uncertainDate('1988-06'), low: null, high: 200, at: 'p. 9' }),
        aFigure({ ...held, reporter: 'Amnesty', low: 150, high: 150 }),
      ],
    })
    await importRecord(aContext(db()), { record: contradictory, kept: [] })
    const of = async (series: string) =>
      (
        (await get(`${PROGRAMME}/series/${series}?knownOn=1988-08-04`)).body as {
          contradictions: string[]
        }
      ).contradictions
    expect(await of('prisoners')).toEqual([
      'NCSJ contradicts itself: at least 300 persons for 1988-01-01 to 1988-12-31 (jta-1988-08-03 @ p. 1); at most 200 persons for 1988-01-01 to 1988-06-30 (jta-1988-08-03 @ p. 9) cannot all be true.',
    ])
    const [sentence, ...others] = await of('emigration')
    expect(others).toEqual([])
    expect(sentence).toContain('1,698 persons for 1988-07-01 to 1988-07-31')
    expect(sentence).toContain('900 persons for 1988-01-01 to 1988-07-31')
  })

  it('know nothing of a figure before its day', async () => {
    expect((await get(`${PROGRAMME}/series?knownOn=1988-08-02`)).body).toMatchObject({
      series: [{ id: 'emigration', figures: 0, reporters: [], latest: null }],
    })
    expect((await get(`${PROGRAMME}/events?knownOn=1988-08-02`)).body).toMatchObject({ events: [] })
  })

  it('show an event with what it said before, and one that was withdrawn', async () => {
    const events = async (day: string) => (await get(`${PROGRAMME}/events?knownOn=${day}`)).body
    expect(await events('1988-08-31')).toMatchObject({
      events: [
        { id: 'rfe-on', withdrawnOn: '1988-08-10' },
        {
          id: 'voa-off',
          date: '1987-05-26',
          known: '1988-08-20',
          corrected: ['1987-05-25~ · state · jamming/voa · off · confirmed (known 1988-08-03)'],
        },
      ],
    })
    expect(await events('1988-08-09')).toMatchObject({
      events: [
        { id: 'rfe-on', withdrawnOn: null, corrected: [] },
        { id: 'voa-off', date: '1987-05-25~', corrected: [] },
      ],
    })
  })

  it('show undertakings with what became of them', async () => {
    expect((await get(`${PROGRAMME}/undertakings?knownOn=1988-08-03`)).body).toMatchObject({
      undertakings: [
        {
          id: 'pardon',
          due: '1987-03',
          goal: 'emigration-goal',
          outcomes: [{ outcome: 'partly', date: '1987-04', known: '1988-08-03' }],
        },
      ],
    })
  })

  it('show what rests on a source, by place, as known on the day', async () => {
    const { body } = await get(`${PROGRAMME}/sources/jta-1988-08-03?knownOn=1988-08-03`)
    const { source, cited } = body as { source: object; cited: { kind: string; at: string }[] }
    expect(source).toMatchObject({ title: 'Daily News Bulletin', cited: cited.length })
    expect(cited.map(({ at, kind }) => `${at} ${kind}`)).toEqual([
      ' undertaking',
      ' outcome',
      'p. 1 figure',
      'p. 2 event',
      'p. 2 event',
      'p. 3 goal',
      'p. 5 figure',
    ])
    expect((await get(`${PROGRAMME}/sources/jta-1988-08-05?knownOn=1988-08-04`)).status).toBe(404)
  })

  it.each([
    ['/api/programmes/atlantis/series', 'There is no programme "atlantis".'],
    [`${PROGRAMME}/series/refusals`, 'There is no series "refusals" in this programme.'],
    [`${PROGRAMME}/sources/none`, 'There is no source "none" in this programme.'],
  ])('answer %s with a sentence', async (path, detail) => {
    expect(await get(path)).toMatchObject({ status: 404, body: { status: 404, detail } })
  })

  it.each(['1988-02-30', '1988-07', 'soon', ''])('refuse “%s” as a day', async (day) => {
    expect(await get(`${PROGRAMME}/events?knownOn=${encodeURIComponent(day)}`)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/knownOn' }] },
    })
  })

  describe('entry forms', () => {
    const source = 'jta-1988-08-05'

    it('write what was typed, and show it', async () => {
      const figure = {
        ...{ series: 'emigration', reporter: 'ICM', from: '1988-08', to: '1988-08' },
        ...{ value: '1864', published: '1988-09-06', source, at: 'p. 2' },
      }
      expect(await post(`${PROGRAMME}/figures`, { figures: [figure] })).toEqual({
        status: 200,
        body: { taken: 1 },
      })
      expect((await post(`${PROGRAMME}/figures`, { figures: [figure] })).body).toEqual({ taken: 0 })
      expect((await get(`${PROGRAMME}/series/emigration?knownOn=1988-09-06`)).body).toMatchObject({
        series: { latest: '1988-08-31', figures: 3 },
      })
    })

    it('write sources, series, events, undertakings and outcomes', async () => {
      const answers = [
        await post(`${PROGRAMME}/sources`, {
          ...{ id: 'cable', title: 'A cable', published: '1988-09', protected: true },
          origin: source,
        }),
        await post(`${PROGRAMME}/series`, {
          ...{ id: 'visas', title: 'Visas', kind: 'flow', unit: 'persons' },
        }),
        await post(`${PROGRAMME}/events`, {
          ...{ id: 'rfe-off', date: '1988-11-29', kind: 'state', subject: 'jamming/rfe-rl' },
          ...{ stage: 'off', source: 'cable', at: '¶ 2', known: '1988-11-30' },
        }),
        await post(`${PROGRAMME}/undertakings`, {
          ...{
            id: 'visit',
            date: '1988-09',
            by: 'Minister',
            text: 'They may come',
            source: 'cable',
          },
        }),
        await post(`${PROGRAMME}/outcomes`, {
          ...{ undertaking: 'visit', date: '1988-10', outcome: 'kept', source: 'cable' },
        }),
      ]
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
      expect((await get(`${PROGRAMME}/sources/cable?knownOn=1989-01-01`)).body).toMatchObject({
        source: { protected: true, origin: source },
        cited: [{ kind: 'undertaking' }, { kind: 'outcome' }, { kind: 'event', at: '¶ 2' }],
      })
    })

    it.each([
      ['figures', { figures: [{ value: '3,092' }] }, /commas between its digits/],
      ['figures', { figures: [{ from: '1988-13' }] }, /“1988-13” is not a date/],
      ['figures', { figures: [{ source: 'jta-1988-08-04' }] }, /did you mean/],
      ['figures', { figures: [{}, { low: '9', value: '1' }] }, /^Row 2: .*a value and a bound/],
      [
        'events',
        { id: 'x', date: '1988', kind: 'state', subject: 's', stage: 'of', source },
        /“of”/,
      ],
    ])('refuse in %s what a folder would refuse', async (path, body, why) => {
      const whole = { series: 'emigration', reporter: 'ICM', from: '1988', to: '1988', source }
      const sent =
        'figures' in body ? { figures: body.figures.map((each) => ({ ...whole, ...each })) } : body
      const filled =
        'figures' in sent && Array.isArray(sent.figures) && sent.figures.length === 2
          ? { figures: [{ ...whole, value: '5' }, sent.figures[1]] }
          : sent
      expect(await post(`${PROGRAMME}/${path}`, filled)).toMatchObject({
        status: 422,
        body: { detail: expect.stringMatching(why) },
      })
    })
  })
})
