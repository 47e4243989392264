/** Erases a person after the id was typed once more and somebody approved the counts that stay. */
import type { PersonId, ProgrammeId } from '../domain/basics/ids.ts'
import type { Context } from './context.ts'
import { eraseSubjects, previewErasure } from './erasures.ts'
import { refuseField } from './register-entries.ts'

export type TypedErasure = {
  readonly ground: string
  readonly approvedBy: string
  readonly also: readonly string[]
  readonly confirm: string
}

/** Throws `ActionRefused`: invalid with the field, not-found, not-allowed. */
export async function erasePerson(
  context: Context,
  programme: ProgrammeId,
  person: PersonId,
  { ground, approvedBy, also, confirm }: TypedErasure,
): Promise<void> {
  if (confirm.trim() !== person)
    throw refuseField('confirm', `Type ${person}: what is erased does not come back.`)
  if (ground.trim() === '') throw refuseField('ground', 'The ground is missing.')
  if (approvedBy.trim() === '')
    throw refuseField('approvedBy', 'Who approved the counts that stay is missing.')
  const preview = await previewErasure(context, programme, person)
  const offered = new Set([...preview.papers, ...preview.engagements])
  const unknown = also.find((key) => !offered.has(key))
  if (unknown !== undefined)
    throw refuseField('also', 'What goes with it has changed meanwhile. Open the page again.')
  await eraseSubjects(context, programme, {
    subjects: [person],
    ground: ground.trim(),
    counts: preview.counts,
    approvedBy: approvedBy.trim(),
    also,
  })
}
