/** Representation lists: kept, checked, handed over, answered and reported on. */
import { OpenAPIHono, z } from '@hono/zod-openapi'
import { Day } from '../../contract/assessment.ts'
import { Written } from '../../contract/evidence.ts'
import {
  AskedRule,
  Candidates,
  Cohorts,
  Gate,
  ListDiff,
  ListOverview,
  ListPage,
  ListReport,
  ListStatus,
  NewEntries,
  NewList,
  NewPresentation,
  NewResponses,
  NewSettlement,
  NewVersion,
  PaperFormat,
  PaperLanguage,
  PastedResponses,
  Presented,
  RemovedEntries,
  ResponsesPreview,
  ResponsesTaken,
  RuleRead,
  StatusFormat,
  TheirList,
  TheirListDiff,
  VersionMade,
} from '../../contract/representation-lists.ts'
import type { ProgrammeId } from '../../domain/basics/ids.ts'
import { toJson } from '../answer.ts'
import { dayIn, daysIn } from '../days.ts'
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

export const listRoutes = new OpenAPIHono<Env>()

/** Loaded when first asked for: what writes documents and compares names is large. */
const lists = () => import('../../actions/representation-lists.ts')
const pages = () => import('../../actions/list-pages.ts')
const changes = () => import('../../actions/list-changes.ts')
const versions = () => import('../../actions/list-versions.ts')
const rules = () => import('../../actions/list-rules.ts')
const gates = () => import('../../actions/gate-views.ts')
const settling = () => import('../../actions/gate-settling.ts')
const papers = () => import('../../actions/list-papers.ts')
const presentations = () => import('../../actions/presentations.ts')
const responses = () => import('../../actions/responses.ts')
const previews = () => import('../../actions/responses-preview.ts')
const documents = () => import('../../actions/list-documents.ts')
const diffs = () => import('../../actions/list-diffs.ts')
const reports = () => import('../../actions/list-reports.ts')

const ofList = inProgramme.extend({ list: z.string() })
const WrittenCount = named('Written', Written)
const WithId = named('WithId', z.object({ id: z.string() }))
const ofVersion = z.object({ version: z.string().optional() })

const PAPER_TYPES = [
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
]

listRoutes.openapi(
  reads(
    '/programmes/{programme}/lists',
    'The lists, each with how its last presented version stands',
    inProgramme,
    onDays,
    named('ListOverview', ListOverview),
  ),
  async (c) => {
    const days = daysIn(c.req.valid('query'), c.var.context.today)
    const id = c.req.valid('param').programme as ProgrammeId
    const overview = await (await lists()).readListOverview(c.var.context, id, days)
    return c.json(toJson(ListOverview, overview), 200)
  },
)

listRoutes.openapi(
  takes(
    '/programmes/{programme}/lists',
    'Begins a list, or corrects its number, title or rule',
    inProgramme,
    named('NewList', NewList),
    WithId,
  ),
  async (c) => {
    const id = c.req.valid('param').programme as ProgrammeId
    const made = await (await changes()).recordList(c.var.context, id, c.req.valid('json'))
    return c.json(made, 200)
  },
)

listRoutes.openapi(
  takes(
    '/programmes/{programme}/lists/rule',
    'Reads an inclusion rule as it is being written: its faults, or how many cases it asks for',
    inProgramme,
    named('AskedRule', AskedRule),
    named('RuleRead', RuleRead),
  ),
  async (c) => {
    const { rule, ...asked } = c.req.valid('json')
    const { asOf, knownOn } = daysIn(asked, c.var.context.today)
    const id = c.req.valid('param').programme as ProgrammeId
    const read = await (await rules()).readRule(c.var.context, id, rule, asOf, knownOn)
    return c.json(toJson(RuleRead, read), 200)
  },
)

listRoutes.openapi(
  reads(
    '/programmes/{programme}/lists/{list}',
    'One list with the entries of a version, its presentations, answers and papers',
    ofList,
    onDays.extend(ofVersion.shape),
    named('ListPage', ListPage),
  ),
  async (c) => {
    const { version, ...asked } = c.req.valid('query')
    const days = daysIn(asked, c.var.context.today)
    const { programme, list } = c.req.valid('param')
    const page = await (
      await pages()
    ).readListPage(c.var.context, programme as ProgrammeId, list, { ...days, version })
    return c.json(toJson(ListPage, page), 200)
  },
)

listRoutes.openapi(
  reads(
    '/programmes/{programme}/lists/{list}/candidates',
    'Whom the rule of a list asks for and whom it does not, with why',
    ofList,
    onDays.extend(ofVersion.shape),
    named('Candidates', Candidates),
  ),
  async (c) => {
    const { version, ...asked } = c.req.valid('query')
    const days = daysIn(asked, c.var.context.today)
    const { programme, list } = c.req.valid('param')
    const found = await (
      await rules()
    ).readCandidates(c.var.context, programme as ProgrammeId, list, { ...days, version })
    return c.json(toJson(Candidates, found), 200)
  },
)

