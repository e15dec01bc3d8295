import type { ModelPrice } from '@podium/litellm-client'
import { other } from '../domain/cell.ts'
import { noteIf, type DataNote } from './data-note.ts'

type Priced = {
  prices: readonly ModelPrice[]
  /** Public names with traffic. */
  used: Iterable<string>
}

/** What the gateway's prices tell about what is counted under them. */
export function notePrices({ prices, used }: Priced): DataNote[] {
  const known = new Set(
    prices.filter((price) => price.inputUsdPerToken !== null).map(({ model }) => model),
  )
  const unpriced = [...new Set(used)].filter((model) => model !== other && !known.has(model))
  const masked = prices.filter(({ isMasked }) => isMasked).map(({ model }) => model)
  const shared = namesOfOneModel(prices)
  return [
    ...noteIf('names_share_model', shared.length, shared),
    ...noteIf('models_unpriced', unpriced.length, unpriced.toSorted()),
    ...noteIf('prices_masked', masked.length, masked),
  ]
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
