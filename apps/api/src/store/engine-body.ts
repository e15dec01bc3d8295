import {
  ofCounters,
  ofLatencies,
  type CounterName,
  type Distribution,
  type LatencyName,
} from '@podium/inference-metrics'
import { z } from 'zod'
import type { EngineSlice, GpuSlice, Mean } from '../domain/inference/slice.ts'

/** Ends of buckets, which are kept once, by their number. */
export type BucketEnds = {
  of: (id: number) => readonly number[]
  idOf: (ends: readonly number[]) => number
}

const MeanBody = z.tuple([z.number(), z.number()])
/** Its ends, sum and count, and how many each bucket has beyond the one before. */
const Histogram = z.tuple([z.number(), z.number(), z.number(), z.array(z.number())])

const EngineBody = z.object({
  minutes: z.number(),
  scrapes: z.number(),
  until: z.number().optional(),
  running: MeanBody,
  waiting: MeanBody,
  kv: MeanBody,
  seconds: z.number(),
  counters: z.record(z.string(), z.number()),
  latencies: z.record(z.string(), Histogram),
  unplaced: z.tuple([z.number(), z.number(), z.number()]),
})

const GpuBody = z.object({
  scrapes: z.number(),
  until: z.number().optional(),
  utilization: MeanBody,
  memory: MeanBody,
  power: MeanBody,
  temperature: MeanBody,
  joules: z.number().nullable(),
  unplaced: z.number(),
})

type EngineKey = Pick<EngineSlice, 'engine' | 'model' | 'start' | 'width'>
type GpuKey = Pick<GpuSlice, 'gpu' | 'start' | 'width'>

export function toEngineBody(slice: EngineSlice, ends: BucketEnds): string {
  const { minutes, scrapes, until, running, waiting, kvCacheRatio, seconds, increase, unplaced } =
    slice
  const counters: Partial<Record<CounterName, number>> = {}
  const latencies: Partial<Record<LatencyName, z.infer<typeof Histogram>>> = {}
  ofCounters((name) => {
    const value = increase.counters[name]
    if (value !== null) counters[name] = value
  })
  ofLatencies((name) => {
    const distribution = increase.latencies[name]
    if (distribution !== null) latencies[name] = toHistogram(distribution, ends)
  })
  return JSON.stringify({
    ...{ minutes, scrapes, until, seconds, counters, latencies },
    running: toPair(running),
    waiting: toPair(waiting),
    kv: toPair(kvCacheRatio),
    unplaced: [unplaced.promptTokens, unplaced.generationTokens, unplaced.finished],
  } satisfies z.infer<typeof EngineBody>)
}

export function fromEngineBody(key: EngineKey, text: string, ends: BucketEnds): EngineSlice {
  const body = EngineBody.parse(JSON.parse(text))
  const [promptTokens, generationTokens, finished] = body.unplaced
  return {
    ...key,
    minutes: body.minutes,
    scrapes: body.scrapes,
    until: body.until ?? endOf(key),
    running: fromPair(body.running),
    waiting: fromPair(body.waiting),
    kvCacheRatio: fromPair(body.kv),
    seconds: body.seconds,
    increase: {
      counters: ofCounters((name) => body.counters[name] ?? null),
      latencies: ofLatencies((name) => {
        const histogram = body.latencies[name]
        return histogram === undefined ? null : fromHistogram(histogram, ends)
      }),
    },
    unplaced: { promptTokens, generationTokens, finished },
  }
}

export function toGpuBody(slice: GpuSlice): string {
  return JSON.stringify({
    scrapes: slice.scrapes,
    until: slice.until,
    utilization: toPair(slice.utilizationRatio),
    memory: toPair(slice.memoryUsedBytes),
    power: toPair(slice.powerWatts),
    temperature: toPair(slice.temperatureCelsius),
    joules: slice.joules,
    unplaced: slice.unplacedJoules,
  } satisfies z.infer<typeof GpuBody>)
}

export function fromGpuBody(key: GpuKey, text: string): GpuSlice {
  const body = GpuBody.parse(JSON.parse(text))
  return {
    ...key,
    scrapes: body.scrapes,
    until: body.until ?? endOf(key),
    utilizationRatio: fromPair(body.utilization),
    memoryUsedBytes: fromPair(body.memory),
    powerWatts: fromPair(body.power),
    temperatureCelsius: fromPair(body.temperature),
    joules: body.joules,
    unplacedJoules: body.unplaced,
  }
}

/** What was written before anybody noted it counts as seen to its end. */
function endOf({ start, width }: Pick<EngineKey, 'start' | 'width'>): number {
  return (start + width * 60) * 1000
}

function toHistogram({ bounds, counts, sum, count }: Distribution, ends: BucketEnds) {
  const each = counts.map((value, at) => value - (counts[at - 1] ?? 0))
  return [ends.idOf(bounds), sum, count, each] satisfies z.infer<typeof Histogram>
}

function fromHistogram(
  [id, sum, count, each]: z.infer<typeof Histogram>,
  ends: BucketEnds,
): Distribution {
  let total = 0
  return { bounds: ends.of(id), counts: each.map((more) => (total += more)), sum, count }
}

function toPair({ sum, n }: Mean): [number, number] {
  return [sum, n]
}

function fromPair([sum, n]: [number, number]): Mean {
  return { sum, n }
}
