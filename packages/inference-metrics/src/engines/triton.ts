import type { Labels } from '../exposition/exposition.ts'
import { defineEngine } from './adapter.ts'
import { total } from './counter.ts'
import { familyOf } from './family.ts'
import { averaged, firstGauge, productOf, ratioOf, summed } from './gauge.ts'
import { readTable } from './read-table.ts'
import { histogramIn, meanOf } from './timing.ts'

const own = (name: string) => familyOf(['nv_inference_'], name)
const requests = familyOf(['nv_trt_llm_'], 'request_metrics')
const blocks = familyOf(['nv_trt_llm_'], 'kv_cache_block_metrics')

const has = (label: string, value: string) => (labels: Labels) => labels.get(label) === value
const requestsOf = (type: string) => ({ family: requests, where: has('request_type', type) })
const blocksOf = (type: string) => ({ family: blocks, where: has('kv_cache_block_type', type) })

const success = total({ family: own('request_success') })
const failed = (...reasons: readonly string[]) =>
  total({
    family: own('request_failure'),
    where: (labels) => reasons.includes(labels.get('reason') ?? ''),
  })
const microseconds = 1e-6
const milliseconds = 1e-3

/** With the TensorRT-LLM backend. It counts no tokens. */
export const triton = defineEngine({
  kind: 'triton',
  path: '/metrics',
  option: null,
  asks: [],
  read: readTable({
    prefixes: ['nv_inference_', 'nv_trt_llm_'],
    rankLabel: null,
    running: summed(requestsOf('active')),
    waiting: summed(requestsOf('waiting'), { family: own('pending_request_count') }),
    kvCacheRatio: firstGauge(
      averaged(blocksOf('fraction')),
      ratioOf(summed(blocksOf('used')), summed(blocksOf('max'))),
    ),
    kvCacheBasis: 'used',
    kvCapacityTokens: productOf(averaged(blocksOf('max')), averaged(blocksOf('tokens_per'))),
    counters: {
      finished: success,
      failed: failed('BACKEND', 'OTHER'),
      aborted: failed('CANCELED'),
      rejected: failed('REJECTED'),
    },
    latencies: {
      ttft: histogramIn(milliseconds, own('first_response_histogram_ms')),
      e2e: meanOf(total({ family: own('request_duration_us') }), success, microseconds),
      queue: meanOf(total({ family: own('queue_duration_us') }), success, microseconds),
    },
    why: (figure) => (figure === 'ttft_seconds' ? 'needs_option' : 'not_in_this_version'),
  }),
})
