import type { Inference } from '@podium/contracts'
import { describeEngine } from '../../analytics/inference/describe-engine.ts'
import { describeModel } from '../../analytics/inference/describe-model.ts'
import { newestOf } from '../../analytics/inference/instant.ts'
import { readFacts, type InferenceContext } from './context.ts'
import { readMakers } from './makers.ts'

export type InferenceAsked = {
  window: string
  windowMs: number
  engine: readonly string[]
  model: readonly string[]
}

/** From here on a cache is shown as nearly full. */
const fullCache = 0.9

/** How engines and models are; `null` where one that is asked for is nobody's. */
export async function readInference(
  context: InferenceContext,
  { window, windowMs, engine, model }: InferenceAsked,
  now: number,
): Promise<Inference | null> {
  const facts = await readFacts(context, now)
  const { rows, known } = facts
  const { watched } = known
  if (engine.some((id) => watched.engines.every((one) => one.id !== id))) return null
  if (model.some((name) => rows.every((row) => row.name !== name))) return null
  const chosen = rows.filter(
    (row) =>
      (engine.length === 0 || engine.includes(row.engine.id)) &&
      (model.length === 0 || model.includes(row.name)),
  )
  const makersOf = await readMakers(context)
  const names = [...new Set(chosen.map(({ name }) => name))].toSorted()
  return {
    as_of: newestOf(known.engines),
    interval_seconds: watched.intervalMs / 1000,
    window,
    goals: {
      ttft_p95_seconds: watched.goals.ttftP95Seconds,
      itl_p95_seconds: watched.goals.itlP95Seconds,
      queue_p90_seconds: watched.goals.queueP90Seconds,
      kv_cache_ratio: fullCache,
    },
    models: names.map((name) => describeModel(name, facts, { windowMs, makersOf })),
    engines: chosen.map((row) => describeEngine(row, facts, windowMs)),
  }
}
