import { createExposition, pythonNumber } from '../exposition/write-exposition.ts'
import { firstTokenBounds, requestBounds, tokenBounds } from './bounds.ts'
import { classicText, listModel } from './kind.ts'
import type { EngineView, SimulatedKind } from './kind.ts'

const blockTokens = 32

/** `trtllm-serve` 1.3; before it there were no counters of tokens. Its `/metrics` is JSON. */
export const trtllm: SimulatedKind = {
  path: '/prometheus/metrics',
  versions: { new: '1.3.0', old: '1.1.0' },
  bounds: {
    ttft: firstTokenBounds,
    itl: [1],
    tpot: tokenBounds,
    e2e: requestBounds,
    queue: requestBounds,
  },
  contentType: classicText,
  write: writeTrtllm,
  answers: {
    '/metrics': () => [],
    '/version': ({ version }) => ({ version }),
    '/v1/models': (view) => listModel(view, 'tensorrt_llm'),
  },
}

function writeTrtllm(view: EngineView): string {
  const { totals, names } = view
  const { ttft, tpot, e2e, queue } = totals.latencies
  const isNew = names === 'new'
  const labels = {
    engine_type: isNew ? 'pytorch' : 'undefined',
    model_name: isNew ? view.model : 'undefined',
  }
  const out = createExposition(pythonNumber)
  const gauge = (name: string, value: number) => out.gauge(`trtllm_${name}`, [labels, value])
  const counter = (name: string, value: number) => out.counter(`trtllm_${name}`, [labels, value])
  const histogram = (name: string, distribution: typeof ttft) =>
    out.histogram(`trtllm_${name}`, labels, distribution)
  out.counter(
    'trtllm_request_success_total',
    [{ ...labels, finished_reason: 'stop' }, totals.stopped],
    [{ ...labels, finished_reason: 'length' }, totals.cutOff],
  )
  histogram('time_to_first_token_seconds', ttft)
  histogram('time_per_output_token_seconds', tpot)
  histogram('e2e_request_latency_seconds', e2e)
  histogram('request_queue_time_seconds', queue)
  if (!isNew) return out.text()
  gauge('num_requests_running', view.running)
  gauge('num_requests_waiting', view.waiting)
  gauge('kv_cache_utilization', view.kvTokens / view.kvCapacityTokens)
  gauge('kv_cache_max_blocks', Math.floor(view.kvCapacityTokens / blockTokens))
  gauge('kv_cache_tokens_per_block', blockTokens)
  counter('prompt_tokens_total', totals.promptTokens)
  counter('prompt_cached_tokens_total', totals.cachedPromptTokens)
  counter('generation_tokens_total', totals.generationTokens)
  counter('request_error_total', totals.failed)
  return out.text()
}
