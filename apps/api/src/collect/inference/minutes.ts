import type { ModelSample } from '@podium/inference-metrics'
import { cutEngineSamples, cutGpuSamples } from '../../domain/inference/cut-samples.ts'
import type { GpuSample, KnownGpu, KnownGpuSource } from '../../domain/inference/known.ts'
import { notWritten, writtenUntil } from '../../domain/inference/not-written.ts'
import type { EngineScraped, GpuAnswer, Tick } from '../../domain/inference/scraped.ts'
import type { EngineSlice, GpuSlice } from '../../domain/inference/slice.ts'
import { hourMs } from '../../domain/utc-day.ts'
import { rememberGpus } from './remember-gpus.ts'
import { rememberSource } from './remember-source.ts'

/** `isBeginning`: of the next sample others have written a part, so it only leads. */
type Waiting<Sample> = { lead: Sample | null; samples: Sample[]; isBeginning: boolean }
type WaitingModel = Waiting<ModelSample> & { engine: string; model: string }

/** What is written, or is to be. */
export type Slices = { engines: readonly EngineSlice[]; gpus: readonly GpuSlice[] }

/** Samples wait here until their minute is over. */
export function createMinutes(intervalMs: number) {
  const models = new Map<string, WaitingModel>()
  const waitingGpus = new Map<string, Waiting<GpuSample>>()
  let sources: readonly KnownGpuSource[] = []
  let gpus: readonly KnownGpu[] = []

  function takeEngine({ id, good }: EngineScraped): void {
    for (const { model, sample } of good?.models ?? []) {
      const key = JSON.stringify([id, model])
      const empty = { engine: id, model: model ?? '', lead: null, samples: [], isBeginning: false }
      const waiting = models.get(key) ?? empty
      put(waiting, sample)
      models.set(key, waiting)
    }
  }

  function takeGpus(tick: Tick): void {
    const answers = gpuAnswers(tick)
    for (const answer of answers)
      sources = rememberSource(sources, { ...answer, state: 'ok', reason: null })
    const isNew = (source: string) => answers.some(({ id }) => id === source)
    const before = new Map(gpus.map((gpu) => [gpu.last.gpu, gpu.samples.at(-1)]))
    gpus = rememberGpus(gpus, sources, { now: tick.at, intervalMs, isNew })
    for (const { last, samples } of gpus) {
      const newest = samples.at(-1)
      if (newest === undefined || newest === before.get(last.gpu)) continue
      const waiting = waitingGpus.get(last.gpu) ?? { lead: null, samples: [], isBeginning: false }
      put(waiting, newest)
      waitingGpus.set(last.gpu, waiting)
    }
  }

  return {
    take: (tick: Tick): void => {
      for (const scraped of tick.engines) takeEngine(scraped)
      takeGpus(tick)
    },
    /** Leaves out what another process has written, and the step in which that ended: nothing is counted twice. */
    goOnAfter: ({ engines, gpus: written }: Slices): void => {
      for (const waiting of models.values()) {
        const own = engines.filter(
          ({ engine, model }) => engine === waiting.engine && model === waiting.model,
        )
        beginAfter(waiting, writtenUntil(own))
      }
      for (const [gpu, waiting] of waitingGpus)
        beginAfter(waiting, writtenUntil(written.filter((slice) => slice.gpu === gpu)))
    },
    /** Takes out what is before an instant, in ms, by the minute and by the hour. */
    cut: (before: number): Slices => {
      forgetSilent(models, before)
      forgetSilent(waitingGpus, before)
      return {
        engines: [...models.values()].flatMap((waiting) => {
          const row = takeBefore(waiting, before)
          return widths.flatMap((cutting) => cutEngineSamples(nameOf(waiting), row, cutting))
        }),
        gpus: [...waitingGpus].flatMap(([gpu, waiting]) => {
          const row = takeBefore(waiting, before)
          return widths.flatMap((cutting) => cutGpuSamples(gpu, row, { ...cutting, intervalMs }))
        }),
      }
    },
  }
}

export type Minutes = ReturnType<typeof createMinutes>

const widths = [
  { seconds: 60, width: 1 },
  { seconds: 3600, width: 60 },
] as const

type Answered = { id: string; at: number; good: GpuAnswer; isEngine: boolean }

/** Sources of their own, then engines that tell of GPUs. */
function gpuAnswers({ engines, gpus }: Tick): Answered[] {
  return [
    ...gpus.flatMap(({ id, at, good }) =>
      good === null ? [] : [{ id, at, good, isEngine: false }],
    ),
    ...engines.flatMap(({ id, at, good }) =>
      good?.gpus ? [{ id, at, good: good.gpus, isEngine: true }] : [],
    ),
  ]
}

function nameOf({ engine, model }: WaitingModel) {
  return { engine, model }
}

function put<Sample>(waiting: Waiting<Sample>, sample: Sample): void {
  if (waiting.isBeginning) waiting.lead = sample
  else waiting.samples.push(sample)
  waiting.isBeginning = false
}

function beginAfter<Sample extends { at: number }>(
  waiting: Waiting<Sample>,
  until: number | null,
): void {
  if (until === null) return
  const all = waiting.lead === null ? waiting.samples : [waiting.lead, ...waiting.samples]
  const { lead, samples } = notWritten(all, until)
  waiting.lead = lead
  waiting.samples = [...samples]
  waiting.isBeginning = lead === null
}

/** What has not been seen for an hour begins anew. */
function forgetSilent(all: Map<string, Waiting<{ at: number }>>, now: number): void {
  for (const [key, { lead, samples }] of all)
    if (samples.length === 0 && lead !== null && lead.at < now - hourMs) all.delete(key)
}

function takeBefore<Sample extends { at: number }>(
  waiting: Waiting<Sample>,
  before: number,
): { lead: Sample | null; samples: Sample[] } {
  const samples = waiting.samples.filter(({ at }) => at < before)
  const row = { lead: waiting.lead, samples }
  waiting.lead = samples.at(-1) ?? waiting.lead
  waiting.samples = waiting.samples.filter(({ at }) => at >= before)
  return row
}
