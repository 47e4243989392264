/** Puts a register and its lists into a store as its rows, without the checks of an import. */
import { localPerson } from '../src/actions/open-workbench.ts'
import type { ProgrammeId } from '../src/domain/basics/ids.ts'
import { knownSince } from '../src/domain/cases/case-history.ts'
import { closeAction, openAction } from '../src/store/audit.ts'
import { append } from '../src/store/database/append.ts'
import type { Database } from '../src/store/database/reader-writer.ts'
import type { ArbitraryRegister } from './arbitrary-register.ts'

/** All of it, or the rows of each table that `part` chooses, in one action. */
export async function writeRegister(
  db: Database,
  programme: ProgrammeId,
  { register, lists, options }: Pick<ArbitraryRegister, 'register' | 'lists' | 'options'>,
  part: (table: string, at: number) => boolean = () => true,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const action = await openAction(tx, programme)
    const rows = <Row>(table: string, all: readonly Row[]) => all.filter((_, at) => part(table, at))
    await append(
      tx,
      action,
      'family_member',
      rows('family', register.families).map(({ family, person, role, withdrawn }) => ({
        ...{ family_id: family, person_id: person, role, withdrawn },
      })),
    )
    await append(
      tx,
      action,
      'case_entry',
      rows('case', register.cases).map((each) => ({
        id: each.id,
        subject_id: each.subject,
        category: each.category,
        ground: each.ground,
        region: each.region,
        authority: each.authority,
        opened: each.opened?.text ?? null,
        withdrawn: each.withdrawn,
      })),
    )
    await append(
      tx,
      action,
      'case_event',
      rows('event', register.caseEvents).map((each) => ({
        case_id: each.case,
        subject_id: register.cases.find(({ id }) => id === each.case)?.subject ?? '',
        person_id: each.person,
        kind: each.kind,
        date: each.date.text,
        earliest: each.date.earliest,
        latest: each.date.latest,
        known: knownSince(each, options),
        known_by: 'stated' as const,
        known_on: knownSince(each, options),
        verification: each.verification,
        effective:
          each.verification ??
          (each.source !== null && !options.speaksForCounterpart(each.source)
            ? 'confirmed'
            : 'unknown'),
        source_id: each.source,
        locator: each.at,
        sealed: null,
        withdrawn: each.withdrawn,
      })),
    )
    await append(
      tx,
      action,
      'person_merge',
      rows('merge', register.merges).map((each) => ({
        kept_id: each.kept,
        merged_id: each.merged,
        known: each.known,
        merged_by: each.by,
        sealed: null,
        undone: each.undone,
      })),
    )
    await append(
      tx,
      action,
      'representation_list',
      rows('list', lists.lists).map(({ id, number, title, rule, withdrawn }) => ({
        ...{ id, number, title, rule, withdrawn },
      })),
    )
    await append(
      tx,
      action,
      'list_version',
      rows('version', lists.versions).map(({ list, version, date, withdrawn }) => ({
        ...{ list_id: list, version, date, withdrawn },
      })),
    )
    await append(
      tx,
      action,
      'list_entry',
      rows('entry', lists.entries).map((each) => ({
        list_id: each.list,
        version: each.version,
        case_id: each.case,
        category: each.category,
        region: each.region,
        withdrawn: each.withdrawn,
      })),
    )
    await closeAction(tx, action, localPerson(), 'record.import', programme)
  })
}
