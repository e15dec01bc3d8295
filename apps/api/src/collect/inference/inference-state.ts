import type { LiveInference, SourceStatus } from '@podium/contracts'
import { isFresh } from '../../domain/inference/fresh.ts'
import type {
  InferenceView,
  KnownEngine,
  KnownGpu,
  KnownGpuSource,
} from '../../domain/inference/known.ts'
import type { EngineScraped, GpuScraped, Tick } from '../../domain/inference/scraped.ts'
import type { Watched } from '../../domain/inference/watched.ts'
import { createHealthBook } from './health-book.ts'
import type { InferenceEvent } from './inference-event.ts'
import { createJudge } from './judge-models.ts'
import { rememberEngine, unknownEngine } from './remember-engine.ts'
import { rememberGpus } from './remember-gpus.ts'
import { rememberSource, unknownSource } from './remember-source.ts'
import { createBoundsKeeper } from './share-bounds.ts'

type InferenceListener = {
  scraped: (news: Omit<LiveInference, 'at'>) => void
  /** The state of a source, or its reason, has become another one. */
  source: () => void
}

export type InferenceState = InferenceView & {
  apply: (event: InferenceEvent) => void
  sources: () => SourceStatus[]
}

/** What the server knows of engines and GPUs: an hour of samples, and a verdict for each model. */
export function createInferenceState(first: Watched, onChange: InferenceListener): InferenceState {
  const targets = createTargets()
  const judge = createJudge()
  let watched = first
  let gpus: readonly KnownGpu[] = []
  let changes = 0
  targets.watch(first)

  function take(tick: Tick): void {
    const isNew = targets.take(tick)
    const { engines, gpuSources } = targets.known()
    const { intervalMs, goals } = watched
    gpus = rememberGpus(gpus, gpuSources, { now: tick.at, intervalMs, isNew: isNew.source })
    const judging = { at: tick.at, engines, isNew: isNew.engine, intervalMs, goals }
    onChange.scraped({
      engines: engines.map(({ id }) => id).filter(isNew.engine),
      gpus: gpuSources.some(({ id }) => isNew.source(id)),
      verdicts: judge.tick(judging),
    })
    if (targets.health.takeNews()) onChange.source()
  }

  return {
    apply: (event) => {
      changes += 1
      if (event.kind === 'scraped') take(event.tick)
      else {
        watched = event.watched
        targets.watch(watched)
      }
    },
    known: () => ({ watched, ...targets.known(), gpus, verdicts: judge.verdicts() }),
    version: (now) => {
      const { engines, gpuSources } = targets.known()
      const fresh = [...engines, ...gpuSources].map((one) => isFresh(one, now, watched.intervalMs))
      return `${changes} ${fresh.map(Number).join('')}`
    },
    sources: () => targets.health.sources(watched),
  }
}

/** Whose answers a tick brought. */
type IsNew = { engine: (id: string) => boolean; source: (id: string) => boolean }

/** Engines and sources of GPUs, as their last answers tell them. */
function createTargets() {
  const health = createHealthBook()
  const share = createBoundsKeeper()
  let engines: readonly KnownEngine[] = []
  let gpuSources: readonly KnownGpuSource[] = []

  function takeEngine(scraped: EngineScraped): void {
    const { id, at, good } = scraped
    const ended = health.end(`engine:${id}`, scraped)
    engines = engines.map((engine) =>
      engine.id === id ? rememberEngine(engine, scraped, ended, share) : engine,
    )
    const told = good?.gpus ?? null
    if (good === null || told !== null) {
      gpuSources = rememberSource(gpuSources, { id, at, ...ended, good: told, isEngine: true })
    }
  }

  function takeSource(scraped: GpuScraped): void {
    const { id, at, good } = scraped
    const ended = health.end(`gpu:${id}`, scraped)
    gpuSources = rememberSource(gpuSources, { id, at, ...ended, good, isEngine: false })
  }

  return {
    health,
    known: () => ({ engines, gpuSources }),
    watch: (watched: Watched) => {
      engines = watched.engines.map(
        (engine) => engines.find(({ id }) => id === engine.id) ?? unknownEngine(engine),
      )
      gpuSources = watched.gpuSources.map(unknownSource)
    },
    take: (tick: Tick): IsNew => {
      for (const scraped of tick.engines) takeEngine(scraped)
      for (const scraped of tick.gpus) takeSource(scraped)
      const good = tick.engines.filter((scraped) => scraped.good !== null)
      const newEngines = new Set(good.map(({ id }) => id))
      const newSources = new Set([
        ...good.filter((scraped) => scraped.good?.gpus).map(({ id }) => id),
        ...tick.gpus.filter((scraped) => scraped.good !== null).map(({ id }) => id),
      ])
      return { engine: (id) => newEngines.has(id), source: (id) => newSources.has(id) }
    },
  }
}
