import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import {
  isStale,
  judge,
  modelTick,
  unknownIncrease,
  type Goals,
  type ModelSample,
  type ModelTick,
  type Standing,
} from '../../src/index.ts'
import { readScrapes, replay } from './golden.ts'

/** Seconds, running, waiting, KV, then counters: prompt, cached and generated tokens, preemptions. */
type Row = [number, number, number, number, number, number, number, number]

/** Every fifth second of vLLM 0.19 on four or eight B200, by name of the run. */
export function readB200(): Map<string, ModelTick[]> {
  const text = gunzipSync(readFileSync(new URL('../captured/b200-series.json.gz', import.meta.url)))
  const runs: Record<string, Row[]> = JSON.parse(text.toString())
  return new Map(Object.entries(runs).map(([name, rows]) => [name, rows.map(tickOfRow)]))
}

function tickOfRow(row: Row, index: number, rows: readonly Row[]): ModelTick {
  const [second, running, waiting, kvCacheRatio] = row
  const before = rows[index - 1]
  const gain = (at: 4 | 5 | 6 | 7) => row[at] - (before?.[at] ?? 0)
  const counters = {
    ...unknownIncrease.counters,
    promptTokens: gain(4),
    cachedPromptTokens: gain(5),
    generationTokens: gain(6),
    preemptions: gain(7),
  }
  return {
    at: second * 1000,
    isGood: true,
    isAfterGap: false,
    hasReset: false,
    down: null,
    running,
    waiting,
    kvCacheRatio,
    increase: before === undefined ? null : { counters, latencies: unknownIncrease.latencies },
  }
}

/** The ticks of the recording of a genuine vLLM, with the time in which it was down. */
export function goldenTicks(): ModelTick[] {
  const { samples } = replay()
  return readScrapes().map(({ at }) => {
    const newest: ModelSample | undefined = samples.findLast((sample) => sample.at <= at)
    const isFresh = newest !== undefined && !isStale(newest.at, at, 2000)
    const sample = isFresh ? newest : null
    return modelTick(at, [{ sample, isNew: newest?.at === at, reason: 'conn_refused' }])
  })
}

/** The verdict after each tick, as a collector would have judged. */
export function judgeAll(ticks: readonly ModelTick[], goals: Goals): Standing[] {
  const standings: Standing[] = []
  for (const index of ticks.keys()) {
    const standing = judge(ticks.slice(0, index + 1), goals, standings.at(-1) ?? null)
    if (standing !== null) standings.push(standing)
  }
  return standings
}
