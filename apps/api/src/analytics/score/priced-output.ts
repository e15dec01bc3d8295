import type { ModelTotal } from '../../domain/traffic.ts'
import { leastUsd, type Terms } from '../prices.ts'

export type PricedOutput = { output: number; usd: number }

/** Completion tokens that cost something, and what; models without a price take their shadow price or are left out. */
export function pricedOutput(models: readonly ModelTotal[], termsOf: Terms): PricedOutput | null {
  let output = 0
  let usd = 0
  for (const { model, counters } of models) {
    const { shadow } = termsOf(model)
    const paid =
      counters.spendUsd > leastUsd || shadow === null
        ? counters.spendUsd
        : counters.promptTokens * shadow.input + counters.completionTokens * shadow.output
    if (paid <= leastUsd) continue
    output += counters.completionTokens
    usd += paid
  }
  // In whatever order the models are added, the sum is the same in as many digits.
  return usd > 0 ? { output, usd: Number(usd.toPrecision(12)) } : null
}
