import { describe, expect, it } from 'vitest'
import {
  aCase,
  aConsent,
  aContact,
  aFamily,
  aMerge,
  anAct,
  aName,
  aRegister,
  someLists,
  type RegisterParts,
} from '../../../test/told-register.ts'
import type { ConsentOverride } from '../access/consent-override.ts'
import { calendarDate } from '../basics/calendar-date.ts'
import type { CaseId, PersonId, SubjectId } from '../basics/ids.ts'
import { passGate } from './gate.ts'
import type { GateOptions } from './gate.ts'
import type { Settlement } from './settlement.ts'
import { findList } from './list-view.ts'

const ON = calendarDate('1975-05-20')
const lists = (rule = '') =>
  someLists([
    { list: 'XVII', rule, versions: [{ version: '1', date: '1975-05-01', cases: ['c-1', 'c-2'] }] },
  ])
const NOTHING_SAID = { settlements: [], overrides: [] }
const OPTIONS: GateOptions = {
  printedName: (_, names) => names[0]?.name ?? '',
  nearNames: () => [],
}

/** Two cases that nothing stands in the way of. */
const sound = {
  names: [aName('p-1', 'Ada Norvik'), aName('p-2', 'Boris Dalen')],
  cases: [aCase('c-1', 'p-1', 'divided-spouse'), aCase('c-2', 'p-2', 'divided-spouse')],
  acts: [anAct('c-1', 'refused', '1975-04-01'), anAct('c-2', 'refused', '1975-04-01')],
  consents: [aConsent('p-1', 'yes', '1975-01-01'), aConsent('p-2', 'yes', '1975-01-01')],
}

function gate(
  parts: RegisterParts,
  settlements: readonly Partial<Settlement>[] = [],
  options: Partial<GateOptions> = {},
  rule = '',
  overrides: readonly ConsentOverride[] = [],
) {
  const record = lists(rule)
  return passGate(
    aRegister({ ...sound, ...parts }),
    record,
    findList(record, 'XVII', ON)!,
    '1',
    ON,
    {
      overrides,
      settlements: settlements.map((each, at) => ({
        entry: at + 1,
        finding: '',
        outcome: 'settled',
        by: 'Ann',
        on: ON,
        reason: 'seen to',
        ...each,
      })),
    },
    { ...OPTIONS, ...options },
  )
}

const kinds = (found: ReturnType<typeof gate>) => found.findings.map(({ id }) => id)

describe('the gate', () => {
  it('is open for a version that nothing is found in', () => {
    expect(gate({})).toEqual({ findings: [], open: 0 })
  })

  it('finds what is stale, and nothing newer than what is known lately', () => {
    const acts = [anAct('c-1', 'refused', '1974-01-01'), sound.acts[1]!]
    expect(kinds(gate({ acts }))).toEqual(['stale:c-1'])
    expect(kinds(gate({ acts, contacts: [aContact('p-1', '1975-03-01')] }))).toEqual([])
  })

  it('finds who is resolved or dead, and does not call them stale', () => {
    const acts = [anAct('c-1', 'arrived', '1974-01-01'), anAct('c-2', 'died', '1974-01-01')]
    expect(kinds(gate({ acts }))).toEqual(['resolved:c-1', 'dead:c-2'])
  })

  it('finds who has not agreed, each way of not agreeing apart', () => {
    const consents = [aConsent('p-1', 'no', '1975-01-01')]
    expect(kinds(gate({ consents }))).toEqual(['consent-refused:c-1', 'consent-none:c-2'])
    const expired = [
      aConsent('p-1', 'yes', '1975-01-01', { expires: '1975-05-19' }),
      sound.consents[1]!,
    ]
    expect(kinds(gate({ consents: expired }))).toEqual(['consent-expired:c-1'])
  })

  it('finds who was promised a place and is missing', () => {
    const cases = [...sound.cases, aCase('c-3', 'p-3', 'divided-spouse')]
    const promised = (words: string) =>
      kinds(gate({ cases, contacts: [aContact('p-3', '1975-03-01', words)] }))
    expect(promised('inclusion')).toEqual(['promised-but-missing:c-3'])
    expect(promised('inclusion: xvii')).toEqual(['promised-but-missing:c-3'])
    expect(promised('inclusion: XVIII')).toEqual([])
    expect(promised('a letter')).toEqual([])
  })

  it('does not miss who has arrived since the promise', () => {
    const cases = [...sound.cases, aCase('c-3', 'p-3', 'divided-spouse')]
    const acts = [...sound.acts, anAct('c-3', 'arrived', '1975-04-01')]
    const contacts = [aContact('p-3', '1975-03-01', 'inclusion')]
    expect(kinds(gate({ cases, acts, contacts }))).toEqual([])
  })

  it('finds one person on two entries, and names that are near', () => {
    expect(kinds(gate({ merges: [aMerge('p-1', 'p-2', '1975-05-20')] }))).toContain(
      'double:c-1:c-2',
    )
    const near = gate({}, [], { nearNames: () => [['p-1' as PersonId, 'p-2' as PersonId]] })
    expect(near.findings[0]).toMatchObject({
      kind: 'double',
      case: 'c-1',
      other: 'c-2',
      names: ['Ada Norvik', 'Boris Dalen'],
    })
  })

  it('finds another spelling of a name that is printed, in its script', () => {
    const spelt = (more: Parameters<typeof aName>[2]) =>
      kinds(gate({ names: [...sound.names, aName('p-1', 'Adda Norvick', more)] }))
    expect(spelt({ kind: 'spelling' })).toEqual(['spelling-variant:c-1:p-1'])
    expect(spelt({ kind: 'alias' })).toEqual([])
    expect(spelt({ kind: 'spelling', script: 'Cyrl' })).toEqual([])
  })

  it('finds an entry under another category than its case', () => {
    const record = lists()
    const [first, second] = record.entries
    const wrong = { ...record, entries: [{ ...first!, category: 'prisoner' }, second!] }
    const found = passGate(
      aRegister(sound),
      wrong,
      record.lists[0]!,
      '1',
      ON,
      NOTHING_SAID,
      OPTIONS,
    )
    expect(kinds(found)).toEqual(['wrong-category:c-1'])
  })

  it('finds what the rule of the list does not ask for, and says why', () => {
    const found = gate({}, [], {}, 'count(refused) >= 2')
    expect(kinds(found)).toEqual(['outside-the-rule:c-1', 'outside-the-rule:c-2'])
    expect(found.findings[0]!.sentence).toContain('Refused 1 time; at least 2 is asked.')
  })
})

