import { expect, test } from 'vitest'
import { createProfile } from '../../src/index.ts'
import type { ProfileName } from '../../src/index.ts'
import { priceUsage } from '../../src/ledger/spend.ts'
import { deploymentsOf } from '../../src/world/deployments.ts'

function price(
  profile: ProfileName,
  group: string,
  usage: Partial<Parameters<typeof priceUsage>[0]>,
) {
  const [deployment] = deploymentsOf(group)
  if (deployment === undefined) throw new Error(`No ${group}`)
  const none = { promptTokens: 0, completionTokens: 0, cacheReadTokens: 0, cacheCreationTokens: 0 }
  return priceUsage({ ...none, ...usage }, deployment, createProfile(profile))
}

test('plain, cached, newly cached and written tokens have prices of their own', () => {
  const usage = {
    promptTokens: 1000,
    cacheReadTokens: 600,
    cacheCreationTokens: 100,
    completionTokens: 200,
  }
  // 300 × 1 + 600 × 0.1 + 100 × 1.25 + 200 × 5, in millionths.
  expect(price('1.109', 'claude-haiku-4.5', usage)).toBeCloseTo(0.001485, 12)
})

test('cached tokens without a price are free in some releases and plain in others', () => {
  const usage = { promptTokens: 1000, cacheReadTokens: 1000 }
  expect(price('1.78', 'llama-3.3-70b', usage)).toBeCloseTo(0.00012345, 12)
  expect(price('1.81', 'llama-3.3-70b', usage)).toBe(0)
  expect(price('1.109', 'llama-3.3-70b', usage)).toBeCloseTo(0.00012345, 12)
})

test("1.74 overlooks the operator's own price for cached tokens", () => {
  const usage = { promptTokens: 1_000_000, cacheReadTokens: 1_000_000 }
  expect(price('1.74', 'gemini-flash', usage)).toBeCloseTo(0.03, 9)
  expect(price('1.78', 'gemini-flash', usage)).toBeCloseTo(0.024, 9)
})

test('a model without a price costs nothing', () => {
  expect(price('1.109', 'qwen3-32b', { promptTokens: 1e6, completionTokens: 1e6 })).toBe(0)
})
