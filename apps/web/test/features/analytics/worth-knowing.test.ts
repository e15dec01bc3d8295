import { expect, test } from 'vitest'
import { modelsOf } from '../../../e2e/walk/models-of.ts'
import { worthKnowing } from '../../../src/features/analytics/worth-knowing/worth-knowing.ts'
import { analytics as de } from '../../../src/i18n/messages/de/rooms/analytics.ts'
import { analytics as en } from '../../../src/i18n/messages/en/rooms/analytics.ts'

const { models } = modelsOf(Date.parse('2026-11-21T14:30:00Z'))
const unpriced = models.slice(2, 3).map((one) => ({
  ...one,
  model: 'qwen3-32b',
  usage: { ...one.usage, tokens: 5, unpriced: true },
}))

test('the spend of a model without a price is not known, and never nothing', () => {
  expect(worthKnowing({ models: unpriced, notes: [] }, en)).toEqual([
    'qwen3-32b has no price, so its spend is not known. Set input_cost_per_token on it.',
  ])
  expect(worthKnowing({ models: unpriced, notes: [] }, de)).toEqual([
    'qwen3-32b hat keinen Preis, also sind die Kosten nicht bekannt. Setze input_cost_per_token am Modell.',
  ])
})

test('two names of one model are told together', () => {
  const priced = models.map((one) => ({ ...one, usage: { ...one.usage, unpriced: false } }))
  expect(worthKnowing({ models: priced, notes: [] }, en)).toEqual([
    'gpt-5-mini and claude-sonnet-4-5-20250929 are one model (openai/gpt-5-mini). Usage may be split between them.',
  ])
})
