import { describe, expect, it } from 'vitest'
import { aSeries, someEvent, someFigure, stands, watched } from '../../../test/builders.ts'
import type { Days, RecordParts } from '../../../test/builders.ts'

type Given = Omit<RecordParts, 'text'> & Days

/** The readings of a measure as `reporter low..high`. */
function reads(measure: string, given: Given): string[] {
  const { measures } = stands(`require ${measure} >= 1;`, given)
  return (measures[0]?.readings ?? []).map(
    ({ reporter, low, high }) => `${reporter ?? 'acts'} ${low ?? '−∞'}..${high ?? '∞'}`,
  )
}
const level = { series: [aSeries('prisoners', { kind: 'level' })] }
const held = (given: Omit<Parameters<typeof someFigure>[0], 'series'>) =>
  someFigure({ series: 'prisoners', ...given })

describe('total and rate', () => {
  const halves = [
    someFigure({ in: '1987-01/1987-06', value: 4000 }),
    someFigure({ in: '1987-07/1987-12', value: 4919 }),
  ]

  it('a total adds what one reporter published', () => {
    expect(
      reads('total(emigration) over last 12 months', { figures: halves, asOf: '1987-12-31' }),
    ).toEqual(['NCSJ 8919..8919'])
  })

  it('reporters are never mixed into one sum', () => {
    const figures = [
      someFigure({ in: '1987-01/1987-06', value: 4000 }),
      someFigure({ in: '1987-07/1987-12', value: 4919, by: 'ICM' }),
    ]
    expect(reads('total(emigration) in 1987', { figures, asOf: '1988-01-31' })).toEqual([
      'NCSJ 4000..∞',
      'ICM 4919..∞',
    ])
  })

  it('a rate is total × 12 ÷ months of its window', () => {
    expect(
      reads('rate(emigration) over last 6 months', { figures: halves, asOf: '1987-12-31' }),
    ).toEqual(['NCSJ 9838..9838'])
  })

  it('a rate over a month that ends on a leap day is twelve times it', () => {
    const figures = [someFigure({ in: '1988-02', value: 700 })]
    expect(reads('rate(emigration) over last 1 month', { figures, asOf: '1988-02-29' })).toEqual([
      'NCSJ 8400..8400',
    ])
  })

  it('days of a fixed window after the day are unused', () => {
    const figures = [someFigure({ in: '1988-01/1988-06', value: 8000 })]
    expect(reads('total(emigration) in 1988', { figures, asOf: '1988-06-30' })).toEqual([
      'NCSJ 8000..∞',
    ])
    expect(reads('total(emigration) in 1989', { figures, asOf: '1988-06-30' })).toEqual([])
  })

  it('a running window’s rate is what is sure by then over the whole of it', () => {
    const figures = [someFigure({ in: '1988-01/1988-06', value: 8000 })]
    expect(reads('rate(emigration) in 1988', { figures, asOf: '1988-06-30' })).toEqual([
      'NCSJ 8000..∞',
    ])
  })

  it('a reporter without a figure in reach is left out', () => {
    const figures = [...halves, someFigure({ in: '1971', value: 1, by: 'ICM' })]
    expect(reads('total(emigration) in 1987', { figures, asOf: '1987-12-31' })).toEqual([
      'NCSJ 8919..8919',
    ])
  })

  it('huge and fractional amounts stay exact', () => {
    const figures = [
      someFigure({ in: '1987-01/1987-06', value: 0.1 }),
      someFigure({ in: '1987-07/1987-12', value: 0.2 }),
      someFigure({ in: '1987', value: 9_007_199_254_740_000, by: 'ICM' }),
    ]
    expect(reads('total(emigration) in 1987', { figures, asOf: '1987-12-31' })).toEqual([
      'NCSJ 0.3..0.3',
      'ICM 9007199254740000..9007199254740000',
    ])
  })
})

