import { mergeGpus, type MergedGpu } from '@podium/inference-metrics'
import { freshSources } from '../../domain/inference/fresh.ts'
import type { KnownGpu, KnownGpuSource } from '../../domain/inference/known.ts'
import { keepHour } from './ring.ts'

/** More than a machine room has: what names itself anew with every answer must not fill the memory. */
const most = 1024

/** The GPUs after one more tick; `isNew` says whose answers it brought. */
export function rememberGpus(
  before: readonly KnownGpu[],
  sources: readonly KnownGpuSource[],
  {
    now,
    intervalMs,
    isNew,
  }: { now: number; intervalMs: number; isNew: (source: string) => boolean },
): KnownGpu[] {
  const known = new Map(before.map((gpu) => [gpu.last.gpu, gpu]))
  const answers = freshSources(sources, now, intervalMs)
  const order = mergeGpus(answers).map((gpu) => {
    const one = known.get(gpu.gpu)
    known.delete(gpu.gpu)
    return isNew(gpu.source) || one === undefined ? remember(one, gpu) : { ...one, last: gpu }
  })
  // Those that are gone stay, behind the others.
  return [...order, ...known.values()].slice(0, most)
}

function remember(before: KnownGpu | undefined, gpu: MergedGpu): KnownGpu {
  const { at, powerWatts, energyJoules, utilizationRatio, memoryUsedBytes, temperatureCelsius } =
    gpu
  const last = before?.samples.at(-1)
  const figures = { utilizationRatio, memoryUsedBytes, temperatureCelsius }
  const sample = { at, powerWatts, energyJoules, ...figures }
  const step = stepOf(last?.energyJoules, energyJoules)
  return {
    last: gpu,
    samples: keepHour(before?.samples ?? [], sample),
    total: step === null ? (before?.total ?? null) : (before?.total ?? 0) + step,
  }
}

/** A counter that fell has begun again: what was used before cannot be known. */
function stepOf(before: number | null | undefined, now: number | null): number | null {
  if (typeof before !== 'number' || now === null) return null
  return now < before ? null : now - before
}
