/**
 * One person's case sheet as a file, for the table in a meeting. There is none of a person whom no
 * consent to hold data covers today, unless someone answered for that by name (rules R290). What else
 * consent allows stands on the sheet.
 */
import type { PersonId, ProgrammeId } from '../domain/basics/ids.ts'
import { composeCaseSheet, type CaseSheet } from '../reports/compose/case-sheet.ts'
import type { CitedSource } from '../reports/compose/citation-notes.ts'
import { renderDocx } from '../reports/render/docx.ts'
import { renderHtml } from '../reports/render/html.ts'
import { renderPdf } from '../reports/render/pdf.ts'
import type { Context } from './context.ts'
import { ActionRefused } from './errors.ts'
import { personPage, type PersonOnPage } from './person-page.ts'
import { recordOf } from './record-cache.ts'
import type { LookDays } from './register-look.ts'
import type { DocumentFile } from './scorecard-editions.ts'

export type SheetFormat = 'docx' | 'pdf' | 'html'

const TYPES: Readonly<Record<SheetFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
}

const USE_WORDS: Readonly<Record<string, string>> = {
  hold: 'To hold data',
  'raise-privately': 'To raise the case privately',
  'list-to-the-government': 'To list it to the government',
  'name-publicly': 'To name the person publicly',
  'pass-on': 'To pass it on',
}

/** Throws `ActionRefused`: not-found, not-allowed (without consent too), and invalid for who was erased. */
export async function caseSheet(
  context: Context,
  programme: ProgrammeId,
  person: PersonId,
  format: SheetFormat,
  days: LookDays,
): Promise<DocumentFile> {
  const page = await personPage(context, programme, person, days, `case sheet, ${format}`)
  if (page.erasure)
    throw new ActionRefused('invalid', `"${person}" has been erased; there is nothing to print.`)
  const uncovered = page.refusals['sheet']
  if (uncovered !== undefined) throw new ActionRefused('not-allowed', uncovered)
  const { sources, programme: about } = await recordOf(context, programme)
  const cited = Object.fromEntries(
    sources
      .filter(({ id }) => id in page.sources)
      .map((source): [string, CitedSource] => [
        source.id,
        // A sheet leaves the room: who a protected source is stays behind, whoever prints it.
        source.protected
          ? { title: 'A protected source', published: null, url: '' }
          : {
              title: source.title || source.id,
              published: source.published?.text ?? null,
              url: source.url,
            },
      ]),
  )
  const report = composeCaseSheet(sheetOf(context, about.title, page, cited))
  const bytes = await {
    docx: () => renderDocx(report),
    pdf: () => renderPdf(report),
    html: () => renderHtml(report),
  }[format]()
  // By id: a name does not go into the name of a file.
  return { name: `${programme}-${person}-${days.asOf}.${format}`, type: TYPES[format], bytes }
}

function sheetOf(
  context: Context,
  programme: string,
  page: PersonOnPage,
  sources: CaseSheet['sources'],
): CaseSheet {
  const standing = page.names.filter(({ withdrawnOn }) => withdrawnOn === null)
  const said = (of: 'sex' | 'nationality' | 'place' | 'occupation') =>
    [...new Set(standing.map((name) => name[of]).filter((text) => text !== ''))].join(' or ')
  const first = standing.find(({ name }) => name === page.name)
  return {
    programme,
    person: page.person,
    asOf: page.asOf,
    knownOn: page.knownOn,
    madeOn: context.today,
    author: context.person.name,
    names: [...(first ? [first] : []), ...standing.filter((name) => name.name !== page.name)],
    births: page.births.map(({ birth }) => birth),
    facts: [
      ['Sex', said('sex')],
      ['Nationality', said('nationality')],
      ['Place', said('place')],
      ['Occupation', said('occupation')],
    ],
    family: page.families.flatMap(({ members }) =>
      members.filter((member) => member.person !== page.person),
    ),
    urgency: page.urgency,
    cases: page.cases
      .filter(({ withdrawnOn }) => withdrawnOn === null)
      .map((each) => ({
        ...each,
        events: each.events.filter(({ withdrawnOn, later }) => withdrawnOn === null && !later),
      })),
    owed: page.owed.filter(({ done }) => done !== true).map(({ words }) => words),
    consents: page.consents.map(({ use, words }) => ({ use: USE_WORDS[use] ?? use, words })),
    sources,
  }
}
