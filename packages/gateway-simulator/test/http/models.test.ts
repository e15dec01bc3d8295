import { expect, test } from 'vitest'
import { z } from 'zod'
import type { ProfileName } from '../../src/index.ts'
import { maskNumber, pythonFloat } from '../../src/http/models/mask-number.ts'
import { ask, startSimulator } from '../simulator.ts'

const price = z.union([z.number(), z.string()]).nullable().optional()
const Prices = z.object({
  input_cost_per_token: price,
  output_cost_per_token: price,
  cache_read_input_token_cost: price,
})
const Models = z.object({
  data: z.array(z.object({ model_name: z.string(), litellm_params: Prices, model_info: Prices })),
})

async function readModel(profile: ProfileName, name: string) {
  const { simulator } = startSimulator({ profile })
  const { data } = Models.parse((await ask(simulator, '/model/info')).json)
  return data.find((model) => model.model_name === name)
}

test('prices in litellm_params are masked texts from 1.78 to 1.81, numbers before and after', async () => {
  const inputs = await Promise.all(
    (['1.74', '1.78', '1.81', '1.84'] as const).map(
      async (profile) =>
        (await readModel(profile, 'llama-3.3-70b'))?.litellm_params.input_cost_per_token,
    ),
  )
  expect(inputs).toEqual([1.2345e-7, '1.23**e-07', '1.23**e-07', 1.2345e-7])
})

test("1.81 shows the list's cache price where the operator has an own one", async () => {
  const cache = async (profile: ProfileName) =>
    (await readModel(profile, 'gemini-flash'))?.model_info.cache_read_input_token_cost
  expect([await cache('1.78'), await cache('1.81'), await cache('1.109')]).toEqual([
    2.4e-8, 3e-8, 2.4e-8,
  ])
})

test('an unknown price is zero until it is null; a group has the highest price of its members', async () => {
  const Groups = z.object({
    data: z.array(
      z.object({ model_group: z.string(), input_cost_per_token: z.number().nullable() }),
    ),
  })
  const read = async (profile: ProfileName) => {
    const { data } = Groups.parse(
      (await ask(startSimulator({ profile }).simulator, '/model_group/info')).json,
    )
    const priceOf = (name: string) =>
      data.find((group) => group.model_group === name)?.input_cost_per_token
    return [priceOf('qwen3-32b'), priceOf('mistral-small')]
  }
  expect(await read('1.104')).toEqual([0, 1e-7])
  expect(await read('1.109')).toEqual([null, 1e-7])
})

test.each([
  [2.5e-6, '2.5e-06', '2.5e-06'],
  [1.2345e-7, '1.2345e-07', '1.23**e-07'],
  [3.125e-7, '3.125e-07', '3.12*e-07'],
  [1.25e-6, '1.25e-06', '1.25e-06'],
  [0, '0.0', '0.0'],
  [5, '5.0', '5.0'],
  [0.0025, '0.0025', '0.0025'],
])('%d is %s in Python and %s behind the mask', (value, plain, masked) => {
  expect([pythonFloat(value), maskNumber(value)]).toEqual([plain, masked])
})
