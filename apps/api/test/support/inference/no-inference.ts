import { goalsOf } from '@podium/inference-metrics'
import type { KnownInference } from '../../../src/domain/inference/known.ts'

/** A Podium without engines. */
export const noInference: KnownInference = {
  watched: {
    intervalMs: 5000,
    engines: [],
    gpuSources: [],
    modelLinks: [],
    gpuLinks: [],
    goals: goalsOf(2, 0.05),
    energy: { usdPerKwh: null, gramsCo2PerKwh: null, gramsSource: null, pue: null },
  },
  engines: [],
  gpuSources: [],
  gpus: [],
  verdicts: new Map(),
}
