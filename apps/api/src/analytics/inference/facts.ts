import type { HostedModel } from '@podium/inference-metrics'
import { rowsOf, servedOf, type Row } from '../../domain/inference/fresh.ts'
import type { KnownInference } from '../../domain/inference/known.ts'
import type { StoredModel } from '../../domain/listings.ts'
import { gpusOfEngines, type GpusOfEngine } from './gpus-of-engines.ts'
import { idleOfGpus } from './idle-of-gpus.ts'
import { linkModels, type PublicModels } from './public-models.ts'

/** What is known at one moment, and what follows from it before anything is asked. */
export type Facts = {
  known: KnownInference
  now: number
  rows: readonly Row[]
  publicModels: PublicModels
  gpusOf: ReadonlyMap<string, GpusOfEngine>
  idleWatts: ReadonlyMap<string, number | null>
  /** What else the gateway has, with a price. */
  hosted: readonly HostedModel[]
}

export function factsOf(known: KnownInference, models: readonly StoredModel[], now: number): Facts {
  const rows = rowsOf(known.engines)
  const publicModels = linkModels(rows.map(servedOf), models, known.watched.modelLinks)
  const served = new Set(rows.flatMap((row) => publicModels.of(servedOf(row))))
  const gpusOf = gpusOfEngines(known)
  return {
    known,
    now,
    rows,
    publicModels,
    gpusOf,
    idleWatts: idleOfGpus(known, gpusOf),
    hosted: models.flatMap(({ model, price }) =>
      served.has(model) || !price?.input || !price.output
        ? []
        : [{ model, inputUsd: price.input, outputUsd: price.output }],
    ),
  }
}
