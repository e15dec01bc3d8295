import { createExposition } from '../exposition/write-exposition.ts'

import type { EngineView, SimulatedKind } from './kind.ts'

const geometric = Array.from({ length: 35 }, (_, at) => 0.00015 * 1.5 ** at)

/** Hugging Face's text-generation-inference: no names of models, no `_total`, no first tokens. */
export const tgi: SimulatedKind = {
  path: '/metrics',
  versions: { new: '3.3.5', old: '2.4.1' },
  bounds: { ttft: [1], itl: [1], tpot: geometric, e2e: geometric, queue: geometric },
  contentType: 'text/plain; charset=utf-8',
  write: writeTgi,
  answers: {
    '/info': ({ model, version, contextTokens }) => ({
      model_id: model,
      version,
      router: 'text-generation-router',
      max_input_tokens: contextTokens - 1,
      max_total_tokens: contextTokens,
    }),
    '/health': () => '',
  },
}

function writeTgi(view: EngineView): string {
  const { totals } = view
  const { tpot, e2e, queue } = totals.latencies
  const out = createExposition()
  const succeeded = totals.stopped + totals.cutOff
  const failed = totals.failed + totals.refused + totals.rejected
  out.counter('tgi_request_count', [{}, succeeded + failed + totals.hungUp])
  out.counter('tgi_request_success', [{}, succeeded])
  out.counter(
    'tgi_request_failure',
    [{ err: 'overloaded' }, totals.rejected],
    [{ err: 'validation' }, totals.refused],
    [{ err: 'generation' }, totals.failed],
  )
  out.gauge('tgi_batch_current_size', [{}, view.running])
  out.gauge('tgi_queue_size', [{}, view.waiting])
  out.gauge('tgi_batch_current_max_tokens', [{}, view.reservedTokens])
  out.gauge('tgi_batch_max_total_tokens', [{}, view.kvCapacityTokens])
  out.histogram('tgi_request_duration', {}, e2e)
  out.histogram('tgi_request_queue_duration', {}, queue)
  out.histogram('tgi_request_mean_time_per_token_duration', {}, tpot)
  out.histogram('tgi_request_input_length', {}, totals.promptLengths)
  out.histogram('tgi_request_generated_tokens', {}, totals.generationLengths)
  return out.text()
}
