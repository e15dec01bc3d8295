import type { Gauges } from '../engines/engine-reading.ts'
import type { Latency } from '../quantiles/latency.ts'

/** What is known of a model over a window; `null` is not known, and never 0. */
export type Figures = Gauges & {
  promptTokens: number | null
  cachedPromptTokens: number | null
  generationTokens: number | null
  promptTokensPerSecond: number | null
  generationTokensPerSecond: number | null
  requests: {
    finished: number | null
    failed: number | null
    aborted: number | null
    rejected: number | null
    refused: number | null
  }
  preemptions: number | null
  prefixHitRatio: number | null
  specAcceptRatio: number | null
  ttftSeconds: Latency | null
  itlSeconds: Latency | null
  tpotSeconds: Latency | null
  e2eSeconds: Latency | null
  queueSeconds: Latency | null
}
