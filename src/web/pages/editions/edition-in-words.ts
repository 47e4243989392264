import type { EditionListJson } from '../../../contract/editions.ts'
import { dayInBrief } from '../../ui/days.ts'

/** An edition where one of several is chosen; of those of the same days the issue tells them apart. */
export function editionInWords(edition: EditionListJson['editions'][number]): string {
  const { asOf, knownOn, signedBy, issuedAt } = edition
  const issued = `${dayInBrief(issuedAt.slice(0, 10))} ${issuedAt.slice(11, 16)}`
  return `${dayInBrief(asOf)}, as known on ${dayInBrief(knownOn)}; ${signedBy}, ${issued}`
}
