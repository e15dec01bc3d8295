import { idleWatts, isBusy, type Activity, type ModelSample } from '@podium/inference-metrics'
import type { KnownInference } from '../../domain/inference/known.ts'
import type { GpusOfEngine } from './gpus-of-engines.ts'

/** What each GPU draws while its engines do nothing; `null` is not known. */
export function idleOfGpus(
  { engines, gpus }: KnownInference,
  gpusOf: ReadonlyMap<string, GpusOfEngine>,
): ReadonlyMap<string, number | null> {
  const activities = new Map(
    engines.map(({ id, models }) => [id, models.map(({ samples }) => samples.map(activityOf))]),
  )
  return new Map(
    gpus.map(({ last: { gpu }, samples }) => {
      const users = engines.filter(({ id }) => gpusOf.get(id)?.gpus.includes(gpu))
      return [
        gpu,
        idleWatts(
          samples,
          users.flatMap(({ id }) => activities.get(id) ?? []),
        ),
      ]
    }),
  )
}

function activityOf({ at, running, waiting, increase }: ModelSample): Activity {
  const { promptTokens = null, generationTokens = null } = increase?.counters ?? {}
  const tokens = (promptTokens ?? 0) + (generationTokens ?? 0)
  return { at, isBusy: isBusy({ running, waiting, tokens }) }
}
