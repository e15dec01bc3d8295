import { createInferenceState } from '../apps/api/src/collect/inference/inference-state.ts'
import { watchedOf } from '../apps/api/src/collect/inference/watched-of.ts'
import { parseConfig } from '../apps/api/src/config.ts'
import type { InferenceView } from '../apps/api/src/domain/inference/known.ts'
import {
  followEngine,
  parseExposition,
  readEngine,
  readGpus,
  type EngineState,
} from '../packages/inference-metrics/src/index.ts'

const seconds = 5
const steps = 24

/** A vLLM and its GPU, scraped for two minutes up to `end`. */
export function exampleEngines(end: number): InferenceView {
  const { inference } = parseConfig(
    {
      INFERENCE_URLS: 'gpu-01=http://127.0.0.1:8000',
      GPU_SOURCE: 'dcgm=http://127.0.0.1:9400',
      ENGINE_GPUS: 'gpu-01=dcgm:0',
      ENERGY_PRICE_USD_PER_KWH: '0.3',
      GRID_GRAMS_CO2_PER_KWH: 'DEU',
      PUE: '1.2',
    },
    () => '',
  )
  const gpuTargets = inference.gpus === 'auto' ? [] : inference.gpus
  const state = createInferenceState(watchedOf(inference, gpuTargets), {
    scraped: () => undefined,
    source: () => undefined,
  })
  let followed: EngineState | null = null
  for (let step = 0; step <= steps; step += 1) {
    const at = end - (steps - step) * seconds * 1000
    const read = readEngine(engineText(step))
    const parsed = parseExposition(gpuText(step))
    const gpus = parsed.ok ? readGpus(parsed.exposition) : null
    if (!read.ok || gpus === null) throw new Error('An example cannot be read')
    const options = { at, hasFailed: false, intervalMs: inference.intervalMs }
    const next = followEngine(followed, read.reading, options)
    followed = next.state
    const models = read.reading.models.flatMap((model) => {
      const sample = next.samples.get(model.model)
      return sample === undefined ? [] : [{ ...model, sample }]
    })
    const { startedAt, restartedAt } = next.state
    const good = { kind: read.reading.kind, version: '0.32.0', startedAt, restartedAt, models }
    const asked = { at, reason: null, nextAt: at + seconds * 1000 }
    state.apply({
      kind: 'scraped',
      tick: {
        at,
        engines: [{ ...asked, id: 'gpu-01', option: null, good: { ...good, gpus: null } }],
        gpus: [{ ...asked, id: 'dcgm', good: gpus }],
      },
    })
  }
  return state
}

function engineText(step: number): string {
  const of = 'engine="0",model_name="qwen3-32b"'
  const requests = step * 12
  const histogram = (name: string, ends: readonly (readonly [string, number])[], mean: number) => [
    ...ends.map(([end, share]) => `vllm:${name}_bucket{${of},le="${end}"} ${requests * share}`),
    `vllm:${name}_sum{${of}} ${requests * mean}`,
    `vllm:${name}_count{${of}} ${requests}`,
  ]
  const lines = [
    `vllm:num_requests_running{${of}} 8`,
    `vllm:num_requests_waiting{${of}} 0`,
    `vllm:kv_cache_usage_perc{${of}} 0.42`,
    `vllm:prompt_tokens_total{${of}} ${requests * 2000}`,
    `vllm:prompt_tokens_cached_total{${of}} ${requests * 500}`,
    `vllm:generation_tokens_total{${of}} ${requests * 400}`,
    `vllm:request_success_total{${of},finished_reason="stop"} ${requests}`,
    ...histogram(
      'time_to_first_token_seconds',
      [
        ['0.25', 0.5],
        ['0.5', 1],
        ['+Inf', 1],
      ],
      0.24,
    ),
    ...histogram(
      'inter_token_latency_seconds',
      [
        ['0.025', 0.75],
        ['0.05', 1],
        ['+Inf', 1],
      ],
      0.02,
    ),
    ...histogram(
      'request_queue_time_seconds',
      [
        ['0.3', 1],
        ['+Inf', 1],
      ],
      0.0001,
    ),
  ]
  return `${lines.join('\n')}\n`
}

function gpuText(step: number): string {
  const of =
    'gpu="0",UUID="GPU-8d1b2f4e-0000-4000-8000-000000000001",modelName="NVIDIA H100 80GB HBM3",Hostname="gpu-node-1"'
  const lines = [
    `DCGM_FI_DEV_GPU_UTIL{${of}} 97`,
    `DCGM_FI_DEV_FB_USED{${of}} 72368`,
    `DCGM_FI_DEV_FB_FREE{${of}} 9188`,
    `DCGM_FI_DEV_POWER_USAGE{${of}} 412.8`,
    `DCGM_FI_DEV_GPU_TEMP{${of}} 51`,
    `DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION{${of}} ${7_000_000 + step * seconds * 412_800}`,
  ]
  return `${lines.join('\n')}\n`
}
