import { createExposition, pythonNumber } from '../exposition/write-exposition.ts'
import type { Exposition, Labels } from '../exposition/write-exposition.ts'
import { classicText, listModel } from './kind.ts'
import type { EngineView, SimulatedKind } from './kind.ts'

const tokenBounds = [
  ...[0.002, 0.004, 0.006, 0.008, 0.01, 0.015, 0.02, 0.025, 0.03, 0.035, 0.04, 0.06, 0.08],
  ...[0.1, 0.2, 0.4, 0.6, 0.8, 1, 2, 4, 6, 8],
]
const firstTokenBounds = [
  ...[0.1, 0.2, 0.4, 0.6, 0.8, 1, 2, 4, 6, 8, 10, 20, 40, 60, 80, 100, 200, 400],
]

/** SGLang 0.5, or the older spelling with `_` and without its newer families. */
export const sglang: SimulatedKind = {
  path: '/metrics',
  versions: { new: '0.5.23', old: '0.4.9' },
  bounds: {
    ttft: firstTokenBounds,
    itl: tokenBounds,
    tpot: tokenBounds,
    e2e: [...firstTokenBounds, 600, 1200, 1800, 2400],
    queue: [
      ...[0, 0.001, 0.005, 0.01, 0.05, 0.1, 0.2, 0.5, 1, 2, 3, 4, 5, 10, 15, 20, 30, 40, 50],
      ...[60, 70, 80, 90, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000, 2000, 3000],
    ],
  },
  contentType: classicText,
  write: writeSglang,
  answers: {
    '/v1/models': (view) => listModel(view, 'sglang', { max_model_len: view.contextTokens }),
    '/get_server_info': ({ version, model }) => ({ version, model_path: model }),
    '/health': () => '',
  },
  off: { status: 404, body: { detail: 'Not Found' } },
}

function writeSglang(view: EngineView): string {
  const { totals, model, names } = view
  const out = createExposition(pythonNumber)
  const separator = names === 'new' ? ':' : '_'
  const own = (name: string) => `sglang${separator}${name}`
  const scheduler = { engine_type: 'unified', model_name: model, pp_rank: '0', tp_rank: '0' }
  const gauge = (name: string, value: number) => out.gauge(own(name), [scheduler, value])
  gauge('num_running_reqs', view.running)
  gauge('num_queue_reqs', view.waiting)
  gauge('token_usage', view.kvTokens / view.kvCapacityTokens)
  gauge('num_used_tokens', view.kvTokens)
  gauge('max_total_num_tokens', view.kvCapacityTokens)
  gauge('context_len', view.contextTokens)
  gauge('fwd_occupancy', NaN)
  // Looks like a bucket, and is a gauge.
  out.gauge(own('routing_key_all_req_count'), [{ ...scheduler, gt: '200', le: '+Inf' }, 0])
  out.counter(own('num_retracted_requests_total'), [scheduler, totals.preemptions])
  // All else is not there at all until somebody has asked for something.
  if (totals.promptTokens === 0) return out.text()
  writeRequests(out, own, view, scheduler)
  if (names === 'new') writeWork(out, own, view, scheduler)
  return out.text()
}

type Own = (name: string) => string

/** Counted when a request ends, and apart by whether it streams. */
function writeRequests(
  out: Exposition,
  own: Own,
  { totals, names, model }: EngineView,
  scheduler: Labels,
) {
  const { ttft, itl, tpot, e2e, queue } = totals.latencies
  const streams = { is_streaming: 'true', model_name: model }
  const whole = { is_streaming: 'false', model_name: model }
  const counter = (name: string, value: number) =>
    out.counter(
      own(`${name}_total`),
      [streams, value - Math.floor(value / 5)],
      [whole, Math.floor(value / 5)],
    )
  counter('prompt_tokens', totals.endedPromptTokens)
  counter('generation_tokens', totals.endedGenerationTokens)
  counter('num_requests', totals.stopped + totals.cutOff)
  out.counter(own('cached_tokens_total'), [
    { cache_source: 'device', model_name: model },
    totals.endedCachedPromptTokens,
  ])
  out.counter(own('num_aborted_requests_total'), [{ model_name: model }, totals.hungUp])
  out.histogram(own('time_to_first_token_seconds'), streams, ttft)
  out.histogram(own('inter_token_latency_seconds'), { model_name: model }, itl)
  if (names === 'new') out.histogram(own('request_time_per_output_token_seconds'), streams, tpot)
  out.histogram(own('e2e_request_latency_seconds'), streams, e2e)
  out.histogram(own('queue_time_seconds'), scheduler, queue)
}

/** Counted while it is done. */
function writeWork(out: Exposition, own: Own, { totals }: EngineView, scheduler: Labels): void {
  const computed = totals.promptTokens - totals.cachedPromptTokens
  const mode = (name: string) => ({ ...scheduler, mode: name })
  out.counter(
    own('realtime_tokens_total'),
    [mode('prefill_compute'), computed],
    [mode('prefill_cache'), totals.cachedPromptTokens],
    [mode('decode'), totals.generationTokens],
  )
  out.counter(
    own('prefill_effective_tokens_total'),
    [mode('input'), computed],
    [mode('device_hit'), totals.cachedPromptTokens],
    [mode('host_hit'), 0],
    [mode('storage_hit'), 0],
  )
  const answers = (status: string) => ({
    endpoint: '/v1/chat/completions',
    method: 'POST',
    status_code: status,
  })
  out.counter(
    own('http_responses_total'),
    [answers('200'), totals.stopped + totals.cutOff],
    [answers('400'), totals.refused],
    [answers('500'), totals.failed],
  )
  // Pictures, not tokens: they belong to no figure here.
  out.gauge(own('diffusion_num_queue_reqs'), [{ role: 'monolithic', replica: '0' }, 0])
}
