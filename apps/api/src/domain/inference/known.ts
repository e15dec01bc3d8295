import type { SourceReason, SourceState } from '@podium/contracts'
import type {
  GpuKind,
  GpuReading,
  MergedGpu,
  Missing,
  ModelSample,
  PowerSample,
  Verdict,
} from '@podium/inference-metrics'
import type { Watched } from './watched.ts'

type Answering = {
  id: string
  state: SourceState
  reason: SourceReason | null
  /** When its newest good answer was asked for, in ms; `null` is never. */
  scrapedAt: number | null
}

/** An engine, as its last answers tell it. */
export type KnownEngine = Answering & {
  option: string | null
  kind: string | null
  version: string | null
  startedAt: number | null
  restartedAt: number | null
  /** Of its newest good answer. */
  models: readonly KnownModel[]
  restarts: number
}

export type KnownModel = {
  model: string | null
  ranks: number
  contextTokens: number | null
  kvCapacityTokens: number | null
  missing: readonly Missing[]
  /** Of the last hour, oldest first; never empty. */
  samples: readonly ModelSample[]
  /** Since we began. */
  total: { promptTokens: number | null; generationTokens: number | null }
}

/** Something that tells of GPUs: a source of its own, or an engine. */
export type KnownGpuSource = Answering & {
  kind: GpuKind | null
  /** Whether it is an engine, of which `/status` has a line already. */
  isEngine: boolean
  gpus: readonly GpuReading[]
}

/** A GPU as it was seen last, over all sources. */
export type KnownGpu = {
  last: MergedGpu
  /** Of the last hour, oldest first. */
  samples: readonly GpuSample[]
  /** Joules since we began; `null` without a counter. */
  total: number | null
}

export type GpuSample = PowerSample & {
  utilizationRatio: number | null
  memoryUsedBytes: number | null
  temperatureCelsius: number | null
}

/** All that a process knows of engines and GPUs, as of its last tick. */
export type KnownInference = {
  watched: Watched
  /** In the order of the configuration. */
  engines: readonly KnownEngine[]
  gpuSources: readonly KnownGpuSource[]
  gpus: readonly KnownGpu[]
  /** By the name of the model. */
  verdicts: ReadonlyMap<string, Verdict>
}

/** What answers about engines are made from. */
export type InferenceView = {
  known: () => KnownInference
  /** Another one with each tick, and when something turns stale by itself. */
  version: (now: number) => string
}
