import { createExposition, sixDigits } from '../exposition/write-exposition.ts'
import { listModel } from './kind.ts'
import type { EngineView, SimulatedKind } from './kind.ts'

/** llama.cpp's server: six digits, no labels, no latencies; tokens come when a request ends. */
export const llamacpp: SimulatedKind = {
  path: '/metrics',
  versions: { new: 'b7210', old: 'b4600' },
  bounds: { ttft: [1], itl: [1], tpot: [1], e2e: [1], queue: [1] },
  contentType: 'text/plain; version=0.0.4',
  write: writeLlamacpp,
  answers: {
    '/v1/models': (view) =>
      listModel(view, 'llamacpp', { meta: { n_ctx: view.contextTokens, n_ctx_train: 131_072 } }),
    '/props': ({ model, contextTokens, maxRunning, version }) => ({
      default_generation_settings: { n_ctx: contextTokens },
      total_slots: maxRunning,
      model_alias: model,
      model_path: `/models/${model}.gguf`,
      endpoint_metrics: true,
      build_info: version,
    }),
    '/health': () => ({ status: 'ok' }),
  },
  off: {
    status: 501,
    body: {
      error: {
        code: 501,
        message: 'This server does not support metrics endpoint. Start it with `--metrics`',
        type: 'not_supported_error',
      },
    },
  },
}

function writeLlamacpp(view: EngineView): string {
  const { totals, names } = view
  const out = createExposition(sixDigits)
  const own = (name: string) => `llamacpp:${name}`
  const counter = (name: string, value: number) => out.counter(own(name), [{}, value])
  const gauge = (name: string, value: number) => out.gauge(own(name), [{}, value])
  counter('prompt_tokens_total', totals.promptTokens - totals.cachedPromptTokens)
  if (names === 'new') counter('prompt_tokens_cached_total', totals.cachedPromptTokens)
  counter('prompt_seconds_total', totals.prefillSeconds)
  counter('tokens_predicted_total', totals.endedGenerationTokens)
  counter('tokens_predicted_seconds_total', totals.decodeSeconds)
  counter('n_decode_total', totals.generationTokens)
  // A high-water mark that calls itself a counter.
  counter('n_tokens_max', Math.min(view.contextTokens, 4096))
  // The speed since anybody last looked, which is nobody's to use.
  gauge('prompt_tokens_seconds', 0)
  gauge('predicted_tokens_seconds', 0)
  if (names === 'old') gauge('kv_cache_usage_ratio', view.kvTokens / view.kvCapacityTokens)
  gauge('requests_processing', view.running)
  gauge('requests_deferred', view.waiting)
  return out.text()
}
