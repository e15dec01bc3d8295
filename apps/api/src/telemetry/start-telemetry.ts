import { Registry } from 'prom-client'
import type { OtlpConfig } from '../config/telemetry.ts'
import { causeOf } from '../terminal/describe-error.ts'
import type { WarnOnce } from '../terminal/warn-once-a-minute.ts'
import { watchEventLoopLag } from './event-loop-lag.ts'
import { createHttpStats, type HttpStats } from './http-stats.ts'
import { publish } from './publish.ts'
import { createTelemetry, type Measured } from './telemetry.ts'

export type Telemetry = {
  requests: HttpStats
  /** Everything as of now, in Prometheus' text format. */
  measure: () => Promise<string>
  stop: () => Promise<void>
}

/** Measures until it is stopped, and exports to a collector if one is configured. */
export async function startTelemetry(
  measured: Measured,
  otlp: OtlpConfig | null,
  warn: WarnOnce,
): Promise<Telemetry> {
  const registry = new Registry()
  const lag = watchEventLoopLag()
  const read = createTelemetry(measured, () => [lag.family()])
  const refresh = async () => publish(registry, await read())
  const stopExport = otlp === null ? null : await startExport(otlp)

  async function startExport(config: OtlpConfig): Promise<() => Promise<void>> {
    // Loaded only where it is asked for: it is larger than the rest of the server.
    const { exportMetrics } = await import('./export-metrics.ts')
    const { version, now } = measured
    const onFailure = (error: unknown) =>
      warn(
        'otlp',
        `The metrics cannot be sent to the collector at ${new URL(config.url).host} (${causeOf(error)}).`,
      )
    return exportMetrics({ config, registry, refresh, version, now, onFailure })
  }

  return {
    requests: createHttpStats(registry),
    measure: async () => {
      await refresh()
      return registry.metrics()
    },
    stop: async () => {
      lag.stop()
      await stopExport?.()
    },
  }
}
