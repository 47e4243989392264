import { describe, expect, it } from 'vitest'
import { assess } from './commands/assess.ts'
import { history } from './commands/history.ts'
import { WrongUsage } from './exit-codes.ts'
import { helpOf, readArguments } from './read-arguments.ts'

describe('arguments', () => {
  it('are read in any order, with values after a blank or an equals sign', () => {
    const given = readArguments(assess.spec, ['--json', '--as-of=1988-12-31', 'p', '--data', 'd'])
    expect(given.operand('PROGRAMME')).toBe('p')
    expect([given.day('as-of'), given.day('known-on')]).toEqual(['1988-12-31', undefined])
    expect([given.flag('json'), given.text('data')]).toEqual([true, 'd'])
  })

  it('may begin with a hyphen after “--”', () => {
    expect(readArguments(assess.spec, ['--', '-p']).operand('PROGRAMME')).toBe('-p')
  })

  it.each([
    [
      ['p', '--as-off', '1988-01-01'],
      '--as-off is not an option of “demarche assess”. Did you mean --as-of?',
    ],
    [['p', '--colour'], '--colour is not an option of “demarche assess”.'],
    [['p', '-x'], '-x is not an option of “demarche assess”.'],
    [['p', '--constructor'], '--constructor is not an option of “demarche assess”.'],
    [['p', '--as-of'], '--as-of needs a value: --as-of DAY.'],
    [['p', '--json=yes'], '--json takes no value.'],
    [['p', '--json', '--json'], '--json stands twice.'],
    [[], 'PROGRAMME is missing.'],
    [['p', 'q'], '“q” is one argument too many for “demarche assess”.'],
  ])('%j are refused', (argv, sentence) => {
    expect(() => readArguments(assess.spec, argv)).toThrow(new WrongUsage(sentence))
  })

  it.each(['1988-02-30', '1987-04~', '1987-04', 'today', ''])('“%s” is no day', (day) => {
    const given = readArguments(assess.spec, ['p', `--as-of=${day}`])
    expect(() => given.day('as-of')).toThrow(/is not a day\. Write it as YYYY-MM-DD/)
  })

  it.each([
    [['--to', '1988-01-01'], '--from is missing; it is a day.'],
    [['--from', '1989-01-01', '--to', '1988-01-01'], '--from is after --to.'],
    [['--from', '1988-01-01', '--to', '1988-02-01', '--every', 'week'], '--every: “week”'],
    [
      ['--from', '1988-01-01', '--to', '1988-02-01', '--as-known-then', '--known-on', '1988-01-01'],
      '--known-on and --as-known-then exclude each other.',
    ],
  ])('of a history: %j are refused', async (argv, sentence) => {
    const run = async () => history.run(readArguments(history.spec, ['p', ...argv]))
    await expect(run).rejects.toThrow(sentence)
  })
})

describe('help', () => {
  it('is there without arguments, and names every option', () => {
    expect(readArguments(history.spec, ['-h']).flag('help')).toBe(true)
    const help = helpOf(history.spec)
    for (const option of [...Object.keys(history.spec.options), 'data', 'help'])
      expect(help).toContain(`--${option}`)
  })
})
