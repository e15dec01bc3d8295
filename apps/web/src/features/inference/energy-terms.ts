import type { ModelEnergy } from '@podium/contracts'
import type { Format } from '../../lib/format.ts'
import { energyText } from './gpu-terms.ts'
import type { InferenceWords } from './use-inference-words.ts'

export type EnergyTerm = {
  key:
    | 'perGenerated'
    | 'net'
    | 'perTokens'
    | 'idle'
    | 'costUsage'
    | 'costWithIdle'
    | 'hosted'
    | 'co2'
    | 'drawn'
  /** `null` is not known. */
  text: string | null
}

type Texts = { words: InferenceWords; format: Format }

/** `watts` is what the GPUs of the model draw now. */
export function energyTerms(
  energy: ModelEnergy,
  watts: number | null,
  { format }: Texts,
): EnergyTerm[] {
  const joules = (value: number | null) =>
    value === null ? null : `${value < 100 ? format.decimal(value, 1) : format.count(value)}\u00A0J`
  const usd = (value: number | null) =>
    value === null ? null : value < 0.01 ? format.exactUsd(round(value)) : format.usd(value)
  const {
    joules_per_1k_generation_tokens: generated,
    joules_per_1k_tokens: all,
    usd_per_million_tokens: cost,
    hosted,
  } = energy
  const co2 = energy.co2_grams_per_million_tokens
  return [
    { key: 'perGenerated', text: joules(generated.gross) },
    { key: 'net', text: joules(generated.net) },
    { key: 'perTokens', text: joules(all.gross) },
    {
      key: 'idle',
      text: energy.idle_joules === null ? null : energyText(energy.idle_joules, format),
    },
    { key: 'costUsage', text: usd(cost.usage) },
    { key: 'costWithIdle', text: usd(cost.with_idle) },
    {
      key: 'hosted',
      text: hosted === null ? null : `${usd(hosted.usd_per_million_tokens) ?? ''} ${hosted.model}`,
    },
    { key: 'co2', text: co2 === null ? null : `${format.decimal(co2, co2 < 10 ? 2 : 0)}\u00A0g` },
    { key: 'drawn', text: watts === null ? null : `${format.count(watts)}\u00A0W` },
  ]
}

/** Two digits that say something. */
function round(value: number): number {
  return Number(value.toPrecision(2))
}
