import { cutKnown, seenSince } from '../../domain/inference/cut-known.ts'
import type { EngineSlice, GpuSlice } from '../../domain/inference/slice.ts'
import type { Span } from '../../domain/span.ts'
import { secondsPerHour } from '../../domain/utc-day.ts'
import type { InferenceContext } from './context.ts'

export type Slices = { engines: readonly EngineSlice[]; gpus: readonly GpuSlice[] }

type Context = Pick<InferenceContext, 'store' | 'inference'>

/** Ten seconds each: of the last hour, which this process remembers. */
export function readTens({ inference }: Context, span: Span): Slices {
  return cutKnown(inference.known(), span, { seconds: 10, width: 1 })
}

/** Minutes, and quarters where minutes are folded: what this process has seen itself, before that what was written. */
export async function readMinutes({ store, inference }: Context, span: Span): Promise<Slices> {
  const known = inference.known()
  const border = Math.min(span.to, Math.max(span.from, seenSince(known) ?? span.to))
  const own = cutKnown(known, { from: border, to: span.to }, { seconds: 60, width: 1 })
  const written = { from: span.from, to: border }
  if (written.from >= written.to) return own
  const [engines, gpus] = await Promise.all([
    store.engineSlices(written, [1, 15]),
    store.gpuSlices(written, [1, 15]),
  ])
  return { engines: [...engines, ...own.engines], gpus: [...gpus, ...own.gpus] }
}

/** Hours as they were written, and of the last one what came since. */
export async function readHours({ store, inference }: Context, span: Span): Promise<Slices> {
  const known = inference.known()
  const [engines, gpus] = await Promise.all([
    store.engineSlices(span, [60]),
    store.gpuSlices(span, [60]),
  ])
  const own = cutKnown(known, span, { seconds: secondsPerHour, width: 60 }, { engines, gpus })
  return { engines: [...engines, ...own.engines], gpus: [...gpus, ...own.gpus] }
}
