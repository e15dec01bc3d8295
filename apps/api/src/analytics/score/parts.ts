import type { Terms } from '../prices.ts'
import type { ModelTotal } from '../../domain/traffic.ts'

const enoughPrompt = 20_000
const fullCacheShare = 0.6
const fullModels = 4

/** 1 at par; beyond it more tokens give nothing. */
export function volumeOf(output: number, par: number): number {
  return par > 0 ? Math.min(1, Math.log(1 + (output / par) * (Math.E - 1))) : 0
}

/** Whether enough of the prompt went to models that have a price for reading it from a cache. */
export function isCacheJudged(models: readonly ModelTotal[], termsOf: Terms): boolean {
  const prompt = models
    .filter(({ model }) => termsOf(model).hasCachePrice)
    .reduce((total, { counters }) => total + counters.promptTokens, 0)
  return prompt >= enoughPrompt
}

export function cacheOf(share: number): number {
  return Math.min(1, share / fullCacheShare)
}

/** As many models, used alike, would be as mixed: the exponential of the entropy of successes. */
export function effectiveModels(models: readonly ModelTotal[]): number {
  const whole = models.reduce((total, { counters }) => total + counters.successes, 0)
  if (whole === 0) return 1
  let entropy = 0
  for (const { counters } of models) {
    const share = counters.successes / whole
    if (share > 0) entropy -= share * Math.log(share)
  }
  return Math.exp(entropy)
}

export function breadthOf(effective: number): number {
  return Math.min(1, Math.max(0, (effective - 1) / (fullModels - 1)))
}
