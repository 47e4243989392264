import { expect, it } from 'vitest'
import { askApp } from '../../../test/ask-app.ts'
import { onEachEngine } from '../../../test/engines.ts'
import { aContext, aRecord, PROGRAMME } from '../../../test/record-builders.ts'
import { HEAD, someParts } from '../../../test/register-builders.ts'
import { importRecord } from '../../actions/imports.ts'

onEachEngine('the log of readings over HTTP', (db) => {
  const app = askApp(db)
  const at = `/api/programmes/${PROGRAMME}`

  it('says who looked, for what and at whom, by id, to a lead and to no one else', async () => {
    await importRecord(aContext(db()), { record: aRecord(), kept: [], ...someParts() })
    expect((await app.get(`${at}/readings`)).body).toMatchObject({ readings: [] })
    await app.get(`${at}/persons/${HEAD}`)
    const { body } = await app.get(`${at}/readings`)
    expect(body).toMatchObject({
      from: null,
      readings: [
        { read: 1, personName: 'Ann', purpose: 'person', subjects: expect.arrayContaining([HEAD]) },
      ],
    })
    expect(JSON.stringify(body)).not.toContain('Velonin')
    const later = await app.get(`${at}/readings?from=2099-01-01`)
    expect(later.body).toMatchObject({ from: '2099-01-01', readings: [] })
    const officer = askApp(db, { role: 'officer' })
    expect((await officer.get(`${at}/readings`)).status).toBe(403)
  })
})
