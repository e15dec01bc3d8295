import type { ModelPrice } from '@podium/litellm-client'
import type { Writing } from './writing.ts'

/** Models as the gateway prices them now; `at` in milliseconds. A price is kept from when it was first seen. */
export async function savePrices(
  writing: Writing,
  { prices, at }: { prices: readonly ModelPrice[]; at: number },
): Promise<boolean> {
  const { trx, names } = writing
  const idOf = await names.models(
    trx,
    prices.map((price) => price.model),
  )
  let changed = false
  for (const price of prices) {
    const id = idOf(price.model)
    changed = (await describeModel(writing, id, price)) || changed
    changed = (await savePrice(writing, id, price, Math.floor(at / 1000))) || changed
  }
  return changed
}

async function describeModel({ trx }: Writing, id: number, price: ModelPrice): Promise<boolean> {
  const [provider, second] = price.providers
  const row = {
    provider: second === undefined ? (provider ?? null) : 'mixed',
    mode: price.mode,
    underlying: JSON.stringify(price.underlyingModels),
  }
  const before = await trx
    .selectFrom('model')
    .select(['provider', 'mode', 'underlying'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (before !== undefined && sameValues(before, row)) return false
  await trx.updateTable('model').set(row).where('id', '=', id).execute()
  return true
}

async function savePrice({ trx }: Writing, model: number, price: ModelPrice, since: number) {
  const row = {
    input: price.inputUsdPerToken,
    output: price.outputUsdPerToken,
    cache_read: price.cacheReadUsdPerToken,
    cache_creation: price.cacheCreationUsdPerToken,
  }
  const last = await trx
    .selectFrom('price')
    .select(['input', 'output', 'cache_read', 'cache_creation'])
    .where('model', '=', model)
    .orderBy('since', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last !== undefined && sameValues(last, row)) return false
  await trx
    .insertInto('price')
    .values({ model, since, ...row })
    .onConflict((conflict) => conflict.columns(['model', 'since']).doUpdateSet(row))
    .execute()
  return true
}

function sameValues<Row extends Record<string, string | number | null>>(a: Row, b: Row): boolean {
  return Object.entries(b).every(([name, value]) => a[name] === value)
}
