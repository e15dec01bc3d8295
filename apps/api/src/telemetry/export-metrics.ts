import type { HrTime } from '@opentelemetry/api'
import { ExportResultCode } from '@opentelemetry/core'
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http'
import {
  detectResources,
  resourceAttributesEnvDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources'
import {
  MeterProvider,
  PeriodicExportingMetricReader,
  type MetricProducer,
  type PushMetricExporter,
} from '@opentelemetry/sdk-metrics'
import { Counter, type Registry } from 'prom-client'
import type { OtlpConfig } from '../config/telemetry.ts'
import { toOtel } from './to-otel.ts'

type ExportOptions = {
  config: OtlpConfig
  registry: Registry
  /** Brings the registry up to date. */
  refresh: () => Promise<void>
  version: string
  now: () => number
  onFailure: (error: unknown) => void
}

const timeoutMs = 10_000
const stopMs = 500

/**
 * Sends all metrics to an OpenTelemetry collector, again and again, and answers how to stop. The library reads the
 * standard OTEL_ variables for what is not set here: timeout, compression, certificates, attributes of the resource.
 */
export function exportMetrics(options: ExportOptions): () => Promise<void> {
  const { config, registry, version, onFailure } = options
  const outcomes = new Counter({
    name: 'podium_otlp_exports_total',
    help: 'Exports to the OpenTelemetry collector.',
    labelNames: ['outcome'],
    registers: [registry],
  })
  for (const outcome of ['success', 'failure']) outcomes.inc({ outcome }, 0)

  function settle(error: unknown): void {
    outcomes.inc({ outcome: error === undefined ? 'success' : 'failure' })
    if (error !== undefined) onFailure(error)
  }

  const { url, headers, intervalMs, serviceName } = config
  const otlp = new OTLPMetricExporter({ url, headers, concurrencyLimit: 1 })
  const exporter: PushMetricExporter = {
    export: (metrics, done) =>
      otlp.export(metrics, (result) => {
        settle(result.code === ExportResultCode.SUCCESS ? undefined : (result.error ?? result))
        done(result)
      }),
    forceFlush: () => otlp.forceFlush(),
    shutdown: () => otlp.shutdown(),
  }
  const resource = detectResources({ detectors: [resourceAttributesEnvDetector] }).merge(
    resourceFromAttributes({ 'service.name': serviceName, 'service.version': version }),
  )
  const reader = new PeriodicExportingMetricReader({
    exporter,
    exportIntervalMillis: intervalMs,
    exportTimeoutMillis: Math.min(intervalMs, timeoutMs),
    metricProducers: [createProducer(options, resource, settle)],
  })
  const provider = new MeterProvider({ resource, readers: [reader] })
  return async () => {
    // The last export may fail or hang like any other: that has been counted.
    await provider.shutdown({ timeoutMillis: stopMs }).catch(() => undefined)
  }
}

/** Hands over what the registry says: the library's own instruments would show a label set for ever. */
function createProducer(
  { registry, refresh, version, now }: ExportOptions,
  resource: ReturnType<typeof resourceFromAttributes>,
  onError: (error: unknown) => void,
): MetricProducer {
  const startTime = hrTime(now())
  const scope = { name: 'podium', version }
  return {
    collect: async () => {
      try {
        await refresh()
        const metrics = await toOtel(registry, { startTime, endTime: hrTime(now()) })
        return { resourceMetrics: { resource, scopeMetrics: [{ scope, metrics }] }, errors: [] }
      } catch (error) {
        onError(error)
        return { resourceMetrics: { resource, scopeMetrics: [] }, errors: [error] }
      }
    },
  }
}

/** Seconds and nanoseconds. */
function hrTime(ms: number): HrTime {
  const seconds = Math.floor(ms / 1000)
  return [seconds, Math.round(ms - seconds * 1000) * 1e6]
}
