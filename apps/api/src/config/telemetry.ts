import type { Settings } from './settings.ts'
import { parseHeaders } from './telemetry-checks.ts'

export type OtlpConfig = {
  url: string
  headers: Record<string, string>
  serviceName: string
  intervalMs: number
}

export type TelemetryConfig = {
  metricsAccess: Settings['METRICS_ACCESS']
  /** `null` exports nothing. */
  otlp: OtlpConfig | null
}

export function telemetryOf(settings: Settings): TelemetryConfig {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_HEADERS: headers } = settings
  return {
    metricsAccess: settings.METRICS_ACCESS,
    otlp:
      endpoint === undefined
        ? null
        : {
            url: `${endpoint.replace(/\/+$/, '')}/v1/metrics`,
            headers: parseHeaders(headers ?? '') ?? {},
            serviceName: settings.OTEL_SERVICE_NAME,
            intervalMs: settings.OTEL_METRIC_EXPORT_INTERVAL,
          },
  }
}
