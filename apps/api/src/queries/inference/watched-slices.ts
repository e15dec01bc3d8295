import type { EngineSlice } from '../../domain/inference/slice.ts'
import type { Span } from '../../domain/span.ts'
import { secondsPerDay, secondsPerHour } from '../../domain/utc-day.ts'
import { cutHours } from '../../store/read/cut-span.ts'
import { watchedSpans } from '../../analytics/inference/load/watched-spans.ts'
import type { InferenceContext } from './context.ts'
import { readHours, readMinutes } from './slices.ts'

type Context = Pick<InferenceContext, 'store' | 'inference'>

/** Beyond it whole hours are read as such. */
const mostSeconds = 2 * secondsPerDay
/** Hours of which a part was watched are read by the minute, as long as they are few pieces. */
const mostPieces = 50

/** What engines did in a span, so fine that it tells when they were watched. */
export async function readWatched(context: Context, span: Span): Promise<EngineSlice[]> {
  const { hours, edges } = cutHours(span)
  if (span.to - span.from <= mostSeconds || hours === null)
    return [...(await readMinutes(context, span)).engines]
  const { engines } = await readHours(context, hours)
  const whole = engines.filter(({ minutes }) => minutes * 60 >= secondsPerHour)
  const isWhole = new Set(whole.map(({ start }) => start))
  const partial = engines.filter(({ start }) => !isWhole.has(start))
  const again = [...edges, ...watchedSpans(partial, mostPieces)]
  const fine = await Promise.all(again.map((piece) => readMinutes(context, piece)))
  const others = fine.flatMap((slices) => slices.engines)
  return [
    ...engines.filter(({ start }) => isWhole.has(start)),
    ...others.filter(({ start }) => !isWhole.has(start - (start % secondsPerHour))),
  ]
}