describe('level and latest', () => {
  it('a level over a span holds on each of its days', () => {
    const given = { ...level, figures: [held({ in: '1987-01/1987-06', value: 300 })] }
    expect(reads('level(prisoners)', { ...given, asOf: '1987-06-30' })).toEqual(['NCSJ 300..300'])
    expect(reads('level(prisoners)', { ...given, asOf: '1987-07-01' })).toEqual([])
    expect(reads('level(prisoners) at 1987-02-03', { ...given, asOf: '1990-01-01' })).toEqual([
      'NCSJ 300..300',
    ])
  })

  it('two of one reporter on one day are intersected', () => {
    const figures = [
      held({ in: '1987', low: 200, high: 300 }),
      held({ in: '1987-06-01', low: 250 }),
    ]
    expect(
      reads('level(prisoners) at 1987-06-01', { ...level, figures, asOf: '1988-01-01' }),
    ).toEqual(['NCSJ 250..300'])
  })

  it('with nothing in common they are a contradiction', () => {
    const figures = [held({ in: '1987', value: 300 }), held({ in: '1987-06-01', value: 200 })]
    const said = stands('require level(prisoners) at 1987-06-01 <= 500;', {
      ...level,
      figures,
      asOf: '1988-01-01',
    })
    expect(said.standing).toBe('disputed')
    expect(said.disputes).toEqual([
      'NCSJ contradicts itself: 300 for 1987 and 200 for 1 June 1987.',
    ])
  })

  it('the latest is that which ends last, at most so many months back', () => {
    const figures = [held({ in: '1987-05-01', value: 9 }), held({ in: '1987-12-31', value: 5 })]
    const on = (asOf: string) =>
      reads('latest(prisoners) within 12 months', { ...level, figures, asOf })
    expect(on('1987-12-30')).toEqual(['NCSJ 9..9'])
    expect(on('1988-12-31')).toEqual(['NCSJ 5..5'])
    expect(on('1989-01-01')).toEqual([])
  })
})

describe('several figures of a window', () => {
  const figures = [
    held({ in: '1987-01-31', value: 300 }),
    held({ in: '1987-06-30', low: 100, high: 200 }),
    held({ in: '1987-11-30', value: 260 }),
  ]
  const over = (name: string) =>
    reads(`${name}(prisoners) in 1987`, { ...level, figures, asOf: '1988-01-01' })

  it.each([
    ['mean', 'NCSJ 220..253.33333333333334'],
    ['median', 'NCSJ 260..260'],
    ['lowest', 'NCSJ 100..200'],
    ['highest', 'NCSJ 300..300'],
  ])('%s takes each once', (name, expected) => {
    expect(over(name)).toEqual([expected])
  })

  it('best is the highest where more is asked, on either side', () => {
    const asked = (text: string) =>
      stands(text, { ...level, figures, asOf: '1988-01-01' }).measures.map(
        ({ readings }) => readings[0]?.high,
      )
    expect(asked('require best(prisoners) in 1987 >= 1;')).toEqual([300])
    expect(asked('require level(prisoners) at 1987-11-30 >= best(prisoners) in 1987;')).toEqual([
      260, 300,
    ])
  })

  it('best is the lowest where less is asked, on either side', () => {
    const asked = (text: string) =>
      stands(text, { ...level, figures, asOf: '1988-01-01' }).measures.map(
        ({ readings }) => readings[0]?.high,
      )
    expect(asked('require best(prisoners) in 1987 <= 1;')).toEqual([200])
    expect(asked('require level(prisoners) at 1987-11-30 <= best(prisoners) in 1987;')).toEqual([
      260, 200,
    ])
  })

  it('the lowest of a running window can still fall, the highest still rise', () => {
    const running = { ...level, figures, asOf: '1987-06-30' }
    expect(reads('lowest(prisoners) in 1987', running)).toEqual(['NCSJ −∞..200'])
    expect(reads('highest(prisoners) in 1987', running)).toEqual(['NCSJ 300..∞'])
    expect(reads('mean(prisoners) in 1987', running)).toEqual(['NCSJ −∞..∞'])
  })
})

