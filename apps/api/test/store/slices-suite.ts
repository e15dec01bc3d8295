import { latencyOf, ofCounters, ofLatencies } from '@podium/inference-metrics'
import { describe, expect, it } from 'vitest'
import { writtenSlices } from '../../src/collect/inference/written-slices.ts'
import { noMean, type EngineSlice, type GpuSlice } from '../../src/domain/inference/slice.ts'
import type { TestPlace } from './support/test-place.ts'
import { useStore } from './support/use-store.ts'

const start = Date.parse('2026-11-20T10:00:00Z') / 1000
const day = { from: start - 36_000, to: start + 86_400 }

function minute(index: number, more: Partial<EngineSlice> = {}): EngineSlice {
  return {
    engine: 'gpu-01',
    model: 'qwen',
    start: start + index * 60,
    width: 1,
    minutes: 1,
    scrapes: 12,
    until: (start + index * 60 + 57) * 1000,
    running: { sum: 24, n: 12 },
    waiting: noMean,
    kvCacheRatio: { sum: 6, n: 12 },
    seconds: 60,
    increase: {
      counters: ofCounters((name) => (name === 'generationTokens' ? 100 : null)),
      latencies: ofLatencies((name) =>
        name === 'ttft'
          ? { bounds: [0.1, 0.5, Infinity], counts: [Math.min(index, 4), 4, 5], sum: 2.5, count: 5 }
          : null,
      ),
    },
    unplaced: { promptTokens: 0, generationTokens: 7, finished: 1 },
    ...more,
  }
}

function gpu(index: number): GpuSlice {
  const mean = { sum: 100, n: 2 }
  return {
    gpu: 'GPU-a',
    start: start + index * 60,
    width: 1,
    scrapes: 12,
    until: (start + index * 60 + 57) * 1000,
    ...{ utilizationRatio: mean, memoryUsedBytes: mean, powerWatts: mean },
    temperatureCelsius: noMean,
    joules: index === 0 ? null : 500,
    unplacedJoules: 3,
  }
}

/** What engines and GPUs did, on every database. */
export function describeSlices(engine: string, newPlace: () => Promise<TestPlace>): void {
  describe(`minutes of engines on ${engine}`, () => suite(newPlace))
}

function suite(newPlace: () => Promise<TestPlace>): void {
  const opened = useStore(newPlace)
  const save = (engines: EngineSlice[], gpus: GpuSlice[] = []) =>
    opened.store.write((tx) => tx.saveSlices({ engines, gpus }))

  it('are read as they were written, buckets and what is not known included', async () => {
    await save([minute(1), minute(2, { model: '' })], [gpu(0), gpu(1)])
    expect(await opened.store.engineSlices(day, [1])).toEqual([minute(1), minute(2, { model: '' })])
    expect(await opened.store.gpuSlices(day, [1])).toEqual([gpu(0), gpu(1)])
    expect(await opened.store.engineSlices({ from: start + 120, to: day.to }, [1])).toHaveLength(1)
    expect(await opened.store.engineSlices(day, [60])).toEqual([])
  })

  it('add up where two processes wrote parts of the same one', async () => {
    await save([minute(1)], [gpu(1)])
    await save([minute(1)], [gpu(1)])
    const [slice, ...others] = await opened.store.engineSlices(day, [1])
    expect(others).toEqual([])
    expect(slice?.increase.counters).toMatchObject({ generationTokens: 200, promptTokens: null })
    expect(slice?.increase.latencies.ttft).toMatchObject({ counts: [2, 8, 10], count: 10 })
    expect((await opened.store.gpuSlices(day, [1]))[0]?.joules).toBe(1000)
  })

  it('count a minute once, whoever wrote parts of it', async () => {
    const hour = (first: number, minutes: number) => ({
      ...minute(first),
      start,
      width: 60 as const,
      minutes,
    })
    await save([hour(0, 2), minute(0), minute(1)])
    await save([minute(1), minute(2), hour(1, 2)])
    await save([minute(2, { minutes: 0 }), hour(2, 0)])
    const minutes = await opened.store.engineSlices(day, [1])
    expect(minutes.map((slice) => slice.minutes)).toEqual([1, 1, 1])
    expect(await opened.store.engineSlices(day, [60])).toMatchObject([{ minutes: 3, scrapes: 36 }])
  })

  it('are found by who goes on, whatever the part of a second', async () => {
    await save([minute(1), minute(1, { start: start - 7200 })], [gpu(1)])
    const written = await writtenSlices(opened.store, (start + 90) * 1000 + 0.5)
    expect(written).toEqual({ engines: [minute(1)], gpus: [gpu(1)] })
  })

  it('become quarters of an hour with age, and lose nothing', async () => {
    await save(
      Array.from({ length: 20 }, (_, index) => minute(index)),
      Array.from({ length: 20 }, (_, index) => gpu(index)),
    )
    await save([minute(0, { width: 60 })])
    const fold = (before: string) => opened.store.write((tx) => tx.foldOldestSlices(before))
    expect(await fold('2026-11-20')).toBe(false)
    expect(await fold('2026-11-21')).toBe(true)
    expect(await fold('2026-11-21')).toBe(false)
    expect(await opened.store.engineSlices(day, [1])).toEqual([])
    const quarters = await opened.store.engineSlices(day, [1, 15])
    expect(quarters.map((slice) => [slice.start - start, slice.width, slice.minutes])).toEqual([
      [0, 15, 15],
      [900, 15, 5],
    ])
    const tokens = quarters.map(({ increase }) => increase.counters.generationTokens)
    expect(tokens).toEqual([1500, 500])
    expect(quarters[0]?.unplaced).toEqual({ promptTokens: 0, generationTokens: 105, finished: 15 })
    const ttft = quarters[0]?.increase.latencies.ttft
    expect(ttft && latencyOf(ttft)).toMatchObject({ n: 75, mean: 0.5 })
    const joules = (await opened.store.gpuSlices(day, [15])).map((slice) => slice.joules)
    expect(joules).toEqual([14 * 500, 5 * 500])
    expect(await opened.store.engineSlices(day, [60])).toHaveLength(1)
  })

  it('leave the version of the data as it is, and are purged with their day', async () => {
    const before = await opened.store.dataVersion()
    await save([minute(1)], [gpu(1)])
    expect(await opened.store.dataVersion()).toBe(before)
    await opened.store.write((tx) => tx.purgeBefore('2026-11-21'))
    expect(await opened.store.engineSlices(day, [1])).toEqual([])
  })
}
