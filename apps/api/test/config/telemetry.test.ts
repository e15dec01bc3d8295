import { expect, test } from 'vitest'
import { parseConfig } from '../../src/config.ts'

const noFile = () => {
  throw new Error('no file')
}

test('a collector is asked at its metrics, with headers as OpenTelemetry words them', () => {
  const { telemetry } = parseConfig(
    {
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318/',
      OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20abc, X-Tenant = venue',
      OTEL_SERVICE_NAME: 'hall 3',
      METRICS_ACCESS: 'admin',
    },
    noFile,
  )
  expect(telemetry).toEqual({
    metricsAccess: 'admin',
    otlp: {
      url: 'http://collector:4318/v1/metrics',
      headers: { authorization: 'Bearer abc', 'x-tenant': 'venue' },
      serviceName: 'hall 3',
      intervalMs: 60_000,
    },
  })
})

test.each([
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'http://user:canary@collector:4318'],
  ['OTEL_EXPORTER_OTLP_HEADERS', 'canary'],
  ['OTEL_EXPORTER_OTLP_HEADERS', 'a=canary%0d%0ab: c'],
  ['OTEL_EXPORTER_OTLP_HEADERS', 'a=canary%'],
  ['METRICS_ACCESS', 'canary'],
])('%s=%s is refused without its value', (name, value) => {
  const parse = () => parseConfig({ [name]: value }, noFile)
  expect(parse).toThrow(name)
  expect(parse).not.toThrow('canary')
})

test('an address for the metrics alone is taken as it is', () => {
  const { telemetry } = parseConfig(
    {
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318',
      OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: 'http://metrics:4318/push',
    },
    noFile,
  )
  expect(telemetry.otlp?.url).toBe('http://metrics:4318/push')
})