describe('an estimate', () => {
  it('of a flow is its total over the window, not that of a longer one', () => {
    const figures = [someFigure({ in: '1986/1987', value: 100 })]
    expect(reads('estimate(emigration) in 1987', { figures, asOf: '1988-01-01' })).toEqual([
      'NCSJ 0..100',
    ])
  })

  it('may block and never close', () => {
    const figures = [someFigure({ in: '1987', value: 100 })]
    const asked = (text: string) => stands(text, { figures, asOf: '1988-01-01' })
    expect(asked('require estimate(emigration) in 1987 >= 200;').standing).toBe('not-met')
    const close = asked('require estimate(emigration) in 1987 >= 50;')
    expect([close.standing, close.missing]).toEqual([
      'insufficient',
      ['An estimate may block and never close.'],
    ])
  })
})

describe('acts', () => {
  const year = (given: Partial<Given>) =>
    reads('count(detention) over last 12 months', { asOf: '1987-12-31', ...given })[0]
  const one = someEvent({ on: '1987-03-04' })
  const report = watched('detention', '1987')

  it('silence is not zero', () => {
    expect(year({})).toBe('acts 0..∞')
  })

  it('without coverage are the least there were', () => {
    expect(year({ events: [one] })).toBe('acts 1..∞')
  })

  it('with coverage are all there were', () => {
    expect(year({ events: [one, report] })).toBe('acts 1..1')
    expect(year({ events: [report] })).toBe('acts 0..0')
  })

  it('with one day unwatched are again the least', () => {
    expect(year({ events: [one, watched('detention', '1987-01-02/1987-12-31')] })).toBe('acts 1..∞')
  })

  it('not confirmed may have been or not', () => {
    const events = [report, one, someEvent({ on: '1987-05-05', verification: 'possible' })]
    expect(year({ events })).toBe('acts 1..2')
  })

  it('on a date that reaches out of the window may lie in it or not', () => {
    expect(year({ events: [report, someEvent({ on: '1986-12/1987-02' })] })).toBe('acts 0..1')
    expect(year({ events: [report, someEvent({ on: '1987-02/1987-03' })] })).toBe('acts 1..1')
  })

  it('that lack the key asked for may fit or not', () => {
    const events = [
      report,
      someEvent({ on: '1987-03-04', detail: 'ground: Speech' }),
      someEvent({ on: '1987-03-05', detail: 'ground: religion' }),
      someEvent({ on: '1987-03-06', detail: 'camp: Perm' }),
    ]
    expect(
      reads('count(detention where ground = "speech") in 1987', { events, asOf: '1988-01-01' }),
    ).toEqual(['acts 1..2'])
  })

  it('are chosen by all conditions at once', () => {
    const events = [
      report,
      someEvent({ on: '1987-03-04', detail: 'ground: speech; camp: Perm' }),
      someEvent({ on: '1987-03-05', detail: 'ground: speech; camp: Mordovia' }),
    ]
    expect(
      reads('count(detention where ground = "speech" and camp = "perm") in 1987', {
        events,
        asOf: '1988-01-01',
      }),
    ).toEqual(['acts 1..1'])
  })

  it('net is what adds less what takes away', () => {
    const events = [
      report,
      watched('release', '1987'),
      watched('re-detention', '1987'),
      someEvent({ on: '1987-03-04' }),
      someEvent({ kind: 're-detention', on: '1987-03-05' }),
      someEvent({ kind: 'release', on: '1987-03-06' }),
    ]
    expect(reads('net(detention) in 1987', { events, asOf: '1988-01-01' })).toEqual(['acts 1..1'])
    expect(reads('net(release) in 1987', { events, asOf: '1988-01-01' })).toEqual(['acts -1..-1'])
  })

  it('a running window’s count can still rise', () => {
    const events = [watched('detention', '1987'), one]
    expect(reads('count(detention) in 1987', { events, asOf: '1987-06-30' })).toEqual(['acts 1..∞'])
  })
})

