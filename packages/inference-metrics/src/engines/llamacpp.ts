import { defineEngine } from './adapter.ts'
import { beside, total } from './counter.ts'
import { countAt, textAt } from './details.ts'
import { familyOf } from './family.ts'
import { averaged, summed } from './gauge.ts'
import { readTable } from './read-table.ts'
import { meanOf } from './timing.ts'

const prefixes = ['llamacpp:', 'llamacpp_']
const own = (name: string) => familyOf(prefixes, name)
const sum = (...names: readonly string[]) => total(...names.map((name) => ({ family: own(name) })))
const cached = own('prompt_tokens_cached_total')
/** Its prompt tokens are those that the cache did not have. */
const prompt = sum('prompt_tokens_total', 'prompt_tokens_cached_total')

export const llamacpp = defineEngine({
  kind: 'llamacpp',
  path: '/metrics',
  option: '--metrics',
  asks: [
    { path: '/v1/models', read: (answer) => ({ model: textAt(answer, 'data', 0, 'id') }) },
    {
      path: '/props',
      read: (answer) => {
        // What a slot holds is the limit of one request, and all slots together are the cache.
        const context = countAt(answer, 'default_generation_settings', 'n_ctx')
        const slots = countAt(answer, 'total_slots')
        const capacity = context === null || slots === null ? null : context * slots
        return { contextTokens: context, kvCapacityTokens: capacity }
      },
    },
  ],
  read: readTable({
    prefixes,
    rankLabel: null,
    running: summed({ family: own('requests_processing') }),
    waiting: summed({ family: own('requests_deferred') }),
    // Old servers only: it was taken out.
    kvCacheRatio: averaged({ family: own('kv_cache_usage_ratio') }),
    kvCacheBasis: 'used',
    counters: {
      promptTokens: prompt,
      cachedPromptTokens: total({ family: cached }),
      generationTokens: sum('tokens_predicted_total'),
      prefixHits: total({ family: cached }),
      prefixQueries: beside(cached, prompt),
      draftTokens: sum('spec_decode_num_draft_tokens_total'),
      acceptedTokens: sum('spec_decode_num_accepted_tokens_total'),
    },
    latencies: {
      tpot: meanOf(sum('tokens_predicted_seconds_total'), sum('tokens_predicted_total')),
    },
  }),
})
