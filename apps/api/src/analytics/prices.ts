import type { ShadowPrices, StoredModel } from '../domain/listings.ts'

/** What the score has to know about a model. */
export type ModelTerms = {
  shadow: { input: number; output: number } | null
  hasCachePrice: boolean
  isLocal: boolean
}

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

export function termsOf(
  models: readonly Omit<StoredModel, 'mode' | 'underlyingModels'>[],
  shadows: ShadowPrices,
): (model: string) => ModelTerms {
  const known = new Map(models.map((each) => [each.model, each]))
  return (model) => {
    const listed = known.get(model)
    return {
      shadow: shadows.get(model) ?? null,
      hasCachePrice: typeof listed?.price?.cacheRead === 'number',
      isLocal: localProviders.has(listed?.provider ?? ''),
    }
  }
}
