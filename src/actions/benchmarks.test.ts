import { expect, it } from 'vitest'
import { onEachEngine } from '../../test/engines.ts'
import { aBenchmark, aContext, aRecord, PROGRAMME } from '../../test/record-builders.ts'
import type { BenchmarkText } from '../domain/goals/benchmark.ts'
import { writeBenchmark } from './benchmarks.ts'
import { importRecord } from './imports.ts'
import { recordOf } from './record-cache.ts'

onEachEngine('writeBenchmark', (db) => {
  const fill = () => importRecord(aContext(db()), { record: aRecord(), kept: [] })
  const write = (benchmark: BenchmarkText) => writeBenchmark(aContext(db()), PROGRAMME, benchmark)

  it('adds a version with a later set and keeps the one before', async () => {
    await fill()
    const later = aBenchmark({ set: '1988-03', text: 'benchmark step-up "Other" outcome {}' })
    expect(await write(later)).toEqual({ written: true })
    expect((await recordOf(aContext(db()), PROGRAMME)).benchmarks).toEqual([aBenchmark(), later])
  })

  it('changes nothing when it stands there as it is', async () => {
    await fill()
    expect(await write(aBenchmark())).toEqual({ written: false })
  })

  it('refuses another text with the same set', async () => {
    await fill()
    await expect(write(aBenchmark({ text: 'else' }))).rejects.toMatchObject({
      code: 'out-of-date',
      message: expect.stringContaining('give it a later set date') as string,
    })
  })

  it('refuses a programme that is not there', async () => {
    await expect(write(aBenchmark())).rejects.toMatchObject({ code: 'not-found' })
  })
})
