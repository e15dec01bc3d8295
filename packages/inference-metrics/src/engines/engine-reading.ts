import type { Totals } from '../counters/follow.ts'
import type { Missing } from './missing-figure.ts'

/** One scrape of an engine, whatever its kind. */
export type EngineReading = {
  kind: string
  /** When the process began, in ms, where it says so. */
  startedAt: number | null
  /** A row for each model it serves; data-parallel ranks are one row. */
  models: readonly ModelReading[]
}

export type Gauges = {
  running: number | null
  waiting: number | null
  kvCacheRatio: number | null
  kvCacheBasis: 'used' | 'reserved' | null
}

export type ModelReading = Gauges & {
  /** `null` where the engine names none. */
  model: string | null
  ranks: number
  contextTokens: number | null
  kvCapacityTokens: number | null
  estimatesAborted: boolean
  totals: Totals
  missing: readonly Missing[]
}

export const noGauges: Gauges = {
  running: null,
  waiting: null,
  kvCacheRatio: null,
  kvCacheBasis: null,
}
