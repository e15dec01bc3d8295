import type { Labels } from '../exposition/exposition.ts'
import { defineEngine, type Table } from './adapter.ts'
import { beside, firstOf, total } from './counter.ts'
import { familyOf, samplesOf } from './family.ts'
import type { FigureName } from './figure-names.ts'
import { averaged, summed } from './gauge.ts'
import { answersWith } from './http-answers.ts'
import { readTable } from './read-table.ts'
import { firstRanks } from './sglang-ranks.ts'
import { histogram } from './timing.ts'

const prefixes = ['sglang:', 'sglang_']
const own = (name: string) => familyOf(prefixes, name)
const sum = (name: string) => total({ family: own(name) })

/** With priority scheduling the series without a priority is the total. */
const gauge = (name: string) => ({
  family: own(name),
  where: (labels: Labels) => (labels.get('priority') ?? '') === '',
})

const prefill = own('prefill_effective_tokens_total')
const cached = own('cached_tokens_total')
const requests = own('num_requests_total')
const answers = { family: own('http_responses_total'), path: 'endpoint', status: 'status_code' }

/** Tokens of some modes of work: counted while they are made, not when their request ends. */
const made = (...modes: readonly string[]) =>
  total({
    family: own('realtime_tokens_total'),
    where: (labels) => modes.includes(labels.get('mode') ?? ''),
  })

const table: Table = {
  prefixes,
  rankLabel: 'dp_rank',
  running: summed(gauge('num_running_reqs')),
  waiting: summed(gauge('num_queue_reqs')),
  kvCacheRatio: averaged(gauge('token_usage')),
  kvCacheBasis: 'used',
  contextTokens: averaged(gauge('context_len')),
  kvCapacityTokens: summed(gauge('max_total_num_tokens')),
  counters: {
    promptTokens: firstOf(made('prefill_compute', 'prefill_cache'), sum('prompt_tokens_total')),
    cachedPromptTokens: firstOf(made('prefill_cache'), total({ family: cached })),
    generationTokens: firstOf(made('decode'), sum('generation_tokens_total')),
    finished: total({ family: requests }),
    failed: answersWith('5', answers),
    aborted: sum('num_aborted_requests_total'),
    refused: answersWith('4', answers),
    preemptions: sum('num_retracted_requests_total'),
    prefixHits: firstOf(
      total({ family: prefill, where: (labels) => labels.get('mode')?.endsWith('_hit') === true }),
      total({ family: cached }),
    ),
    prefixQueries: firstOf(total({ family: prefill }), beside(cached, sum('prompt_tokens_total'))),
  },
  latencies: {
    ttft: histogram(own('time_to_first_token_seconds')),
    itl: histogram(own('inter_token_latency_seconds')),
    tpot: histogram(own('request_time_per_output_token_seconds')),
    e2e: histogram(own('e2e_request_latency_seconds')),
    queue: histogram(own('queue_time_seconds')),
  },
  // Most of its families are not there at all until somebody asks.
  why: (figure, exposition) =>
    isOfRequests(figure) && samplesOf(exposition, { family: requests }) === null
      ? 'after_first_request'
      : 'not_in_this_version',
}

function isOfRequests(figure: FigureName): boolean {
  return !['running', 'waiting', 'kv_cache_ratio'].includes(figure)
}

const read = readTable(table)

export const sglang = defineEngine({
  kind: 'sglang',
  path: '/metrics',
  option: '--enable-metrics',
  asks: [],
  read: ({ text, exposition }) => read({ text, exposition: firstRanks(exposition) }),
})
