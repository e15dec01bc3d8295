import {
  figuresOf,
  gpuEnergy,
  modelEnergy,
  type GpuOfModel,
  type ModelEnergy,
  type Part,
} from '@podium/inference-metrics'
import type { Row } from '../../domain/inference/fresh.ts'
import type { Facts } from './facts.ts'
import { goneGpus } from './gone-gpus.ts'
import { partOf } from './part-of-row.ts'

/** What the GPUs of a model used over the window of the engines that use them. */
export function energyOfModel(
  name: string,
  facts: Facts,
  { windowMs, meanRunning }: { windowMs: number; meanRunning: number | null },
): ModelEnergy {
  const own = facts.rows.filter((row) => row.name === name)
  const parts = own.map((row) => ({ row, part: partOf(row, facts, windowMs) }))
  const fresh = parts.filter(({ part }) => part !== null)
  const used = fresh.length > 0 ? fresh : parts
  const spans = used.flatMap(({ part }) => part?.span ?? [])
  const figures = figuresOf(used.flatMap(({ part }) => part ?? []))
  return modelEnergy({
    gpus: gpusOf(used, name, facts),
    askedSeconds: windowMs / 1000,
    seconds: spans.length === 0 ? null : Math.max(...spans.map(({ window }) => window.seconds)),
    promptTokens: figures.promptTokens,
    generationTokens: figures.generationTokens,
    meanRunning,
    inputs: facts.known.watched.energy,
    hosted: facts.hosted,
  })
}

type Used = { row: Row; part: Part | null }

function gpusOf(used: readonly Used[], name: string, facts: Facts): GpuOfModel[] {
  const { known, rows, idleWatts } = facts
  const gone = goneGpus(facts)
  const gpus = new Map<string, GpuOfModel>()
  for (const { row, part } of used)
    for (const gpu of facts.gpusOf.get(row.engine.id)?.gpus ?? []) {
      const one = known.gpus.find(({ last }) => last.gpu === gpu)
      const window = part?.span?.window
      gpus.set(gpu, {
        gpu,
        isGone: one === undefined || gone.has(gpu),
        isShared: rows.some(
          (other) => other.name !== name && facts.gpusOf.get(other.engine.id)?.gpus.includes(gpu),
        ),
        energy:
          window === undefined ? { state: 'no_reading' } : gpuEnergy(one?.samples ?? [], window),
        idleWatts: idleWatts.get(gpu) ?? null,
      })
    }
  return [...gpus.values()]
}
