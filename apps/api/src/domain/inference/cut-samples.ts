import { unknownIncrease, type ModelSample } from '@podium/inference-metrics'
import type { GpuSample } from './known.ts'
import {
  addEngineSlices,
  addGpuSlices,
  meanOf,
  type EngineSlice,
  type GpuSlice,
  type SliceWidth,
} from './slice.ts'

/** Samples in a row. `lead` comes before them: it only begins. */
type Row<Sample> = { lead: Sample | null; samples: readonly Sample[] }

/** How long slices are; of those that are shorter than a minute the width says nothing. */
type Cutting = { seconds: number; width: SliceWidth }

type Named = Pick<EngineSlice, 'engine' | 'model'>

/** What each slice gained. Each sample adds to the one that it lies in. */
export function cutEngineSamples(
  named: Named,
  { lead, samples }: Row<ModelSample>,
  { seconds, width }: Cutting,
): EngineSlice[] {
  const of = startsOf(seconds)
  const minutes = new Set<number>()
  const slices = new Map<number, EngineSlice>()
  let before = lead
  for (const sample of samples) {
    const start = of(sample.at)
    const minute = Math.floor(sample.at / 60_000)
    const isPlaced = !sample.isAfterGap || (before !== null && of(before.at) === start)
    const slice: EngineSlice = {
      ...{ ...named, start, width, scrapes: 1, until: sample.at },
      minutes: minutes.has(minute) ? 0 : 1,
      running: meanOf(sample.running),
      waiting: meanOf(sample.waiting),
      kvCacheRatio: meanOf(sample.kvCacheRatio),
      ...gained(sample, before, isPlaced),
    }
    minutes.add(minute)
    const known = slices.get(start)
    slices.set(start, known === undefined ? slice : addEngineSlices(known, slice))
    before = sample
  }
  return [...slices.values()]
}

/** An increase over a gap has a place only where all of the gap lies in one slice. */
function gained(
  { at, increase }: ModelSample,
  before: ModelSample | null,
  isPlaced: boolean,
): Pick<EngineSlice, 'increase' | 'seconds' | 'unplaced'> {
  const { promptTokens, generationTokens, finished } = (increase ?? unknownIncrease).counters
  const nowhere = (value: number | null) => (isPlaced ? 0 : (value ?? 0))
  const isCovered = isPlaced && increase !== null && before !== null
  return {
    increase: isPlaced && increase !== null ? increase : unknownIncrease,
    seconds: isCovered ? (at - before.at) / 1000 : 0,
    unplaced: {
      promptTokens: nowhere(promptTokens),
      generationTokens: nowhere(generationTokens),
      finished: nowhere(finished),
    },
  }
}

/** The same of a GPU. A gap is more than three intervals without a sample. */
export function cutGpuSamples(
  gpu: string,
  { lead, samples }: Row<GpuSample>,
  { seconds, width, intervalMs }: Cutting & { intervalMs: number },
): GpuSlice[] {
  const of = startsOf(seconds)
  const slices = new Map<number, GpuSlice>()
  let before = lead
  for (const sample of samples) {
    const start = of(sample.at)
    const isAfterGap = before !== null && sample.at - before.at > 3 * intervalMs
    const isPlaced = !isAfterGap || (before !== null && of(before.at) === start)
    const joules = before === null ? null : joulesBetween(before, sample)
    const slice: GpuSlice = {
      ...{ gpu, start, width, scrapes: 1, until: sample.at },
      utilizationRatio: meanOf(sample.utilizationRatio),
      memoryUsedBytes: meanOf(sample.memoryUsedBytes),
      powerWatts: meanOf(sample.powerWatts),
      temperatureCelsius: meanOf(sample.temperatureCelsius),
      joules: isPlaced ? joules : null,
      unplacedJoules: isPlaced ? 0 : (joules ?? 0),
    }
    const known = slices.get(start)
    slices.set(start, known === undefined ? slice : addGpuSlices(known, slice))
    before = sample
  }
  return [...slices.values()]
}

/** By the counter, unless it began again; by the trapezoid where there is none. */
function joulesBetween(before: GpuSample, now: GpuSample): number | null {
  if (before.energyJoules !== null && now.energyJoules !== null)
    return now.energyJoules < before.energyJoules ? null : now.energyJoules - before.energyJoules
  if (before.powerWatts === null || now.powerWatts === null) return null
  return ((before.powerWatts + now.powerWatts) / 2) * ((now.at - before.at) / 1000)
}

/** When the slice begins that an instant lies in, in seconds. */
function startsOf(seconds: number): (at: number) => number {
  return (at) => Math.floor(at / 1000 / seconds) * seconds
}
