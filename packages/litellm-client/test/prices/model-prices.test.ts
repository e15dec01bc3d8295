import { expect, test } from 'vitest'
import { clientOf, Refusal, routes, startGateway } from '../support/gateway.ts'

// Excerpts of genuine answers: an own price, a masked one (1.81), a list price, none at all.
const groups = {
  data: [
    {
      model_group: 'house-rate',
      providers: ['openai'],
      mode: 'chat',
      input_cost_per_token: 1e-6,
      output_cost_per_token: 3e-6,
    },
    {
      model_group: 'local-vllm',
      providers: ['hosted_vllm'],
      mode: 'chat',
      input_cost_per_token: 1.2345e-7,
      output_cost_per_token: 3.125e-7,
    },
    {
      model_group: 'claude-test',
      providers: ['anthropic'],
      mode: 'chat',
      input_cost_per_token: 8e-7,
      output_cost_per_token: 4e-6,
    },
    {
      model_group: 'free-unpriced',
      providers: ['openai'],
      mode: null,
      input_cost_per_token: 0.0,
      output_cost_per_token: 0.0,
    },
  ],
}

function deployment(name: string, model: string, own: object, listed: object) {
  return {
    model_name: name,
    litellm_params: { model, api_base: 'http://internal', ...own },
    model_info: listed,
  }
}

const deployments = {
  data: [
    deployment(
      'house-rate',
      'openai/gpt-4o',
      {
        input_cost_per_token: '1e-06',
        output_cost_per_token: '3e-06',
        cache_read_input_token_cost: '5e-07',
      },
      {
        input_cost_per_token: 1e-6,
        output_cost_per_token: 3e-6,
        cache_read_input_token_cost: 1.25e-6,
      },
    ),
    deployment(
      'local-vllm',
      'hosted_vllm/qwen-small',
      {
        input_cost_per_token: '1.23**e-07',
        output_cost_per_token: '3.12*e-07',
        cache_read_input_token_cost: '1.2*e-08',
      },
      {
        input_cost_per_token: 1.2345e-7,
        output_cost_per_token: 3.125e-7,
        cache_read_input_token_cost: 9e-9,
      },
    ),
    deployment(
      'claude-test',
      'anthropic/claude-3-5-haiku-20241022',
      {},
      {
        input_cost_per_token: 8e-7,
        output_cost_per_token: 4e-6,
        cache_read_input_token_cost: 8e-8,
        cache_creation_input_token_cost: 1e-6,
      },
    ),
    deployment(
      'free-unpriced',
      'openai/unpriced',
      {},
      { input_cost_per_token: 0, output_cost_per_token: 0 },
    ),
  ],
}

const unknown = {
  inputUsdPerToken: null,
  outputUsdPerToken: null,
  cacheReadUsdPerToken: null,
  cacheCreationUsdPerToken: null,
}

test('prices come from the groups, cache prices from the deployments, and a masked text is no price', async () => {
  const gateway = await startGateway(
    routes({ '/model_group/info': groups, '/model/info': deployments }),
  )
  expect(await clientOf(gateway.url).modelPrices()).toEqual([
    {
      model: 'house-rate',
      providers: ['openai'],
      mode: 'chat',
      inputUsdPerToken: 1e-6,
      outputUsdPerToken: 3e-6,
      cacheReadUsdPerToken: 5e-7,
      cacheCreationUsdPerToken: null,
      isMasked: false,
      underlyingModels: ['openai/gpt-4o'],
    },
    {
      model: 'local-vllm',
      providers: ['hosted_vllm'],
      mode: 'chat',
      inputUsdPerToken: 1.2345e-7,
      outputUsdPerToken: 3.125e-7,
      cacheReadUsdPerToken: null,
      cacheCreationUsdPerToken: null,
      isMasked: true,
      underlyingModels: ['hosted_vllm/qwen-small'],
    },
    {
      model: 'claude-test',
      providers: ['anthropic'],
      mode: 'chat',
      inputUsdPerToken: 8e-7,
      outputUsdPerToken: 4e-6,
      cacheReadUsdPerToken: 8e-8,
      cacheCreationUsdPerToken: 1e-6,
      isMasked: false,
      underlyingModels: ['anthropic/claude-3-5-haiku-20241022'],
    },
    {
      model: 'free-unpriced',
      providers: ['openai'],
      mode: null,
      ...unknown,
      isMasked: false,
      underlyingModels: ['openai/unpriced'],
    },
  ])
})

