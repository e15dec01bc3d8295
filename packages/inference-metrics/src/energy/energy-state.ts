import type { GpuOfModel, ModelUse } from './model-use.ts'

export type EnergyState =
  | 'no_gpu'
  | 'gpu_missing'
  | 'gpu_shared'
  | 'window_too_short'
  | 'counter_reset'
  | 'no_reading'
  | 'too_few_tokens'
  | 'ok'

const leastAsked = 60
/** A window of a minute whose ends are scrapes may be a little shorter. */
const leastCovered = 54
const leastTokens = 1000

/** The first that fits. */
export function energyState(use: ModelUse): EnergyState {
  const { gpus, askedSeconds, seconds, generationTokens } = use
  const isIn = (state: string) => (gpu: GpuOfModel) => gpu.energy.state === state
  if (gpus.length === 0) return 'no_gpu'
  if (gpus.some(({ isGone }) => isGone)) return 'gpu_missing'
  if (gpus.some(({ isShared }) => isShared)) return 'gpu_shared'
  if (askedSeconds < leastAsked || seconds === null || seconds < leastCovered)
    return 'window_too_short'
  if (gpus.some(isIn('counter_reset'))) return 'counter_reset'
  if (gpus.some(isIn('no_reading'))) return 'no_reading'
  if (generationTokens === null || generationTokens < leastTokens) return 'too_few_tokens'
  return 'ok'
}
