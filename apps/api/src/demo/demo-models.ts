import type { EngineSimulatorOptions } from '@podium/gateway-simulator'

export type DemoModel = Omit<EngineSimulatorOptions, 'seed' | 'startsAt' | 'now'> & {
  /** As the engine calls it. */
  model: string
  /** As in `litellm_params.model` of the demo's gateway. */
  upstream: string
  /** One for each replica, each on a GPU of its own. */
  engines: readonly string[]
  isBursting: boolean
}

/** What the demo's engines serve. The first one has fewer places than the room needs once in ten minutes. */
export const demoModels: readonly DemoModel[] = [
  {
    model: 'qwen3-32b',
    upstream: 'hosted_vllm/qwen3-32b',
    engines: ['qwen-a', 'qwen-b'],
    isBursting: true,
    kind: 'vllm',
    maxRunning: 5,
    prefillTokensPerSecond: 6000,
    tokensPerSecond: 42,
  },
  {
    model: 'gpt-oss-20b',
    upstream: 'hosted_vllm/gpt-oss-20b',
    engines: ['gpt-oss'],
    isBursting: false,
    kind: 'sglang',
    maxRunning: 16,
    kvCapacityTokens: 131_072,
    contextTokens: 65_536,
    tokensPerSecond: 130,
  },
  {
    model: 'gemma-3-4b',
    upstream: 'hosted_vllm/google/gemma-3-4b',
    engines: ['gemma'],
    isBursting: false,
    kind: 'llamacpp',
    maxRunning: 4,
    kvCapacityTokens: 65_536,
    contextTokens: 16_384,
    prefillTokensPerSecond: 4000,
    tokensPerSecond: 90,
  },
]
