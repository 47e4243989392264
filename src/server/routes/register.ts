/** The register: searched by a POST, since names do not stand in addresses; narrowed, counted, taken away. */
import { OpenAPIHono, z } from '@hono/zod-openapi'
import { registerChoices } from '../../actions/register-choices.ts'
import { readNet, type NetAsked, type NetSeen } from '../../actions/register-net.ts'
import { searchRegister } from '../../actions/register-search.ts'
import { withdrawFromRegister } from '../../actions/register-withdrawals.ts'
import { Day } from '../../contract/assessment.ts'
import { Written } from '../../contract/evidence.ts'
import {
  ExportPreview,
  NetPage,
  NewWithdrawal,
  RegisterChoices,
  RegisterExport,
  RegisterRows,
  RegisterSearch,
} from '../../contract/register.ts'
import type { CalendarDate } from '../../domain/basics/calendar-date.ts'
import type { ProgrammeId } from '../../domain/basics/ids.ts'
import { toJson } from '../answer.ts'
import { daysIn, dayIn } from '../days.ts'
import {
  asDescribed,
  inProgramme,
  named,
  onDays,
  problemResponses,
  reads,
  takes,
} from '../describe-route.ts'
import type { Env } from '../env.ts'
import { fileAnswer } from '../file-answer.ts'
import { RequestRefused } from '../problems.ts'

export const registerRoutes = new OpenAPIHono<Env>()

/** Loaded when first asked for: what writes documents is large. */
const exports = () => import('../../actions/register-exports.ts')

registerRoutes.openapi(
  takes(
    '/programmes/{programme}/register/search',
    'Persons of the register, found by name in any script and by what is known of their cases',
    inProgramme,
    named('RegisterSearch', RegisterSearch),
    named('RegisterRows', RegisterRows),
  ),
  async (c) => {
    const { asOf, knownOn, ...asked } = c.req.valid('json')
    const days = daysIn({ asOf, knownOn }, c.var.context.today)
    const programme = c.req.valid('param').programme as ProgrammeId
    const found = await searchRegister(c.var.context, programme, { ...asked, ...days })
    return c.json(toJson(RegisterRows, found), 200)
  },
)

registerRoutes.openapi(
  reads(
    '/programmes/{programme}/register/choices',
    'What the register can be narrowed by',
    inProgramme,
    onDays,
    named('RegisterChoices', RegisterChoices),
  ),
  async (c) => {
    const { knownOn } = daysIn(c.req.valid('query'), c.var.context.today)
    const programme = c.req.valid('param').programme as ProgrammeId
    const choices = await registerChoices(c.var.context, programme, knownOn)
    return c.json(toJson(RegisterChoices, choices), 200)
  },
)

const NetQuery = z.object({
  around: Day.optional(),
  months: z.coerce.number().int().min(1).max(120).default(12),
  from: Day.optional(),
  to: Day.optional(),
  asOf: Day.optional(),
  knownOn: Day.optional(),
})

registerRoutes.openapi(
  reads(
    '/programmes/{programme}/register/net',
    'Released, newly detained, detained again, expelled, died: around a day or over a period',
    inProgramme,
    NetQuery,
    named('NetPage', NetPage),
  ),
  async (c) => {
    const programme = c.req.valid('param').programme as ProgrammeId
    const net = await readNet(
      c.var.context,
      programme,
      netAsked(c.req.valid('query'), c.var.context.today),
    )
    return c.json(toJson(NetPage, netJson(net)), 200)
  },
)

function netAsked(
  { around, months, from, to, asOf, knownOn }: z.infer<typeof NetQuery>,
  today: CalendarDate,
): NetAsked {
  const days = daysIn({ asOf, knownOn }, today)
  if (from !== undefined && to !== undefined)
    return { knownOn: days.knownOn, from: dayIn('from', from), to: dayIn('to', to) }
  if (from !== undefined || to !== undefined) {
    const detail = 'A period has both its days: from and to.'
    throw new RequestRefused(422, detail, [
      { pointer: from === undefined ? '/from' : '/to', detail },
    ])
  }
  const day = around === undefined ? days.asOf : dayIn('around', around)
  return { knownOn: days.knownOn, around: day, months }
}

function netJson({ periods, ...net }: NetSeen) {
  return {
    ...net,
    periods: periods.map(({ rows, ...period }) => ({
      ...period,
      rows: rows.map(({ what, words, person, family, inDoubt }) => ({
        what: NET_KEYS[what],
        ...{ words, inDoubt },
        count: { person, family },
      })),
    })),
  }
}

const NET_KEYS = {
  released: 'released',
  servedOut: 'served-out',
  newlyDetained: 'newly-detained',
  reDetained: 're-detained',
  lateListed: 'late-listed',
  expelled: 'expelled',
  died: 'died',
} as const

registerRoutes.openapi(
  {
    ...takes(
      '/programmes/{programme}/register/export',
      'Those found as CSV, Excel or FollowTheMoney: only who may be passed on',
      inProgramme,
      named('RegisterExport', RegisterExport),
      z.object({}),
    ),
    responses: {
      200: {
        description: 'The file.',
        content: {
          'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) },
        },
      },
      ...problemResponses,
    },
  },
  async (c) => {
    const { asOf, knownOn, ...asked } = c.req.valid('json')
    const days = daysIn({ asOf, knownOn }, c.var.context.today)
    const programme = c.req.valid('param').programme as ProgrammeId
    const file = await (
      await exports()
    ).exportRegister(c.var.context, programme, { ...asked, ...days })
    return asDescribed(fileAnswer(file))
  },
)

registerRoutes.openapi(
  takes(
    '/programmes/{programme}/register/export/preview',
    'How many would be in the file, and how many are left out; writes nothing',
    inProgramme,
    RegisterExport,
    named('ExportPreview', ExportPreview),
  ),
  async (c) => {
    const { asOf, knownOn, ...asked } = c.req.valid('json')
    const days = daysIn({ asOf, knownOn }, c.var.context.today)
    const programme = c.req.valid('param').programme as ProgrammeId
    const preview = await (
      await exports()
    ).previewExport(c.var.context, programme, { ...asked, ...days })
    return c.json(toJson(ExportPreview, preview), 200)
  },
)

registerRoutes.openapi(
  takes(
    '/programmes/{programme}/register/withdrawals',
    'Takes an entry of the register back from a day on',
    inProgramme,
    named('NewWithdrawal', NewWithdrawal),
    named('Written', Written),
  ),
  async (c) => {
    const { on, ...asked } = c.req.valid('json')
    const { today } = c.var.context
    const programme = c.req.valid('param').programme as ProgrammeId
    const written = await withdrawFromRegister(c.var.context, programme, {
      ...asked,
      on: on === undefined ? today : dayIn('on', on),
    })
    return c.json(toJson(Written, written), 200)
  },
)