listRoutes.openapi(
  takes(
    '/programmes/{programme}/lists/{list}/versions',
    'Begins a version: empty, copied from another, or whom the rule asks for',
    ofList,
    named('NewVersion', NewVersion),
    named('VersionMade', VersionMade),
  ),
  async (c) => {
    const { date, ...typed } = c.req.valid('json')
    const { programme, list } = c.req.valid('param')
    const made = await (
      await versions()
    ).recordVersion(c.var.context, programme as ProgrammeId, list, {
      ...typed,
      date: dayIn('date', date),
    })
    return c.json(toJson(VersionMade, made), 200)
  },
)

listRoutes.openapi(
  takes(
    '/programmes/{programme}/lists/{list}/entries',
    'Puts cases on a draft; a version that was handed over is frozen',
    ofList,
    named('NewEntries', NewEntries),
    WrittenCount,
  ),
  async (c) => {
    const { programme, list } = c.req.valid('param')
    const { version, entries } = c.req.valid('json')
    const written = await (
      await changes()
    ).addEntries(c.var.context, programme as ProgrammeId, list, version, entries)
    return c.json(toJson(Written, written), 200)
  },
)

listRoutes.openapi(
  takes(
    '/programmes/{programme}/lists/{list}/entries/remove',
    'Takes cases off a draft',
    ofList,
    named('RemovedEntries', RemovedEntries),
    WrittenCount,
  ),
  async (c) => {
    const { programme, list } = c.req.valid('param')
    const { version, cases } = c.req.valid('json')
    const written = await (
      await changes()
    ).removeEntries(c.var.context, programme as ProgrammeId, list, version, cases)
    return c.json(toJson(Written, written), 200)
  },
)

listRoutes.openapi(
  reads(
    '/programmes/{programme}/lists/{list}/gate',
    'What stands in the way of handing a version over',
    ofList,
    ofVersion.extend({ on: Day.optional() }),
    named('Gate', Gate),
  ),
  async (c) => {
    const { version, on } = c.req.valid('query')
    const { programme, list } = c.req.valid('param')
    const day = on === undefined ? c.var.context.today : dayIn('on', on)
    const gate = await (
      await gates()
    ).readGate(c.var.context, programme as ProgrammeId, list, { version, on: day })
    return c.json(toJson(Gate, gate), 200)
  },
)

listRoutes.openapi(
  takes(
    '/programmes/{programme}/lists/{list}/settlements',
    'Settles or overrides a finding of the gate, with a reason',
    ofList,
    named('NewSettlement', NewSettlement),
    named('Gate', Gate),
  ),
  async (c) => {
    const { programme, list } = c.req.valid('param')
    const gate = await (
      await settling()
    ).settleFinding(c.var.context, programme as ProgrammeId, list, c.req.valid('json'))
    return c.json(toJson(Gate, gate), 200)
  },
)

listRoutes.openapi(
  sends(
    '/programmes/{programme}/lists/{list}/paper',
    'A version as a file, marked as a draft; only what consent to be listed allows stands on it',
    ofList,
    ofVersion.extend({ format: PaperFormat, language: PaperLanguage.optional() }),
    PAPER_TYPES,
  ),
  async (c) => {
    const { programme, list } = c.req.valid('param')
    const { version, format, language = 'en' } = c.req.valid('query')
    const file = await (
      await papers()
    ).draftPaper(c.var.context, programme as ProgrammeId, list, {
      ...(version !== undefined && { version }),
      format,
      language,
    })
    return asDescribed(fileAnswer(file))
  },
)

listRoutes.openapi(
  takes(
    '/programmes/{programme}/lists/{list}/presentations',
    'Hands a version over: freezes it and keeps the paper; refused while the gate has an open finding',
    ofList,
    named('NewPresentation', NewPresentation),
    named('Presented', Presented),
  ),
  async (c) => {
    const { date, ...typed } = c.req.valid('json')
    const { programme, list } = c.req.valid('param')
    const done = await (
      await presentations()
    ).presentVersion(c.var.context, programme as ProgrammeId, list, {
      ...typed,
      date: dayIn('date', date),
    })
    return c.json(toJson(Presented, done), 200)
  },
)

listRoutes.openapi(
  sends(
    '/programmes/{programme}/papers/{sha256}',
    'A paper as it was handed over',
    inProgramme.extend({ sha256: z.string() }),
    NOTHING,
    PAPER_TYPES,
  ),
  async (c) => {
    const { programme, sha256 } = c.req.valid('param')
    const file = await (await papers()).readPaper(c.var.context, programme as ProgrammeId, sha256)
    return asDescribed(fileAnswer(file))
  },
)

