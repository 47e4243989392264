import { expect, it } from 'vitest'
import { onEachEngine } from '../../test/engines.ts'
import { aContext, aRecord, aSource, PROGRAMME, TODAY } from '../../test/record-builders.ts'
import { aCaseEvent, aConsent, EXIT_CASE, HEAD, someParts } from '../../test/register-builders.ts'
import type { SourceId } from '../domain/basics/ids.ts'
import { caseSheet } from './case-sheets.ts'
import { overrideConsent } from './consents.ts'
import { importRecord } from './imports.ts'
import { listReadings } from './read-log.ts'

onEachEngine('a case sheet', (db) => {
  const context = () => aContext(db())
  const days = { asOf: TODAY, knownOn: TODAY }
  const sister = 'sister' as SourceId

  it('leaves out who a protected source is, whoever prints it, and notes the reading', async () => {
    const record = aRecord()
    const source = aSource({ id: sister, title: 'His sister in Tartu', protected: true })
    await importRecord(context(), {
      record: { ...record, sources: [...record.sources, source] },
      kept: [],
      ...someParts({
        merges: [],
        caseEvents: [aCaseEvent({ case: EXIT_CASE, source: sister })],
        consents: [aConsent({ use: 'hold' })],
      }),
    })
    const { name, bytes } = await caseSheet(context(), PROGRAMME, HEAD, 'html', days)
    const html = new TextDecoder().decode(bytes)
    expect(html).toContain('A protected source')
    expect(html).not.toContain('Tartu')
    expect(name).toBe(`${PROGRAMME}-${HEAD}-${TODAY}.html`)
    const last = (await listReadings(context(), PROGRAMME)).at(-1)
    expect(last).toMatchObject({ purpose: 'case sheet, html' })
    expect(last?.subjects).toContain(HEAD)
  })

  it('is made of nobody whom no consent to hold data covers', async () => {
    const print = () => caseSheet(context(), PROGRAMME, HEAD, 'html', days)
    await importRecord(context(), { record: aRecord(), kept: [], ...someParts({ consents: [] }) })
    await expect(print()).rejects.toMatchObject({ code: 'not-allowed' })
    const override = { subject: HEAD, use: 'hold', by: 'The Ambassador', reason: 'at risk' }
    await overrideConsent(context(), PROGRAMME, override)
    expect((await print()).type).toContain('text/html')
  })
})
