import { createExposition } from '../exposition/write-exposition.ts'
import type { Exposition } from '../exposition/write-exposition.ts'
import { classicText } from './kind.ts'
import type { EngineView, SimulatedKind } from './kind.ts'

const firstResponseBounds = [0.1, 0.5, 2, 5]
const [microsecond, millisecond] = [1e-6, 1e-3]
const blockTokens = 64
const mebibyte = 1_048_576

/** Triton with the TensorRT-LLM backend; the new one has its histogram of first responses switched on. */
export const triton: SimulatedKind = {
  path: '/metrics',
  versions: { new: '2.62.0', old: '2.44.0' },
  bounds: { ttft: firstResponseBounds, itl: [1], tpot: [1], e2e: [1], queue: [1] },
  contentType: classicText,
  write: writeTriton,
  answers: { '/v2': ({ version }) => ({ name: 'triton', version }) },
}

function writeTriton(view: EngineView): string {
  const { totals, model } = view
  const { ttft, e2e, queue } = totals.latencies
  const labels = { model, version: '1' }
  const out = createExposition()
  const succeeded = totals.stopped + totals.cutOff
  out.counter('nv_inference_request_success', [labels, succeeded])
  out.counter(
    'nv_inference_request_failure',
    [{ ...labels, reason: 'REJECTED' }, totals.rejected],
    [{ ...labels, reason: 'CANCELED' }, totals.hungUp],
    [{ ...labels, reason: 'BACKEND' }, totals.failed],
    [{ ...labels, reason: 'OTHER' }, 0],
  )
  out.counter('nv_inference_request_duration_us', [labels, Math.round(e2e.sum / microsecond)])
  out.counter('nv_inference_queue_duration_us', [labels, Math.round(queue.sum / microsecond)])
  out.gauge('nv_inference_pending_request_count', [labels, view.waiting])
  if (view.names === 'new') {
    out.histogram('nv_inference_first_response_histogram_ms', labels, ttft, millisecond)
  }
  writeBackend(out, view)
  writeGpus(out, view)
  return out.text()
}

function writeBackend(out: Exposition, { model, running, waiting, ...view }: EngineView): void {
  const requests = (type: string) => ({ model, request_type: type, version: '1' })
  out.gauge(
    'nv_trt_llm_request_metrics',
    [requests('waiting'), waiting],
    [requests('scheduled'), running],
    [requests('active'), running],
    [requests('max'), view.maxRunning],
  )
  const blocks = (type: string) => ({ kv_cache_block_type: type, model, version: '1' })
  out.gauge(
    'nv_trt_llm_kv_cache_block_metrics',
    [blocks('fraction'), view.kvTokens / view.kvCapacityTokens],
    [blocks('tokens_per'), blockTokens],
    [blocks('used'), Math.ceil(view.kvTokens / blockTokens)],
    [blocks('max'), Math.floor(view.kvCapacityTokens / blockTokens)],
  )
}

/** Its energy is joules, and its memory bytes. */
function writeGpus(out: Exposition, { gpus }: EngineView): void {
  const gauge = (name: string, value: (gpu: EngineView['gpus'][number]) => number) =>
    out.gauge(name, ...gpus.map((gpu) => [{ gpu_uuid: gpu.uuid }, value(gpu)] as const))
  gauge('nv_gpu_utilization', ({ utilizationRatio }) => utilizationRatio)
  gauge('nv_gpu_memory_total_bytes', ({ memoryTotalMib }) => memoryTotalMib * mebibyte)
  gauge('nv_gpu_memory_used_bytes', ({ memoryUsedMib }) => memoryUsedMib * mebibyte)
  gauge('nv_gpu_power_usage', ({ powerWatts }) => powerWatts)
  gauge('nv_gpu_power_limit', ({ limitWatts }) => limitWatts)
  out.counter(
    'nv_energy_consumption',
    ...gpus.map((gpu) => [{ gpu_uuid: gpu.uuid }, gpu.energyJoules] as const),
  )
}
