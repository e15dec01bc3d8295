import { createExposition, pythonNumber } from '../exposition/write-exposition.ts'
import { fineTokenBounds, firstTokenBounds, requestBounds } from './bounds.ts'
import { classicText, listModel } from './kind.ts'
import type { EngineView, SimulatedKind } from './kind.ts'

/** LMDeploy: reasons are Python's names of an enum's members, with their class in newer releases. */
export const lmdeploy: SimulatedKind = {
  path: '/metrics',
  versions: { new: '0.18.0', old: '0.9.2' },
  bounds: {
    ttft: firstTokenBounds,
    itl: fineTokenBounds,
    tpot: fineTokenBounds,
    e2e: requestBounds,
    queue: requestBounds,
  },
  contentType: classicText,
  write: writeLmdeploy,
  answers: { '/v1/models': (view) => listModel(view, 'lmdeploy'), '/health': () => '' },
}

function writeLmdeploy(view: EngineView): string {
  const { totals } = view
  const { ttft, itl, tpot, e2e, queue } = totals.latencies
  const labels = { engine: '0', model_name: view.model }
  const out = createExposition(pythonNumber)
  const gauge = (name: string, value: number) => out.gauge(`lmdeploy:${name}`, [labels, value])
  const counter = (name: string, value: number) =>
    out.counter(`lmdeploy:${name}_total`, [labels, value])
  const histogram = (name: string, distribution: typeof ttft) =>
    out.histogram(`lmdeploy:${name}`, labels, distribution)
  out.gauge('process_start_time_seconds', [{}, view.startedAtMs / 1000])
  gauge('num_requests_running', view.running)
  gauge('num_requests_waiting', view.waiting)
  gauge('gpu_cache_usage_perc', view.kvTokens / view.kvCapacityTokens)
  gauge('num_requests_succeeded', totals.stopped + totals.cutOff)
  counter('prompt_tokens', totals.promptTokens)
  counter('generation_tokens', totals.generationTokens)
  counter('cached_tokens', totals.cachedPromptTokens)
  const ended: [reason: string, count: number][] = [
    ['SUCCESS', totals.stopped],
    ['FINISH', totals.cutOff],
    ['CANCEL', totals.hungUp],
    ['INTERNAL_ENGINE_ERROR', totals.failed],
    ['OUT_OF_MEMORY', 0],
  ]
  const scope = view.names === 'new' ? 'ResponseType.' : ''
  out.counter(
    'lmdeploy:request_success_total',
    ...ended.map(
      ([reason, count]) => [{ ...labels, finished_reason: scope + reason }, count] as const,
    ),
  )
  histogram('time_to_first_token_seconds', ttft)
  histogram('iter_token_latency', itl)
  histogram('time_per_output_token_seconds', tpot)
  histogram('e2e_request_latency_seconds', e2e)
  histogram('request_queue_time_seconds', queue)
  return out.text()
}
