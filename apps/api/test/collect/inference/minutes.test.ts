import { expect, test } from 'vitest'
import { createMinutes } from '../../../src/collect/inference/minutes.ts'
import { createMinuteWriter } from '../../../src/collect/inference/write-minutes.ts'
import { writtenSlices } from '../../../src/collect/inference/written-slices.ts'
import type { EngineSlice } from '../../../src/domain/inference/slice.ts'
import type { Tick } from '../../../src/domain/inference/scraped.ts'
import { serve } from '../../support/inference/serve-text.ts'
import { vllmText } from '../../support/inference/vllm-text.ts'
import { watchEngines } from '../../support/inference/watched-engines.ts'
import { openTestStore } from '../../support/open-test-store.ts'

const noon = Date.parse('2026-11-21T12:00:00Z')
const day = { from: noon / 1000 - 3600, to: noon / 1000 + 3600 }

/** Two processes that scrape one engine every 5 s, the second so much later; it makes 20 tokens a second. */
async function twoProcesses({ laterMs = 0 } = {}) {
  let at = noon
  let isAway = false
  const store = await openTestStore()
  const url = await serve((_, response) => {
    if (isAway) response.destroy()
    else response.end(vllmText((at - noon) / 5000 + 1))
  })
  const writerOf = () =>
    createMinuteWriter({
      minutes: createMinutes(5000),
      written: () => writtenSlices(store, at),
      save: (slices) => store.write((tx) => tx.saveSlices(slices)),
      onFailure: (error) => {
        throw error
      },
      now: () => at + 1,
    })
  const writers = [writerOf(), writerOf()]
  const processes = writers.map((writer) => {
    const onTick = (tick: Tick) => writer.onTick(tick)
    return watchEngines({ INFERENCE_URLS: `one=${url}` }, onTick)
  })
  return {
    store,
    writers,
    processes,
    goAway: (away: boolean) => (isAway = away),
    /** Those that run: all, or some. */
    tick: async (times: number, running = processes) => {
      for (let index = 0; index < times; index += 1) {
        for (const process of processes) {
          if (running.includes(process)) await process.tickAt(at)
          at += laterMs
        }
        at += 5000 - laterMs * processes.length
      }
    },
  }
}

test('the leader alone writes minutes, another goes on where it left, and every process has its own hour', async () => {
  const { store, writers, processes, tick } = await twoProcesses()
  const [first, second] = writers
  await first?.lead()
  await tick(18)
  expect(await store.engineSlices(day, [1])).toMatchObject([{ scrapes: 12 }])
  await first?.leave()
  await second?.lead()
  await tick(18)
  await second?.leave()
  const minutes = await store.engineSlices(day, [1])
  const tokens = minutes.map(({ increase }) => increase.counters.generationTokens)
  expect(minutes.map(({ scrapes }) => scrapes)).toEqual([12, 12, 12])
  // The first scrape only begins.
  expect(tokens).toEqual([1100, 1200, 1200])
  const hours = await store.engineSlices(day, [60])
  expect(hours).toMatchObject([
    { minutes: 3, scrapes: 36, increase: { counters: { generationTokens: 3500 } } },
  ])
  for (const { state } of processes)
    expect(state.known().engines[0]?.models[0]?.samples).toHaveLength(36)
})

test('what comes over a gap has no minute, but an hour', async () => {
  const { store, writers, goAway, tick } = await twoProcesses()
  await writers[0]?.lead()
  await tick(12)
  goAway(true)
  await tick(12)
  goAway(false)
  await tick(12)
  await writers[0]?.leave()
  const minutes = await store.engineSlices(day, [1])
  const placed = minutes.map(({ increase }) => increase.counters.generationTokens)
  expect(placed).toEqual([1100, 1100])
  expect(minutes.map(({ unplaced }) => unplaced.generationTokens)).toEqual([0, 1300])
  const hours = await store.engineSlices(day, [60])
  expect(hours).toMatchObject([
    { increase: { counters: { generationTokens: 3500 } }, unplaced: { generationTokens: 0 } },
  ])
})

const tokensOf = (slices: readonly EngineSlice[]) =>
  slices.map(({ increase }) => increase.counters.generationTokens ?? 0)

test('a minute in which the lead changes hands is one minute, and no token of it is counted twice', async () => {
  const { store, writers, tick } = await twoProcesses({ laterMs: 2000 })
  const [first, second] = writers
  await first?.lead()
  await tick(18)
  await first?.leave()
  await second?.lead()
  await tick(4)
  await second?.leave()
  await first?.lead()
  await tick(14)
  await first?.leave()
  const minutes = await store.engineSlices(day, [1])
  expect(minutes.map((slice) => slice.minutes)).toEqual([1, 1, 1])
  const [hour] = await store.engineSlices(day, [60])
  expect(hour?.minutes).toBe(3)
  // Each change costs the step in which it came, at most.
  const [sum = 0] = tokensOf(hour === undefined ? [] : [hour])
  const all = 3500
  expect(sum).toBeLessThanOrEqual(all)
  expect(sum).toBeGreaterThanOrEqual(all - 2 * 100)
  expect(tokensOf(minutes).reduce((total, tokens) => total + tokens, 0)).toBe(sum)
})

test('what a leader had not written when it was killed, its successor has seen as well', async () => {
  const { store, writers, processes, tick } = await twoProcesses({ laterMs: 2000 })
  const [first, second] = writers
  await first?.lead()
  // One minute is written, and most of another one is not.
  await tick(23)
  await second?.lead()
  await tick(14, processes.slice(1))
  const minutes = await store.engineSlices(day, [1])
  expect(minutes.map((slice) => [slice.minutes, slice.scrapes])).toEqual([
    [1, 12],
    [1, 12],
    [1, 12],
  ])
  // All but what came between the last that was written and the next one that was seen.
  expect(tokensOf(minutes)).toEqual([1100, 1200, 1200])
})
