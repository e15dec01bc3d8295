import type { OfCounters, OfLatencies } from '../counters/names.ts'
import type { Exposition, Labels } from '../exposition/exposition.ts'
import type { Counter } from './counter.ts'
import type { Details } from './details.ts'
import type { EngineReading } from './engine-reading.ts'
import type { FigureName } from './figure-names.ts'
import type { Gauge } from './gauge.ts'
import type { MissingReason } from './missing-figure.ts'
import type { Timing } from './timing.ts'

/** What an engine is asked beside its metrics, at the first good scrape and after a restart. */
export type Ask = { path: string; read: (answer: unknown) => Partial<Details> }

export type Body = { text: string; exposition: Exposition }

export type Adapter<Kind extends string = string> = {
  kind: Kind
  /** Where its metrics are when an address has no path. */
  path: string
  /** The option that switches its metrics on, where they are off by default. */
  option: string | null
  asks: readonly Ask[]
  /** `null` for a body of another engine. */
  read: (body: Body) => Omit<EngineReading, 'kind'> | null
}

/** What an engine exposes, and under which names. What is not in it, the engine does not have. */
export type Table = {
  prefixes: readonly string[]
  /** The label that tells data-parallel ranks apart. */
  rankLabel: string | null
  running: Gauge
  waiting: Gauge
  kvCacheRatio?: Gauge
  /** `used` of what is there, or `reserved` for what is asked. */
  kvCacheBasis: 'used' | 'reserved'
  contextTokens?: Gauge
  kvCapacityTokens?: Gauge
  counters: Partial<OfCounters<Counter>>
  latencies: Partial<OfLatencies<Timing>>
  /** Nobody counts hang-ups, so they are what got a first token and no end. */
  estimatesAborted?: boolean
  /** Leaves samples out, by what else the payload has; `null` keeps all. */
  keep?: (exposition: Exposition) => ((labels: Labels) => boolean) | null
  /** Why a figure that the engine can give is not there. */
  why?: (figure: FigureName, exposition: Exposition) => MissingReason
}

export function defineEngine<const Kind extends string>(adapter: Adapter<Kind>): Adapter<Kind> {
  return adapter
}
