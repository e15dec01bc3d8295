import type { Span } from '../span.ts'
import { cutEngineSamples, cutGpuSamples } from './cut-samples.ts'
import type { KnownInference } from './known.ts'
import { notWritten, writtenUntil } from './not-written.ts'
import type { EngineSlice, GpuSlice, SliceWidth } from './slice.ts'

type Cutting = { seconds: number; width: SliceWidth }

type Slices = { engines: readonly EngineSlice[]; gpus: readonly GpuSlice[] }

/** What this process has seen itself in a span of the last hour, after what is in `written` already. */
export function cutKnown(
  { engines, gpus, watched }: KnownInference,
  span: Span,
  cutting: Cutting,
  written: Slices = { engines: [], gpus: [] },
): Slices {
  return {
    engines: engines.flatMap(({ id, models }) =>
      models.flatMap(({ model, samples }) => {
        const named = { engine: id, model: model ?? '' }
        const until = writtenUntil(
          written.engines.filter((one) => one.engine === id && one.model === named.model),
        )
        return cutEngineSamples(named, inside(samples, span, until), cutting)
      }),
    ),
    gpus: gpus.flatMap(({ last, samples }) => {
      const until = writtenUntil(written.gpus.filter(({ gpu }) => gpu === last.gpu))
      return cutGpuSamples(last.gpu, inside(samples, span, until), {
        ...cutting,
        intervalMs: watched.intervalMs,
      })
    }),
  }
}

/** The first whole minute that this process has seen, in seconds; `null` is none yet. */
export function seenSince({ engines, gpus }: KnownInference): number | null {
  const firsts = [
    ...engines.flatMap(({ models }) => models.map(({ samples }) => samples[0]?.at ?? Infinity)),
    ...gpus.map(({ samples }) => samples[0]?.at ?? Infinity),
  ]
  const first = Math.min(Infinity, ...firsts)
  return first === Infinity ? null : Math.ceil(first / 60_000) * 60
}

/** The minute of the newest sample, which nobody has written yet. */
export function runningMinute({ engines, gpus }: KnownInference): number | null {
  const newest = Math.max(
    0,
    ...engines.flatMap(({ models }) => models.map(({ samples }) => samples.at(-1)?.at ?? 0)),
    ...gpus.map(({ samples }) => samples.at(-1)?.at ?? 0),
  )
  return newest === 0 ? null : Math.floor(newest / 60_000) * 60
}

function inside<T extends { at: number }>(
  all: readonly T[],
  { from, to }: Span,
  until: number | null,
): { lead: T | null; samples: readonly T[] } {
  const { lead, samples } = notWritten(all, until)
  const first = samples.findIndex(({ at }) => at >= from * 1000)
  if (first === -1) return { lead: null, samples: [] }
  return {
    lead: samples[first - 1] ?? lead,
    samples: samples.slice(first).filter(({ at }) => at < to * 1000),
  }
}
