import { expect, it } from 'vitest'
import { parseShadowPrices, shadowPricesProblem } from '../../src/config/shadow-prices.ts'

it.each([
  'llama=0.2/0.6,a=b:7b=1/2',
  '{"llama": {"input": 0.2, "output": 0.6}, "a=b:7b": {"input": 1, "output": 2}}',
])('shadow prices are dollars per million tokens: %s', (text) => {
  const prices = parseShadowPrices(text)
  expect(prices?.get('llama')?.input).toBeCloseTo(0.2e-6)
  expect(prices?.get('llama')?.output).toBeCloseTo(0.6e-6)
  expect(prices?.get('a=b:7b')).toEqual({ input: 1e-6, output: 2e-6 })
})

it.each(['llama', 'llama=1', '=1/2', 'llama=-1/2', 'llama=1/2,', '{"llama":1}', '{', '{"":{}}'])(
  'what is no price list is refused without its text: %s',
  (text) => {
    expect(parseShadowPrices(text)).toBeNull()
    expect(shadowPricesProblem(text)).toMatch(/^must look like/)
  },
)
