import { collectorUrlProblem, headersProblem } from './telemetry-checks.ts'
import { abouts, choice, integer, text } from './setting.ts'

/** How those who run it see what it does. */
export const telemetrySettings = {
  LOG_LEVEL: choice(['silent', 'error', 'info', 'debug']).default('info').register(abouts, {
    description:
      'How much is told: `silent`, `error`, `info`, or `debug`, which also tells of answers that were ready.',
    fallback: 'info',
    secret: false,
  }),
  LOG_FORMAT: choice(['text', 'json']).default('text').register(abouts, {
    description:
      '`text` for people, or `json`: an object a line, one for each request, without its query and without who asked.',
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
      'An OpenTelemetry collector, for example `http://localhost:4318`, which is sent what `/metrics` says, by OTLP/HTTP as JSON.',
    fallback: 'none',
    secret: false,
  }),
  OTEL_EXPORTER_OTLP_HEADERS: text(headersProblem).optional().register(abouts, {
    description: 'Headers for it, as `name=value,other=value`, percent-encoded.',
    fallback: 'none',
    secret: true,
  }),
  OTEL_SERVICE_NAME: text((value) => (value.length > 100 ? 'is too long' : null))
    .default('podium')
    .register(abouts, {
      description: 'What this is called there.',
      fallback: 'podium',
      secret: false,
    }),
  OTEL_METRIC_EXPORT_INTERVAL: integer(1000, 3_600_000).default(60_000).register(abouts, {
    description: 'Milliseconds between two exports (1000–3600000).',
    fallback: '60000',
    secret: false,
  }),
}
