import { describe, expect, it } from 'vitest'
import { aSeries, ruleMoved, someFigure, someWaiver, stands } from '../../../test/builders.ts'
import { calendarDate } from '../basics/calendar-date.ts'

const figures = [
  someFigure({ in: '1987', value: 8155, published: '1988-01-04' }),
  someFigure({ in: '1988', value: 19286, published: '1989-01-03' }),
]
const year1988 = 'require total(emigration) in 1988 >= 15000;'

describe('due', () => {
  const text = `${year1988} due 1988-12;`
  const on = (asOf: string, knownOn: string) => stands(text, { figures, asOf, knownOn })

  it('is not due while the earlier of the two days is before its last day', () => {
    expect(on('1988-12-30', '1989-06-01').life).toBe('not-due')
    expect(on('1989-06-01', '1988-12-30').life).toBe('not-due')
    expect(on('1988-12-31', '1988-12-31').life).toBeNull()
  })

  it('beside not-due the standing is the finding so far', () => {
    expect(on('1988-12-30', '1989-06-01').standing).toBe('insufficient')
  })

  it('met late is met, and says how late', () => {
    const late = stands('require total(emigration) over last 12 months >= 15000; due 1988-11-29;', {
      figures,
      asOf: '1988-12-31',
    })
    expect([late.standing, late.why]).toEqual([
      'met',
      'NCSJ 19,286; asked: at least 15,000; met 32 days after it was due on 29 November 1988.',
    ])
    const dayLate = stands(
      'require total(emigration) over last 12 months >= 15000; due 1988-12-30;',
      {
        figures,
        asOf: '1988-12-31',
      },
    )
    expect(dayLate.why).toMatch(/met 1 day after/)
  })

  it('in grace says until when', () => {
    const said = stands(
      `require total(emigration) in 1987 >= 15000; due 1988-01-31 grace 2 months;`,
      {
        figures,
        asOf: '1988-03-31',
      },
    )
    expect(said.why).toMatch(/in grace until 31 March 1988\.$/)
  })
})

describe('the version in force', () => {
  const versions = `benchmark asked "First" outcome {
  set 1987-01 by "Schifter";
  require total(emigration) over last 12 months >= 10000;
}
benchmark asked "Second" outcome {
  set 1988-03 by "Kampelman";
  require total(emigration) over last 12 months >= 15000;
}
`
  it('on the day judges it', () => {
    const on = (asOf: string) => {
      const { title, version, life } = stands(versions, { figures, asOf })
      return [title, version, life]
    }
    expect(on('1987-01-31')).toEqual(['First', '1987-01', null])
    expect(on('1988-03-30')).toEqual(['First', '1987-01', null])
    expect(on('1988-03-31')).toEqual(['Second', '1988-03', null])
  })

  it('is the first for a day before it, by a later standard', () => {
    const said = stands(versions, { figures, asOf: '1986-12-31' })
    expect([said.title, said.life]).toEqual(['First', 'by-a-later-standard'])
    expect(said.why).toMatch(/judged by a later standard, set 1987-01\.$/)
  })

  it('without a set date is as old as the programme', () => {
    const programme = { from: calendarDate('1987-01-01') }
    const on = (asOf: string) => stands(year1988, { figures, programme, asOf })
    expect(on('1987-01-01').life).toBeNull()
    expect(on('1986-12-31').life).toBe('by-a-later-standard')
    expect(on('1986-12-31').why).toMatch(/judged by a later standard, set 1 January 1987\.$/)
  })
})

describe('a part dropped by a later version', () => {
  const dropped = `benchmark asked "First" outcome {
  set 1987-01 by "Schifter";
  require total(emigration) over last 12 months >= 10000 and rule(law) >= in-force;
}
benchmark asked "Second" outcome {
  set 1988-03 by "Kampelman";
  require total(emigration) over last 12 months >= 12000;
}
benchmark asked "Third" outcome {
  set 1988-06 by "Shultz";
  require total(emigration) over last 12 months >= 15000;
}
`
  const parts = { figures, events: [ruleMoved('law', 'none', '1985')], asOf: '1988-12-31' }

  it('is a waiver of it from that version’s set, by its by, without end', () => {
    expect(stands(dropped, parts)).toMatchObject({
      standing: 'not-met',
      life: 'waived',
      waiver: { by: 'Kampelman', from: '1988-03', until: null },
    })
  })

  it('is none on a day before', () => {
    expect(stands(dropped, { ...parts, asOf: '1987-12-31' })).toMatchObject({
      standing: 'not-met',
      life: null,
    })
  })

  it('that a yet later version takes up again is waived no more', () => {
    const again = `${dropped}benchmark asked "Fourth" outcome {
  set 1988-09 by "Shultz";
  require total(emigration) over last 12 months >= 15000;
  require rule(law) >= adopted;
}
`
    expect(stands(again, parts)).toMatchObject({ standing: 'not-met', life: null })
  })
})

