import type { Increase } from '@podium/inference-metrics'
import type { KnownEngine, KnownModel } from '../../domain/inference/known.ts'
import type { EngineScraped, ScrapedModel } from '../../domain/inference/scraped.ts'
import type { WatchedEngine } from '../../domain/inference/watched.ts'
import { keepHour } from './ring.ts'

export function unknownEngine({ id, kind }: WatchedEngine): KnownEngine {
  return {
    id,
    kind,
    state: 'pending',
    reason: null,
    option: null,
    scrapedAt: null,
    version: null,
    startedAt: null,
    restartedAt: null,
    models: [],
    restarts: 0,
  }
}

/** What is known of an engine after one more scrape; one that failed leaves all but the state as it was. */
export function rememberEngine(
  before: KnownEngine,
  { at, good, option }: Omit<EngineScraped, 'reason'>,
  ended: Pick<KnownEngine, 'state' | 'reason'>,
  share: (increase: Increase | null) => Increase | null,
): KnownEngine {
  if (good === null) return { ...before, ...ended, option }
  const { kind, version, startedAt, restartedAt, models } = good
  const isRestart = restartedAt !== null && restartedAt !== before.restartedAt
  return {
    id: before.id,
    ...ended,
    option: null,
    scrapedAt: at,
    ...{ kind, version, startedAt, restartedAt },
    restarts: before.restarts + (isRestart ? 1 : 0),
    models: models.map((model) => {
      const known = before.models.find((one) => one.model === model.model)
      return rememberModel(known, model, share)
    }),
  }
}

function rememberModel(
  before: KnownModel | undefined,
  { sample, ...told }: ScrapedModel,
  share: (increase: Increase | null) => Increase | null,
): KnownModel {
  const increase = share(sample.increase)
  const { promptTokens, generationTokens } = increase?.counters ?? {}
  return {
    ...told,
    samples: keepHour(before?.samples ?? [], { ...sample, increase }),
    total: {
      promptTokens: add(before?.total.promptTokens, promptTokens),
      generationTokens: add(before?.total.generationTokens, generationTokens),
    },
  }
}

function add(total: number | null | undefined, more: number | null | undefined): number | null {
  return typeof more === 'number' ? (total ?? 0) + more : (total ?? null)
}
