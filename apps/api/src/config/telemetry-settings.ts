import { collectorUrlProblem, headersProblem } from './telemetry-checks.ts'
import { abouts, choice, integer, text } from './setting.ts'

/** How those who run it see what it does. */
export const telemetrySettings = {
  LOG_LEVEL: choice(['silent', 'error', 'info', 'debug']).default('info').register(abouts, {
    description:
      'How much the log says: `silent`, `error` (faults and warnings), `info` or `debug` (more about requests).',
    fallback: 'info',
    secret: false,
  }),
  LOG_FORMAT: choice(['text', 'json']).default('text').register(abouts, {
    description:
      '`text` for people, or `json`: one object a line, also for every request, without its query and its client.',
    fallback: 'text',
    secret: false,
  }),
  METRICS_ACCESS: choice(['anyone', 'viewer', 'admin']).default('viewer').register(abouts, {
    description: 'Who may read `/metrics`: `anyone`, `viewer` or `admin`.',
    fallback: 'viewer',
    secret: false,
  }),
  OTEL_EXPORTER_OTLP_ENDPOINT: text(collectorUrlProblem).optional().register(abouts, {
    description:
      'An OpenTelemetry collector, for example `http://localhost:4318`. Podium sends it the metrics by OTLP/HTTP as JSON; the other standard `OTEL_` variables for timeouts, compression, certificates and resource attributes apply.',
    fallback: 'none',
    secret: false,
  }),
  OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: text(collectorUrlProblem).optional().register(abouts, {
    description:
      'The full address for the metrics, where it is not `/v1/metrics` at the collector above.',
    fallback: '`/v1/metrics` at `OTEL_EXPORTER_OTLP_ENDPOINT`',
    secret: false,
  }),
  OTEL_EXPORTER_OTLP_HEADERS: text(headersProblem).optional().register(abouts, {
    description: 'Headers for the collector, as `name=value,other=value`, percent-encoded.',
    fallback: 'none',
    secret: true,
  }),
  OTEL_SERVICE_NAME: text((value) => (value.length > 100 ? 'is too long' : null))
    .default('podium')
    .register(abouts, {
      description: 'The name of this server at the collector.',
      fallback: 'podium',
      secret: false,
    }),
  OTEL_METRIC_EXPORT_INTERVAL: integer(1000, 3_600_000).default(60_000).register(abouts, {
    description: 'Milliseconds between two exports (1000–3600000).',
    fallback: '60000',
    secret: false,
  }),
}
