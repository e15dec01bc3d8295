import { addIncreases, type Increase } from '../counters/increase.ts'
import type { ModelSample } from '../engines/follow-engine.ts'
import { sumOfAll } from '../figures/sums.ts'
import type { Scrape } from '../windows/window.ts'

/** What a verdict is made from: all fresh engines of a model at one tick. */
export type ModelTick = Scrape & {
  /** Set while no engine of it has a fresh scrape. */
  down: { reason: string | null } | null
  /** Whether the tick brought a good scrape. */
  isGood: boolean
  running: number | null
  waiting: number | null
  /** Of the fullest of them. */
  kvCacheRatio: number | null
  increase: Increase | null
}

/** One engine of the model: its newest sample while that is fresh, and whether this tick brought it. */
export type EngineAtTick = { sample: ModelSample | null; isNew: boolean; reason: string | null }

/** Waiting and running are summed over the replicas. */
export function modelTick(at: number, engines: readonly EngineAtTick[]): ModelTick {
  const fresh = engines.flatMap(({ sample }) => (sample === null ? [] : [sample]))
  const added = engines.flatMap(({ sample, isNew }) => (sample !== null && isNew ? [sample] : []))
  const ratios = fresh.map(({ kvCacheRatio }) => kvCacheRatio).filter((ratio) => ratio !== null)
  const increases = added.map(({ increase }) => increase).filter((increase) => increase !== null)
  return {
    at,
    down: fresh.length > 0 ? null : { reason: engines[0]?.reason ?? null },
    isGood: added.length > 0,
    isAfterGap: added.some(({ isAfterGap }) => isAfterGap),
    hasReset: added.some(({ hasReset }) => hasReset),
    running: sumOfAll(fresh, ({ running }) => running),
    waiting: sumOfAll(fresh, ({ waiting }) => waiting),
    kvCacheRatio: ratios.length === 0 ? null : Math.max(...ratios),
    increase: increases.length === 0 ? null : increases.reduce(addIncreases),
  }
}
