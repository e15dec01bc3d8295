import type { CounterName, LatencyName } from '../counters/names.ts'

/** The figures of an engine as they are called outside, beside the name of what they are made from. */
export const gaugeFigures = [
  ['running', 'running'],
  ['waiting', 'waiting'],
  ['kv_cache_ratio', 'kvCacheRatio'],
] as const

/** A ratio of two counters is looked for under its numerator. */
export const counterFigures = [
  ['prompt_tokens', 'promptTokens'],
  ['cached_prompt_tokens', 'cachedPromptTokens'],
  ['generation_tokens', 'generationTokens'],
  ['requests_finished', 'finished'],
  ['requests_failed', 'failed'],
  ['requests_aborted', 'aborted'],
  ['requests_rejected', 'rejected'],
  ['requests_refused', 'refused'],
  ['preemptions', 'preemptions'],
  ['prefix_hit_ratio', 'prefixHits'],
  ['spec_accept_ratio', 'acceptedTokens'],
] as const satisfies readonly (readonly [string, CounterName])[]

export const latencyFigures = [
  ['ttft_seconds', 'ttft'],
  ['itl_seconds', 'itl'],
  ['tpot_seconds', 'tpot'],
  ['e2e_seconds', 'e2e'],
  ['queue_seconds', 'queue'],
] as const satisfies readonly (readonly [string, LatencyName])[]

export type FigureName =
  | (typeof gaugeFigures)[number][0]
  | (typeof counterFigures)[number][0]
  | (typeof latencyFigures)[number][0]

export const allFigures: readonly FigureName[] = [
  ...gaugeFigures,
  ...counterFigures,
  ...latencyFigures,
].map(([figure]) => figure)
