import type { Gpu, Gpus } from '@podium/contracts'
import { gpuEnergy, windowOf } from '@podium/inference-metrics'
import type { KnownGpu } from '../../domain/inference/known.ts'
import type { Facts } from './facts.ts'
import { goneGpus } from './gone-gpus.ts'
import { instantOf, instantOrNull, newestOf } from './instant.ts'

type Asked = { windowMs: number; window: string; gpu: readonly string[] }

/** All GPUs, or those that were asked for; `null` where one of these is nobody's. */
export function describeGpus(facts: Facts, asked: Asked): Gpus | null {
  const { known } = facts
  const gone = goneGpus(facts)
  const chosen = known.gpus.filter(
    ({ last: { gpu } }) => asked.gpu.length === 0 || asked.gpu.includes(gpu),
  )
  const there = new Set(chosen.map(({ last }) => last.gpu))
  if (asked.gpu.some((gpu) => !there.has(gpu))) return null
  const gpus = chosen.map((gpu) => describeGpu(gpu, facts, asked.windowMs, gone))
  return {
    as_of: newestOf(known.gpuSources),
    interval_seconds: known.watched.intervalMs / 1000,
    window: asked.window,
    sources: known.gpuSources.map(({ id, kind, state, reason, scrapedAt }) => ({
      ...{ id, kind, state, reason },
      scraped_at: instantOrNull(scrapedAt),
    })),
    gpus,
    totals: {
      gpus: gpus.filter((gpu) => !gpu.gone).length,
      power_watts: total(gpus, (gpu) => gpu.power_watts),
      energy_joules: total(gpus, (gpu) => gpu.energy_joules),
      idle_watts: total(gpus, (gpu) => gpu.idle_watts),
    },
  }
}

function describeGpu(
  { last, samples }: KnownGpu,
  { known, gpusOf, idleWatts }: Facts,
  windowMs: number,
  gone: ReadonlySet<string>,
): Gpu {
  const isGone = gone.has(last.gpu)
  const scrapes = samples.map(({ at }) => ({ at, isAfterGap: false, hasReset: false }))
  const window = isGone ? null : (windowOf(scrapes, windowMs)?.window ?? null)
  const energy = window === null ? null : gpuEnergy(samples, window)
  const users = known.engines.filter(({ id }) => gpusOf.get(id)?.gpus.includes(last.gpu))
  const now = <T>(value: T) => (isGone ? null : value)
  return {
    gpu: last.gpu,
    index: last.index,
    name: last.name,
    host: last.host,
    source: last.source,
    gone: isGone,
    seen_at: instantOf(last.at),
    utilization_ratio: now(last.utilizationRatio),
    memory_used_bytes: now(last.memoryUsedBytes),
    memory_total_bytes: now(last.memoryTotalBytes),
    power_watts: now(last.powerWatts),
    power_limit_watts: now(last.powerLimitWatts),
    temperature_celsius: now(last.temperatureCelsius),
    memory_temperature_celsius: now(last.memoryTemperatureCelsius),
    sm_clock_hertz: now(last.smClockHertz),
    window: window && {
      from: instantOf(window.from),
      to: instantOf(window.to),
      seconds: window.seconds,
      scrapes: window.scrapes,
    },
    energy_joules: energy?.state === 'ok' ? energy.joules : null,
    energy_source: energy?.state === 'ok' ? energy.source : null,
    idle_watts: now(idleWatts.get(last.gpu) ?? null),
    mig: (isGone ? [] : last.mig).map(
      ({ instance, profile, utilizationRatio, memoryUsedBytes }) => ({
        ...{ instance, profile },
        utilization_ratio: utilizationRatio,
        memory_used_bytes: memoryUsedBytes,
      }),
    ),
    engines: users.map(({ id }) => id),
    known_by: gpusOf.get(users[0]?.id ?? '')?.knownBy ?? null,
  }
}

function total(gpus: readonly Gpu[], of: (gpu: Gpu) => number | null): number | null {
  const values = gpus.flatMap((gpu) => of(gpu) ?? [])
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0)
}
