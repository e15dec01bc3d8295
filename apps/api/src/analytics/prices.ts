/** What the gateway lists for a model, in dollars per token; `null` is unknown. */
export type PricedModel = {
  model: string
  provider: string | null
  price: { input: number | null; output: number | null; cacheRead: number | null } | null
}

/** What models that the gateway does not price shall count as in the score, in dollars per token. */
export type ShadowPrices = ReadonlyMap<string, { input: number; output: number }>

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
  models: readonly PricedModel[],
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
