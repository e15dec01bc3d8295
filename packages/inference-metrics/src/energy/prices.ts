import { cheapestHosted, type Hosted } from './hosted.ts'
import type { ModelUse } from './model-use.ts'

export type Prices = {
  facilityJoules: number | null
  co2Grams: number | null
  co2GramsPerMillionTokens: number | null
  usdPerMillionTokens: { usage: number | null; withIdle: number | null }
  hosted: Hosted | null
}

const joulesPerKwh = 3.6e6

/** CO₂ and money are of the facility where its PUE is known, else of the GPUs. */
export function pricesOf(
  { inputs, promptTokens, generationTokens, hosted }: ModelUse,
  { joules, net, tokens }: { joules: number | null; net: number | null; tokens: number | null },
): Prices {
  const kwh = (energy: number | null) =>
    energy === null ? null : (energy * (inputs.pue ?? 1)) / joulesPerKwh
  const usd = (energy: number | null) => perMillion(multiply(kwh(energy), inputs.usdPerKwh), tokens)
  const co2Grams = multiply(kwh(joules), inputs.gramsCo2PerKwh)
  return {
    facilityJoules: multiply(joules, inputs.pue),
    co2Grams,
    co2GramsPerMillionTokens: perMillion(co2Grams, tokens),
    usdPerMillionTokens: { usage: usd(net), withIdle: usd(joules) },
    hosted:
      tokens === null || promptTokens === null || generationTokens === null
        ? null
        : cheapestHosted(hosted, { promptTokens, generationTokens }),
  }
}

function multiply(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a * b
}

function perMillion(value: number | null, tokens: number | null): number | null {
  return value === null || tokens === null || tokens === 0 ? null : (value / tokens) * 1e6
}