listRoutes.openapi(
  takes(
    '/programmes/{programme}/lists/{list}/responses/preview',
    'Reads their list or their answers against a version of ours; writes nothing',
    ofList,
    named('PastedResponses', PastedResponses),
    named('ResponsesPreview', ResponsesPreview),
  ),
  async (c) => {
    const { programme, list } = c.req.valid('param')
    const preview = await (
      await previews()
    ).previewResponses(c.var.context, programme as ProgrammeId, list, c.req.valid('json'))
    return c.json(toJson(ResponsesPreview, preview), 200)
  },
)

listRoutes.openapi(
  takes(
    '/programmes/{programme}/lists/{list}/responses',
    'Puts answers on record; each claim becomes something to verify',
    ofList,
    named('NewResponses', NewResponses),
    named('ResponsesTaken', ResponsesTaken),
  ),
  async (c) => {
    const { date, ...typed } = c.req.valid('json')
    const { programme, list } = c.req.valid('param')
    const done = await (
      await responses()
    ).recordResponses(c.var.context, programme as ProgrammeId, list, {
      ...typed,
      date: dayIn('date', date),
    })
    return c.json(toJson(ResponsesTaken, done), 200)
  },
)

listRoutes.openapi(
  reads(
    '/programmes/{programme}/lists/{list}/status',
    'How a list stands on a day since it was handed over, as “demarche list status --json” prints it',
    ofList,
    onDays,
    named('ListStatus', ListStatus),
  ),
  async (c) => {
    const days = daysIn(c.req.valid('query'), c.var.context.today)
    const { programme, list } = c.req.valid('param')
    const status = await (
      await reports()
    ).readStatus(c.var.context, programme as ProgrammeId, list, days)
    return c.json(toJson(ListStatus, status), 200)
  },
)

listRoutes.openapi(
  reads(
    '/programmes/{programme}/lists/{list}/report',
    'The status in sentences, with what restated it, how long people wait and what was answered',
    ofList,
    onDays,
    named('ListReport', ListReport),
  ),
  async (c) => {
    const days = daysIn(c.req.valid('query'), c.var.context.today)
    const { programme, list } = c.req.valid('param')
    const report = await (
      await reports()
    ).readReport(c.var.context, programme as ProgrammeId, list, days)
    return c.json(toJson(ListReport, report), 200)
  },
)

listRoutes.openapi(
  sends(
    '/programmes/{programme}/lists/{list}/status/document',
    'The status report of a list as a file; it names no person',
    ofList,
    onDays.extend({ format: StatusFormat }),
    [...PAPER_TYPES, 'text/csv'],
  ),
  async (c) => {
    const { format, ...asked } = c.req.valid('query')
    const days = daysIn(asked, c.var.context.today)
    const { programme, list } = c.req.valid('param')
    const file = await (
      await documents()
    ).statusDocument(c.var.context, programme as ProgrammeId, list, format, days)
    return asDescribed(fileAnswer(file))
  },
)

listRoutes.openapi(
  reads(
    '/programmes/{programme}/lists/{list}/cohorts',
    'A list beside the others at equal age, and how its entries go down',
    ofList,
    onDays,
    named('Cohorts', Cohorts),
  ),
  async (c) => {
    const days = daysIn(c.req.valid('query'), c.var.context.today)
    const { programme, list } = c.req.valid('param')
    const cohorts = await (
      await reports()
    ).readListCohorts(c.var.context, programme as ProgrammeId, list, days)
    return c.json(toJson(Cohorts, cohorts), 200)
  },
)

listRoutes.openapi(
  reads(
    '/programmes/{programme}/lists/{list}/diff',
    'What differs between a version and an earlier one, of this list or another',
    ofList,
    onDays.extend({
      with: z.string().optional(),
      version: z.string().optional(),
      withVersion: z.string().optional(),
    }),
    named('ListDiff', ListDiff),
  ),
  async (c) => {
    const { with: other, version, withVersion, ...asked } = c.req.valid('query')
    const { knownOn } = daysIn(asked, c.var.context.today)
    const { programme, list } = c.req.valid('param')
    const diff = await (
      await diffs()
    ).readDiff(c.var.context, programme as ProgrammeId, list, {
      with: other,
      version,
      withVersion,
      knownOn,
    })
    return c.json(toJson(ListDiff, diff), 200)
  },
)

listRoutes.openapi(
  takes(
    '/programmes/{programme}/lists/{list}/diff',
    'Their list beside a version of ours',
    ofList,
    named('TheirList', TheirList),
    named('TheirListDiff', TheirListDiff),
  ),
  async (c) => {
    const { programme, list } = c.req.valid('param')
    const diff = await (
      await previews()
    ).compareTheirList(c.var.context, programme as ProgrammeId, list, c.req.valid('json'))
    return c.json(toJson(TheirListDiff, diff), 200)
  },
)
