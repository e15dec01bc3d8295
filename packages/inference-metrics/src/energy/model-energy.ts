import { sumOfAll } from '../figures/sums.ts'
import { energyState, type EnergyState } from './energy-state.ts'
import { pricesOf, type Prices } from './prices.ts'
import type { Inputs } from './electricity.ts'
import type { GpuOfModel, ModelUse } from './model-use.ts'

/** `net` is without what the GPUs draw when nobody uses them. */
type PerTokens = { gross: number | null; net: number | null }

export type ModelEnergy = Prices & {
  state: EnergyState
  source: 'counter' | 'power' | null
  boundary: 'gpu' | 'gpu_pue'
  seconds: number | null
  gpus: readonly string[]
  joules: number | null
  idleJoules: number | null
  promptTokens: number | null
  generationTokens: number | null
  meanRunning: number | null
  joulesPer1kGenerationTokens: PerTokens
  joulesPer1kTokens: PerTokens
  plausible: boolean | null
  inputs: Inputs
}

/** Gross joules of a generated token outside of this are a measuring fault. */
const [leastPlausible, mostPlausible] = [0.02, 50]

export function modelEnergy(use: ModelUse): ModelEnergy {
  const state = energyState(use)
  const hasJoules = state === 'ok' || state === 'too_few_tokens'
  const joules = hasJoules ? sumOfAll(use.gpus, joulesOf) : null
  const idleWatts = hasJoules ? sumOfAll(use.gpus, (gpu) => gpu.idleWatts) : null
  const idleJoules = idleWatts === null || use.seconds === null ? null : idleWatts * use.seconds
  const net = joules === null || idleJoules === null ? null : Math.max(0, joules - idleJoules)
  const isOk = state === 'ok'
  const generated = isOk ? use.generationTokens : null
  const tokens =
    generated === null || use.promptTokens === null ? null : generated + use.promptTokens
  const perGenerated = per1k(joules, generated)
  return {
    state,
    source: joules === null ? null : sourceOf(use.gpus),
    boundary: use.inputs.pue === null ? 'gpu' : 'gpu_pue',
    seconds: use.seconds,
    gpus: use.gpus.map(({ gpu }) => gpu),
    joules,
    idleJoules,
    promptTokens: use.promptTokens,
    generationTokens: use.generationTokens,
    meanRunning: use.meanRunning,
    joulesPer1kGenerationTokens: { gross: perGenerated, net: per1k(net, generated) },
    joulesPer1kTokens: { gross: per1k(joules, tokens), net: per1k(net, tokens) },
    plausible: perGenerated === null ? null : isPlausible(perGenerated / 1000),
    ...pricesOf(use, { joules, net, tokens }),
    inputs: use.inputs,
  }
}

function joulesOf({ energy }: GpuOfModel): number | null {
  return energy.state === 'ok' ? energy.joules : null
}

/** One GPU that was integrated makes the whole an estimate. */
function sourceOf(gpus: readonly GpuOfModel[]): 'counter' | 'power' {
  const isCounted = ({ energy }: GpuOfModel) => energy.state === 'ok' && energy.source === 'counter'
  return gpus.every(isCounted) ? 'counter' : 'power'
}

function per1k(joules: number | null, tokens: number | null): number | null {
  return joules === null || tokens === null || tokens === 0 ? null : (1000 * joules) / tokens
}

function isPlausible(joulesPerToken: number): boolean {
  return joulesPerToken >= leastPlausible && joulesPerToken <= mostPlausible
}
