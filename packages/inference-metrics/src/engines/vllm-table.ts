import type { Table } from './adapter.ts'
import { beside, firstOf, total, type Counter } from './counter.ts'
import { familyOf, type Family } from './family.ts'
import { averaged, fromLabels, summed } from './gauge.ts'
import { answersWith } from './http-answers.ts'
import { histogram } from './timing.ts'
import { capacityOf, contextOf } from './vllm-cache-config.ts'
import type { OfCounters } from '../counters/names.ts'

/** Of the library in front of it, which has no prefix. */
const answers = {
  family: familyOf([''], 'http_requests_total'),
  path: 'handler',
  status: 'status',
}

/** vLLM's families, of 0.8 to 0.33, under the prefix of whoever took them over. */
export function vllmTable(prefixes: readonly string[]): Table {
  const own = (name: string) => familyOf(prefixes, name)
  return {
    prefixes,
    rankLabel: 'engine',
    running: summed({ family: own('num_requests_running') }),
    waiting: summed({ family: own('num_requests_waiting') }),
    kvCacheRatio: averaged(
      { family: own('kv_cache_usage_perc') },
      { family: own('gpu_cache_usage_perc') },
    ),
    kvCacheBasis: 'used',
    contextTokens: fromLabels(own('cache_config_info'), contextOf, 'mean'),
    kvCapacityTokens: fromLabels(own('cache_config_info'), capacityOf, 'sum'),
    counters: countersOf(own),
    latencies: {
      ttft: histogram(own('time_to_first_token_seconds')),
      // Until 0.12 it was called after what it is not.
      itl: histogram(own('inter_token_latency_seconds'), own('time_per_output_token_seconds')),
      tpot: histogram(own('request_time_per_output_token_seconds')),
      e2e: histogram(own('e2e_request_latency_seconds')),
      queue: histogram(own('request_queue_time_seconds')),
    },
    // Its own reason `abort` stays 0.
    estimatesAborted: true,
    why: (figure) => (figure === 'spec_accept_ratio' ? 'needs_option' : 'not_in_this_version'),
  }
}

function countersOf(own: (name: string) => Family): Partial<OfCounters<Counter>> {
  const sum = (name: string) => total({ family: own(name) })
  const cached = own('prompt_tokens_cached_total')
  const finished = (...reasons: readonly string[]) =>
    total({
      family: own('request_success_total'),
      where: (labels) => reasons.includes(labels.get('finished_reason') ?? ''),
    })
  return {
    promptTokens: sum('prompt_tokens_total'),
    cachedPromptTokens: total({ family: cached }),
    generationTokens: sum('generation_tokens_total'),
    finished: finished('stop', 'length', 'repetition'),
    failed: finished('error'),
    rejected: sum('admission_rejections_total'),
    refused: answersWith('4', answers),
    preemptions: sum('num_preemptions_total'),
    prefixHits: firstOf(
      total({ family: cached }),
      sum('prefix_cache_hits_total'),
      sum('gpu_prefix_cache_hits_total'),
    ),
    prefixQueries: firstOf(
      beside(cached, sum('prompt_tokens_total')),
      sum('prefix_cache_queries_total'),
      sum('gpu_prefix_cache_queries_total'),
    ),
    draftTokens: sum('spec_decode_num_draft_tokens_total'),
    acceptedTokens: sum('spec_decode_num_accepted_tokens_total'),
  }
}
