import { describe, expect, it } from 'vitest'
import { ENGINES, onEachEngine, postgresDatabase } from '../../test/engines.ts'
import { aContext, aFigure, aGoal, aRecord, PROGRAMME } from '../../test/record-builders.ts'
import { openPostgres } from '../store/database/open-database.ts'
import { recordFigures } from './evidence.ts'
import { importRecord } from './imports.ts'
import { recordOf } from './record-cache.ts'

onEachEngine('recordOf', (db) => {
  const fill = () => importRecord(aContext(db()), { record: aRecord(), kept: [] })

  it('is the same object while nothing changed, also for readers at once', async () => {
    await fill()
    const [first, second] = await Promise.all([
      recordOf(aContext(db()), PROGRAMME),
      recordOf(aContext(db()), PROGRAMME),
    ])
    expect(second).toBe(first)
    await fill()
    expect(await recordOf(aContext(db()), PROGRAMME)).toBe(first)
  })

  it('has what was added, and all else as it was', async () => {
    await fill()
    const before = await recordOf(aContext(db()), PROGRAMME)
    await recordFigures(aContext(db()), PROGRAMME, [aFigure({ reporter: 'ICM' })])
    const record = aRecord({ goals: [aGoal({ statement: 'More' })] })
    await importRecord(aContext(db()), { record, kept: [] })
    const after = await recordOf(aContext(db()), PROGRAMME)
    expect(before.figures).toHaveLength(1)
    expect(after.figures.map(({ reporter }) => reporter)).toEqual(['NCSJ', 'ICM'])
    expect(after.goals.map(({ statement }) => statement)).toEqual(['More'])
    expect(after.events).toBe(before.events)
  })

  it('shows its own writes to whoever asks after them', async () => {
    await fill()
    const writes = Array.from({ length: 10 }, async (_, i) => {
      await recordFigures(aContext(db()), PROGRAMME, [aFigure({ reporter: `R${i}` })])
      const { figures } = await recordOf(aContext(db()), PROGRAMME)
      return figures.some(({ reporter }) => reporter === `R${i}`)
    })
    expect(await Promise.all(writes)).toEqual(writes.map(() => true))
  })

  it('is refused for a programme that is not there', async () => {
    await expect(recordOf(aContext(db()), PROGRAMME)).rejects.toMatchObject({
      code: 'not-found',
      message: 'There is no programme "soviet-union".',
    })
  })
})

describe.runIf(ENGINES.includes('postgres'))('recordOf on one PostgreSQL for two', () => {
  it('sees what another process wrote', async () => {
    const { url, drop } = await postgresDatabase()
    const [ours, theirs] = [openPostgres(url), openPostgres(url)]
    await importRecord(aContext(ours), { record: aRecord(), kept: [] })
    expect((await recordOf(aContext(ours), PROGRAMME)).figures).toHaveLength(1)
    await recordFigures(aContext(theirs), PROGRAMME, [aFigure({ reporter: 'ICM' })])
    expect((await recordOf(aContext(ours), PROGRAMME)).figures).toHaveLength(2)
    await Promise.all([ours.destroy(), theirs.destroy()])
    await drop()
  })
})
