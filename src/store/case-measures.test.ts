import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  arbitraryCaseRequest,
  arbitraryListRequest,
  arbitraryRegister,
} from '../../test/arbitrary-register.ts'
import { onEachEngine } from '../../test/engines.ts'
import { writeRegister } from '../../test/write-register.ts'
import type { ProgrammeId } from '../domain/basics/ids.ts'
import { openRegister } from '../domain/cases/register.ts'
import type { CaseReading } from '../domain/lists/case-request.ts'
import { answerCaseRequests as answerInMemory } from '../domain/lists/case-request.ts'
import { answerCaseRequests, refreshCaseMarks } from './case-measures.ts'

const anyRequest = fc.oneof(
  { weight: 5, arbitrary: arbitraryCaseRequest },
  { weight: 1, arbitrary: arbitraryListRequest },
)
let programmes = 0

/** The store numbers entries through all tables, a register in memory each table by itself. */
function unnumbered(reading: CaseReading) {
  return { ...reading, citations: reading.citations.map(({ entry: _, ...citation }) => citation) }
}

function freshProgramme(): ProgrammeId {
  programmes += 1
  return `p-${programmes}` as ProgrammeId
}

onEachEngine('case measures', (db) => {
  it('say of any register what the domain says, by marks and read whole', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryRegister,
        fc.array(anyRequest, { minLength: 4, maxLength: 12 }),
        async (made, requests) => {
          const programme = freshProgramme()
          await writeRegister(db(), programme, made)
          const register = openRegister(made.register, made.options)
          const expected = answerInMemory(register, made.lists, requests)
          const marks = await refreshCaseMarks(db(), programme)
          const whole = await answerCaseRequests(db(), programme, requests, null)
          const byMarks = await answerCaseRequests(db(), programme, requests, marks)
          expect(whole.map(unnumbered)).toEqual(expected.map(unnumbered))
          expect(byMarks.map(unnumbered)).toEqual(expected.map(unnumbered))
        },
      ),
      { numRuns: process.env['DEMARCHE_FUZZ'] === 'full' ? 400 : 20 },
    )
  })

  it('say the same when the rows came one after the other', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryRegister,
        fc.array(anyRequest, { minLength: 4, maxLength: 8 }),
        fc.integer({ min: 2, max: 5 }),
        async (made, requests, actions) => {
          const programme = freshProgramme()
          let marks = 0
          for (let turn = 0; turn < actions; turn += 1) {
            // The rows of a table keep their order from one action to the next.
            const share = (length: number, at: number) =>
              Math.floor((at * actions) / length) === turn
            const lengths: Readonly<Record<string, number>> = {
              family: made.register.families.length,
              case: made.register.cases.length,
              event: made.register.caseEvents.length,
              merge: made.register.merges.length,
              list: made.lists.lists.length,
              version: made.lists.versions.length,
              entry: made.lists.entries.length,
            }
            await writeRegister(db(), programme, made, (table, at) =>
              share(lengths[table] ?? 1, at),
            )
            marks = await refreshCaseMarks(db(), programme)
          }
          const register = openRegister(made.register, made.options)
          const expected = answerInMemory(register, made.lists, requests)
          const found = await answerCaseRequests(db(), programme, requests, marks)
          const amounts = (all: typeof expected) => all.map(({ low, high }) => ({ low, high }))
          expect(amounts(found)).toEqual(amounts(expected))
        },
      ),
      { numRuns: process.env['DEMARCHE_FUZZ'] === 'full' ? 400 : 20 },
    )
  })
})
