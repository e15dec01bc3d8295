import type { ModelPrice } from '@podium/litellm-client'
import type { ModelTotal } from '../domain/traffic.ts'
import { noteIf, type DataNote } from './data-note.ts'

type Priced = {
  prices: readonly ModelPrice[]
  /** What was used of each public name. */
  used: readonly ModelTotal[]
}

/** What the gateway's prices tell about what is counted under them. */
export function notePrices({ prices, used }: Priced): DataNote[] {
  const unpriced = prices.filter((price) => canBePriced(price, used)).map(({ model }) => model)
  const masked = prices.filter(({ isMasked }) => isMasked).map(({ model }) => model)
  const shared = namesOfOneModel(prices)
  return [
    ...noteIf('names_share_model', shared.length, shared),
    ...noteIf('models_unpriced', unpriced.length, unpriced.toSorted()),
    ...noteIf('prices_masked', masked.length, masked),
  ]
}

/** The gateway lists the model, hides no price of it, has none and has charged nothing for what was used. */
function canBePriced(price: ModelPrice, used: readonly ModelTotal[]): boolean {
  const { model, inputUsdPerToken, outputUsdPerToken, isMasked } = price
  if (inputUsdPerToken !== null || outputUsdPerToken !== null || isMasked) return false
  const own = used.filter((each) => each.model === model).map(({ counters }) => counters)
  return own.length > 0 && own.every(({ spendUsd }) => spendUsd === 0)
}

function namesOfOneModel(prices: readonly ModelPrice[]): string[] {
  const pairs = prices.flatMap(({ model, underlyingModels }) =>
    [...new Set(underlyingModels)].map((underlying) => ({ model, underlying })),
  )
  const shared = [...Map.groupBy(pairs, ({ underlying }) => underlying).values()]
    .filter((some) => some.length > 1)
    .flatMap((some) => some.map(({ model }) => model))
  return [...new Set(shared)].toSorted()
}
