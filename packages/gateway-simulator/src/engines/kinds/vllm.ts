import { createExposition, pythonNumber } from '../exposition/write-exposition.ts'
import type { Exposition, Labels } from '../exposition/write-exposition.ts'
import { createDistribution } from '../state/distribution.ts'
import { firstTokenBounds, requestBounds, tokenBounds } from './bounds.ts'
import { listModel } from './kind.ts'
import type { EngineView, SimulatedKind } from './kind.ts'

const blockSize = 16

/** vLLM 0.32, or the names of 0.8. */
export const vllm: SimulatedKind = {
  path: '/metrics',
  versions: { new: '0.32.0', old: '0.8.5' },
  bounds: {
    ttft: firstTokenBounds,
    itl: tokenBounds,
    tpot: tokenBounds,
    e2e: requestBounds,
    queue: requestBounds,
  },
  contentType: 'text/plain; version=1.0.0; charset=utf-8',
  write: (view) => writeVllm('vllm', view, view.names === 'new'),
  answers: {
    '/version': ({ version }) => ({ version }),
    '/v1/models': (view) => listModel(view, 'vllm', { max_model_len: view.contextTokens }),
    '/health': () => '',
  },
}

/** Under the prefix of whoever took its metrics over; only vLLM itself counts whom it did not admit. */
export function writeVllm(prefix: string, view: EngineView, countsRejections: boolean): string {
  const out = createExposition(pythonNumber)
  const labels = { engine: '0', model_name: view.model }
  const own = (name: string) => `${prefix}:${name}`
  out.gauge('process_start_time_seconds', [{}, view.startedAtMs / 1000])
  writeGauges(out, own, labels, view)
  writeCounters(out, own, labels, view)
  writeLatencies(out, own, labels, view)
  if (countsRejections) {
    const { model_name } = labels
    out.counter(
      own('admission_rejections_total'),
      [{ model_name, reason: 'max_num_queued_reqs' }, view.totals.rejected],
      [{ model_name, reason: 'max_num_queued_tokens' }, 0],
    )
  }
  writeAnswers(out, view)
  return out.text()
}

type Own = (name: string) => string

function writeGauges(out: Exposition, own: Own, labels: Labels, view: EngineView): void {
  const kv = view.kvTokens / view.kvCapacityTokens
  out.gauge(own('num_requests_running'), [labels, view.running])
  out.gauge(own('num_requests_waiting'), [labels, view.waiting])
  if (view.names === 'old') {
    out.gauge(own('gpu_cache_usage_perc'), [labels, kv])
    return
  }
  out.gauge(
    own('num_requests_waiting_by_reason'),
    [{ ...labels, reason: 'capacity' }, view.waiting],
    [{ ...labels, reason: 'deferred' }, 0],
  )
  out.gauge(own('kv_cache_usage_perc'), [labels, kv])
  // It has no `model_name`, and many of its labels say nothing.
  out.gauge(own('cache_config_info'), [
    {
      block_size: String(blockSize),
      cache_dtype: 'auto',
      engine: '0',
      gpu_memory_utilization: '0.9',
      kv_cache_max_concurrency: String(view.kvCapacityTokens / view.contextTokens),
      kv_cache_memory_bytes: 'None',
      kv_cache_size_tokens: String(view.kvCapacityTokens),
      num_gpu_blocks: String(Math.floor(view.kvCapacityTokens / blockSize)),
      sliding_window: 'None',
    },
    1,
  ])
}

function writeCounters(out: Exposition, own: Own, labels: Labels, view: EngineView): void {
  const { totals, startedAtMs } = view
  const isOld = view.names === 'old'
  const counter = (name: string, value: number) => {
    out.counter(own(`${name}_total`), [labels, value])
    out.gauge(own(`${name}_created`), [labels, startedAtMs / 1000])
  }
  counter('prompt_tokens', totals.promptTokens)
  counter('generation_tokens', totals.generationTokens)
  counter('num_preemptions', totals.preemptions)
  counter(isOld ? 'gpu_prefix_cache_queries' : 'prefix_cache_queries', totals.promptTokens)
  counter(isOld ? 'gpu_prefix_cache_hits' : 'prefix_cache_hits', totals.cachedPromptTokens)
  // Whoever hangs up is never counted as `abort`.
  const ended: [reason: string, count: number][] = [
    ['stop', totals.stopped],
    ['length', totals.cutOff],
    ['abort', 0],
  ]
  if (!isOld) ended.push(['error', totals.failed], ['repetition', 0])
  out.counter(
    own('request_success_total'),
    ...ended.map(([reason, count]) => [{ ...labels, finished_reason: reason }, count] as const),
  )
  if (isOld) return
  const computed = totals.promptTokens - totals.cachedPromptTokens
  out.counter(
    own('prompt_tokens_by_source_total'),
    [{ ...labels, source: 'local_compute' }, computed],
    [{ ...labels, source: 'local_cache_hit' }, totals.cachedPromptTokens],
    [{ ...labels, source: 'external_kv_transfer' }, 0],
  )
  counter('prompt_tokens_cached', totals.cachedPromptTokens)
  // It is there, and moves only with an option.
  counter('estimated_flops_per_gpu', 0)
}

function writeLatencies(out: Exposition, own: Own, labels: Labels, { totals, names }: EngineView) {
  const { ttft, itl, tpot, e2e, queue } = totals.latencies
  const histogram = (name: string, distribution: typeof ttft) =>
    out.histogram(own(name), labels, distribution)
  histogram('time_to_first_token_seconds', ttft)
  if (names === 'old') histogram('time_per_output_token_seconds', itl)
  else {
    histogram('inter_token_latency_seconds', itl)
    histogram('request_time_per_output_token_seconds', tpot)
  }
  histogram('e2e_request_latency_seconds', e2e)
  histogram('request_queue_time_seconds', queue)
  histogram('request_prompt_tokens', totals.promptLengths)
  histogram('request_generation_tokens', totals.generationLengths)
  // A histogram whose name ends as that of a counter.
  const iterations = createDistribution([1, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192])
  iterations.counts[2] = totals.generationTokens
  iterations.sum = totals.promptTokens - totals.cachedPromptTokens + totals.generationTokens
  histogram('iteration_tokens_total', iterations)
}

/** A status is first counted when it is first answered; asking for the models counts too. */
function writeAnswers(out: Exposition, { totals }: EngineView): void {
  const answered = totals.stopped + totals.cutOff + totals.hungUp
  const counts: [handler: string, method: string, status: string, count: number][] = [
    ['/v1/chat/completions', 'POST', '2xx', answered],
    ['/v1/chat/completions', 'POST', '4xx', totals.refused],
    ['/v1/chat/completions', 'POST', '5xx', totals.failed + totals.rejected],
    ['/v1/models', 'GET', '4xx', 3],
  ]
  out.counter(
    'http_requests_total',
    ...counts
      .filter(([, , , count]) => count > 0)
      .map(([handler, method, status, count]) => [{ handler, method, status }, count] as const),
  )
}
