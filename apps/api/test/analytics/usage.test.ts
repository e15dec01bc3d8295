import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { usageOf } from '../../src/analytics/usage.ts'
import { wilsonLowerBound } from '../../src/analytics/wilson.ts'
import { terms, trafficOf } from '../support/traffic.ts'

it.each([
  [5, 5, 56.6],
  [20, 20, 83.9],
  [50, 50, 92.9],
  [190, 200, 91.0],
  [475, 500, 92.7],
])('%i of %i are reliable to %f %%', (successes, requests, percent) => {
  expect(100 * (wilsonLowerBound(successes, requests) ?? NaN)).toBeCloseTo(percent, 1)
})

test('what follows from counters is what the definitions say', () => {
  const { models } = trafficOf('a', {
    gpt: {
      ...{
        promptTokens: 900,
        completionTokens: 100,
        cacheReadTokens: 450,
        cacheCreationTokens: 20,
      },
      ...{ successes: 3, failures: 1, spendUsd: 0.02 },
    },
  })
  expect(usageOf(models, terms())).toMatchObject({
    ...{ tokens: 1000, requests: 4, success_rate: 75, cache_hit_share: 0.5 },
    ...{ cost_per_1k_tokens: 0.02, cost_per_success: 0.02 / 3, output_per_usd: 5000 },
  })
})

test('what has no price is in no dollar and in nothing that dollars are divided by', () => {
  const { models } = trafficOf('a', {
    gpt: { promptTokens: 900, completionTokens: 100, successes: 4, spendUsd: 0.02 },
    qwen: { promptTokens: 3000, completionTokens: 1000, successes: 6 },
  })
  const isPriced = { qwen: { isPriced: false } }
  expect(usageOf(models, terms(isPriced))).toMatchObject({
    ...{ tokens: 5000, spend_usd: 0.02, unpriced: false, unpriced_tokens: 4000 },
    ...{ cost_per_1k_tokens: 0.02, cost_per_success: 0.005, output_per_usd: 5000 },
  })
  expect(usageOf(models.slice(1), terms(isPriced))).toMatchObject({
    ...{ tokens: 4000, spend_usd: null, unpriced: true, unpriced_tokens: 4000 },
    ...{ cost_per_1k_tokens: null, cost_per_success: null, output_per_usd: null },
  })
})

test('a shadow price makes output comparable, and no dollars', () => {
  const { models } = trafficOf('a', { qwen: { promptTokens: 1000, completionTokens: 1000 } })
  const shadow = { input: 1e-6, output: 3e-6 }
  expect(usageOf(models, terms({ qwen: { isPriced: false, shadow } }))).toMatchObject({
    ...{ spend_usd: null, unpriced: true, output_per_usd: 250_000 },
  })
})

test('what cannot be divided is not known, and nothing is ever NaN or endless', () => {
  expect(usageOf([], terms())).toMatchObject({
    ...{ tokens: 0, success_rate: null, reliability: null, cost_per_1k_tokens: null },
    ...{ cost_per_success: null, output_per_usd: null, cache_hit_share: null },
  })
  const some = fc.record({
    promptTokens: fc.nat(1e9),
    completionTokens: fc.nat(1e9),
    cacheReadTokens: fc.nat(1e9),
    successes: fc.nat(1e6),
    failures: fc.nat(1e6),
    spendUsd: fc.double({ min: 0, max: 1e6, noNaN: true }),
  })
  fc.assert(
    fc.property(some, (each) => {
      const usage = usageOf(trafficOf('a', { gpt: each }).models, terms())
      for (const value of Object.values(usage)) {
        if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true)
      }
      expect(usage.reliability ?? 0).toBeLessThanOrEqual((usage.success_rate ?? 0) + 0.005)
    }),
  )
})