describe('a waiver', () => {
  const unmet = 'require total(emigration) over last 12 months >= 20000;'
  const waived = (clause: string, waivers: ReturnType<typeof someWaiver>[], asOf = '1989-01-31') =>
    stands(`${unmet} ${clause}`, { figures, waivers, asOf, knownOn: '1990-01-01' })

  it('lies over anything but met, both ends included', () => {
    const waivers = [someWaiver({ from: '1989-01-10', until: '1989-01-20' })]
    const lives = ['1989-01-09', '1989-01-10', '1989-01-20', '1989-01-21'].map(
      (asOf) => waived('', waivers, asOf).life,
    )
    expect(lives).toEqual([null, 'waived', 'waived', null])
    const met = stands('require total(emigration) in 1988 >= 1;', {
      figures,
      waivers: [someWaiver({ from: '1988' })],
      asOf: '1989-01-31',
    })
    expect([met.life, met.waiver]).toEqual([null, null])
  })

  it('changes nothing in the finding', () => {
    expect(waived('', [someWaiver({ from: '1989-01-01' })]).standing).toBe('insufficient')
  })

  it('is unseen before it is known', () => {
    const waivers = [someWaiver({ from: '1989-01-01', known: '1989-02-01' })]
    expect(
      stands(unmet, { figures, waivers, asOf: '1989-01-31', knownOn: '1989-01-31' }).life,
    ).toBeNull()
  })

  it('by another than the clause names is not one, and says so', () => {
    const said = waived('waiver by "President" until 12 months;', [
      someWaiver({ by: 'Secretary', from: '1989-01-01', until: '1989-06-01' }),
    ])
    expect(said.life).toBeNull()
    expect(said.why).toMatch(
      /a waiver by Secretary from 1989-01-01 is not one that the benchmark allows/,
    )
  })

  it('without end or longer than the clause allows is not one', () => {
    const clause = 'waiver by "president" until 12 months;'
    expect(waived(clause, [someWaiver({ from: '1989-01-01' })]).life).toBeNull()
    expect(
      waived(clause, [someWaiver({ from: '1989-01-01', until: '1990-01-02' })]).life,
    ).toBeNull()
    expect(waived(clause, [someWaiver({ from: '1989-01-01', until: '1990-01-01' })]).life).toBe(
      'waived',
    )
  })

  it('is counted against the most the clause allows only where it was one', () => {
    const clause = 'waiver by "President" until 12 months max 1;'
    const given = { from: '1989-01-01', until: '1989-06-01' }
    expect(
      waived(clause, [
        someWaiver({ ...given, from: '1988-06-01', by: 'Secretary' }),
        someWaiver(given),
      ]).life,
    ).toBe('waived')
    expect(
      waived(clause, [someWaiver({ from: '1988-06-01', until: '1988-07-01' }), someWaiver(given)])
        .life,
    ).toBeNull()
  })

  it('shows before a lapse', () => {
    const series = [aSeries('pace', { kind: 'level' })]
    const paces = [
      someFigure({ series: 'pace', in: '1988-11', value: 100 }),
      someFigure({ series: 'pace', in: '1988-12', value: 10 }),
    ]
    const said = stands('require level(pace) >= 100;', {
      series,
      figures: paces,
      waivers: [someWaiver({ from: '1988-12' })],
      asOf: '1988-12-31',
    })
    expect([said.life, said.lapsedSince]).toEqual(['waived', '1988-12-31'])
  })
})

describe('nothing to judge by', () => {
  it('a benchmark that only scales stands insufficient and shows its amount', () => {
    const said = stands('scale total(emigration) in 1988;', { figures, asOf: '1989-01-31' })
    expect([said.standing, said.why]).toEqual([
      'insufficient',
      'It only scales and asks for nothing.',
    ])
    expect(said.measures).toEqual([
      {
        term: 'total(emigration) in 1988',
        readings: [{ reporter: 'NCSJ', low: 19286, high: 19286, citations: ['bulletin @ p. 1'] }],
      },
    ])
  })

  it('a day before any evidence and knowledge before anything are insufficient', () => {
    expect(stands(year1988, { figures, asOf: '1950-01-01' }).standing).toBe('insufficient')
    expect(stands(year1988, { figures, asOf: '1989-01-31', knownOn: '1980-01-01' }).standing).toBe(
      'insufficient',
    )
  })

  it('no evidence at all is insufficient and says what is missing', () => {
    expect(stands(year1988, { asOf: '1989-01-31' }).missing).toEqual([
      'No figure of “Title of emigration” for 1988.',
    ])
  })
})

it('15,000 in 1988 is met as known on 4 January 1989, not before the 3rd', () => {
  const on = (knownOn: string) =>
    stands(year1988, { figures, asOf: '1988-12-31', knownOn }).standing
  expect([on('1989-01-02'), on('1989-01-03'), on('1989-01-04')]).toEqual([
    'insufficient',
    'met',
    'met',
  ])
})
