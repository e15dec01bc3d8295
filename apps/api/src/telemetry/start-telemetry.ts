import type { OtlpConfig } from '../config/telemetry.ts'
import { createTelemetry, type Measured } from './telemetry.ts'
import { watchEventLoopLag } from './event-loop-lag.ts'
import { exportMetrics } from './export-metrics.ts'
import type { Family } from './family.ts'
import { createHttpStats, type HttpStats } from './http-stats.ts'

export type Telemetry = {
  requests: HttpStats
  /** Everything, as of now. */
  measure: () => Promise<Family[]>
  stop: () => Promise<void>
}

/** Measures until it is stopped, and tells a collector where there is one. */
export function startTelemetry(measured: Measured, otlp: OtlpConfig | null): Telemetry {
  const requests = createHttpStats()
  const lag = watchEventLoopLag()
  const measure = createTelemetry(measured, () => [
    ...requests.families(),
    lag.family(),
    ...(exporter?.families() ?? []),
  ])
  const { version, now } = measured
  const exporter = otlp === null ? null : exportMetrics({ config: otlp, measure, version, now })
  return {
    requests,
    measure,
    stop: async () => {
      lag.stop()
      await exporter?.stop()
    },
  }
}
