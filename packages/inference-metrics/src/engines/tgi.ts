import type { Labels } from '../exposition/exposition.ts'
import { defineEngine } from './adapter.ts'
import { total } from './counter.ts'
import { countAt, textAt } from './details.ts'
import { familyOf } from './family.ts'
import { ratioOf, summed } from './gauge.ts'
import { readTable } from './read-table.ts'
import { histogram } from './timing.ts'

const prefixes = ['tgi_']
const own = (name: string) => familyOf(prefixes, name)
const gauge = (name: string) => summed({ family: own(name) })
const isOverload = (labels: Labels) => labels.get('err') === 'overloaded'
const failures = own('request_failure')

export const tgi = defineEngine({
  kind: 'tgi',
  path: '/metrics',
  option: null,
  asks: [
    {
      path: '/info',
      read: (answer) => ({
        model: textAt(answer, 'model_id'),
        version: textAt(answer, 'version'),
        contextTokens: countAt(answer, 'max_total_tokens'),
      }),
    },
  ],
  read: readTable({
    prefixes,
    rankLabel: null,
    running: gauge('batch_current_size'),
    waiting: gauge('queue_size'),
    kvCacheRatio: ratioOf(gauge('batch_current_max_tokens'), gauge('batch_max_total_tokens')),
    kvCacheBasis: 'reserved',
    kvCapacityTokens: gauge('batch_max_total_tokens'),
    counters: {
      // It counts no tokens: the sums of its histograms are them, at the end of each request.
      promptTokens: total({ family: own('request_input_length_sum') }),
      generationTokens: total({ family: own('request_generated_tokens_sum') }),
      finished: total({ family: own('request_success') }),
      failed: total({ family: failures, where: (labels) => !isOverload(labels) }),
      rejected: total({ family: failures, where: isOverload }),
    },
    latencies: {
      tpot: histogram(own('request_mean_time_per_token_duration')),
      e2e: histogram(own('request_duration')),
      queue: histogram(own('request_queue_duration')),
    },
  }),
})
