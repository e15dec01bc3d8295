/** One entry of the gateway's model list. Prices are dollars per token; absent means nobody set one. */
export interface Deployment {
  group: string
  /** As in `litellm_params.model`: provider, slash, name. */
  model: string
  provider: string
  mode: 'chat' | 'embedding'
  input?: number
  output?: number
  cacheRead?: number
  cacheCreation?: number
  /** Set by the operator in `litellm_params`, not taken from the gateway's price map. */
  ownPrice?: true
  /** Price map entry, where the operator's own price differs from it. */
  listCacheRead?: number
  maxInput?: number
  maxOutput?: number
  /** Median milliseconds to the first token, and output tokens a second. */
  firstTokenMs: number
  tokensPerSecond: number
}

/** The model list of the workshop's gateway, in the order of its configuration. */
export const deployments: readonly Deployment[] = [
  {
    group: 'gpt-5-mini',
    model: 'openai/gpt-5-mini',
    provider: 'openai',
    mode: 'chat',
    input: 0.25e-6,
    output: 2e-6,
    cacheRead: 0.025e-6,
    maxInput: 272_000,
    maxOutput: 128_000,
    firstTokenMs: 520,
    tokensPerSecond: 110,
  },
  {
    group: 'gpt-5',
    model: 'openai/gpt-5',
    provider: 'openai',
    mode: 'chat',
    input: 1.25e-6,
    output: 10e-6,
    cacheRead: 0.125e-6,
    maxInput: 272_000,
    maxOutput: 128_000,
    firstTokenMs: 900,
    tokensPerSecond: 70,
  },
  {
    group: 'claude-sonnet-4.5',
    model: 'anthropic/claude-sonnet-4-5',
    provider: 'anthropic',
    mode: 'chat',
    input: 3e-6,
    output: 15e-6,
    cacheRead: 0.3e-6,
    cacheCreation: 3.75e-6,
    maxInput: 200_000,
    maxOutput: 64_000,
    firstTokenMs: 1100,
    tokensPerSecond: 65,
  },
  {
    group: 'claude-haiku-4.5',
    model: 'anthropic/claude-haiku-4-5',
    provider: 'anthropic',
    mode: 'chat',
    input: 1e-6,
    output: 5e-6,
    cacheRead: 0.1e-6,
    cacheCreation: 1.25e-6,
    maxInput: 200_000,
    maxOutput: 64_000,
    firstTokenMs: 600,
    tokensPerSecond: 130,
  },
  // The operator has a contract of their own: cheaper than the list, and the cache too.
  {
    group: 'gemini-flash',
    model: 'gemini/gemini-2.5-flash',
    provider: 'gemini',
    mode: 'chat',
    input: 0.24e-6,
    output: 2e-6,
    cacheRead: 0.024e-6,
    listCacheRead: 0.03e-6,
    ownPrice: true,
    maxInput: 1_048_576,
    maxOutput: 65_535,
    firstTokenMs: 480,
    tokensPerSecond: 190,
  },
  // Served in the room; the organiser never set a price.
  {
    group: 'qwen3-32b',
    model: 'hosted_vllm/qwen3-32b',
    provider: 'hosted_vllm',
    mode: 'chat',
    firstTokenMs: 260,
    tokensPerSecond: 55,
  },
  {
    group: 'gpt-oss-20b',
    model: 'hosted_vllm/gpt-oss-20b',
    provider: 'hosted_vllm',
    mode: 'chat',
    firstTokenMs: 140,
    tokensPerSecond: 130,
  },
  {
    group: 'gemma-3-4b',
    model: 'hosted_vllm/google/gemma-3-4b',
    provider: 'hosted_vllm',
    mode: 'chat',
    firstTokenMs: 180,
    tokensPerSecond: 90,
  },
  // Two public names of one deployment: the daily rows cannot tell them apart.
  ...['llama-3.3-70b', 'Workshop/Large-EU'].map((group): Deployment => ({
    group,
    model: 'hosted_vllm/llama-3.3-70b',
    provider: 'hosted_vllm',
    mode: 'chat',
    input: 0.12345e-6,
    output: 0.3125e-6,
    ownPrice: true,
    firstTokenMs: 340,
    tokensPerSecond: 42,
  })),
  // One public name, two deployments at different prices.
  {
    group: 'mistral-small',
    model: 'hosted_vllm/mistral-small-3.2',
    provider: 'hosted_vllm',
    mode: 'chat',
    input: 0.05e-6,
    output: 0.15e-6,
    ownPrice: true,
    firstTokenMs: 300,
    tokensPerSecond: 80,
  },
  {
    group: 'mistral-small',
    model: 'mistral/mistral-small-latest',
    provider: 'mistral',
    mode: 'chat',
    input: 0.1e-6,
    output: 0.3e-6,
    ownPrice: true,
    maxInput: 131_072,
    maxOutput: 131_072,
    firstTokenMs: 420,
    tokensPerSecond: 120,
  },
  {
    group: 'text-embed-3',
    model: 'openai/text-embedding-3-small',
    provider: 'openai',
    mode: 'embedding',
    input: 0.02e-6,
    output: 0,
    maxInput: 8191,
    firstTokenMs: 120,
    tokensPerSecond: 1000,
  },
]

export function deploymentsOf(group: string): Deployment[] {
  return deployments.filter((deployment) => deployment.group === group)
}
