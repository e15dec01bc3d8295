import type { Goals, Inputs } from '@podium/inference-metrics'

/** What is scraped, without the addresses: nobody but who scrapes needs them. */
export type Watched = {
  intervalMs: number
  engines: readonly WatchedEngine[]
  gpuSources: readonly { id: string; isNvidiaSmi: boolean }[]
  modelLinks: readonly { publicModel: string; model: string | null; engine: string | null }[]
  gpuLinks: readonly { engine: string; gpus: readonly GpuName[] }[]
  goals: Goals
  energy: Inputs
}

/** `host` is compared with the labels of GPUs, and told to nobody. */
export type WatchedEngine = { id: string; kind: string | null; host: string; isLoopback: boolean }

export type GpuName = { uuid: string } | { source: string; index: number }
