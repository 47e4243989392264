// Above three hundred lines: what the forms about one person write reads best together.
/** One person of the register, and what the forms about persons write. */
import { OpenAPIHono, z } from '@hono/zod-openapi'
import { enterCase, enterCaseEvent } from '../../actions/cases.ts'
import { enterConsent, overrideConsent } from '../../actions/consents.ts'
import { enterContact } from '../../actions/contacts.ts'
import { previewErasure } from '../../actions/erasures.ts'
import { erasePerson } from '../../actions/person-erasure.ts'
import { personPage } from '../../actions/person-page.ts'
import {
  enterFamilyMember,
  enterName,
  enterPerson,
  mergePersons,
  undoMerge,
} from '../../actions/persons.ts'
import { Written } from '../../contract/evidence.ts'
import {
  ErasurePreview,
  NewCase,
  NewCaseEvent,
  NewConsent,
  NewConsentOverride,
  NewContact,
  NewErasure,
  NewFamilyMember,
  NewMerge,
  NewName,
  NewPerson,
  PersonPage,
  UndoMerge,
} from '../../contract/register.ts'
import type { CaseId, PersonId, ProgrammeId } from '../../domain/basics/ids.ts'
import { toJson } from '../answer.ts'
import { daysIn } from '../days.ts'
import {
  asDescribed,
  inProgramme,
  named,
  NOTHING,
  onDays,
  reads,
  sends,
  takes,
} from '../describe-route.ts'
import type { Env } from '../env.ts'
import { fileAnswer } from '../file-answer.ts'

export const personRoutes = new OpenAPIHono<Env>()

const ofPerson = inProgramme.extend({ person: z.string() })
const ofCase = inProgramme.extend({ case: z.string() })
const WithId = named('WithId', z.object({ id: z.string() }))
const WrittenCount = named('Written', Written)

personRoutes.openapi(
  reads(
    '/programmes/{programme}/persons/{person}',
    'One person: names, families, cases with their histories, consents, where listed',
    ofPerson,
    onDays,
    named('PersonPage', PersonPage),
  ),
  async (c) => {
    const { programme, person } = c.req.valid('param')
    const page = await personPage(
      c.var.context,
      programme as ProgrammeId,
      person as PersonId,
      daysIn(c.req.valid('query'), c.var.context.today),
    )
    return c.json(toJson(PersonPage, page), 200)
  },
)

personRoutes.openapi(
  sends(
    '/programmes/{programme}/persons/{person}/case-sheet',
    'The case sheet of a person as a file',
    ofPerson,
    onDays.extend({ format: z.enum(['docx', 'pdf', 'html']) }),
    [
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/pdf',
      'text/html',
    ],
  ),
  async (c) => {
    const { programme, person } = c.req.valid('param')
    const { format, ...days } = c.req.valid('query')
    // Loaded when first asked for: what writes documents is large.
    const { caseSheet } = await import('../../actions/case-sheets.ts')
    const file = await caseSheet(
      c.var.context,
      programme as ProgrammeId,
      person as PersonId,
      format,
      daysIn(days, c.var.context.today),
    )
    return asDescribed(fileAnswer(file))
  },
)

personRoutes.openapi(
  takes(
    '/programmes/{programme}/persons',
    'Puts a person on record, by one name',
    inProgramme,
    named('NewPerson', NewPerson),
    WithId,
  ),
  async (c) => {
    const programme = c.req.valid('param').programme as ProgrammeId
    return c.json(
      toJson(WithId, await enterPerson(c.var.context, programme, c.req.valid('json'))),
      200,
    )
  },
)

personRoutes.openapi(
  takes(
    '/programmes/{programme}/persons/{person}/names',
    'Adds a name of a person, or corrects one',
    ofPerson,
    named('NewName', NewName),
    WrittenCount,
  ),
  async (c) => {
    const { programme, person } = c.req.valid('param')
    const { replaces, ...typed } = c.req.valid('json')
    const written = await enterName(
      c.var.context,
      programme as ProgrammeId,
      person as PersonId,
      typed,
      replaces,
    )
    return c.json(toJson(Written, written), 200)
  },
)

personRoutes.openapi(
  reads(
    '/programmes/{programme}/persons/{person}/erasure',
    'What the erasure of a person would touch, and the counts that stay',
    ofPerson,
    NOTHING,
    named('ErasurePreview', ErasurePreview),
  ),
  async (c) => {
    const { programme, person } = c.req.valid('param')
    const preview = await previewErasure(c.var.context, programme as ProgrammeId, person)
    return c.json(toJson(ErasurePreview, preview), 200)
  },
)

