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
  const { OTEL_EXPORTER_OTLP_HEADERS: headers } = settings
  const url = metricsUrl(settings)
  return {
    metricsAccess: settings.METRICS_ACCESS,
    otlp:
      url === undefined
        ? null
        : {
            url,
            headers: parseHeaders(headers ?? '') ?? {},
            serviceName: settings.OTEL_SERVICE_NAME,
            intervalMs: settings.OTEL_METRIC_EXPORT_INTERVAL,
          },
  }
}

/** The special address is taken as it is, the general one gets a path, as OpenTelemetry defines them. */
function metricsUrl(settings: Settings): string | undefined {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: general, OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: special } =
    settings
  return special ?? (general && `${general.replace(/\/+$/, '')}/v1/metrics`)
}
