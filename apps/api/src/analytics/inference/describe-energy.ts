import type { ModelEnergy as Described } from '@podium/contracts'
import type { ModelEnergy } from '@podium/inference-metrics'

export function describeEnergy(energy: ModelEnergy): Described {
  const { inputs, hosted, usdPerMillionTokens } = energy
  return {
    state: energy.state,
    source: energy.source,
    boundary: energy.boundary,
    seconds: energy.seconds,
    gpus: [...energy.gpus],
    joules: energy.joules,
    idle_joules: energy.idleJoules,
    facility_joules: energy.facilityJoules,
    prompt_tokens: energy.promptTokens,
    generation_tokens: energy.generationTokens,
    mean_running: energy.meanRunning,
    joules_per_1k_generation_tokens: energy.joulesPer1kGenerationTokens,
    joules_per_1k_tokens: energy.joulesPer1kTokens,
    plausible: energy.plausible,
    co2_grams: energy.co2Grams,
    co2_grams_per_million_tokens: energy.co2GramsPerMillionTokens,
    usd_per_million_tokens: {
      usage: usdPerMillionTokens.usage,
      with_idle: usdPerMillionTokens.withIdle,
    },
    hosted: hosted && {
      model: hosted.model,
      usd_per_million_tokens: hosted.usdPerMillionTokens,
    },
    inputs: {
      usd_per_kwh: inputs.usdPerKwh,
      grams_co2_per_kwh: inputs.gramsCo2PerKwh,
      grams_source: inputs.gramsSource,
      pue: inputs.pue,
    },
  }
}
