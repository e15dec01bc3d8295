import type { ModelPrice } from '../../../src/index.ts'
import type { Deployment } from '../configured-prices.ts'
import type { Subject } from '../subject.ts'

/** Prices against the configuration, to the last digit; what nobody priced is unknown, not free. */
export async function checkPrices({ list, client, prices }: Subject): Promise<void> {
  list.area('prices')
  await list.attempt('prices', async () => {
    const found = new Map((await client.modelPrices()).map((price) => [price.model, price]))
    list.equal('models', [...found.keys()].sort(), Object.keys(prices).sort())
    for (const [model, deployments] of Object.entries(prices)) {
      // Of the mode, the price list's word for a model, and of stars the configuration says nothing.
      const price = { ...found.get(model), mode: null, isMasked: false }
      list.equal(`price of ${model}`, sorted(price), sorted(configured(model, deployments)))
    }
  })
}

function configured(model: string, deployments: readonly Deployment[]): ModelPrice {
  const price = (field: 'input' | 'output' | 'read' | 'write') => {
    const known = deployments.map((each) => each[field]).filter((value) => value !== null)
    return known.length === deployments.length ? Math.max(...known) : null
  }
  return {
    model,
    mode: null,
    isMasked: false,
    providers: deployments.map((each) => each.model.split('/')[0] ?? ''),
    inputUsdPerToken: price('input'),
    outputUsdPerToken: price('output'),
    cacheReadUsdPerToken: price('read'),
    cacheCreationUsdPerToken: price('write'),
    underlyingModels: deployments.map((each) => each.model),
  }
}

/** The gateway lists deployments in any order. */
function sorted(price: object): object {
  return Object.fromEntries(
    Object.entries(price).map(([name, value]: [string, unknown]) => [
      name,
      Array.isArray(value) ? value.map(String).sort() : value,
    ]),
  )
}