describe('a share', () => {
  const series = [aSeries('emigration'), aSeries('to-israel')]
  const part = { series: 'to-israel', in: '1987' }

  it('is a over b, by the reporters that have both', () => {
    const figures = [
      someFigure({ in: '1987', value: 8000 }),
      someFigure({ ...part, value: 2000 }),
      someFigure({ in: '1987', value: 8100, by: 'ICM' }),
    ]
    expect(
      reads('share(to-israel, emigration) in 1987', { series, figures, asOf: '1988-01-01' }),
    ).toEqual(['NCSJ 0.25..0.25'])
  })

  it('is read on the hulls where no reporter has both', () => {
    const figures = [
      someFigure({ in: '1987', value: 8000 }),
      someFigure({ in: '1987', value: 10_000, by: 'State' }),
      someFigure({ ...part, value: 2000, by: 'ICM' }),
    ]
    const said = stands('require share(to-israel, emigration) in 1987 >= 20%;', {
      series,
      figures,
      asOf: '1988-01-01',
    })
    expect(said.standing).toBe('met')
  })

  it('of nothing in nothing cannot be told', () => {
    const figures = [someFigure({ in: '1987', value: 0 }), someFigure({ ...part, value: 0 })]
    const said = stands('require share(to-israel, emigration) in 1987 >= 20%;', {
      series,
      figures,
      asOf: '1988-01-01',
    })
    expect(said.standing).toBe('insufficient')
  })
})

describe('peers', () => {
  const series = [aSeries('control', { kind: 'index' }), aSeries('a'), aSeries('b')]
  const band = 'peers band = "same income band";'
  const control = (country: string, value: number) =>
    someFigure({ series: 'control', in: '1987', value, by: 'WGI', ...(country && { country }) })

  it('are every other country with a figure in reach', () => {
    const figures = [control('', 5), control('PL', 1), control('HU', 2), control('BG', 9)]
    const said = stands(
      `${band} hurdle level(control) > median(level(control), band); require count(conviction) in 1987 = 0;`,
      { series, figures, events: [watched('conviction', '1987')], asOf: '1987-12-31' },
    )
    expect(said.standing).toBe('met')
    expect(said.measures.map(({ readings }) => readings[0]?.low)).toEqual([0, 5, 2])
  })

  it('have their own share read, not ours', () => {
    const of = (id: string, value: number, country?: string) =>
      someFigure({ series: id, in: '1987', value, ...(country !== undefined && { country }) })
    const figures = [of('a', 1), of('b', 10), of('a', 5, 'PL'), of('b', 10, 'PL')]
    const said = stands(
      `${band} require share(a, b) in 1987 >= median(share(a, b) in 1987, band);`,
      { series, figures, asOf: '1988-01-01' },
    )
    expect(said.measures.map(({ readings }) => readings[0]?.low)).toEqual([0.1, 0.5])
  })

  it('without a figure leave the test untold', () => {
    const said = stands(`${band} require level(control) > median(level(control), band);`, {
      series,
      figures: [control('', 5)],
      asOf: '1987-12-31',
    })
    expect([said.standing, said.missing]).toEqual([
      'insufficient',
      ['No figure of “Title of control” for other countries.'],
    ])
  })
})

describe('a percentage', () => {
  const inflation = { series: [aSeries('inflation', { kind: 'level', unit: 'percent' })] }
  const figures = [someFigure({ series: 'inflation', in: '1987-12-31', value: 12 })]

  it('meets a series in percent as the number before the sign', () => {
    const asked = (text: string) =>
      stands(text, { ...inflation, figures, asOf: '1987-12-31' }).standing
    expect(asked('require level(inflation) < 15%;')).toBe('met')
    expect(asked('require level(inflation) < 15;')).toBe('met')
    expect(asked('require level(inflation) < 10%;')).toBe('not-met')
  })
})
