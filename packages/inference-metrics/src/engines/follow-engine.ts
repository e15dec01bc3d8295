import { follow, noTotals, type Totals } from '../counters/follow.ts'
import type { Increase } from '../counters/increase.ts'
import { isGap } from '../windows/gap.ts'
import type { Scrape } from '../windows/window.ts'
import type { EngineReading, Gauges } from './engine-reading.ts'

/** What is remembered of an engine from scrape to scrape. */
export type EngineState = {
  at: number
  startedAt: number | null
  /** When it was last seen to have begun again, in ms. */
  restartedAt: number | null
  totals: ReadonlyMap<string | null, Totals>
}

/** One good scrape of one model. `increase` is since the good scrape before; the first one has none. */
export type ModelSample = Scrape & Gauges & { increase: Increase | null; estimatesAborted: boolean }

/** `hasFailed`: whether a scrape failed since the good one before. */
type Taken = { at: number; hasFailed: boolean; intervalMs: number }

/** More than an engine serves at a time: what names itself anew with every answer must not fill the memory. */
const mostModels = 1024

/** Turns readings into samples, one for each model: pure, `before` is what the call before returned as `state`. */
export function followEngine(
  before: EngineState | null,
  reading: EngineReading,
  { at, hasFailed, intervalMs }: Taken,
): { state: EngineState; samples: ReadonlyMap<string | null, ModelSample> } {
  const samples = new Map<string | null, ModelSample>()
  const totals = new Map<string | null, Totals>()
  const isAfterGap = before !== null && isGap(before.at, at, { hasFailed, intervalMs })
  let isRestart =
    before !== null && before.startedAt !== null && before.startedAt !== reading.startedAt
  for (const { model, totals: now, ...row } of reading.models) {
    const followed = follow(before?.totals.get(model) ?? noTotals, now)
    const hasReset = before !== null && followed.hasReset
    isRestart ||= hasReset
    totals.set(model, before === null ? now : followed.totals)
    samples.set(model, {
      at,
      isAfterGap,
      hasReset,
      running: row.running,
      waiting: row.waiting,
      kvCacheRatio: row.kvCacheRatio,
      kvCacheBasis: row.kvCacheBasis,
      increase: before === null ? null : followed.increase,
      estimatesAborted: row.estimatesAborted,
    })
  }
  const restartedAt = isRestart ? at : (before?.restartedAt ?? null)
  const all = new Map([...(before?.totals ?? []), ...totals])
  const remembered = isRestart || all.size > mostModels ? totals : all
  return {
    samples,
    state: { at, startedAt: reading.startedAt, restartedAt, totals: remembered },
  }
}
