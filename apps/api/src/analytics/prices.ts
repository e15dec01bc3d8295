import type { ShadowPrices, StoredModel } from '../domain/listings.ts'
import type { ModelTotal } from '../domain/traffic.ts'

/** Less is what subtracting dollars leaves over, and no money. */
export const leastUsd = 1e-12

/** What dollars and the score have to know about a model. */
export type ModelTerms = {
  /** Whether what is used of it is in the dollars. */
  isPriced: boolean
  shadow: { input: number; output: number } | null
  hasCachePrice: boolean
  isLocal: boolean
}
export type Terms = (model: string) => ModelTerms

/** Providers whose models run on somebody's own machine. */
const localProviders: ReadonlySet<string> = new Set([
  'ollama',
  'ollama_chat',
  'vllm',
  'hosted_vllm',
  'llamafile',
  'lm_studio',
  'docker_model_runner',
  'xinference',
  'triton',
])

type Known = {
  models: readonly Omit<StoredModel, 'mode' | 'underlyingModels'>[]
  /** Of everybody: who paid for a model proves that it has a price, even where the gateway lists none any more. */
  rows: readonly ModelTotal[]
}

export function termsOf({ models, rows }: Known, shadows: ShadowPrices): Terms {
  const known = new Map(models.map((each) => [each.model, each]))
  const paid = new Set(
    rows.filter(({ counters }) => counters.spendUsd > leastUsd).map(({ model }) => model),
  )
  return (model) => {
    const { price = null, provider = null } = known.get(model) ?? {}
    return {
      isPriced: isKnown(price?.input) || isKnown(price?.output) || paid.has(model),
      shadow: shadows.get(model) ?? null,
      hasCachePrice: isKnown(price?.cacheRead),
      isLocal: localProviders.has(provider ?? ''),
    }
  }
}

function isKnown(price: number | null | undefined): boolean {
  return typeof price === 'number'
}
