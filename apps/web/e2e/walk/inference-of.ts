import type { Gpus, Inference } from '@podium/contracts'
import {
  gpusWith,
  gpuWith,
  inferenceWith,
  loadWith,
  modelWith,
} from '../../test/support/inference.ts'
import { gpuSeriesOf, seriesOf } from '../../test/support/inference-over-time.ts'

const minute = 60_000

/** What the server says of engines and GPUs; `undefined` is nothing of them. */
export function inferenceAnswer(path: string, url: URL, now: number): unknown {
  const inference = inferenceAt(now)
  switch (path) {
    case '/inference':
      return inference
    case '/inference/series':
      return seriesOf(
        url.searchParams.getAll('metric'),
        inference.models.map(({ model }) => model),
      )
    case '/inference/load':
      return loadWith()
    case '/gpus':
      return gpusAt(now)
    case '/gpus/series':
      return gpuSeriesOf(gpusAt(now).gpus.map(({ gpu }) => gpu))
    default:
      return undefined
  }
}

export function inferenceAt(now: number, other: Partial<Inference> = {}): Inference {
  const full = modelWith()
  const since = new Date(now - 3 * minute).toISOString()
  return inferenceWith({
    as_of: new Date(now).toISOString(),
    models: [
      { ...full, verdict: { ...full.verdict, since } },
      {
        ...full,
        model: 'meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8-with-a-name-that-does-not-end',
        verdict: { ...full.verdict, state: 'fine', reason: null, since, advice: ['nothing'] },
        energy: { ...full.energy, state: 'gpu_shared' },
      },
    ],
    ...other,
  })
}

export function gpusAt(now: number, count = 3): Gpus {
  const seen_at = new Date(now).toISOString()
  const some = Array.from({ length: count }, (_, index) => gpuWith(index, { seen_at }))
  const gone = gpuWith(count, {
    gone: true,
    seen_at: new Date(now - 9 * minute).toISOString(),
    utilization_ratio: null,
    memory_used_bytes: null,
    power_watts: null,
    temperature_celsius: null,
    energy_joules: null,
    engines: [],
    known_by: null,
  })
  return { ...gpusWith([...some, gone]), as_of: seen_at }
}
