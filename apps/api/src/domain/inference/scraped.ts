import type { GpuKind, GpuReading, Missing, ModelSample } from '@podium/inference-metrics'
import type { SourceReason } from '@podium/contracts'

/** How a question to a target ended. `at` is when it was put, in ms. */
type Ended = {
  id: string
  at: number
  /** `null` is well. */
  reason: SourceReason | null
  nextAt: number
}

/** One scrape of one engine. */
export type EngineScraped = Ended & {
  /** The flag that switches its metrics on, where they are off. */
  option: string | null
  good: EngineAnswer | null
}

export type EngineAnswer = {
  kind: string
  version: string | null
  startedAt: number | null
  restartedAt: number | null
  models: readonly ScrapedModel[]
  /** Of the GPUs that it tells of beside itself. */
  gpus: GpuAnswer | null
}

export type ScrapedModel = {
  /** `null` where the engine names none. */
  model: string | null
  ranks: number
  contextTokens: number | null
  kvCapacityTokens: number | null
  missing: readonly Missing[]
  sample: ModelSample
}

export type GpuScraped = Ended & { good: GpuAnswer | null }
export type GpuAnswer = { kind: GpuKind; gpus: readonly GpuReading[] }

/** What came in at one tick; what comes late is in the next one. */
export type Tick = {
  at: number
  engines: readonly EngineScraped[]
  gpus: readonly GpuScraped[]
}
