import { defineEngine } from './adapter.ts'
import { total } from './counter.ts'
import { familyOf } from './family.ts'
import { averaged, summed } from './gauge.ts'
import { readTable } from './read-table.ts'
import { histogram } from './timing.ts'

const prefixes = ['lmdeploy:', 'lmdeploy_']
const own = (name: string) => familyOf(prefixes, name)
const sum = (name: string) => total({ family: own(name) })

/** Its reasons are Python's names of an enum's members, with their class or without. */
const ended = (isMeant: (reason: string) => boolean) =>
  total({
    family: own('request_success_total'),
    where: (labels) => isMeant((labels.get('finished_reason') ?? '').replace('ResponseType.', '')),
  })

export const lmdeploy = defineEngine({
  kind: 'lmdeploy',
  path: '/metrics',
  option: null,
  asks: [],
  read: readTable({
    prefixes,
    rankLabel: 'engine',
    running: summed({ family: own('num_requests_running') }),
    waiting: summed({ family: own('num_requests_waiting') }),
    kvCacheRatio: averaged({ family: own('gpu_cache_usage_perc') }),
    kvCacheBasis: 'used',
    counters: {
      promptTokens: sum('prompt_tokens_total'),
      cachedPromptTokens: sum('cached_tokens_total'),
      generationTokens: sum('generation_tokens_total'),
      finished: ended((reason) => ['SUCCESS', 'FINISH'].includes(reason)),
      failed: ended((reason) => !['SUCCESS', 'FINISH', 'CANCEL'].includes(reason)),
      aborted: ended((reason) => reason === 'CANCEL'),
      prefixHits: sum('cached_tokens_total'),
      prefixQueries: sum('prompt_tokens_total'),
      draftTokens: sum('spec_decode_num_draft_tokens_total'),
      acceptedTokens: sum('spec_decode_num_accepted_tokens_total'),
    },
    latencies: {
      ttft: histogram(own('time_to_first_token_seconds')),
      itl: histogram(own('iter_token_latency')),
      tpot: histogram(own('time_per_output_token_seconds')),
      e2e: histogram(own('e2e_request_latency_seconds')),
      queue: histogram(own('request_queue_time_seconds')),
    },
  }),
})