test('a masked price that the group tells is no doubt, one that nobody tells is', async () => {
  const own = { input_cost_per_token: '1.23**e-07', output_cost_per_token: '3.12*e-07' }
  const data = [deployment('local-vllm', 'hosted_vllm/a', own, {})]
  const askedOf = async (groupData: object[]) => {
    const table = { '/model_group/info': { data: groupData }, '/model/info': { data } }
    const gateway = await startGateway(routes(table))
    return (await clientOf(gateway.url).modelPrices()).map(({ isMasked }) => isMasked)
  }
  expect(await askedOf(groups.data.filter((group) => group.model_group === 'local-vllm'))).toEqual([
    false,
  ])
  expect(await askedOf([])).toEqual([true])
})

test('zero is a price only where the operator wrote it for every deployment', async () => {
  const free = { input_cost_per_token: 0, output_cost_per_token: '0.0' }
  const data = [
    deployment('free', 'vllm/a', free, { input_cost_per_token: 0 }),
    deployment('free', 'vllm/b', free, {}),
    deployment('half', 'vllm/a', free, {}),
    deployment('half', 'vllm/c', {}, { input_cost_per_token: null }),
  ]
  const gateway = await startGateway(
    routes({ '/model_group/info': { data: [] }, '/model/info': { data } }),
  )
  const prices = await clientOf(gateway.url).modelPrices()
  expect(
    prices.map(({ model, inputUsdPerToken, outputUsdPerToken }) => [
      model,
      inputUsdPerToken,
      outputUsdPerToken,
    ]),
  ).toEqual([
    ['free', 0, 0],
    ['half', null, null],
  ])
})

test('without the groups a name costs what its dearest deployment costs, and a team model has its public name', async () => {
  const data = [
    deployment(
      'duo',
      'openai/a',
      {},
      {
        input_cost_per_token: 1e-6,
        output_cost_per_token: 6e-6,
        litellm_provider: 'openai',
        mode: 'chat',
      },
    ),
    deployment(
      'duo',
      'azure/b',
      {},
      {
        input_cost_per_token: 3e-6,
        output_cost_per_token: 2e-6,
        litellm_provider: 'azure',
        mode: 'chat',
      },
    ),
    deployment(
      'model_name_7f',
      'openai/a',
      { input_cost_per_token: -1 },
      { team_public_model_name: 'ours', input_cost_per_token: 'NaN' },
    ),
  ]
  const gateway = await startGateway(
    routes({ '/model_group/info': new Refusal(403, {}), '/model/info': { data } }),
  )
  expect(await clientOf(gateway.url).modelPrices()).toEqual([
    {
      ...unknown,
      isMasked: false,
      model: 'duo',
      providers: ['openai', 'azure'],
      mode: 'chat',
      inputUsdPerToken: 3e-6,
      outputUsdPerToken: 6e-6,
      underlyingModels: ['openai/a', 'azure/b'],
    },
    {
      ...unknown,
      isMasked: false,
      model: 'ours',
      providers: [],
      mode: null,
      underlyingModels: ['openai/a'],
    },
  ])
})

test('the other name of the route is tried once and remembered; a single model may be an object', async () => {
  const one = { data: deployment('only', 'openai/a', {}, { input_cost_per_token: 1e-6 }) }
  const gateway = await startGateway(
    routes({ '/model_group/info': { data: [] }, '/v1/model/info': one }),
  )
  const client = clientOf(gateway.url)
  expect((await client.modelPrices()).map(({ model }) => model)).toEqual(['only'])
  await client.modelPrices()
  expect(gateway.paths()).toEqual([
    '/model_group/info',
    '/model/info',
    '/v1/model/info',
    '/model_group/info',
    '/v1/model/info',
  ])
})

test('a gateway without any of the routes has no prices to tell', async () => {
  const gateway = await startGateway(routes({}))
  await expect(clientOf(gateway.url).modelPrices()).rejects.toMatchObject({ kind: 'not_found' })
})

test('a key that may not read prices is told apart from a gateway that has none', async () => {
  const refused = new Refusal(403, { detail: 'Virtual key is not allowed to call this route.' })
  const forbidding = await startGateway(
    routes({ '/model_group/info': refused, '/model/info': refused, '/v1/model/info': refused }),
  )
  await expect(clientOf(forbidding.url).modelPrices()).rejects.toMatchObject({ kind: 'forbidden' })
  const without = await startGateway(routes({}))
  await expect(clientOf(without.url).modelPrices()).rejects.toMatchObject({ kind: 'not_found' })
})
