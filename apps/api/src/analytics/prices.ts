import type { DaySource } from '@podium/litellm-client'
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
  /** Whether the gateway counted what was read from its cache: else 0 is not known. */
  countsCacheReads: boolean
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
  /** How each day of the window was read. */
  sources: readonly DaySource[]
}

export function termsOf({ models, rows, sources }: Known, shadows: ShadowPrices): Terms {
  const known = new Map(models.map((each) => [each.model, each]))
  const paid = new Set(
    rows.filter(({ counters }) => counters.spendUsd > leastUsd).map(({ model }) => model),
  )
  const providerOf = (model: string) => known.get(model)?.provider ?? ''
  // The aggregated route is younger than the count, and one such read proves that the release has it.
  const isCounted =
    sources.every((source) => source === 'aggregated') ||
    rows.some(
      ({ model, counters }) => counters.cacheReadTokens > 0 && !isAnthropic(providerOf(model)),
    )
  return (model) => {
    const { price = null } = known.get(model) ?? {}
    return {
      isPriced: isKnown(price?.input) || isKnown(price?.output) || paid.has(model),
      shadow: shadows.get(model) ?? null,
      hasCachePrice: isKnown(price?.cacheRead),
      countsCacheReads: isCounted || isAnthropic(providerOf(model)),
      isLocal: localProviders.has(providerOf(model)),
    }
  }
}

function isKnown(price: number | null | undefined): boolean {
  return typeof price === 'number'
}

/** Up to 1.83 the gateway counts what was read from a cache where answers say it as Anthropic does, and nowhere else. */
function isAnthropic(provider: string): boolean {
  return provider.includes('anthropic') || provider.startsWith('bedrock')
}