personRoutes.openapi(
  takes(
    '/programmes/{programme}/persons/{person}/erasure',
    'Erases a person for good',
    ofPerson,
    named('NewErasure', NewErasure),
    WithId,
  ),
  async (c) => {
    const { programme, person } = c.req.valid('param')
    await erasePerson(
      c.var.context,
      programme as ProgrammeId,
      person as PersonId,
      c.req.valid('json'),
    )
    return c.json({ id: person }, 200)
  },
)

personRoutes.openapi(
  takes(
    '/programmes/{programme}/families',
    'Puts a person into a family',
    inProgramme,
    named('NewFamilyMember', NewFamilyMember),
    WithId,
  ),
  async (c) => {
    const programme = c.req.valid('param').programme as ProgrammeId
    const { id } = await enterFamilyMember(c.var.context, programme, c.req.valid('json'))
    return c.json({ id }, 200)
  },
)

personRoutes.openapi(
  takes(
    '/programmes/{programme}/cases',
    'Puts a case on record, or a correction of one',
    inProgramme,
    named('NewCase', NewCase),
    WithId,
  ),
  async (c) => {
    const programme = c.req.valid('param').programme as ProgrammeId
    const { id } = await enterCase(c.var.context, programme, c.req.valid('json'))
    return c.json({ id }, 200)
  },
)

personRoutes.openapi(
  takes(
    '/programmes/{programme}/cases/{case}/events',
    'Puts an event of a case on record, or corrects one',
    ofCase,
    named('NewCaseEvent', NewCaseEvent),
    WrittenCount,
  ),
  async (c) => {
    const { programme, case: id } = c.req.valid('param')
    const { replaces, ...typed } = c.req.valid('json')
    const written = await enterCaseEvent(
      c.var.context,
      programme as ProgrammeId,
      id as CaseId,
      typed,
      replaces,
    )
    return c.json(toJson(Written, written), 200)
  },
)

personRoutes.openapi(
  takes(
    '/programmes/{programme}/contacts',
    'Puts a conversation with someone close on record, with what was promised',
    inProgramme,
    named('NewContact', NewContact),
    WrittenCount,
  ),
  async (c) => {
    const programme = c.req.valid('param').programme as ProgrammeId
    const written = await enterContact(c.var.context, programme, c.req.valid('json'))
    return c.json(toJson(Written, written), 200)
  },
)

personRoutes.openapi(
  takes(
    '/programmes/{programme}/consents',
    'Puts an answer about one use on record',
    inProgramme,
    named('NewConsent', NewConsent),
    WrittenCount,
  ),
  async (c) => {
    const programme = c.req.valid('param').programme as ProgrammeId
    const written = await enterConsent(c.var.context, programme, c.req.valid('json'))
    return c.json(toJson(Written, written), 200)
  },
)

personRoutes.openapi(
  takes(
    '/programmes/{programme}/consent-overrides',
    'Someone answers by name for a use that nothing allows',
    inProgramme,
    named('NewConsentOverride', NewConsentOverride),
    WrittenCount,
  ),
  async (c) => {
    const programme = c.req.valid('param').programme as ProgrammeId
    const written = await overrideConsent(c.var.context, programme, c.req.valid('json'))
    return c.json(toJson(Written, written), 200)
  },
)

personRoutes.openapi(
  takes(
    '/programmes/{programme}/merges',
    'Says that two entries are one person',
    inProgramme,
    named('NewMerge', NewMerge),
    WrittenCount,
  ),
  async (c) => {
    const programme = c.req.valid('param').programme as ProgrammeId
    const written = await mergePersons(c.var.context, programme, c.req.valid('json'))
    return c.json(toJson(Written, written), 200)
  },
)

personRoutes.openapi(
  takes(
    '/programmes/{programme}/merges/undo',
    'Counts two entries as two persons again, from today on',
    inProgramme,
    named('UndoMerge', UndoMerge),
    WrittenCount,
  ),
  async (c) => {
    const programme = c.req.valid('param').programme as ProgrammeId
    const written = await undoMerge(c.var.context, programme, c.req.valid('json'))
    return c.json(toJson(Written, written), 200)
  },
)
