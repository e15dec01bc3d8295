import type { GpuEnergy } from './gpu-energy.ts'
import type { HostedModel } from './hosted.ts'
import type { Inputs } from './electricity.ts'

/** One GPU of a model. `isShared`: it serves another model too. */
export type GpuOfModel = {
  gpu: string
  isGone: boolean
  isShared: boolean
  energy: GpuEnergy
  idleWatts: number | null
}

export type ModelUse = {
  gpus: readonly GpuOfModel[]
  /** What was asked for, and what the window covers; `null` without a window. */
  askedSeconds: number
  seconds: number | null
  promptTokens: number | null
  generationTokens: number | null
  meanRunning: number | null
  inputs: Inputs
  hosted: readonly HostedModel[]
}
