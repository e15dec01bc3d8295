import { addIncreases, type Increase } from '@podium/inference-metrics'

/** Minutes that a slice is wide. */
export type SliceWidth = 1 | 15 | 60

/** So many values, and what they add up to. */
export type Mean = { sum: number; n: number }

/** What an engine's model did in one minute, quarter or hour. */
export type EngineSlice = {
  engine: string
  /** As the engine calls it; '' where it names none. */
  model: string
  /** Epoch seconds. */
  start: number
  width: SliceWidth
  /** How many of its minutes had a good scrape. */
  minutes: number
  scrapes: number
  /** When its newest scrape was, in ms: what comes until then is in it, and not to be counted again. */
  until: number
  running: Mean
  waiting: Mean
  kvCacheRatio: Mean
  /** How long that took which has a place here. */
  seconds: number
  increase: Increase
  /** What came over a gap that began before the slice did. */
  unplaced: UnplacedTokens
}

export type UnplacedTokens = { promptTokens: number; generationTokens: number; finished: number }

/** What a GPU did likewise. */
export type GpuSlice = {
  gpu: string
  start: number
  width: SliceWidth
  scrapes: number
  until: number
  utilizationRatio: Mean
  memoryUsedBytes: Mean
  powerWatts: Mean
  temperatureCelsius: Mean
  /** `null` is neither a counter nor power. */
  joules: number | null
  unplacedJoules: number
}

export const noMean: Mean = { sum: 0, n: 0 }

export function meanOf(value: number | null): Mean {
  return value === null ? noMean : { sum: value, n: 1 }
}

export function addMeans(a: Mean, b: Mean): Mean {
  return { sum: a.sum + b.sum, n: a.n + b.n }
}

/** Two parts of one slice; the place and the name are those of the first. */
export function addEngineSlices(a: EngineSlice, b: EngineSlice): EngineSlice {
  return {
    ...a,
    minutes: a.minutes + b.minutes,
    scrapes: a.scrapes + b.scrapes,
    until: Math.max(a.until, b.until),
    running: addMeans(a.running, b.running),
    waiting: addMeans(a.waiting, b.waiting),
    kvCacheRatio: addMeans(a.kvCacheRatio, b.kvCacheRatio),
    seconds: a.seconds + b.seconds,
    increase: addIncreases(a.increase, b.increase),
    unplaced: {
      promptTokens: a.unplaced.promptTokens + b.unplaced.promptTokens,
      generationTokens: a.unplaced.generationTokens + b.unplaced.generationTokens,
      finished: a.unplaced.finished + b.unplaced.finished,
    },
  }
}

export function addGpuSlices(a: GpuSlice, b: GpuSlice): GpuSlice {
  return {
    ...a,
    scrapes: a.scrapes + b.scrapes,
    until: Math.max(a.until, b.until),
    utilizationRatio: addMeans(a.utilizationRatio, b.utilizationRatio),
    memoryUsedBytes: addMeans(a.memoryUsedBytes, b.memoryUsedBytes),
    powerWatts: addMeans(a.powerWatts, b.powerWatts),
    temperatureCelsius: addMeans(a.temperatureCelsius, b.temperatureCelsius),
    joules: a.joules === null ? b.joules : a.joules + (b.joules ?? 0),
    unplacedJoules: a.unplacedJoules + b.unplacedJoules,
  }
}
