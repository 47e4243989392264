/** Answering what the gate found: settled or overridden, each with a reason (rules R182). */
import type { ProgrammeId } from '../domain/basics/ids.ts'
import { isAboutConsent, type Gate } from '../domain/lists/gate.ts'
import { LISTING } from '../domain/lists/named-on-list.ts'
import { insertConsentOverrides } from '../store/consents.ts'
import { insertGateSettlements, type GateSettlement } from '../store/gate-settlements.ts'
import { act, requirePermission, type Context } from './context.ts'
import { ActionRefused } from './errors.ts'
import { refusedField } from './field-refusals.ts'
import { openGate, readGate, type GateSeen } from './gate-views.ts'
import { requireVersion } from './list-changes.ts'
import { openLists, requireList } from './list-part.ts'

/**
 * Settles findings, or overrides them, with one reason. Who has not agreed to be listed is left off by
 * settling it, where others of the case are named; else it is overridden by someone with that right, and
 * stands as an override of that person's consent as well. Throws `ActionRefused`.
 */
export async function settleFinding(
  context: Context,
  programme: ProgrammeId,
  name: string,
  settlement: {
    readonly version: string
    readonly finding: string
    /** Further findings that are answered with the same reason. */
    readonly others?: readonly string[]
    readonly answer: 'settled' | 'overridden'
    readonly reason: string
  },
): Promise<GateSeen> {
  const { today: on, person } = context
  const { version, answer } = settlement
  const reason = settlement.reason.trim()
  if (reason === '')
    throw refusedField('/reason', 'Say why: a finding is not settled without a reason.')
  requirePermission(context, 'list.write')
  const lists = await openLists(context, programme)
  const list = requireList(lists, name, on)
  requireVersion(lists, list.id, version, on)
  const { gate, part } = await openGate(context, programme, lists, list, version, on)
  const wanted = [...new Set([settlement.finding, ...(settlement.others ?? [])])]
  const findings = wanted.map((id) => findingOf(gate, id))
  const overrides = answer === 'overridden' && findings.some(({ kind }) => isAboutConsent(kind))
  if (answer === 'settled' && findings.some((each) => each.needsOverride))
    throw refusedField(
      '/answer',
      'What lacks consent cannot be settled by a word: ask the person, take the case off, or have someone with the right to do so override it with a reason.',
    )
  const view = part.register.asKnownOn(on)
  const rows = findings.map((finding): Omit<GateSettlement, 'entry'> => {
    const group = view.groupOf(finding.case)
    if (!group) throw new ActionRefused('not-found', 'The case of this finding is not on record.')
    return {
      list: list.id,
      version,
      case: finding.case,
      subject: finding.persons[0] ?? group.leading.subject,
      finding: finding.id,
      outcome: answer,
      by: person.name,
      on,
      reason,
    }
  })
  const overridden = overrides
    ? findings
        .filter(({ kind }) => isAboutConsent(kind))
        .flatMap(({ case: id, persons }) =>
          persons.length > 0 ? persons : (view.groupOf(id)?.persons ?? []),
        )
    : []
  const permission = overrides ? 'consent.override' : 'list.write'
  await act(context, { permission, programme, subject: 'gate_settlement' }, async (tx, action) => {
    await insertGateSettlements(tx, action, lists.keyring, rows)
    if (overridden.length === 0) return
    const ofConsent = overridden.map((subject) => {
      return { subject, use: LISTING, by: person.name, on, reason }
    })
    await insertConsentOverrides(tx, action, lists.keyring, ofConsent)
  })
  return readGate(context, programme, name, { version, on })
}

function findingOf({ findings }: Gate, id: string): Gate['findings'][number] {
  const finding = findings.find((each) => each.id === id)
  if (finding) return finding
  throw new ActionRefused('not-found', 'The gate does not find this any more. Look at it again.')
}
