import { carbonIntensity, goalsOf, type Goals, type Inputs } from '@podium/inference-metrics'
import {
  parseEngineGpus,
  parseModelEngines,
  type GpuLink,
  type ModelLink,
} from './inference-links.ts'
import {
  parseEngines,
  parseGpuSources,
  type EngineTarget,
  type GpuTarget,
} from './inference-targets.ts'
import { splitList } from './list.ts'
import type { Settings } from './settings.ts'

/** What is scraped, how often, and how its figures are read. */
export type InferenceConfig = {
  intervalMs: number
  engines: readonly EngineTarget[]
  apiKey: string | null
  /** `auto` is `nvidia-smi` where there is one. */
  gpus: readonly GpuTarget[] | 'auto'
  /** Where programs are looked for. */
  path: string
  /** Indices or UUIDs that `nvidia-smi` is narrowed to; `null` is all. */
  visibleDevices: readonly string[] | null
  modelLinks: readonly ModelLink[]
  gpuLinks: readonly GpuLink[]
  goals: Goals
  energy: Inputs
}

export function inferenceOf(settings: Settings, path: string): InferenceConfig {
  const { CUDA_VISIBLE_DEVICES: visible, GRID_GRAMS_CO2_PER_KWH: grid } = settings
  const carbon = grid === undefined ? null : carbonIntensity(grid)
  return {
    intervalMs: settings.INFERENCE_SECONDS * 1000,
    engines: parseEngines(settings.INFERENCE_URLS).targets ?? [],
    apiKey: settings.INFERENCE_API_KEY ?? null,
    gpus:
      settings.GPU_SOURCE === 'auto'
        ? 'auto'
        : (parseGpuSources(settings.GPU_SOURCE).targets ?? []),
    path,
    visibleDevices: visible === undefined ? null : splitList(visible),
    modelLinks: parseModelEngines(settings.MODEL_ENGINES) ?? [],
    gpuLinks: parseEngineGpus(settings.ENGINE_GPUS) ?? [],
    goals: goalsOf(settings.GOAL_TTFT_SECONDS, settings.GOAL_ITL_SECONDS),
    energy: {
      usdPerKwh: settings.ENERGY_PRICE_USD_PER_KWH ?? null,
      gramsCo2PerKwh: carbon?.grams ?? null,
      gramsSource: carbon?.source ?? null,
      pue: settings.PUE ?? null,
    },
  }
}

/** What is linked has to be there. */
export function inferenceProblems(settings: Settings): string[] {
  const { engines, modelLinks, gpuLinks } = inferenceOf(settings, '')
  const ids = new Set(engines.map(({ id }) => id))
  const isUnknown = ({ engine }: { engine: string | null }) => engine !== null && !ids.has(engine)
  return [
    ['MODEL_ENGINES', modelLinks.some(isUnknown)] as const,
    ['ENGINE_GPUS', gpuLinks.some(isUnknown)] as const,
  ].flatMap(([name, isBad]) =>
    isBad ? [`${name} names an engine that INFERENCE_URLS does not have.`] : [],
  )
}
