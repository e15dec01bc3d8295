import { defineEngine } from './adapter.ts'
import { beside, firstOf, total } from './counter.ts'
import { familyOf } from './family.ts'
import { averaged, productOf, summed } from './gauge.ts'
import { readTable } from './read-table.ts'
import { histogram } from './timing.ts'

const prefixes = ['trtllm_', 'trtllm:']
const own = (name: string) => familyOf(prefixes, name)
const all = (name: string) => ({ family: own(name) })
const cached = own('prompt_cached_tokens_total')
const reused = all('kv_cache_reused_blocks_total')

/** `trtllm-serve`. Its `/metrics` is JSON, and emptied by whoever reads it. Before 1.3 it counted no tokens. */
export const trtllm = defineEngine({
  kind: 'trtllm',
  path: '/prometheus/metrics',
  option: null,
  asks: [],
  read: readTable({
    prefixes,
    rankLabel: null,
    running: summed(all('num_requests_running')),
    waiting: summed(all('num_requests_waiting')),
    kvCacheRatio: averaged(all('kv_cache_utilization')),
    kvCacheBasis: 'used',
    kvCapacityTokens: productOf(
      averaged(all('kv_cache_max_blocks')),
      averaged(all('kv_cache_tokens_per_block')),
    ),
    counters: {
      promptTokens: total(all('prompt_tokens_total')),
      cachedPromptTokens: total({ family: cached }),
      generationTokens: total(all('generation_tokens_total')),
      finished: total({
        family: own('request_success_total'),
        where: (labels) => ['stop', 'length'].includes(labels.get('finished_reason') ?? 'stop'),
      }),
      failed: total(all('request_error_total')),
      prefixHits: firstOf(total({ family: cached }), total(reused)),
      prefixQueries: firstOf(
        beside(cached, total(all('prompt_tokens_total'))),
        total(reused, all('kv_cache_missed_blocks_total')),
      ),
      draftTokens: total(all('spec_decode_num_draft_tokens_total')),
      acceptedTokens: total(all('spec_decode_num_accepted_tokens_total')),
    },
    latencies: {
      ttft: histogram(own('time_to_first_token_seconds')),
      tpot: histogram(own('time_per_output_token_seconds')),
      e2e: histogram(own('e2e_request_latency_seconds')),
      queue: histogram(own('request_queue_time_seconds')),
    },
    why: (figure) => (figure === 'spec_accept_ratio' ? 'needs_option' : 'not_in_this_version'),
  }),
})