describe('a finding', () => {
  const stale = { acts: [anAct('c-1', 'refused', '1974-01-01'), sound.acts[1]!] }

  it('stays open until it is settled with a reason', () => {
    expect(gate(stale).open).toBe(1)
    expect(gate(stale, [{ finding: 'stale:c-1', reason: ' ' }]).open).toBe(1)
    expect(gate(stale, [{ finding: 'stale:c-1' }]).open).toBe(0)
  })

  it('is open again when someone opens it', () => {
    const reopened = [
      { finding: 'stale:c-1' },
      { finding: 'stale:c-1', outcome: 'reopened' as const },
    ]
    expect(gate(stale, reopened).open).toBe(1)
  })

  it('about consent is overridden, not settled', () => {
    const consents = [sound.consents[0]!]
    const id = 'consent-none:c-2'
    expect(gate({ consents }, [{ finding: id }]).open).toBe(1)
    const overridden = gate({ consents }, [{ finding: id, outcome: 'overridden' }])
    expect(overridden).toMatchObject({ open: 0, findings: [{ needsOverride: true }] })
  })

  it('names the case, and no person in its sentence', () => {
    const { findings } = gate({ ...stale, consents: [] })
    for (const { sentence, case: id } of findings) {
      expect(['c-1', 'c-2'] as CaseId[]).toContain(id)
      expect(sentence).not.toMatch(/Norvik|Dalen/)
    }
  })
})

describe('consent at the gate', () => {
  /** A family whose head agreed, and whose other member did not. */
  const family = (...consents: ReturnType<typeof aConsent>[]) => ({
    names: [...sound.names, aName('p-3', 'Clara Norvik')],
    families: aFamily('f-1', 'p-1', 'p-3'),
    cases: [aCase('c-1', 'f-1', 'divided-spouse'), sound.cases[1]!],
    consents: [...sound.consents, ...consents],
  })
  const refused = aConsent('p-3', 'no', '1975-02-01')
  const override = (subject: string, on = '1975-05-01'): ConsentOverride => ({
    entry: 9,
    subject: subject as SubjectId,
    use: 'list-to-the-government',
    by: 'Ann',
    on: calendarDate(on),
    reason: 'in danger',
  })
  const overridden = (parts: RegisterParts, ...overrides: ConsentOverride[]) =>
    gate(parts, [], {}, '', overrides).open

  it('is found of each person apart who has not agreed', () => {
    expect(gate(family(refused)).findings).toMatchObject([
      { id: 'consent-refused:c-1:p-3', persons: ['p-3'], needsOverride: false, mayBeLeftOff: true },
    ])
  })

  it('that the family refused for all is one finding about the case', () => {
    const all = family(aConsent('f-1', 'no', '1975-03-01', { by: 'family' }))
    const consents = all.consents.filter(({ subject }) => subject !== 'p-1')
    expect(gate({ ...all, consents }).findings).toMatchObject([
      { id: 'consent-refused:c-1', persons: [], needsOverride: true, mayBeLeftOff: false },
    ])
    // The family may speak for all of them here, and an override of it stands.
    expect(overridden({ ...all, consents }, override('f-1'))).toBe(0)
  })

  it('is settled by leaving the person off where others of the case are named', () => {
    const settled = [{ finding: 'consent-refused:c-1:p-3' }]
    expect(gate(family(refused), settled).open).toBe(0)
    const nobody = [refused, aConsent('p-1', 'no', '1975-02-01')]
    const found = gate(family(...nobody), settled)
    expect(found.open).toBe(2)
    expect(found.findings.every(({ needsOverride }) => needsOverride)).toBe(true)
  })

  it('is overridden by an override of the person made elsewhere, of the same use', () => {
    const consents = [sound.consents[0]!]
    expect(overridden({ consents }, override('p-2'))).toBe(0)
    expect(overridden({ consents }, { ...override('p-2'), use: 'hold' })).toBe(1)
    expect(overridden({ consents }, override('p-1'))).toBe(1)
  })

  it('that a person refused is overridden only by naming that person', () => {
    expect(overridden(family(refused), override('f-1'))).toBe(1)
    expect(overridden(family(refused), override('p-1'))).toBe(1)
    expect(overridden(family(refused), override('p-3'))).toBe(0)
    // Of who was only not asked, the family may be named as well.
    expect(overridden(family(), override('f-1'))).toBe(0)
  })

  it('that is refused after an override is not covered by it', () => {
    const later = aConsent('p-3', 'no', '1975-05-02')
    expect(overridden(family(later), override('p-3'))).toBe(1)
    expect(overridden(family(later), override('p-3', '1975-05-02'))).toBe(0)
  })
})
