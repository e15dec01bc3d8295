/** A model of the gateway with its list prices, in USD per token. */
export type HostedModel = { model: string; inputUsd: number; outputUsd: number }

export type Hosted = { model: string; usdPerMillionTokens: number }

/** The one that is cheapest for this mix of tokens. Models without a price, and those that engines here serve, are no match. */
export function cheapestHosted(
  models: readonly HostedModel[],
  { promptTokens, generationTokens }: { promptTokens: number; generationTokens: number },
): Hosted | null {
  const tokens = promptTokens + generationTokens
  if (tokens === 0) return null
  let cheapest: Hosted | null = null
  for (const { model, inputUsd, outputUsd } of models) {
    if (!(inputUsd > 0 && outputUsd > 0)) continue
    const usd = ((inputUsd * promptTokens + outputUsd * generationTokens) / tokens) * 1e6
    if (cheapest === null || usd < cheapest.usdPerMillionTokens)
      cheapest = { model, usdPerMillionTokens: usd }
  }
  return cheapest
}
