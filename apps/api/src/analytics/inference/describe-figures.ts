import type { InferenceFigures } from '@podium/contracts'
import type { Figures, Latency } from '@podium/inference-metrics'

export function describeFigures(figures: Figures): InferenceFigures {
  return {
    running: figures.running,
    waiting: figures.waiting,
    kv_cache_ratio: figures.kvCacheRatio,
    kv_cache_basis: figures.kvCacheBasis,
    prompt_tokens: figures.promptTokens,
    cached_prompt_tokens: figures.cachedPromptTokens,
    generation_tokens: figures.generationTokens,
    prompt_tokens_per_second: figures.promptTokensPerSecond,
    generation_tokens_per_second: figures.generationTokensPerSecond,
    requests: figures.requests,
    preemptions: figures.preemptions,
    prefix_hit_ratio: figures.prefixHitRatio,
    spec_accept_ratio: figures.specAcceptRatio,
    ttft_seconds: plain(figures.ttftSeconds),
    itl_seconds: plain(figures.itlSeconds),
    tpot_seconds: plain(figures.tpotSeconds),
    e2e_seconds: plain(figures.e2eSeconds),
    queue_seconds: plain(figures.queueSeconds),
  }
}

function plain(latency: Latency | null): InferenceFigures['ttft_seconds'] {
  return latency
}
